import { once } from '../../assets/once.ts';
import { datePieces } from '../../recognize/dates/date-words.ts';

const time = once(
  () =>
    new RegExp(
      `^\\d{1,2}${datePieces('entry-sign')}\\s?\\d{2}(?:\\s?${datePieces('entry-unit')})?\\.?$`,
      'i',
    ),
);

/** Whether a line is a time of day and nothing else: the time of a live blog's entry. */
export function isTime(text: string): boolean {
  return time().test(text);
}
