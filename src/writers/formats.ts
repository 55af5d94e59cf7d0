import type { Article } from '../contract/article.ts';
import { csvHead, csvRow } from './csv.ts';
import type { Format, TextFormat } from './format-names.ts';
import { jsonLdText } from './json-ld.ts';
import { toMarkdown } from './markdown.ts';
import { type Selection, select } from './select.ts';
import { toText } from './text.ts';

/** What stands before the first article of a stream; '' for most formats. */
export function headOf(as: Format, fields: Selection | null): string {
  return as === 'csv' ? csvHead(fields) : '';
}

/**
 * The article in a format, with its final newline.
 *
 * @param fields the fields that are written, in formats that have fields; `null` for all
 */
export function format(article: Article, as: TextFormat, fields: Selection | null = null): string {
  switch (as) {
    case 'json':
      return `${JSON.stringify(fields ? select(article, fields) : article, null, 2)}\n`;
    case 'ndjson':
      return `${JSON.stringify(fields ? select(article, fields) : article)}\n`;
    case 'md':
      return toMarkdown(article);
    case 'text':
      return toText(article);
    case 'jsonld':
      return jsonLdText(article);
    case 'csv':
      return csvRow(article, fields);
  }
}
