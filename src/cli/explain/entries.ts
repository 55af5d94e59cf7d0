import type { Article, At } from '../../contract/article.ts';
import type { ShownChange } from '../terminal/change-text.ts';

/** What became of a stretch of the source. */
export interface Entry {
  /** First and last line of the source, 1-based. */
  readonly first: number;
  readonly last: number;
  /** Column of the first line at which it begins: UTF-16 units, 1-based. */
  readonly column: number;
  readonly fate: 'kept' | 'removed';
  /** Field, body type or label. */
  readonly what: string;
  readonly text: string;
  /** Null for separators, prefixes and markers of a field. */
  readonly rule: string | null;
  /** 0 to 1. */
  readonly certainty: number;
}

/** A change and where it stands. */
export interface LineChange extends ShownChange {
  readonly line: number;
  readonly column: number;
}

/** Where a stretch stands in the source: lines, and the column at which it begins, all 1-based. */
export interface Lines {
  readonly first: number;
  readonly last: number;
  /** In UTF-16 units. */
  readonly column: number;
}

/** Where `at` stands in lines of the source. */
export type LineOf = (at: At) => Lines;

type Span = NonNullable<Article['spans']>[number];

const SPACE = /^\s$/;
const HOME = /^\/([^/]+)(?:\/(\d+))?/;

/**
 * What became of each span of the source, in its order.
 *
 * @param article with the full ledger
 * @param lines the source's lines for plain text; `null` for HTML, where the field's text is shown
 */
export function entriesOf(
  article: Article,
  lines: readonly string[] | null,
  lineOf: LineOf,
): Entry[] {
  const spans = article.spans ?? [];
  const taken = new Map<string, number>();
  return spans.map((span, i) => {
    const { text: whole, ...home } = homeOf(article, span);
    const at = lineOf(span.at);
    if (lines === null) return { ...at, ...home, text: part(whole, span, taken) };
    const text = printed(lines, span, spans[i + 1]);
    const last = span.length > text.length ? lastLine(lines, at.first, spans[i + 1]) : at.last;
    return { ...at, last, ...home, text };
  });
}

/** The changes of the article by line. */
export function changesOf(article: Article, lineOf: LineOf): LineChange[] {
  return (article.changes ?? []).map(({ at, stage, rule, ...change }) => {
    const { first, column } = lineOf(at);
    return { line: first, column, ...change, rule: `${stage}: ${rule}` };
  });
}

interface Home extends Pick<Entry, 'fate' | 'what' | 'rule' | 'certainty'> {
  readonly text: string;
}

function homeOf(article: Article, span: Span): Home {
  const [, field = span.home, index] = HOME.exec(span.home) ?? [];
  const number = index === undefined ? -1 : Number(index);
  const removed = field === 'removed' ? article.removed?.[number] : undefined;
  const { rule, certainty } = span;
  if (removed) {
    return { fate: 'removed', what: removed.label, rule, certainty, text: removed.text };
  }
  const block = field === 'body' ? article.body[number] : undefined;
  const name = block ? `body[${number}] ${block.type}` : field;
  const text = block?.text ?? fieldText(article, field);
  return span.syntax === undefined
    ? { fate: 'kept', what: name, rule, certainty, text }
    : { fate: 'kept', what: `${name}, syntax`, rule: null, certainty, text };
}

function fieldText(article: Article, field: string): string {
  const value: unknown = Object.hasOwn(article, field)
    ? article[field as keyof Article]
    : undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'raw' in value) return String(value.raw);
  return '';
}

/** The span's part of its field's text; the parts come in order, with white space between them. */
function part(text: string, span: Span, taken: Map<string, number>): string {
  if (span.syntax !== undefined) return span.syntax;
  let start = taken.get(span.home) ?? 0;
  while (SPACE.test(text.charAt(start))) start += 1;
  taken.set(span.home, start + span.length);
  return text.slice(start, start + span.length);
}

/** The last line of a stretch that goes on over the end of its first line: the last with text before the next stretch. */
function lastLine(lines: readonly string[], first: number, next: Span | undefined): number {
  let last = Math.max(first, (next?.at.line ?? lines.length + 1) - 1);
  while (last > first && lines[last - 1]?.trim() === '') last -= 1;
  return last;
}

/** The source from the span's place to the next one in its line. */
function printed(lines: readonly string[], { at }: Span, next: Span | undefined): string {
  const line = lines[(at.line ?? 1) - 1] ?? '';
  const end = next?.at.line === at.line ? (next?.at.column ?? line.length + 1) - 1 : line.length;
  return line.slice((at.column ?? 1) - 1, end).trim();
}
