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
