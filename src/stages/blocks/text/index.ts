import type { Warning } from '../../../contract/article.ts';
import type { BodyType } from '../../../contract/labels.ts';
import { contextOf, createBlock } from '../../../document/blocks.ts';
import type { Block, Fact } from '../../../document/document.ts';
import { unedited } from '../../../document/edits.ts';
import { LinearText } from '../../../document/positions.ts';
import { dateLineOf } from '../../../recognize/dates/line.ts';
import type { Content } from '../content.ts';
import { type Line, linesOf } from './lines.ts';
import { listItems, markerOf } from './markers.ts';
import { cellsOf, tableAt } from './table.ts';
import { continues, type Wrapping, wrappingOf } from './wrap.ts';

const NO_FACTS: readonly Fact[] = [];
const NO_WARNINGS: readonly Warning[] = [];

/** Lines that make one block. */
interface Paragraph {
  readonly lines: readonly Line[];
  readonly type: BodyType;
  /** Blank lines above. */
  readonly gap: number;
  readonly text: string;
}

/**
 * Plain text → blocks. Each line is a block, except that hard-wrapped lines are joined and rows of
 * cells make a table.
 */
export function textBlocks(text: string): Content {
  const paragraphs = paragraphsOf(linesOf(text));
  const markers = listItems(paragraphs);
  const linear = new LinearText();
  const starts = paragraphs.map((paragraph) => {
    linear.separate('\n');
    const start = linear.length;
    if (paragraph.type === 'table') writeTable(linear, paragraph.lines);
    else writeLines(linear, paragraph.lines);
    return { start, end: linear.length };
  });
  const { text: whole, positions } = linear.finish('line');
  const blocks = paragraphs.map((paragraph, i): Block => {
    const { start, end } = starts[i]!;
    const marker = markers[i] ? markerOf(whole.slice(start, end)) : null;
    return createBlock({
      type: marker ? 'list-item' : paragraph.type,
      level: undefined,
      depth: marker ? 1 : undefined,
      ordered: marker ? marker.kind === 'number' : undefined,
      marker: marker?.length ?? 0,
      offset: start,
      copy: unedited(whole.slice(start, end)),
      context: contextOf(paragraph.gap, null, 0, 0, false),
    });
  });
  return { text: whole, positions, blocks, facts: NO_FACTS, warnings: NO_WARNINGS };
}

function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const wrapping = wrappingOf(lines);
  const out: Paragraph[] = [];
  let gap = 0;
  for (let i = 0; i < lines.length; ) {
    if (lines[i]!.blank) {
      gap += 1;
      i += 1;
      continue;
    }
    const rows = tableAt(lines, i);
    const type = rows > 0 ? 'table' : 'paragraph';
    const end = i + (rows > 0 ? rows : paragraphLength(lines, i, wrapping));
    out.push({ lines: lines.slice(i, end), type, gap, text: lines[i]!.text });
    gap = 0;
    i = end;
  }
  return out;
}

function paragraphLength(lines: readonly Line[], start: number, wrapping: Wrapping | null): number {
  let end = start + 1;
  for (; end < lines.length; end++) {
    const [line, next] = [lines[end - 1]!, lines[end]!];
    if (next.blank || markerOf(next.text)?.kind === 'bullet') break;
    if (!continues(line.text, next.text, wrapping)) break;
    if (markerOf(next.text) && markerOf(lines[start]!.text)) break;
    if (wrapping && dateLineOf(next.text)) break;
  }
  return end - start;
}

function writeLines(linear: LinearText, lines: readonly Line[]): void {
  lines.forEach((line, i) => {
    if (i > 0) linear.continueLine();
    linear.append(line.raw, line.number);
  });
}

function writeTable(linear: LinearText, lines: readonly Line[]): void {
  lines.forEach((line, i) => {
    if (i > 0) linear.separate('\n');
    cellsOf(line).forEach((cell, k) => {
      if (k > 0) linear.separate('\t');
      linear.appendRaw(cell.text, line.number, cell.column);
    });
  });
}
