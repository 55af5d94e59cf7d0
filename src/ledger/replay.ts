import type { Article, At } from '../contract/article.ts';
import type { Input } from '../contract/input.ts';
import { sourceOf } from '../contract/read-input.ts';
import type { Positions } from '../document/document.ts';
import { createBlocks } from '../stages/blocks/index.ts';
import { createDecode } from '../stages/decode/index.ts';
import { createParse } from '../stages/parse/index.ts';

type Spans = NonNullable<Article['spans']>;
type Changes = NonNullable<Article['changes']>;

/** The stages whose changes are undone and done again; `decode` comes before there is text. */
const STAGES = ['blocks', 'unescape', 'repair', 'normalize'] as const;

/** Text by the field that it went to: `{'/title': 'A headline', '/body/0': …, '/removed/3': …}`. */
export type Fields = Readonly<Record<string, string>>;

/**
 * Puts an article's text together from its source and its full ledger, without any rule being run.
 *
 * @param input what the article was made from.
 * @returns the text of each field that has spans, by JSON pointer.
 * @throws {InputError} when the input holds neither text nor bytes.
 * @throws {Error} when the article has no full ledger (`spans`).
 */
export function replay(input: Input, article: Article): Fields {
  const { spans, changes } = ledgerOf(article);
  const inside = bySpan(changes);
  const decoded = createDecode()({ ...sourceOf(input), format: article.source.format });
  const { text, positions } = createBlocks()(createParse()(decoded));
  const starts = spans.map((span) => offsetOf(positions, span.at));
  const fields: Record<string, string> = {};
  spans.forEach((span, i) => {
    let part = text.slice(starts[i], starts[i + 1]);
    for (const change of inside.get(i) ?? []) {
      const at = change.offset!;
      part = part.slice(0, at) + change.after + part.slice(at + change.before.length);
    }
    if (span.syntax !== undefined) return;
    const own = part.slice(0, span.length);
    const before = fields[span.home];
    fields[span.home] = before === undefined ? own : before + separatorOf(span.home) + own;
  });
  return fields;
}

/**
 * Puts the source's visible text back together, in order, from an article and its full ledger.
 *
 * @returns one string for each span, as it stood in the source.
 * @throws {Error} when the article has no full ledger (`spans`).
 */
export function restore(article: Article): string[] {
  const { spans, changes } = ledgerOf(article);
  const inside = bySpan(changes);
  const used = new Map<string, number>();
  return spans.map((span, i) => {
    let part = span.syntax ?? takeFrom(article, span, used);
    for (const change of inside.get(i)?.reverse() ?? []) {
      const at = change.offset!;
      // A change may lie in the white space behind the span's text, which is not kept.
      part = part.padEnd(at + change.after.length);
      part = part.slice(0, at) + change.before + part.slice(at + change.after.length);
    }
    return part;
  });
}

function ledgerOf(article: Article): { spans: Spans; changes: Changes } {
  if (!article.spans) {
    throw new Error(
      `expected an article with a full ledger, found none in "${article.id}"; clean with --ledger full`,
    );
  }
  return { spans: article.spans, changes: article.changes ?? [] };
}

/** The changes inside each span, stage after stage, each from left to right. */
function bySpan(changes: Changes): Map<number, Changes> {
  const spans = new Map<number, Changes>();
  for (const stage of STAGES) {
    for (const change of changes) {
      if (change.stage !== stage || change.span === undefined) continue;
      const list = spans.get(change.span);
      if (list) list.push(change);
      else spans.set(change.span, [change]);
    }
  }
  return spans;
}

function takeFrom(article: Article, span: Spans[number], used: Map<string, number>): string {
  const field = fieldOf(article, span.home);
  const from = used.get(span.home) ?? 0;
  used.set(span.home, from + span.length + separatorOf(span.home).length);
  return field.slice(from, from + span.length);
}

/** The text of the field that a pointer names. */
function fieldOf(article: Article, home: string): string {
  const [, name, index] = home.split('/') as [string, string, string | undefined];
  if (name === 'body') return article.body[Number(index)]!.text;
  if (name === 'removed') return article.removed![Number(index)]!.text;
  if (name === 'published' || name === 'modified') return article[name]?.raw ?? '';
  return (
    article[name as 'title' | 'kicker' | 'subtitle' | 'section' | 'byline' | 'relativeDate'] ?? ''
  );
}

function separatorOf(home: string): string {
  return home.startsWith('/removed/') ? '\n' : ' ';
}

/** The offset of the linear text that a place of the source has. */
function offsetOf({ unit, offsets, units, columns }: Positions, at: At): number {
  const wanted = unit === 'line' ? at.line! : at.node!;
  const column = unit === 'line' ? at.column! - 1 : (at.offset ?? 0);
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const before =
      units[middle]! < wanted || (units[middle] === wanted && columns[middle]! <= column);
    if (before) low = middle;
    else high = middle - 1;
  }
  return offsets[low]! + column - columns[low]!;
}
