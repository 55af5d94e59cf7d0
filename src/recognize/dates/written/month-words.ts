import { monthOf, monthsOf, persianMonthOf } from '../calendar.ts';
import type { Token } from '../tokens.ts';

/** French and Catalan d', Hebrew ב. */
const PREFIXED = /^(?:d'|ב)(?=\p{L}{3})/u;

/** A month as written. */
export interface MonthAt {
  readonly number: number;
  /** Other months that the word names in other languages. */
  readonly others: readonly number[];
  /** One past the last token. */
  readonly to: number;
  readonly persian: boolean;
}

/** The month named at a token: one word, two, or Vietnamese "tháng 11". */
export function monthAt(tokens: readonly Token[], at: number, language?: string): MonthAt | null {
  const t = tokens[at];
  if (t?.kind !== 'word') return null;
  const next = tokens[at + 1];
  const third = tokens[at + 2];
  if (next?.text === '.' && third?.kind === 'word') {
    // Thai "พ.ย."
    const dotted = monthOf(`${t.text}.${third.text}`, language);
    if (dotted !== null)
      return {
        number: dotted,
        others: [],
        to: tokens[at + 3]?.text === '.' ? at + 4 : at + 3,
        persian: false,
      };
  }
  if (next && next.kind !== 'mark') {
    const two = monthOf(`${t.text} ${next.text}`, language);
    if (two !== null) return { number: two, others: [], to: at + 2, persian: false };
  }
  const word = t.text.replace(PREFIXED, '');
  const one = monthOf(t.text, language) ?? monthOf(word, language);
  if (one !== null) return { number: one, others: [], to: at + 1, persian: false };
  const [first, ...others] = monthsOf(t.text);
  if (first !== undefined) return { number: first, others, to: at + 1, persian: false };
  const persian = persianMonthOf(t.text);
  return persian === null ? null : { number: persian, others: [], to: at + 1, persian: true };
}
