/**
 * A value that is made when it is first asked for and kept as long as the process lives. Only for what nobody
 * changes: tables of assets and what is worked out from them.
 */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The same for values with names: one is made for each name that is asked for. */
export function onceByName<Value extends object>(
  make: (name: string) => Value,
): (name: string) => Value {
  const made = new Map<string, Value>();
  return (name) => {
    let value = made.get(name);
    if (value === undefined) {
      value = make(name);
      made.set(name, value);
    }
    return value;
  };
}
