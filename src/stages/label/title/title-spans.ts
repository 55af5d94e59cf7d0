import type { Label } from '../../../contract/labels.ts';
import { withSpans } from '../../../document/blocks.ts';
import type { LabelledBlock, Span } from '../../../document/document.ts';
import type { RuleName } from '../../../document/rules.ts';
import { spanOf, verdictOf } from '../../../document/spans.ts';
import { replacing, verdict } from '../../../document/verdict.ts';
import type { Part, TitleParts } from './affixes.ts';

/** The title line's spans; separators belong to the part that they set off. */
export function spansOf(block: LabelledBlock, parts: TitleParts, hasSection: boolean): Span[] {
  const { length } = block.copy.text;
  let sectioned = hasSection;
  const before = block.spans[0] ? verdictOf(block.spans[0]) : null;
  const span = (part: Part, label: Label, rule: RuleName): Span =>
    spanOf(replacing(verdict(label, rule), before), part.start, part.end, false);
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
      ...(current.start > from ? [spanOf(owner, from, current.start, true)] : []),
      current,
      ...(last ? [spanOf(current, current.end, length, true)] : []),
    ];
  });
}

/** One label for a whole block; it keeps the verdict of the block's first span as the one that it replaces. */
export function relabelled(block: LabelledBlock, label: Label, rule: RuleName): LabelledBlock {
  const before = block.spans[0];
  const given = replacing(verdict(label, rule), before ? verdictOf(before) : null);
  return withSpans(block, [spanOf(given, 0, block.copy.text.length, false)], block.type);
}
