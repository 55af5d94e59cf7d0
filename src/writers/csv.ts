import type { Article } from '../contract/article.ts';
import { ROW_COLUMNS, toRow } from './row.ts';
import { type Selection, valueAt } from './select.ts';

// What spreadsheets take for a formula, or may: the signs that OWASP names, and their full-width forms.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
const QUOTE = /"/g;

/** The first row of a table of articles. */
export function csvHead(fields: Selection | null): string {
  return line(fields?.map((path) => path.join('.')) ?? ROW_COLUMNS);
}

/** An article as a row of CSV (RFC 4180) with its newline: the columns of `toRow`, or the chosen fields. */
export function csvRow(article: Article, fields: Selection | null): string {
  const row = toRow(article);
  if (fields === null) return line(ROW_COLUMNS.map((name) => row[name]));
  return line(
    fields.map((path) => {
      const [name] = path;
      const isColumn = path.length === 1 && Object.hasOwn(row, name!);
      return isColumn ? row[name as keyof typeof row] : valueAt(article, path);
    }),
  );
}

function line(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(',')}\n`;
}

/** A cell; a text that a spreadsheet would run gets an apostrophe before it. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replace(QUOTE, '""')}"` : safe;
}
