import { lexiconLines } from '../../assets/lexicon.ts';
import { once } from '../../assets/once.ts';

/**
 * Lists of data/date-words.json whose words are compared with a folded line (src/text/fold.ts).
 *
 * @public `npm run generate` makes the lexicon's lists of them.
 */
export const DATE_WORD_LISTS = [
  'ordinal',
  'before-month',
  'before-year',
  'after-year',
  'year-word',
  'between',
  'before-day',
  'am',
  'pm',
] as const;

/** Lists in which a word's place is the number that it stands for; folded too. */
export const DATE_NUMBER_LISTS = ['number-word', 'persian-month'] as const;

/** Lists of pieces of regular expressions, as they stand in the file. */
export const DATE_PIECE_LISTS = [
  'before-clock',
  'hour-sign',
  'minute-sign',
  'clock-unit',
  'hour-unit',
  'entry-sign',
  'entry-unit',
  'state-of',
] as const;

/** Lists of languages (BCP 47) by the order of day and month in digits. */
export const DATE_ORDER_LISTS = ['dayFirst', 'dayFirstLocales', 'monthFirstLocales'] as const;

type DateWordList = (typeof DATE_WORD_LISTS)[number];

/** The words of a list in all languages, folded, each once. */
export function dateWords(list: DateWordList): readonly string[] {
  return lexiconLines(`dates:${list}`);
}

/** The same as a set, made when it is first asked for. */
export function dateWordSet(list: DateWordList): () => ReadonlySet<string> {
  return once(() => new Set(dateWords(list)));
}

/** The numbers that words stand for, from 1 on, by the folded word; made when first asked for. */
export function dateNumbers(
  list: (typeof DATE_NUMBER_LISTS)[number],
): () => ReadonlyMap<string, number> {
  return once(() => new Map(lexiconLines(`dates:${list}`).map((word, i) => [word, i + 1])));
}

/** The pieces of a list as alternatives of a regular expression. */
export function datePieces(list: (typeof DATE_PIECE_LISTS)[number]): string {
  return `(?:${lexiconLines(`dates:${list}`).join('|')})`;
}

/** The languages of a list, made a set when it is first asked for. */
export function languagesThat(list: (typeof DATE_ORDER_LISTS)[number]): () => ReadonlySet<string> {
  return once(() => new Set(lexiconLines(`dates:${list}`)));
}
