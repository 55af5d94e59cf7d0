import type { BodyType } from '../../../contract/labels.ts';
import type { Role } from '../../../document/document.ts';
import { splitLines } from '../../../text/line-breaks.ts';
import { isVisible } from '../../../text/visible.ts';

/** What the text's format makes of a line: its marks go, and they say what the line is. */
export interface Markup {
  /** UTF-16 units of marks at the start of the line without the spaces around it. */
  readonly before: number;
  /** The same at its end. */
  readonly behind: number;
  /** The marks, as the ledger calls them. */
  readonly rule:
    | 'quote-mark'
    | 'markdown'
    | 'field-name'
    | 'underline'
    | 'newsletter'
    | 'line-prefix';
  readonly type: BodyType | null;
  /** Of a heading, 1 to 6. */
  readonly level: number | undefined;
  readonly role: Role | null;
  /** No line goes on below it, and it continues none. */
  readonly alone: boolean;
}

/** A line of plain text. */
export interface Line {
  /** As it stands in the source. */
  readonly raw: string;
  /** Without the spaces around it and without the marks of the text's format. */
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** Nothing in it is visible but, perhaps, marks of the format. */
  readonly blank: boolean;
  /** UTF-16 units before its text. */
  readonly indent: number;
  /** Null where no format says anything. */
  readonly markup: Markup | null;
}

/** A line without spaces, tabs and byte order marks at its ends. */
function withoutEdgeSpace(raw: string): { text: string; start: number } {
  let start = 0;
  let end = raw.length;
  while (start < end && isEdgeSpace(raw.charCodeAt(start))) start += 1;
  while (end > start && isEdgeSpace(raw.charCodeAt(end - 1))) end -= 1;
  return { text: end - start === raw.length ? raw : raw.slice(start, end), start };
}

function isEdgeSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xfeff;
}

/** The lines of a text. */
export function linesOf(text: string): Line[] {
  return splitLines(text).map((raw, i) => {
    const { text, start } = withoutEdgeSpace(raw);
    const blank = text === '' || !isVisible(text);
    return { raw, text, number: i + 1, blank, indent: start, markup: null };
  });
}

/** What a format says of a line besides what was said before. */
export type Marks = Partial<Markup> & Pick<Markup, 'rule'>;

/**
 * The line without marks of its format: `before` and `behind` count units of its text as it is now.
 * @example withMarks(line, { rule: 'quote-mark', before: 2 }).text // 'text', of '> text'
 */
export function withMarks(line: Line, marks: Marks): Line {
  const { before = 0, behind = 0 } = marks;
  const rest = line.text.slice(before, line.text.length - behind);
  const { text, start } = withoutEdgeSpace(rest);
  const known = line.markup;
  return {
    ...line,
    text,
    blank: line.blank || text === '',
    indent: line.indent + before + start,
    markup: {
      before: (known?.before ?? 0) + before + (text === '' ? rest.length : start),
      behind: (known?.behind ?? 0) + behind + (text === '' ? 0 : rest.length - start - text.length),
      rule: marks.rule,
      type: marks.type ?? known?.type ?? null,
      level: marks.level ?? known?.level,
      role: marks.role ?? known?.role ?? null,
      alone: marks.alone ?? known?.alone ?? false,
    },
  };
}

/** Whether nothing of a line is left but marks, so that it belongs to the block above it. */
export function isMarksOnly({ blank, markup }: Line): boolean {
  return blank && markup !== null;
}

/** The number (0-based) of the next line with text below one; null where more blank lines stand between. */
export function nextLine(lines: readonly Line[], start: number, gap: number): number | null {
  const end = Math.min(lines.length - 1, start + 1 + gap);
  for (let i = start + 1; i <= end; i++) if (!lines[i]!.blank) return i;
  return null;
}
