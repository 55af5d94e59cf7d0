import { CJK, LATIN, type Model } from './trigram-model.ts';

// All in bits, and all set by hand, by trial, on the open mojibake benchmark and on clean lines that the model has not
// seen (bench/unseen.mjs); the repair stage's costs.ts is measured against them.

/** No kept character costs more than this: the model knows little of what it has never seen. */
const KEPT_CEILING = 30;
/** Nor does a kept ideogram beside another one: there are too many pairs to have seen them all. */
const CJK_CEILING = 13;
/** A no-break space may stand wherever a space may. */
const NO_BREAK_CEILING = 8;
/** Lines of boxes and tables stand beside spaces and each other. */
const BOX_CEILING = 8;
/** A re-coded character has to be the more plausible of the two. */
const MADE_CEILING = 34;
/** A repair that makes a character which is hardly ever written has to give better reasons. */
const RARE_FLOOR = 26;
/** The model's numbers below this are ASCII's, by the order of training. */
const ASCII = 80;
/** Bits for letters of two scripts side by side. */
const OTHER_SCRIPT = 8;
/** The same for Latin beside Chinese, Japanese or Korean, where it is common. */
const LATIN_BESIDE_CJK = 3;

/** Bits of the kept character `c` after `a` and `b`. */
export function keptCost(model: Model, a: number, b: number, c: number): number {
  const bits = model.cost(a, b, c);
  if (bits <= BOX_CEILING) return bits;
  return Math.min(bits, ceiling(model, b, c));
}

function ceiling(model: Model, b: number, c: number): number {
  if (c === model.noBreak && (b < ASCII || model.upper[b] === 0)) return NO_BREAK_CEILING;
  if (c === model.box && (b === model.box || b === model.space)) return BOX_CEILING;
  if (b === model.box && c === model.space) return BOX_CEILING;
  if (c === model.halfKana && b === c) return BOX_CEILING;
  return model.script[b] === CJK && model.script[c] === CJK ? CJK_CEILING : KEPT_CEILING;
}

/** Bits of the character `c` that a repair makes after `a` and `b`. */
export function madeCost(model: Model, a: number, b: number, c: number): number {
  const bits = Math.min(MADE_CEILING, model.cost(a, b, c)) + joinCost(model, b, c);
  if (model.rare[c] === 0 || bits > RARE_FLOOR) return bits;
  const script = model.script[c]!;
  return script > 0 && script === model.script[b] ? bits : RARE_FLOOR;
}

/** Bits for letters of two scripts side by side, one of them made by a repair. */
export function joinCost(model: Model, b: number, c: number): number {
  const before = model.script[b]!;
  const after = model.script[c]!;
  if (before === after || before === 0 || after === 0) return 0;
  const mild = before + after === LATIN + CJK && (before === CJK || after === CJK);
  return mild ? LATIN_BESIDE_CJK : OTHER_SCRIPT;
}
