import { type Line, withMarks } from '../lines.ts';

/** What parts a mail from its signature (RFC 3676, 4.3): two hyphens and a space; many programs lose the space. */
const DASHES = '--';
const SEPARATOR = '-- ';
/** Lines of a signature; a longer end of a text is none. Set by hand, above the four of RFC 1855. */
const MAX_LINES = 15;

/** Marks the signature of a mail, which is no part of the article. @param mail the text has a mail's header */
export function withSignature(lines: readonly Line[], mail: boolean): readonly Line[] {
  const at = lines.findLastIndex(({ text, raw }) => text === DASHES && (mail || raw === SEPARATOR));
  if (at < 0 || lines.length - at > MAX_LINES) return lines;
  return lines.map((line, i) =>
    i < at || line.blank
      ? line
      : withMarks(line, { rule: 'field-name', role: 'signature', alone: true }),
  );
}
