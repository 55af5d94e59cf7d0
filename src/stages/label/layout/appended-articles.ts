import { verdict } from '../../../document/verdict.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { type LabelledLine, labelIfOpen } from '../labelled-line.ts';

const isHeadlineName = namesPart('headline');
const SPACE = /\s+/;
// Shorter texts above may be a summary or another part of the same article's head.
const MIN_ARTICLE_WEIGHT = 250;

/**
 * Where an article begins that endless scrolling appended to a page's own: at a first-level heading that bears the
 * same name for a headline as the title does but not the same words. The number of blocks when there is none.
 * `body` tells of each block whether it may be body; enough of it must stand above.
 */
export function appendedArticle(
  lines: readonly LabelledLine[],
  title: number,
  body: readonly boolean[],
): number {
  const own = lines[title]?.line;
  const names = own ? headlineNames(own.block.context.element?.words ?? '') : [];
  if (names.length === 0) return lines.length;
  const key = own!.key;
  let above = 0;
  for (let i = title + 1; i < lines.length; i++) {
    const { line } = lines[i]!;
    const { block } = line;
    if (body[i]) above += line.weight;
    if (above < MIN_ARTICLE_WEIGHT || block.type !== 'heading' || block.level !== 1) continue;
    if (block.context.hidden || line.key === key) continue;
    const here = headlineNames(block.context.element?.words ?? '');
    if (here.some((name) => names.includes(name))) return i;
  }
  return lines.length;
}

/** The blocks with what stands in appended articles named so, unless a rule has spoken. */
export function withoutAppended(
  lines: readonly LabelledLine[],
  from: number,
): readonly LabelledLine[] {
  if (from === lines.length) return lines;
  return lines.map((item, i) =>
    i < from ? item : labelIfOpen(item, verdict('related', 'appended-article')),
  );
}

function headlineNames(words: string): string[] {
  return words.split(SPACE).filter(isHeadlineName);
}
