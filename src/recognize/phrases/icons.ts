import { lexiconLines } from '../../assets/lexicon.ts';
import { once } from '../../assets/once.ts';
import { matchesOf } from '../../text/matches.ts';

const names = once((): ReadonlySet<string> => new Set(lexiconLines('icons')));
const SNAKE = /[a-z\d]+(?:_[a-z\d]+)+/g;
// Older sets name a style in the icon: `label_outline`.
const STYLE = /_(?:outline|outlined|border|filled|rounded|sharp)$/;
const GLUED_WORD = /(?:^|(?<=\s))[a-z]{3,24}(?=[\p{Lu}\p{Nd}\p{Lo}])/gu;
const SPACED_WORD = /(?:^|(?<=\s))[a-z]{3,24}(?= [\p{Lu}\p{Nd}\p{Lo}])/gu;
const MAY_BE_SPACED = /^([a-z]{3,24}) [\p{Lu}\p{Nd}\p{Lo}]/u;
const MAY_BE_GLUED = /(?:^|\s)[a-z]{3,24}[^a-z\s!-/:-@[-`{-~]/;
const SAID_TWICE = /^([a-z]([a-z]{2,23})) [A-Z]\2$/;
const LETTER_BEFORE = /[\p{L}\p{N}]$/u;

/** An icon's name in a line. */
export interface IconName {
  readonly start: number;
  readonly end: number;
  /** A name of one word, which could be a word of the text: `star`, `share`. */
  readonly plain: boolean;
}

/**
 * Ligature names of icon fonts (Material Icons and Symbols) in a line: `folder_open` anywhere, one-word
 * names only where they are glued to what follows, as in `schedule5 hours ago`, or where the line begins with one, with a
 * capital or a figure behind it: `person Jane Roe schedule 3 May 2024`.
 */
export function iconNames(line: string): IconName[] {
  const found: IconName[] = [];
  if (line.includes('_')) {
    for (const match of line.matchAll(SNAKE)) {
      if (LETTER_BEFORE.test(line.slice(0, match.index))) continue;
      const name = longestName(match[0]);
      if (name) found.push({ start: match.index, end: match.index + name.length, plain: false });
    }
  }
  const first = MAY_BE_SPACED.exec(line)?.[1];
  if (first !== undefined && names().has(first)) found.push(...plainNames(line, SPACED_WORD));
  if (MAY_BE_GLUED.test(line)) found.push(...plainNames(line, GLUED_WORD));
  return found.sort((a, b) => a.start - b.start);
}

function plainNames(line: string, pattern: RegExp): IconName[] {
  return matchesOf(line, pattern).flatMap(({ 0: name, index }) =>
    names().has(name) ? { start: index, end: index + name.length, plain: true } : [],
  );
}

/** Whether the whole line is names of icons, or one with what readers see as its name: `print Print`. */
export function isIconLine(line: string): boolean {
  const twice = SAID_TWICE.exec(line)?.[1];
  if (twice !== undefined) return names().has(twice);
  if (!line.includes('_')) return false;
  return line.split(' ').every((word) => names().has(word) && word.includes('_'));
}

function longestName(text: string): string | null {
  for (let end = text.length; end > 2; end--) {
    const name = text.slice(0, end);
    if (name.includes('_') && (names().has(name) || names().has(name.replace(STYLE, ''))))
      return name;
  }
  return null;
}
