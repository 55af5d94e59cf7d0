import type { Article } from '../contract/article.ts';
import { markerOf } from '../stages/blocks/text/markers.ts';

type BodyBlock = Article['body'][number];
/** Makes plain text Markdown that shows the same. */
type Mark = (text: string) => string;

const INLINE = /[\\`*_[\]<]/g;
const LINE_START = /^(\s*)([#>+-]|\d+(?=[.)]))/gm;
const ENTITY = /&(?=#?\w+;)/g;
const FENCE = /^`{3,}/gm;
const BREAK = /\r?\n/g;
const BAR = /\|/g;
const EVERY_LINE = /^/gm;
const UNSAFE_IN_ADDRESS = /[<>\\\s]/g;
/** Stands before text that does not begin a line, so that a dash or number at its start is no mark. */
const INSIDE = 'x';
const NUMBER = /^\d/;

/**
 * Title, subtitle, byline, date and body as CommonMark (tables as in GitHub's).
 *
 * @example toMarkdown(clean(page)) // '# Storm closes bridge\n\nThe old bridge …\n'
 */
export function toMarkdown(article: Article): string {
  const parts: string[] = [];
  if (article.title !== null) parts.push(`# ${inline(article.title)}`);
  if (article.subtitle !== null) parts.push(`**${inline(article.subtitle)}**`);
  const facts = [article.byline, article.published?.value].filter((fact) => fact != null);
  if (facts.length > 0) parts.push(`*${facts.map(inline).join(' · ')}*`);
  const pictures = picturesOf(article);
  let ordinal = 0;
  article.body.forEach((block, i) => {
    parts.push(...pictures(i));
    const before = article.body[i - 1];
    const listed = before !== undefined && isNextItem(before, block) && pictures(i).length === 0;
    ordinal = listed ? ordinal + 1 : 1;
    const text = blockMarkdown(block, ordinal);
    if (listed) parts.push(`${parts.pop()}\n${text}`);
    else parts.push(text);
  });
  parts.push(...pictures(article.body.length));
  return `${parts.join('\n\n')}\n`;
}

/** Whether a block goes on with the list of the one before it: numbers behind bullets begin a list of their own. */
function isNextItem(before: BodyBlock, block: BodyBlock): boolean {
  if (block.type !== 'list-item' || before.type !== 'list-item') return false;
  return block.ordered === before.ordered || block.depth !== before.depth;
}

function blockMarkdown(block: BodyBlock, ordinal: number): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(Math.max(2, block.level ?? 2))} ${linked(block, inline)}`;
    case 'list-item': {
      const indent = '   '.repeat((block.depth ?? 1) - 1);
      // Of plain text the marker is printed; of a page it is not.
      const printed = block.links ? null : markerOf(block.text);
      const number = printed?.kind === 'number' ? printed.number : ordinal;
      const marker = block.ordered ? `${number}.` : '-';
      const text = printed ? block.text.slice(printed.length) : block.text;
      return `${indent}${marker} ${linked({ ...block, text }, inline)}`;
    }
    case 'quote':
      return linked(block, escapeText).replace(EVERY_LINE, '> ');
    case 'preformatted':
      return fenced(block.text);
    case 'table':
      return table(block.text);
    default:
      return linked(block, escapeText);
  }
}

/** The pictures before a block of the body, as paragraphs. */
function picturesOf({ images }: Article): (before: number) => string[] {
  const byBlock = new Map<number, string[]>();
  for (const { src, alt, before } of images ?? []) {
    const list = byBlock.get(before) ?? [];
    list.push(`![${inline(alt)}](<${address(src)}>)`);
    byBlock.set(before, list);
  }
  return (before) => byBlock.get(before) ?? [];
}

/** A block's text with its links; `mark` makes plain text Markdown. */
function linked({ text, links }: BodyBlock, mark: Mark): string {
  if (!links) return mark(text);
  let out = '';
  let from = 0;
  for (const { start, end, href } of links) {
    const label = withoutStart(mark, text.slice(start, end));
    out += `${part(mark, text, from, start)}[${label}](<${address(href)}>)`;
    from = end;
  }
  return out + part(mark, text, from, text.length);
}

function part(mark: Mark, text: string, from: number, to: number): string {
  const stretch = text.slice(from, to);
  return from === 0 ? mark(stretch) : withoutStart(mark, stretch);
}

/** Escapes text that stands inside a line, whose first character begins no block. */
function withoutStart(mark: Mark, text: string): string {
  return mark(`${INSIDE}${text}`).slice(INSIDE.length);
}

function address(href: string): string {
  return href.replace(UNSAFE_IN_ADDRESS, encodeURIComponent);
}

function inline(text: string): string {
  return escapeText(text.replace(BREAK, ' '));
}

function escapeText(text: string): string {
  return text.replace(INLINE, '\\$&').replace(ENTITY, '&amp;').replace(LINE_START, escapeStart);
}

function escapeStart(_whole: string, space: string, mark: string): string {
  return NUMBER.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(FENCE)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function table(text: string): string {
  const rows = text
    .split('\n')
    .map((row) => row.split('\t').map((cell) => withoutStart(inline, cell).replace(BAR, '\\|')));
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, i) => row[i] ?? '');
    return `| ${cells.join(' | ')} |`;
  });
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return lines.join('\n');
}
