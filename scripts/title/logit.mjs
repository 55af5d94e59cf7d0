// A conditional logit: in each group of candidates, and "none", the probability of one is its share of exp(score).

// Steps and their size, which falls to a tenth of it; the weight of squared weights (ridge). Set by hand, by whether the
// loss still fell.
const STEPS = 150;
const STEP = 0.1;
const RIDGE = 1;

/** Groups of candidates as one sparse table; the last two weights are those of "none" and of "none" where the first line is body. */
export function pack(groups) {
  const names = [...new Set(groups.flatMap(({ candidates }) => candidates.flatMap(Object.keys)))];
  const place = new Map(names.map((name, i) => [name, i]));
  const starts = [0];
  const rows = [0];
  const columns = [];
  const values = [];
  for (const { candidates } of groups) {
    for (const features of candidates) {
      for (const [name, value] of Object.entries(features)) {
        if (!value) continue;
        columns.push(place.get(name));
        values.push(Number(value));
      }
      rows.push(columns.length);
    }
    starts.push(rows.length - 1);
  }
  return { names, groups, starts, rows, columns, values };
}

/** Scores of a group's candidates, "none" last. */
function scoresOf({ names, groups, starts, rows, columns, values }, g, weights) {
  const scores = [];
  for (let row = starts[g]; row < starts[g + 1]; row++) {
    let score = 0;
    for (let at = rows[row]; at < rows[row + 1]; at++) score += weights[columns[at]] * values[at];
    scores.push(score);
  }
  const none = weights[names.length] + (groups[g].bodyFirst ? weights[names.length + 1] : 0);
  return [...scores, none];
}

/** Index of the likeliest candidate; -1 for none. */
export function pick(packed, g, weights) {
  const scores = scoresOf(packed, g, weights);
  const best = scores.indexOf(Math.max(...scores));
  return best === scores.length - 1 ? -1 : best;
}

/** The weights that make the titles of the groups likeliest; `weigh` says how much a group counts. */
export function fit(packed, weigh) {
  const size = packed.names.length + 2;
  const [weights, mean, square] = [0, 0, 0].map(() => new Float64Array(size));
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map((weight) => RIDGE * weight);
    packed.groups.forEach((group, g) => {
      if (weigh(group) > 0) addGradient(packed, g, weights, weigh(group), gradient);
    });
    const size = STEP * (1 - (0.9 * step) / STEPS);
    gradient.forEach((slope, i) => {
      mean[i] = 0.9 * mean[i] + 0.1 * slope;
      square[i] = 0.99 * square[i] + 0.01 * slope * slope;
      const scale = Math.sqrt(square[i] / (1 - 0.99 ** step)) + 1e-8;
      weights[i] -= (size * (mean[i] / (1 - 0.9 ** step))) / scale;
    });
  }
  return weights;
}

function addGradient(packed, g, weights, weight, gradient) {
  const { names, groups, starts, rows, columns, values } = packed;
  const { isTitle, isNone, bodyFirst } = groups[g];
  const scores = scoresOf(packed, g, weights);
  const top = Math.max(...scores);
  const masses = scores.map((score) => Math.exp(score - top));
  const right = [...isTitle, isNone];
  const all = masses.reduce((sum, mass) => sum + mass, 0);
  const ofRight = masses.reduce((sum, mass, k) => sum + (right[k] ? mass : 0), 0);
  masses.forEach((mass, k) => {
    const slope = weight * (mass / all - (right[k] ? mass / ofRight : 0));
    if (k === masses.length - 1) {
      gradient[names.length] += slope;
      if (bodyFirst) gradient[names.length + 1] += slope;
      return;
    }
    const row = starts[g] + k;
    for (let at = rows[row]; at < rows[row + 1]; at++) gradient[columns[at]] += slope * values[at];
  });
}
