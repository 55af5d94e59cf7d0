import type { Article } from '../article.ts';

type BodyBlock = Article['body'][number];

const INLINE = /[\\`*_[\]<]/g;
const LINE_START = /^(\s*)([#>+-]|\d+(?=[.)]))/gm;
const ENTITY = /&(?=#?\w+;)/g;
const FENCE = /^`{3,}/gm;
const BREAK = /\r?\n/g;
const BAR = /\|/g;
const EVERY_LINE = /^/gm;
const NUMBER = /^\d/;

/** Title, subtitle, byline, date and body as CommonMark (tables as in GitHub's). */
export function articleMarkdown(article: Article): string {
  const parts: string[] = [];
  if (article.title !== null) parts.push(`# ${inline(article.title)}`);
  if (article.subtitle !== null) parts.push(`**${inline(article.subtitle)}**`);
  const facts = [article.byline, article.published?.value].filter((fact) => fact != null);
  if (facts.length > 0) parts.push(`*${facts.map(inline).join(' · ')}*`);
  let ordinal = 0;
  article.body.forEach((block, i) => {
    const before = article.body[i - 1];
    const listed = block.type === 'list-item' && before?.type === 'list-item';
    ordinal = listed ? ordinal + 1 : 1;
    const text = blockMarkdown(block, ordinal);
    if (listed) parts.push(`${parts.pop()}\n${text}`);
    else parts.push(text);
  });
  return `${parts.join('\n\n')}\n`;
}

function blockMarkdown(block: BodyBlock, ordinal: number): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(Math.max(2, block.level ?? 2))} ${inline(block.text)}`;
    case 'list-item': {
      const indent = '   '.repeat((block.depth ?? 1) - 1);
      const marker = block.ordered ? `${ordinal}.` : '-';
      return `${indent}${marker} ${inline(block.text)}`;
    }
    case 'quote':
      return escapeText(block.text).replace(EVERY_LINE, '> ');
    case 'preformatted':
      return fenced(block.text);
    case 'table':
      return table(block.text);
    default:
      return escapeText(block.text);
  }
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
    .map((row) => row.split('\t').map((cell) => inline(cell).replace(BAR, '\\|')));
  const width = Math.max(...rows.map((row) => row.length));
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, i) => row[i] ?? '');
    return `| ${cells.join(' | ')} |`;
  });
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  return lines.join('\n');
}
