import type { Model } from '../../../language-model/trigram-model.ts';
import { isDouble } from '../charsets/codecs.ts';
import { UTF_8 } from '../charsets/layers.ts';
import { CAPITALIZED } from '../costs.ts';
import { type Arc, type Candidate, candidateOf } from '../hypothesis.ts';
import { mayBeLossy } from '../prefilter/survey.ts';
import { A_TILDE, NO_BREAK_SPACE, REPLACEMENT, SPACE } from '../text/characters.ts';
import { lossyArcs } from './lost-bytes.ts';
import { gapArcs } from './lost-bytes-double.ts';

/** Â, Ã, Ä, Å, â: what UTF-8's commonest first bytes look like. */
const LEADS: ReadonlySet<number> = new Set([0xc2, 0xc3, 0xc4, 0xc5, 0xe2]);
/** ã, ä, å: the same in lower case. */
const LOWERED: ReadonlySet<number> = new Set([0xe3, 0xe4, 0xe5]);
// Code points.
const A_CIRCUMFLEX = 0xe2;
const EURO = 0x20ac;
const OPENING_BRACKET = 0x28;
/** Capitals that show a text to be in capitals, if they are a third of it. Set by hand. */
const MANY = 4;

const EMPTY: readonly Candidate[] = UTF_8.map((chain) => candidateOf(chain, []));
const WESTERN = EMPTY.slice(0, 1);
const DOUBLES = EMPTY.filter(({ chain }) => isDouble(chain.links[0]!.readAs));

/** Chains to try with losses where nothing is proven: the commonest, or those of two bytes if some are gone. */
export function suspects(codes: readonly number[]): readonly Candidate[] {
  const gone = codes.includes(REPLACEMENT);
  return gone && codes.some((c) => c >= 0x3000 && c !== REPLACEMENT) ? DOUBLES : WESTERN;
}

/** A candidate with the re-codings that assume losses; as it was when there are none. */
export function guessing(
  model: Model,
  codes: readonly number[],
  candidate: Candidate,
  proven: boolean,
): Candidate {
  const { readAs } = candidate.chain.links[0]!;
  const found = isDouble(readAs)
    ? codes.includes(REPLACEMENT)
      ? gapArcs(model, codes, readAs)
      : []
    : lossyArcs(codes, readAs, proven ? anywhere : mayStart).filter(
        (arc) => (proven || plausible(codes, arc)) && !isCutOff(codes, arc),
      );
  const raised = inCapitals(codes) ? candidate.arcs.flatMap(raise) : [];
  if (found.length + raised.length === 0) return candidate;
  const capital = raised.length > 0 ? found.flatMap(raise) : [];
  return { ...candidate, arcs: [...candidate.arcs, ...raised, ...found, ...capital], losses: true };
}

/** Whether a guess may be made where nothing else shows the damage. */
function plausible(codes: readonly number[], { from, to, out }: Arc): boolean {
  const lead = codes[from]!;
  // 'Å' is quoted and no ő
  if (codes[from - 1] === codes[from + 1] && (codes[from + 1] === 0x22 || codes[from + 1] === 0x27))
    return false;
  if (lead === A_CIRCUMFLEX) return codes[from + 1] === EURO || codes[from + 1] === 0x80;
  if (lead === A_TILDE)
    return (isSmall(codes[from - 1]) || isInitial(codes, from - 1)) && !isCapital(codes[to]);
  // of a word, Å and a space are Š, by themselves they are Å
  if (codes[to - 1] === SPACE && !isSmall(codes[to]) && !isSmall(codes[from - 1])) return false;
  if (LEADS.has(lead)) return to >= from + 2;
  return LOWERED.has(lead) && to === from + 2 && codes[from + 1]! > 0x80 && out[0]! < 0x800;
}

/** à, whose second byte is a no-break space, which is trimmed off the ends of lines. */
const A_GRAVE = 0xe0;

/**
 * Whether a text ends inside a character, so that what followed is not known: unless it may be the à that the text has
 * elsewhere.
 */
function isCutOff(codes: readonly number[], { from, out }: Arc): boolean {
  if (from < codes.length - 1) return false;
  if (codes[from] !== A_TILDE || out[0] !== A_GRAVE) return true;
  return !codes.some((code, i) => code === A_TILDE && isBlank(codes[i + 1]));
}

function isBlank(code: number | undefined): boolean {
  return code === SPACE || code === NO_BREAK_SPACE;
}

function anywhere(): boolean {
  return true;
}

/** Whether a guess at this place could be plausible: a quick look. */
function mayStart(codes: readonly number[], from: number): boolean {
  const next = codes[from + 1];
  return mayBeLossy(codes[from]!, next ?? 0, next !== undefined);
}

function isSmall(code: number | undefined): boolean {
  return code !== undefined && code >= 0x61 && code <= 0x7a;
}

function isCapital(code: number | undefined): boolean {
  return code !== undefined && code >= 0x41 && code <= 0x5a;
}

/** Whether a capital stands there that begins a word. */
function isInitial(codes: readonly number[], at: number): boolean {
  const before = codes[at - 1] ?? SPACE;
  return isCapital(codes[at]) && (before === SPACE || before === OPENING_BRACKET);
}

/** Whether the text is in capitals; then so is what is repaired. */
export function inCapitals(codes: readonly number[]): boolean {
  let upper = 0;
  for (const c of codes) {
    if (isSmall(c)) return false;
    if (isCapital(c)) upper++;
  }
  return upper >= MANY && upper * 3 >= codes.length;
}

function raise(arc: Arc): Arc[] {
  const text = String.fromCodePoint(...arc.out);
  const out = Array.from(text.toUpperCase(), (c) => c.codePointAt(0)!);
  return String.fromCodePoint(...out) === text
    ? []
    : [{ ...arc, out, cost: arc.cost + CAPITALIZED }];
}
