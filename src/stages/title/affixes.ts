import type { Vocabulary } from '../../recognize/vocabulary.ts';
import { keyOf } from '../../tokens.ts';

const SEPARATOR =
  /\s*[|｜│┃]\s*|\s+(?:[-–—·•:»«/]|::|--|\/\/)\s+|:\s+|\s*_\s*(?=[\p{Lo}])|(?<=[\p{Lo}])\s*_\s*|\s*[-–—]\s*(?=[\p{scx=Han}])(?<=[\p{scx=Han}]\s*[-–—]\s*)/gu;
const BAR = /[|｜│┃]/;
const KICKER_SEPARATOR = /^\s*(?:[:：|｜]|\s[-–—])\s+|^[:：｜|]\s*/;
const UPDATE_KICKER =
  /^(?:UPDATE|WRAPUP|REFILE|CORRECTED|RPT|FACTBOX|EXCLUSIVE)(?: ?\d{1,2})?\s?-\s?(?=\S)/;
const DASH = /\s?-\s?$/;
const DOMAIN = /\.(?:com|org|net|co|info|[a-z]{2})(?:\.[a-z]{2})?$/i;
const CAPITAL_WORD = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“„«(&]/u;
// No headline is longer, and every stretch of parts is compared.
const MAX_LENGTH = 600;
const MAX_PARTS = 16;
const MAX_AFFIX_WORDS = 4;
const MAX_KICKER_LENGTH = 24;

/** A part of a title line, in UTF-16 units of it. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** A title line taken apart. */
export interface TitleParts {
  readonly kicker: Part | null;
  readonly title: Part;
  readonly affixes: readonly (Part & { readonly kind: 'section' | 'outlet' })[];
}

/** What proves that a part is an affix and not a half of the headline. */
export interface AffixEvidence {
  /** Keys of other copies of the title, on the page or in its metadata. */
  readonly titles: ReadonlySet<string>;
  /** Keys of the outlet's names. */
  readonly sites: ReadonlySet<string>;
  /** Keys of the article's section as the page states it. */
  readonly sections: ReadonlySet<string>;
  /** In plain text a spaced bar before a few words is proof enough. */
  readonly barIsProof: boolean;
  readonly vocabulary: Vocabulary;
}

/**
 * A title line without the outlet's and the section's affixes, in any order and with any separator, taken
 * off only where something proves that they are affixes.
 */
export function titleParts(line: string, evidence: AffixEvidence): TitleParts {
  const cuts = Array.from(line.matchAll(SEPARATOR), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    bar: BAR.test(match[0]),
  }));
  const parts = [{ end: 0, start: 0, bar: false }, ...cuts].map((cut, i, all) => ({
    start: cut.end,
    end: all[i + 1]?.start ?? line.length,
    bar: cut.bar,
  }));
  let [first, last] = [0, parts.length - 1];
  const many = line.length > MAX_LENGTH || parts.length > MAX_PARTS;
  if (many) return { kicker: null, title: { start: 0, end: line.length }, affixes: [] };
  const said = copyRange(line, parts, evidence.titles);
  if (said) [first, last] = said;
  else {
    while (last > first && isAffix(line, parts[last]!, evidence)) last -= 1;
    while (first < last && isPrefix(line, parts[first]!, evidence)) first += 1;
  }
  const whole = { start: parts[first]!.start, end: parts[last]!.end };
  const affixes = [...parts.slice(0, first), ...parts.slice(last + 1)]
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({ start, end, kind: kindOf(line.slice(start, end), evidence) }));
  const kicker = kickerOf(line.slice(whole.start, whole.end), evidence.vocabulary);
  if (!kicker) return { kicker: null, title: whole, affixes };
  return {
    kicker: { start: whole.start, end: whole.start + kicker.length },
    title: { start: whole.start + kicker.rest, end: whole.end },
    affixes,
  };
}

type Cut = Part & { readonly bar: boolean };

/** The parts that together are another copy of the title. */
function copyRange(
  line: string,
  parts: readonly Cut[],
  titles: ReadonlySet<string>,
): [number, number] | null {
  for (let length = parts.length - 1; length > 0; length--) {
    for (let first = 0; first + length <= parts.length; first++) {
      const last = first + length - 1;
      if (titles.has(keyOf(line.slice(parts[first]!.start, parts[last]!.end))))
        return [first, last];
    }
  }
  return null;
}

function isAffix(line: string, part: Cut, evidence: AffixEvidence): boolean {
  const text = line.slice(part.start, part.end);
  if (isNamed(text, evidence)) return true;
  if (!part.bar) return false;
  return (
    evidence.vocabulary.isSection(text) ||
    (evidence.barIsProof && wordCount(text) <= MAX_AFFIX_WORDS)
  );
}

function isPrefix(line: string, part: Cut, evidence: AffixEvidence): boolean {
  return isNamed(line.slice(part.start, part.end), evidence);
}

function isNamed(text: string, { sites, sections }: AffixEvidence): boolean {
  const key = keyOf(text);
  return key === '' || sites.has(key) || sections.has(key) || DOMAIN.test(text);
}

function kindOf(
  text: string,
  { sites, sections, vocabulary }: AffixEvidence,
): 'section' | 'outlet' {
  const key = keyOf(text);
  if (sites.has(key) || DOMAIN.test(text)) return 'outlet';
  if (sections.has(key) || vocabulary.isSection(text)) return 'section';
  const words = text.split(' ');
  const capitals = words.filter((word) => CAPITAL_WORD.test(word)).length;
  return capitals < words.length && !CAPITAL_WORD.test(words.at(-1)!) ? 'section' : 'outlet';
}

function wordCount(text: string): number {
  return text.split(' ').length;
}

/** `EXCLUSIVE: …`, `Live | …`, `UPDATE 2-…`: the marker's length, and where the headline begins behind it. */
function kickerOf(title: string, vocabulary: Vocabulary): { length: number; rest: number } | null {
  const update = UPDATE_KICKER.exec(title);
  if (update) return { length: update[0].replace(DASH, '').length, rest: update[0].length };
  for (let at = 2; at <= MAX_KICKER_LENGTH && at < title.length; at++) {
    const separator = KICKER_SEPARATOR.exec(title.slice(at, at + 4));
    if (!separator) continue;
    if (!vocabulary.isKicker(title.slice(0, at))) return null;
    return { length: at, rest: at + separator[0].length };
  }
  return null;
}
