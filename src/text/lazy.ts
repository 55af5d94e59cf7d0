/**
 * A function that makes a value when it is first called and gives the same one from then on. For tables that are
 * only read: who holds one shares it with everybody else.
 * @example const loadMasks = lazy(unpackMasks)
 */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** The same for values with names: one is made for each name that is asked for. */
export function lazyByName<Value extends object>(
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
