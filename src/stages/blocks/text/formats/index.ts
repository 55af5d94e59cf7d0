import type { Fact } from '../../../../document/document.ts';
import { keyOf } from '../../../../text/tokens.ts';
import { type Line, withMarks } from '../lines.ts';
import { isBbcode } from './bbcode.ts';
import { withHead } from './head.ts';
import { withoutLinePrefixes } from './line-prefixes.ts';
import { isMarkdown, withoutMarkdown, withUnderlines } from './markdown.ts';
import { isNewsletter, withoutNewsletterMarks } from './newsletter.ts';
import { withoutQuoteMarks } from './quote-marks.ts';
import { withSignature } from './signature.ts';

/** The lines of a text without the marks of its format, and what the format states. */
export interface Formatted {
  readonly lines: readonly Line[];
  readonly facts: readonly Fact[];
  /** Whose marks words inside lines have too; null for none. */
  readonly inline: 'markdown' | 'bbcode' | null;
}

/** Reads the format of a text: a head of fields, a mail, Markdown, BBCode. Plain text stays as it is. */
export function readFormat(all: readonly Line[]): Formatted {
  const { lines: headed, facts, kind } = withHead(withoutLinePrefixes(all));
  const markdown = isMarkdown(headed, kind === 'front-matter');
  const signed = withSignature(headed, kind === 'mail');
  const unquoted = withoutQuoteMarks(signed, markdown || kind === 'mail');
  // Before Markdown's rules, which are lines of hyphens too.
  const underlined = withUnderlines(unquoted);
  const plain = markdown ? withoutMarkdown(underlined) : underlined;
  const written = isNewsletter(headed) ? withoutNewsletterMarks(plain) : plain;
  const inline = markdown ? 'markdown' : isBbcode(headed) ? 'bbcode' : null;
  return { lines: withTitle(written), facts, inline };
}

/** The one heading of the first level is the title; where the head states it too, with the outlet's name or not, once. */
function withTitle(lines: readonly Line[]): readonly Line[] {
  const tops = lines.flatMap(({ markup }, i) =>
    markup?.type === 'heading' && markup.level === 1 ? i : [],
  );
  const stated = lines.findIndex(({ markup }) => markup?.role === 'title');
  const top = tops[0];
  if (top === undefined || tops.length > 1) return lines;
  const same = stated < 0 || keyOf(lines[stated]!.text).startsWith(keyOf(lines[top]!.text));
  if (!same) return lines;
  return lines.map((line, i) => {
    if (i === top) return withMarks(line, { rule: line.markup!.rule, role: 'title' });
    return i === stated ? withMarks(line, { rule: 'field-name', role: 'field' }) : line;
  });
}
