import { keyOf } from '../../../text/tokens.ts';
import { weightOf } from '../../read/shape.ts';
import { type Judged, verdict } from '../verdict.ts';

// What themes and page builders call an article's own headline: `entry-title`, `article__title`, `headline maintitle`.
const HEADLINE_NAME =
  /^(?:(?:article|entry|post|story|news|content|main|page|single)[-_]*(?:title|headline|heading|hed)|headline)$/;
const SPACE = /\s+/;
// Shorter texts above may be a summary or another part of the same article's head.
const MIN_ARTICLE_WEIGHT = 250;

/**
 * Where an article begins that endless scrolling appended to a page's own: at a first-level heading that bears the
 * same name for a headline as the title does but not the same words. The number of blocks when there is none.
 * `body` tells of each block whether it may be body; enough of it must stand above.
 */
export function appendedArticle(
  judged: readonly Judged[],
  title: number,
  body: readonly boolean[],
): number {
  const own = judged[title]?.block;
  const names = own ? headlineNames(own.context.element?.words ?? '') : [];
  if (names.length === 0) return judged.length;
  const key = keyOf(own!.copy.text);
  let above = 0;
  for (let i = title + 1; i < judged.length; i++) {
    const { block } = judged[i]!;
    if (body[i]) above += weightOf(block.copy.text);
    if (above < MIN_ARTICLE_WEIGHT || block.type !== 'heading' || block.level !== 1) continue;
    if (block.context.hidden || keyOf(block.copy.text) === key) continue;
    const here = headlineNames(block.context.element?.words ?? '');
    if (here.some((name) => names.includes(name))) return i;
  }
  return judged.length;
}

/** The blocks with what stands in appended articles named so, unless a rule has spoken. */
export function withoutAppended(judged: readonly Judged[], from: number): readonly Judged[] {
  if (from === judged.length) return judged;
  return judged.map((item, i) =>
    i < from || item.verdict
      ? item
      : { block: item.block, verdict: verdict('related', 'appended-article', 0.85) },
  );
}

function headlineNames(words: string): string[] {
  return words.split(SPACE).filter((word) => HEADLINE_NAME.test(word));
}
