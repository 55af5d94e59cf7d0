import type { At } from '../../contract/article.ts';
import type { Decoded } from '../../document/document.ts';
import { linesOf } from '../../stages/blocks/text/lines.ts';
import type { LineOf } from './entries.ts';

/** The lines of a source. */
export interface SourceLines {
  /** How many there are. */
  readonly count: number;
  /** The lines as they stand, of plain text; null for pages. */
  readonly texts: readonly string[] | null;
  readonly lineOf: LineOf;
}

const LINE_BREAK = /\r\n?|\n/;

/** The lines of plain text, and those in which a page is written. */
export async function sourceLines({
  format,
  text,
}: Pick<Decoded, 'format' | 'text'>): Promise<SourceLines> {
  if (format === 'html') {
    return { count: countOf(text.split(LINE_BREAK)), texts: null, lineOf: await linesInHtml(text) };
  }
  const texts = linesOf(text).map(({ raw }) => raw);
  return { count: countOf(texts), texts, lineOf: lineInText };
}

/** Behind the line end of the last line there is no other one. */
function countOf(lines: readonly string[]): number {
  return Math.max(1, lines.at(-1) === '' ? lines.length - 1 : lines.length);
}

const lineInText: LineOf = (at) => {
  const line = at.line ?? 1;
  return { first: line, last: line, column: at.column ?? 1 };
};

async function linesInHtml(html: string): Promise<LineOf> {
  const { textNodePlaces } = await import('../../stages/parse/text-node-places.ts');
  const placeOf = textNodePlaces(html);
  return ({ node = 0, last = node, offset = 0 }: At) => {
    const { line, column } = placeOf(node, offset);
    return { first: line, column, last: last > node ? placeOf(last, 0).line : line };
  };
}
