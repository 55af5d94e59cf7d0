// What the gate decides, apart from files: floors and figures in, problems or new floors out. Outputs and sample are the
// same on every machine, so no slack is left for noise.

/** Floors are kept to four digits, rounded down, so that a figure is never below its own floor. */
const DIGITS = 4;
/**
 * What is wrong: figures below their floor, floors without a figure and figures without a floor, and data that are not
 * those that the floors were set on.
 *
 * @param kept what floors.json holds: `{data, floors, lowered}`
 * @param found what was measured: `{data, figures}`
 * @returns one sentence for each problem; none when all is well
 */
export function problemsOf(kept, found) {
  const below = Object.entries(found.figures).flatMap(([name, figure]) => {
    const floor = kept.floors[name];
    if (floor === undefined) return [`${name}: ${shown(figure)}, has no floor yet`];
    return figure < floor ? [`${name}: ${shown(figure)}, below its floor ${floor}`] : [];
  });
  const gone = Object.keys(kept.floors).filter((name) => found.figures[name] === undefined);
  const other = Object.keys(found.data).filter((name) => kept.data[name] !== found.data[name]);
  return [
    ...below,
    ...gone.map((name) => `${name}: has a floor and is not measured`),
    ...other.map((name) => `${name}: the floors were set on other data`),
  ];
}

/** Floors raised to what was measured, for the data as they are now. A floor that is higher stays. */
export function raised(kept, found) {
  const floors = Object.entries(found.figures).map(([name, figure]) => [
    name,
    Math.max(floorOf(figure), kept.floors[name] ?? 0),
  ]);
  return { data: found.data, floors: Object.fromEntries(floors), lowered: kept.lowered };
}

/** Floors set to what was measured, lower ones too; what went down is kept with the reason. */
export function lowered(kept, found, reason) {
  const entries = Object.entries(found.figures).flatMap(([name, figure]) => {
    const to = floorOf(figure);
    const from = kept.floors[name];
    return from !== undefined && to < from ? [{ figure: name, from, to, reason }] : [];
  });
  return raised({ floors: {}, lowered: [...kept.lowered, ...entries] }, found);
}

function floorOf(figure) {
  return Math.floor(figure * 10 ** DIGITS) / 10 ** DIGITS;
}

function shown(figure) {
  return figure.toFixed(DIGITS);
}
