import { type Verdict, verdict } from '../../../document/verdict.ts';
import { agencyNamed } from '../../../recognize/words.ts';
import type { Line } from '../../read/line.ts';

// Set by hand: UTF-16 units of a line, words of a name in it.
const MAX_LENGTH = 80;
const MAX_NAME_WORDS = 5;
const STROKE = /\s*[/／]\s*|\s+via\s+/u;
const BRACKETS = /^[[(（【]|[\])）】]$/gu;
/** A capital, or a letter of a script that has none. */
const CAPITAL = /^[\p{Lu}\p{Lo}]/u;
const SPACE = /\s+/u;
/** A place and an agency, both in one word, are a dateline. */
const ONE_WORD = /^\S+$/u;

/** A picture's credit alone in its line, behind strokes or `via` a wire agency: `Jo Doe/Invision/AP`, `NASA via AP`. */
export function agencyLineVerdict({ text, endsSentence }: Line): Verdict | null {
  if (text.length > MAX_LENGTH || endsSentence || !STROKE.test(text)) return null;
  const names = text.replace(BRACKETS, '').split(STROKE);
  if (names.length < 2 || agencyNamed(names.at(-1)!) === null) return null;
  if (names.length === 2 && ONE_WORD.test(names[0]!) && agencyNamed(names[0]!) === null)
    return null;
  const areNames = names.every(
    (name) => CAPITAL.test(name) && name.split(SPACE).length <= MAX_NAME_WORDS,
  );
  return areNames ? verdict('credit', 'agency-line') : null;
}
