import { once } from '../../assets/once.ts';
import { alternatives } from '../../recognize/words.ts';

// A list's third point begins with `(c)`, too, and is a sentence.
const copyright = once(
  () =>
    new RegExp(
      `^©|^\\(c\\)\\s(?:[^.]{0,80}\\d{4}|[^.]{1,30}$)|©\\s*\\d{4}|\\d{4}\\s*©|^(?:${alternatives('copyright')})\\b[^.]{0,80}(?:\\d{4}|${alternatives('rights')})`,
      'i',
    ),
);
/** In UTF-16 units (set by hand on the open benchmark's pages). */
const MAX_LENGTH = 300;
/** What is no part of the owner's name. */
const noName = once(
  () =>
    new RegExp(
      `©|\\(c\\)|${alternatives('copyright')}|${alternatives('rights-reserved')}|\\d{4}|[.,|–—-]`,
      'gi',
    ),
);

/** Whether a line is a copyright line by its sign. */
export function isCopyrightLine(text: string): boolean {
  return text.length <= MAX_LENGTH && copyright().test(text);
}

/** What is left of a copyright line without its sign and years: its owner's name; null for other lines. */
export function copyrightOwner(text: string): string | null {
  return isCopyrightLine(text) ? text.replace(noName(), ' ') : null;
}
