import { type Line, withMarks } from '../lines.ts';

const HEADING = /^(?<signs>#{1,6})[ \t]+(?=\S)/;
const CLOSING = /[ \t]+#+$/;
const FENCE = /^(?:`{3,}|~{3,})[^`]*$/;
const RULE = /^(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const UNDERLINE = /^(?:={3,}|-{3,})$/;
const TITLE_SIGN = '=';
const PICTURE = /^(?:\[\s*)?!\[[^\]]*\]\([^()]*(?:\([^()]*\)[^()]*)?\)(?:\s*\]\([^()]*\))?$/;
const DEFINITION = /^\[[^\]^]{1,80}\]:[ \t]+\S+/;
const NEWSLETTER_HEADING = /^\*\* (?=\S)/;
const LINK =
  /\[[^\]\n]{1,300}\]\((?:https?:\/\/|\/|#|mailto:|www\.|\.{1,2}\/)[^()\s]*[^)\n]{0,200}\)/;
const BOLD = /(?<![*\w])\*\*(?=\S)[^*\n]{1,300}?(?<=\S)\*\*(?![*\w])/;
/** A whole line in bold. */
const BOLD_LINE = /^\*\*(?=\S)[^*]{1,300}(?<=\S)\*\*$/;
const STOP = /[.!?。！？…:：]$/;
/** UTF-16 units of a heading that is underlined; set by hand. */
const MAX_UNDERLINED = 160;

/**
 * Whether a text as a whole is Markdown: two of the marks that hardly any other text has (links, headings, bold words),
 * or one heading, or a line in bold, at its very top.
 *
 * @param known it has front matter, which is written over Markdown
 */
export function isMarkdown(lines: readonly Line[], known: boolean): boolean {
  const count = (pattern: RegExp) => lines.filter(({ text }) => pattern.test(text)).length;
  const headings = headingsOf(lines);
  const marks = count(LINK) + count(BOLD) + headings.length;
  if (marks >= 2 || (known && marks > 0)) return true;
  const first = lines.findIndex(({ blank, markup }) => !blank && markup?.role == null);
  return headings[0] === first || BOLD_LINE.test(lines[first]?.text ?? '');
}

/** Numbers of the lines that are headings; none where several stand on the first level and none below, as comments in code and hashtags do. */
function headingsOf(lines: readonly Line[]): number[] {
  const found = lines.flatMap((line, i) => {
    const signs = HEADING.exec(line.text)?.groups?.['signs']?.length ?? 0;
    const above = lines[i - 1];
    const apart = above === undefined || above.blank || above.markup?.role != null;
    return signs > 0 && apart ? [{ i, signs }] : [];
  });
  const tops = found.filter(({ signs }) => signs === 1).length;
  return tops > 1 && tops === found.length ? [] : found.map(({ i }) => i);
}

/** Headings that are underlined by a line of `=` or `-`, as Markdown and newsletters in plain text have them. */
export function withUnderlines(lines: readonly Line[]): readonly Line[] {
  const out = [...lines];
  lines.forEach(({ text, blank }, i) => {
    const above = lines[i - 1];
    if (blank || !UNDERLINE.test(text) || above === undefined || above.blank) return;
    if (above.markup?.alone || isText(lines[i - 2])) return;
    if (above.text.length > MAX_UNDERLINED || STOP.test(above.text)) return;
    const before = NEWSLETTER_HEADING.exec(above.text)?.[0].length ?? 0;
    const level = text.startsWith(TITLE_SIGN) ? 1 : 2;
    out[i - 1] = withMarks(above, {
      rule: 'underline',
      before,
      type: 'heading',
      level,
      alone: true,
    });
    out[i] = withMarks(lines[i]!, { rule: 'underline', before: text.length });
  });
  return out;
}

function isText(line: Line | undefined): boolean {
  return line?.blank === false && line.markup?.role == null;
}

/** Takes off the marks of Markdown that make lines headings, pictures, code and rules. */
export function withoutMarkdown(lines: readonly Line[]): readonly Line[] {
  let fence: string | null = null;
  return lines.map((line): Line => {
    const { text, blank } = line;
    if (fence !== null) {
      const closes = text.startsWith(fence) && FENCE.test(text);
      if (closes) fence = null;
      const before = closes ? text.length : 0;
      return withMarks(line, { rule: 'markdown', type: 'preformatted', before });
    }
    if (blank || line.markup?.role != null) return line;
    if (FENCE.test(text)) {
      fence = text.slice(0, 3);
      return withMarks(line, { rule: 'markdown', type: 'preformatted', before: text.length });
    }
    return ofLine(line);
  });
}

function ofLine(line: Line): Line {
  const { text } = line;
  const signs = HEADING.exec(text);
  if (signs) {
    const behind = CLOSING.exec(text)?.[0].length ?? 0;
    const level = signs.groups!['signs']!.length;
    const before = signs[0].length;
    return withMarks(line, {
      rule: 'markdown',
      before,
      behind,
      type: 'heading',
      level,
      alone: true,
    });
  }
  if (RULE.test(text) || DEFINITION.test(text)) {
    return withMarks(line, { rule: 'markdown', before: text.length });
  }
  return PICTURE.test(text)
    ? withMarks(line, { rule: 'markdown', role: 'caption', alone: true })
    : line;
}
