import type { Token } from '../tokens.ts';

const THAI = /\p{sc=Thai}/u;
/** From here on two digits end a Buddhist year: 2557 is 2014. */
const FIRST_SHORT_BUDDHIST = 57;

/** A four-digit year; Buddhist ones are turned into common ones, Persian ones stay. */
export function yearNumber(t: Token | undefined): number | null {
  if (t?.kind !== 'number' || t.text.length !== 4) return null;
  const n = Number(t.text);
  if (n >= 2443 && n <= 2700) return n - 543;
  return (n >= 1700 && n <= 2199) || (n >= 1300 && n <= 1450) ? n : null;
}

/** "24-Nov-21", "24 Nov '21". */
export function shortYear(tokens: readonly Token[], at: number): number | null {
  const mark = tokens[at];
  const t = tokens[at + 1];
  if (t?.kind !== 'number' || t.text.length !== 2 || (mark?.text !== '-' && mark?.text !== "'"))
    return null;
  if (mark.end !== t.start || (mark.text === '-' && mark.start !== tokens[at - 1]?.end))
    return null;
  const next = tokens[at + 2];
  return next?.text === ':' && next.start === t.end ? null : 2000 + Number(t.text);
}

/** "14 พ.ค. 67": right behind a Thai month two digits end a Buddhist year. */
export function thaiYear(tokens: readonly Token[], at: number): number | null {
  const t = tokens[at];
  const month = tokens.slice(0, at).findLast(({ kind }) => kind === 'word');
  if (t?.kind !== 'number' || t.text.length !== 2 || !month || !THAI.test(month.text)) return null;
  if (tokens[at + 1]?.text === ':' || Number(t.text) < FIRST_SHORT_BUDDHIST) return null;
  return 2500 + Number(t.text) - 543;
}
