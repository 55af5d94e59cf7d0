import { CJK, LATIN, type Model } from '../../../language-model/trigram-model.ts';
import type { Arc, Candidate } from '../hypothesis.ts';
import type { WeighedText } from '../text/weighed-text.ts';

/** A word is torn when more than one in so many of its letters are left over. */
const WHOLE = 5;
/** More than one letter left for so many explained, and the letters of a text are what they seem. */
const EXPLAINED = 2;

/**
 * A candidate without what would make foreign letters of parts of words: letters that stood for bytes are
 * explained word by word, and most of a text's. Latin letters and ideograms are passed over.
 */
export function withoutTorn(text: WeighedText, candidate: Candidate): Candidate {
  const { model } = text;
  const { arcs } = candidate;
  const foreign = arcs.filter(
    (arc) => makesForeign(model, text, arc) && !isInsideLatin(model, text, arc),
  );
  if (foreign.length === 0) return candidate;
  const torn = tornWords(model, text, arcs);
  const drop = new Set(
    foreign.filter((arc) => torn.subarray(arc.from, arc.to).includes(1) || isRare(model, arc)),
  );
  return drop.size === 0
    ? candidate
    : { ...candidate, torn: true, arcs: arcs.filter((arc) => !drop.has(arc)) };
}

/** Whether an arc makes letters of one script, or signs hardly ever written, out of those of another one. */
function makesForeign(
  { script, rare, idOf }: Model,
  { ids }: WeighedText,
  { from, to, out }: Arc,
): boolean {
  let own = 0;
  for (let i = from; i < to; i++) own = Math.max(own, script[ids[i + 2]!]!);
  if (own <= CJK) return false;
  return out.some((code) => {
    const id = idOf(code);
    return script[id] !== own && (script[id]! > 0 || rare[id] === 1 || isOfScripts(code));
  });
}

/** Whether an arc makes what is hardly ever written, emoji aside. */
function isRare({ rare, idOf }: Model, { out }: Arc): boolean {
  return out.every((code) => code < 0x10000 && rare[idOf(code)] === 1);
}

/** Whether Latin letters touch an arc on both sides: nobody writes another script's letters there. */
export function isInsideLatin({ script }: Model, { ids }: WeighedText, { from, to }: Arc): boolean {
  return script[ids[from + 1]!] === LATIN && script[ids[to + 2]!] === LATIN;
}

/** The parts of Unicode where even marks and digits belong to a script. */
function isOfScripts(code: number): boolean {
  return (
    (code >= 0x250 && code < 0x2000) ||
    (code >= 0x2c00 && code < 0x2e00) ||
    (code >= 0xa000 && code < 0xac00)
  );
}

/** Marks the words of which the arcs leave letters over; all of a script of which they leave most. */
function tornWords(model: Model, { ids, codes }: WeighedText, arcs: readonly Arc[]): Uint8Array {
  const { script } = model;
  const covered = coverage(arcs, codes.length);
  const torn = new Uint8Array(codes.length);
  const left = new Map<number, number>();
  for (let i = 0; i < codes.length; ) {
    const own = script[ids[i + 2]!]!;
    if (own <= CJK) {
      i++;
      continue;
    }
    const from = i;
    let over = 0;
    for (; i < codes.length && script[ids[i + 2]!] === own; i++) if (covered[i] === 0) over++;
    if (over * WHOLE > i - from) torn.fill(1, from, i);
    left.set(own, (left.get(own) ?? 0) + i - from - over - over * EXPLAINED);
  }
  for (let i = 0; i < codes.length; i++) {
    const balance = left.get(script[ids[i + 2]!]!);
    if (balance !== undefined && balance < 0) torn[i] = 1;
  }
  return torn;
}

/** What is taken when arcs are taken from left to right. */
function coverage(arcs: readonly Arc[], length: number): Uint8Array {
  const covered = new Uint8Array(length);
  let at = 0;
  for (const { from, to } of arcs) {
    if (from < at) continue;
    covered.fill(1, from, to);
    at = to;
  }
  return covered;
}
