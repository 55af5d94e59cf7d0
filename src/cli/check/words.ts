import { type ChangeObject, diffChars, diffWordsWithSpace } from 'diff';
import { printable } from '../../text/printable.ts';
import type { Paint } from '../terminal/paint.ts';

const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;
const UNSEEN = /(?! )(?:[\s\p{Cf}\p{Zs}]|\p{Script=Inherited}(?<=\p{Mn}))/gu;
/** Characters that are shown on each side of a difference. About a third of a terminal's line. */
const CONTEXT = 30;
/** Inserted and deleted words at most, since a diff takes time by their square; texts that differ more share hardly anything. */
const MOST_EDITS = 400;

/**
 * The words that differ between two texts, with a little of what stands around them:
 * `[-expected-]{+actual+}`, or colours. `null` when hardly anything is the same.
 */
export function wordDiff(expected: string, actual: string, paint: Paint): string | null {
  const options = { maxEditLength: MOST_EDITS };
  const unspaced = UNSPACED.test(expected) || UNSPACED.test(actual);
  const parts: ChangeObject<string>[] | undefined = unspaced
    ? diffChars(expected, actual, options)
    : diffWordsWithSpace(expected, actual, options);
  if (parts === undefined) return null;
  const same = parts.reduce(
    (n, part) => n + (part.added || part.removed ? 0 : part.value.length),
    0,
  );
  if (same * 3 < Math.max(expected.length, actual.length)) return null;
  return parts.map((part, i) => show(part, i === 0, i === parts.length - 1, paint)).join('');
}

function show(part: ChangeObject<string>, first: boolean, last: boolean, paint: Paint): string {
  if (part.removed) return paint.removed(`[-${unseen(part.value)}-]`);
  if (part.added) return paint.kept(`{+${unseen(part.value)}+}`);
  return printable(shorten(part.value, first, last));
}

/** What is the same on both sides, but for its middle or the end that is far from a change. */
function shorten(text: string, first: boolean, last: boolean): string {
  const chars = [...text];
  const room = first || last ? CONTEXT : 2 * CONTEXT;
  if (chars.length <= room + 1) return text;
  const head = first ? '' : chars.slice(0, CONTEXT).join('');
  const tail = last ? '' : chars.slice(-CONTEXT).join('');
  return `${head}…${tail}`;
}

/** Spaces and marks that look like others, or like nothing, are written as escapes. */
function unseen(text: string): string {
  const shown = text.replace(UNSEEN, (char) => `\\u{${char.codePointAt(0)!.toString(16)}}`);
  return printable(shown);
}
