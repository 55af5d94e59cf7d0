import type { Label } from '../../../contract/labels.ts';
import type { LabelledBlock, Span } from '../../../document/document.ts';
import type { TitleParts } from './affixes.ts';

const CERTAINTY = 0.9;

/** The title line's spans; separators belong to the part that they set off. */
export function spansOf(block: LabelledBlock, parts: TitleParts, hasSection: boolean): Span[] {
  const { length } = block.copy.text;
  let sectioned = hasSection;
  const named: Span[] = [
    ...(parts.kicker ? [span(parts.kicker, 'kicker', 'title-kicker')] : []),
    span(parts.title, 'title', block.spans[0]!.rule),
    ...(parts.subtitle ? [span(parts.subtitle, 'subtitle', 'title-deck')] : []),
    ...parts.affixes.map((affix) => {
      if (affix.kind === 'section' && !sectioned) {
        sectioned = true;
        return span(affix, 'section', 'title-affix');
      }
      return span(affix, 'site-template', 'title-affix');
    }),
  ].sort((a, b) => a.start - b.start);
  return named.flatMap((current, i) => {
    const from = i === 0 ? 0 : named[i - 1]!.end;
    const last = i === named.length - 1 && current.end < length;
    const beforeTitle = current.label === 'title' && i > 0;
    const owner =
      beforeTitle && named[i - 1]!.label !== 'site-template'
        ? named[i - 1]!
        : current.label === 'site-template'
          ? named.find((part) => part.label === 'title')!
          : current;
    return [
      ...(current.start > from
        ? [{ ...owner, start: from, end: current.start, syntax: true }]
        : []),
      current,
      ...(last ? [{ ...current, start: current.end, end: length, syntax: true }] : []),
    ];
  });
}

function span(part: { start: number; end: number }, label: Label, rule: string): Span {
  return { start: part.start, end: part.end, label, rule, certainty: CERTAINTY };
}

/** One label for a whole block. */
export function relabelled(block: LabelledBlock, label: Label, rule: string): LabelledBlock {
  const whole: Span = { start: 0, end: block.copy.text.length, label, rule, certainty: 0.95 };
  return { ...block, spans: [whole] };
}
