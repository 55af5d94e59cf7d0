import type { Edit } from '../../../document/document.ts';
import type { LinearText } from '../../../document/positions.ts';
import { isInitialOf } from './drop-caps.ts';
import type { Joint } from './hyphens.ts';
import type { Line } from './lines.ts';
import type { Paragraph } from './paragraphs.ts';
import { barsOf, isDelimiter } from './pipe-table.ts';
import { cellsOf } from './table.ts';
import { startsWithMark } from './torn-sentences.ts';

/** Where a paragraph stands in the linear text, and what changes in it, in units of its own text. */
export interface Written {
  readonly start: number;
  readonly end: number;
  readonly edits: readonly Edit[];
}

type JointOf = (line: string, next: string) => Joint | null;
const SPACES = /\s+/g;

/** Writes a paragraph; its marks, and what a line's end did to words, are edits. */
export function writeParagraph(
  linear: LinearText,
  paragraph: Paragraph,
  jointOf: JointOf,
): Written {
  linear.separate('\n');
  const start = linear.length;
  let edits: readonly Edit[] = [];
  if (paragraph.type === 'table' && isDelimiter(paragraph.lines[1])) {
    edits = writePipeTable(linear, paragraph.lines);
  } else if (paragraph.type === 'table') writeTable(linear, paragraph.lines);
  else if (paragraph.type === 'preformatted') edits = writeCode(linear, paragraph.lines);
  else edits = writeLines(linear, paragraph, jointOf);
  const moved = edits.map((edit) => ({ ...edit, offset: edit.offset - start }));
  return { start, end: linear.length, edits: moved };
}

/** Edits are in units of the linear text. */
function writeLines(linear: LinearText, { lines, torn }: Paragraph, jointOf: JointOf): Edit[] {
  const edits: Edit[] = [];
  lines.forEach((line, i) => {
    const above = lines[i - 1];
    const end = linear.length;
    if (above) linear.continueLine();
    const start = Math.max(end, linear.append(line.raw, line.number));
    const { before, behind, rule } = marksOf(line, linear.length - start);
    const joint = above ? jointOf(above.text, line.text) : null;
    const space = start - end;
    if (above && line.text === '') edits.push(removal(end, start + before - end, rule));
    else if (joint && (joint.cut > 0 || joint.between.length < space)) {
      const gone = joint.cut + space + before;
      edits.push(replacement(end - joint.cut, gone, joint.between, 'hyphenation'));
    } else if (above && torn && space > 0 && isGlued(above.text, line.text)) {
      edits.push(replacement(end, space + before, '', 'torn-sentence'));
    } else if (before > 0 && line.text !== '') edits.push(removal(start, before, rule));
    if (behind > 0) edits.push(removal(linear.length - behind, behind, rule));
  });
  return edits;
}

/** Whether no space stands between the pieces of a torn sentence. */
function isGlued(above: string, text: string): boolean {
  return startsWithMark(text) || isInitialOf(above, text);
}

/** A line's marks in units of the linear text, where runs of spaces are one. */
function marksOf(
  { raw, markup }: Line,
  length: number,
): { before: number; behind: number; rule: string } {
  if (markup === null || markup.before + markup.behind === 0) {
    return { before: 0, behind: 0, rule: '' };
  }
  const text = raw.trim();
  const collapsed = (part: string) => part.replace(SPACES, ' ').length;
  const before = Math.min(length, collapsed(text.slice(0, markup.before)));
  const behind = collapsed(text.slice(text.length - markup.behind));
  return {
    before,
    behind: Math.min(length - before, markup.behind === 0 ? 0 : behind),
    rule: markup.rule,
  };
}

function removal(offset: number, length: number, rule: string): Edit {
  return { offset, length, replacement: '', stage: 'blocks', rule, certainty: 'reversible' };
}

function replacement(offset: number, length: number, text: string, rule: string): Edit {
  return { offset, length, replacement: text, stage: 'blocks', rule, certainty: 'inferred' };
}

/** Lines of code with their spaces; the fences around them go. */
function writeCode(linear: LinearText, lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  lines.forEach((line, i) => {
    const from = linear.length;
    if (i > 0) linear.separate('\n');
    linear.appendRaw(line.raw, line.number);
    if (line.text !== '' || line.markup === null || line.raw.trim() === '') return;
    const isFirst = i === 0;
    edits.push(
      removal(from, linear.length - from + (isFirst && lines.length > 1 ? 1 : 0), line.markup.rule),
    );
  });
  return edits;
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

/** Rows with tabs in the place of the bars between cells, and without the row of hyphens. */
function writePipeTable(linear: LinearText, lines: readonly Line[]): Edit[] {
  const edits: Edit[] = [];
  lines.forEach((line, i) => {
    const end = linear.length;
    if (i > 0) linear.separate('\n');
    const start = linear.length;
    linear.appendRaw(line.raw, line.number);
    if (i === 1) {
      edits.push(removal(end, linear.length - end, 'markdown'));
      return;
    }
    for (const bar of barsOf(line)) {
      const [offset, length] = [start + bar.start, bar.end - bar.start];
      edits.push(
        bar.parts
          ? { ...removal(offset, length, 'markdown'), replacement: '\t' }
          : removal(offset, length, 'markdown'),
      );
    }
  });
  return edits;
}
