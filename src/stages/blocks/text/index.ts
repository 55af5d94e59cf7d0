import type { Warning } from '../../../contract/article.ts';
import { contextOf, createBlock } from '../../../document/blocks.ts';
import type { Block, EditedText } from '../../../document/document.ts';
import { addLayer, unedited } from '../../../document/edits.ts';
import { LinearText } from '../../../document/positions.ts';
import type { Content } from '../content.ts';
import { BBCODE_PASSES } from './formats/bbcode.ts';
import { type Formatted, readFormat } from './formats/index.ts';
import { INLINE_PASSES } from './formats/markdown-inline.ts';
import { hyphenJoints } from './hyphens.ts';
import { isMarksOnly, linesOf } from './lines.ts';
import { listItems, type Marker, markerOf } from './markers.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { type Written, writeParagraph } from './write.ts';

const NO_WARNINGS: readonly Warning[] = [];

/**
 * Plain text → blocks. Each line is a block, except that hard-wrapped lines and torn sentences are joined and rows of
 * cells make a table. Marks of the text's format (a mail, Markdown, a head of fields) go, with an entry for each.
 */
export function textBlocks(text: string): Content {
  const { lines, facts, inline } = readFormat(linesOf(text));
  const paragraphs = paragraphsOf(lines);
  const items = listItems(paragraphs);
  const jointOf = hyphenJoints(lines);
  const linear = new LinearText();
  const written = paragraphs.map((paragraph) => writeParagraph(linear, paragraph, jointOf));
  const { text: whole, positions } = linear.finish('line');
  const blocks = paragraphs.map((paragraph, i) =>
    blockOf(whole, paragraph, written[i]!, items[i] ?? null, inline),
  );
  return { text: whole, positions, blocks, facts, warnings: NO_WARNINGS };
}

function blockOf(
  whole: string,
  paragraph: Paragraph,
  { start, end, edits }: Written,
  item: Marker | null,
  inline: Formatted['inline'],
): Block {
  const plain = addLayer(unedited(whole.slice(start, end)), edits);
  const { copy, linked } =
    inline !== null && paragraph.type !== 'preformatted'
      ? withoutInlineMarks(plain, inline)
      : { copy: plain, linked: 0 };
  const marker = item ? markerOf(copy.text) : null;
  const first = paragraph.lines[0]!;
  const { markup } = first;
  const share = copy.text.length === 0 ? 0 : Math.min(1, linked / copy.text.length);
  return createBlock({
    type: marker ? 'list-item' : paragraph.type,
    level: marker ? undefined : markup?.level,
    depth: marker ? 1 : undefined,
    ordered: marker ? marker.kind === 'number' : undefined,
    role: markup?.role ?? (isMarksOnly(first) ? 'field' : null),
    breaks: [],
    piece: null,
    offset: start,
    copy,
    context: contextOf(paragraph.gap, null, share, 0, false),
  });
}

/** The text without the marks of its format inside it, and how many characters of it stood in links. */
function withoutInlineMarks(
  plain: EditedText,
  inline: keyof typeof PASSES,
): { copy: EditedText; linked: number } {
  let copy = plain;
  let linked = 0;
  PASSES[inline].forEach((pass, i) => {
    const { edits, linked: inside } = pass(copy.text);
    if (inline === 'markdown' && i === LINKS) linked = inside;
    copy = addLayer(copy, edits);
  });
  return { copy, linked };
}

const PASSES = { markdown: INLINE_PASSES, bbcode: BBCODE_PASSES } as const;
/** Number of Markdown's pass of links. */
const LINKS = 1;
