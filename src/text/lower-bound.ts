/** The first place of a list in ascending order whose value is not less than `value`; the list's length where all are. */
export function lowerBound<Value extends number | string>(
  sorted: { readonly length: number; readonly [place: number]: Value },
  value: Value,
): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
