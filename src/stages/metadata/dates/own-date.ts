import { withSpans } from '../../../document/blocks.ts';
import type { LabelledBlock } from '../../../document/document.ts';
import { relabelSpan } from '../../../document/spans.ts';
import { findDates } from '../../../recognize/dates/find.ts';
import type { Labelled } from '../../label/labelled.ts';
import type { Dated } from './date-facts.ts';

/**
 * The blocks of a web page, those dates above the title that are the day of publication labelled `date`: they are the
 * article's own and no day of reading.
 */
export function withOwnDate(
  { blocks, format }: Labelled,
  published: Dated | null,
  language: string | undefined,
): readonly LabelledBlock[] {
  if (format !== 'html' || published === null) return blocks;
  const day = published.value.slice(0, 10);
  const isOwn = (text: string): boolean =>
    findDates(text, language).some((d) => d.value?.slice(0, 10) === day);
  return blocks.map((block) => {
    const own = block.spans.some(
      (s) => s.label === 'page-date' && isOwn(block.copy.text.slice(s.start, s.end)),
    );
    if (!own) return block;
    const spans = block.spans.map((s) =>
      s.label === 'page-date' ? relabelSpan(s, 'date', 'own-date') : s,
    );
    return withSpans(block, spans, block.type);
  });
}
