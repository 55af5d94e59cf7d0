import { type Line, withMarks } from '../lines.ts';

// The plain text that services write beside the HTML of a newsletter: `** Heading` over a line of hyphens, `** ` before
// each link of a list, lines of `=` between its parts.
const MARK = /^\*\* (?=\S)/;
const UNDERLINE = /^-{3,}$/;
const RULE = /^(?:={10,}|-{10,})$/;

/** Whether a text is a newsletter as services write it: a heading has their mark and is underlined. */
export function isNewsletter(lines: readonly Line[]): boolean {
  return lines.some(({ text }, i) => UNDERLINE.test(text) && MARK.test(lines[i - 1]?.text ?? ''));
}

/** Takes off the marks of a newsletter's links and the rules between its parts. */
export function withoutNewsletterMarks(lines: readonly Line[]): readonly Line[] {
  return lines.map((line): Line => {
    if (line.blank || line.markup !== null) return line;
    const before = RULE.test(line.text)
      ? line.text.length
      : (MARK.exec(line.text)?.[0].length ?? 0);
    return before === 0 ? line : withMarks(line, { rule: 'newsletter', before, alone: true });
  });
}
