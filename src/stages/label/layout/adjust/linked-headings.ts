import type { LabelledLine } from '../../labelled-line.ts';

/** Set by hand: one heading that is a link may be another article's. */
const MIN_HEADINGS = 2;

/**
 * Takes headings that are links for body where several of one level stand right above paragraphs of the body, in the same element: the works,
 * places or persons of an article that speaks of each in turn.
 */
export function withLinkedHeadings(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const levels = new Map<number, number[]>();
  lines.forEach(({ line, verdict }, i) => {
    const { type, level = 0, context } = line.block;
    if (type !== 'heading' || verdict !== null || context.hidden || !isBody[i + 1]) return;
    const { block } = lines[i + 1]!.line;
    const beside = block.context.element?.parent === context.element?.parent;
    if (block.type !== 'paragraph' || !beside) return;
    levels.set(level, [...(levels.get(level) ?? []), i]);
  });
  for (const headings of levels.values()) {
    if (headings.length >= MIN_HEADINGS) for (const i of headings) isBody[i] = true;
  }
}

/** A heading that the text's format marks as one, right above a line of the body, is the body's. */
export function withMarkedHeadings(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const first = isBody.indexOf(true);
  lines.forEach(({ line, verdict }, i) => {
    if (i < first || verdict !== null || line.block.type !== 'heading') return;
    isBody[i] ||= isBody[i + 1] === true;
  });
}
