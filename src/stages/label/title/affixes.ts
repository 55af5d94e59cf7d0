import { isDomain } from '../../../recognize/outlets.ts';
import { type CutKind, cutsOf, type Cut as LineCut } from '../../../recognize/separators.ts';
import { words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/fold.ts';
import { startsSmall } from '../../../text/letters.ts';
import { keyOf } from '../../../text/tokens.ts';
import { type AffixEvidence, affixKindOf, isAffix, isHeadline, isPrefix } from './affix-proofs.ts';
import { kickerOf } from './kicker.ts';

const SIGNS = /(?<=[^\s:：>›»–—-])\s*[:：>›»–—-][\s:：>›»–—-]*/gu;
const IN_BRACKETS = /\s*[[(（【［]([^[\]()（）【】［］]{2,60})[\])）】］]$/u;
/** UTF-16 units at a line's end: the 60 that IN_BRACKETS allows, and room for space around them. */
const BRACKETS_LOOKED_AT = 80;
// No headline is longer, and every stretch of parts is compared.
const MAX_LENGTH = 600;
const MAX_PARTS = 16;
const CAPITAL = /^\p{Lu}/u;

/** A part of a title line, in UTF-16 units of it. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A title line taken apart. */
export interface TitleParts {
  readonly kicker: Part | null;
  readonly title: Part;
  /** A deck in the same line, behind the title. */
  readonly subtitle?: Part | null;
  readonly affixes: readonly (Part & { readonly kind: 'section' | 'outlet' })[];
}

/**
 * A title line without the outlet's and the section's affixes, in any order and with any separator, taken
 * off only where something proves that they are affixes.
 */
export function titleParts(line: string, evidence: AffixEvidence): TitleParts {
  const whole = { start: 0, end: line.length };
  const parts = line.length > MAX_LENGTH ? [] : partsOf(line, evidence);
  if (parts.length === 0 || parts.length > MAX_PARTS) {
    return { kicker: null, title: whole, affixes: [] };
  }
  const [first, last] = titleRange(line, parts, evidence);
  const bare = { start: parts[first]!.start, end: parts[last]!.end };
  const bracket = last === parts.length - 1 ? bracketed(line, bare, evidence) : null;
  const title = { start: bare.start, end: bracket?.before ?? bare.end };
  const affixes = [
    ...parts.slice(0, first),
    ...parts.slice(last + 1),
    ...(bracket ? [bracket] : []),
  ]
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ start, end, kind: affixKindOf(line.slice(start, end), evidence) }));
  const kicker = kickerOf(line.slice(title.start, title.end), evidence.vocabulary);
  if (!kicker) return { kicker: null, title, affixes };
  return {
    kicker: { start: title.start + kicker.start, end: title.start + kicker.end },
    title: { start: title.start + kicker.rest, end: title.end },
    affixes,
  };
}

/** A part, and how it is set off from the part before it. */
type Cut = Part & { readonly by: CutKind | null };

function partsOf(line: string, evidence: AffixEvidence): Cut[] {
  const cuts = cutsOf(line);
  const all = cuts.length > 0 || evidence.place !== 'text' ? cuts : tightCuts(line, evidence);
  return [null, ...all].map((cut, i) => ({
    start: cut?.end ?? 0,
    end: all[i]?.start ?? line.length,
    by: cut?.kind ?? null,
  }));
}

/** Where signs of any kind part a site's name from a headline that stands in another line too: `Ellmouth-Crane stays`. */
function tightCuts(line: string, { titles }: AffixEvidence): LineCut[] {
  for (const { 0: signs, index } of line.matchAll(SIGNS)) {
    const end = index + signs.length;
    // `Ex-mayor` is one word.
    if (!startsSmall(line.slice(end, end + 1)) && titles.has(keyOf(line.slice(end))))
      return [{ start: index, end, kind: 'dash' }];
  }
  return [];
}

/** Indexes of the first and the last part of the headline itself. */
function titleRange(
  line: string,
  parts: readonly Cut[],
  evidence: AffixEvidence,
): [number, number] {
  let [first, last] = [0, parts.length - 1];
  const text = (from: number, to: number) => line.slice(parts[from]!.start, parts[to]!.end);
  const before = kickerOf(line, evidence.vocabulary) ? 1 : 0;
  while (
    last > first + before &&
    (isAffix(text(last, last), parts[last]!.by!, evidence) ||
      (last < parts.length - 1 && isSectionBeside(text(last, last), parts, last, evidence))) &&
    isHeadline(text(first, last - 1))
  ) {
    last -= 1;
  }
  while (
    before === 0 &&
    first < last &&
    (isPrefix(text(first, first), parts[first + 1]!.by!, text(first + 1, last), evidence) ||
      (first > 0 && isSectionBeside(text(first, first), parts, first, evidence)))
  ) {
    first += 1;
  }
  return evidence.titles.has(keyOf(text(first, last)))
    ? [first, last]
    : (copyRange(text, parts, [first, last], evidence) ?? [first, last]);
}

/** Whether a section's name stands between the outlet and the headline, with the same sign on either side. */
function isSectionBeside(
  text: string,
  parts: readonly Cut[],
  at: number,
  { place, vocabulary }: AffixEvidence,
): boolean {
  const by = parts[at + 1]?.by;
  const isBetween = at === 0 || parts[at]!.by === by;
  if (by === 'colon' || !isBetween) return false;
  if (vocabulary.isSection(text)) return true;
  // Behind a headline; what is joined by `and` is a pair of subjects and no clause.
  return place === 'text' && at > 0 && isPair(text);
}

/** Whether a part is written as some sections' names are: `Stage & Music`. */
function isPair(text: string): boolean {
  const [first, joint, second, more] = text.split(' ');
  if (first === undefined || joint === undefined || second === undefined || more !== undefined)
    return false;
  return CAPITAL.test(first) && words('byline-and').has(phraseKey(joint)) && CAPITAL.test(second);
}

/** The parts that together are another copy of the title; the longest, then the first. */
function copyRange(
  text: (from: number, to: number) => string,
  parts: readonly Cut[],
  [first, last]: readonly [number, number],
  { titles, place }: AffixEvidence,
): [number, number] | null {
  const latest = place === 'page' ? first : last;
  for (let length = last - first; length > 0; length--) {
    for (let from = first; from <= latest && from + length - 1 <= last; from++) {
      const to = from + length - 1;
      const cutByColon = to < last && parts[to + 1]!.by === 'colon' && place !== 'head';
      if (!cutByColon && titles.has(keyOf(text(from, to)))) return [from, to];
    }
  }
  return null;
}

/** The outlet's name in brackets at the end of a title. */
function bracketed(
  line: string,
  { start, end }: Part,
  { site, place }: AffixEvidence,
): (Part & { readonly before: number }) | null {
  const from = Math.max(start, end - BRACKETS_LOOKED_AT);
  const match = IN_BRACKETS.exec(line.slice(from, end));
  if (!match || from + match.index <= start) return null;
  const name = match[1]!;
  const known = site.proofOf(name) !== null || (place === 'text' && isDomain(name));
  if (!known) return null;
  return { start: end - 1 - name.length, end: end - 1, before: from + match.index };
}
