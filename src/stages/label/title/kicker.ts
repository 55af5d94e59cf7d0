import { once } from '../../../assets/once.ts';
import type { Vocabulary } from '../../../recognize/vocabulary.ts';
import { alternatives } from '../../../recognize/words.ts';

const SEPARATOR = /^\s*(?:[:：|｜│]|\s[-–—])\s*/;
const NEEDS_SPACE = /[:-–—|]$/u;
const LETTER = /[\p{L}\p{N}]/u;
const STOP = /^\.\s+/;
/** How wires number the versions of a report, in capitals only: `UPDATE 2-`. */
const update = once(
  () =>
    new RegExp(`^(?:${alternatives('wire-marker').toUpperCase()})(?: ?\\d{1,2})?\\s?-\\s?(?=\\S)`),
);
const DASH = /\s?-\s?$/;
const BRACKETS = /^([[【〔［(（<＜])([^\]】〕］)）>＞]{1,16})[\]】〕］)）>＞]\s*/u;
// Set by hand: UTF-16 units of a marker; markers in a row.
const MAX_LENGTH = 24;
const MAX_KICKERS = 3;

/** A kicker at the start of a headline: where it stands, and where the headline begins behind it. */
export interface Kicker {
  readonly start: number;
  readonly end: number;
  readonly rest: number;
}

/**
 * `EXCLUSIVE: …`, `Live | …`, `UPDATE 2-…`, `【速報】…`, `VIDÉO. …`: a marker that the vocabulary knows, or
 * several in a row, which are one kicker.
 */
export function kickerOf(title: string, vocabulary: Vocabulary): Kicker | null {
  const first = oneKicker(title, vocabulary);
  if (!first) return null;
  let { end, rest } = first;
  for (let i = 1; i < MAX_KICKERS; i++) {
    const next = oneKicker(title.slice(rest), vocabulary);
    if (!next) break;
    end = rest + next.end;
    rest += next.rest;
  }
  return { start: first.start, end, rest };
}

function oneKicker(title: string, vocabulary: Vocabulary): Kicker | null {
  const marker = update().exec(title)?.[0];
  if (marker !== undefined) {
    return { start: 0, end: marker.replace(DASH, '').length, rest: marker.length };
  }
  const bracketed = BRACKETS.exec(title);
  if (bracketed) {
    const [whole, , name] = bracketed as unknown as [string, string, string];
    const rest = whole.length;
    return vocabulary.isKicker(name) && rest < title.length
      ? { start: 1, end: 1 + name.length, rest }
      : null;
  }
  return separated(title, vocabulary);
}

function separated(title: string, vocabulary: Vocabulary): Kicker | null {
  for (let at = 2; at <= MAX_LENGTH && at < title.length; at++) {
    const behind = title.slice(at, at + 5);
    const separator = SEPARATOR.exec(behind) ?? STOP.exec(behind);
    if (!separator) continue;
    const name = title.slice(0, at);
    const rest = at + separator[0].length;
    if (!isSeparated(name, separator[0], title[rest])) continue;
    return vocabulary.isKicker(name) ? { start: 0, end: at, rest } : null;
  }
  return null;
}

/** A colon or bar of an alphabet has a space behind it, a stop stands behind capitals only. */
function isSeparated(name: string, separator: string, next: string | undefined): boolean {
  if (next === undefined) return false;
  if (STOP.test(separator)) return name === name.toUpperCase() && name !== name.toLowerCase();
  return !NEEDS_SPACE.test(separator) || !LETTER.test(name.at(-1)!) || isUncased(name);
}

function isUncased(text: string): boolean {
  return text.toLowerCase() === text.toUpperCase();
}
