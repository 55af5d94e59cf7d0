import type { Warning } from '../../contract/article.ts';
import { WARNINGS } from '../../contract/warnings.ts';
import { isDate } from '../../text/is-date.ts';
import { excerpt } from '../../text/printable.ts';
import { webAddress } from './web-address.ts';

/** UTF-16 units of a value that a warning shows. */
const SHOWN = 60;

const isText = (value: unknown): boolean => typeof value === 'string';

/** What the fields that copydesk reads must be; the others are carried through as they are. */
const FIELDS: readonly (readonly [
  name: string,
  expected: string,
  isRight: (value: unknown) => boolean,
])[] = [
  ['id', 'a text or a number', (value) => isText(value) || typeof value === 'number'],
  ['text', 'a text', isText],
  ['html', 'a text', isText],
  ['url', 'an address of the web', (value) => webAddress(value) !== undefined],
  ['fetched', 'a date such as 2024-06-13', (value) => isText(value) && isDate(value as string)],
  ['charset', 'the name of a charset', isText],
];

/** Warnings of the fields of a row that are not what they must be, and so are left out. */
export function ignoredFields(row: Readonly<Record<string, unknown>>): readonly Warning[] {
  const out: Warning[] = [];
  const warn = (message: string): void => {
    out.push({ code: 'ignored-field', message: `${WARNINGS['ignored-field']}: ${message}` });
  };
  for (const [name, expected, isRight] of FIELDS) {
    const value = Object.hasOwn(row, name) ? row[name] : undefined;
    if (value === undefined || value === null || value === '' || isRight(value)) continue;
    warn(`expected "${name}" to be ${expected}, found ${excerpt(JSON.stringify(value), SHOWN)}`);
  }
  // As a field of a copy it would change what the copy inherits.
  if (Object.hasOwn(row, '__proto__')) warn('"__proto__" is no name of a field');
  return out;
}
