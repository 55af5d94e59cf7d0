import type { Fact, Labelled, LabelledBlock, Span, Stage, Titled } from '../../document.ts';
import type { Label } from '../../labels.ts';
import { repeatOf } from '../../recognize/repeats.ts';
import { createVocabulary } from '../../recognize/vocabulary.ts';
import { keyOf } from '../../tokens.ts';
import { type AffixEvidence, type TitleParts, titleParts } from './affixes.ts';
import { otherTitles, sectionKeys, siteKeys, titleFacts } from './evidence.ts';

/**
 * Picks the one title, takes the outlet's and the section's affixes off where something proves that they are
 * affixes, and removes the title's repeats.
 */
export function createTitle(): Stage<Labelled, Titled> {
  const vocabulary = createVocabulary();
  return (labelled) => {
    const main = mainTitle(labelled.blocks);
    const evidence: AffixEvidence = {
      titles: otherTitles(labelled, main),
      sites: siteKeys(labelled),
      sections: sectionKeys(labelled),
      barIsProof: labelled.format === 'text',
      vocabulary,
    };
    if (main < 0) return fromFact(labelled);
    const block = labelled.blocks[main]!;
    const parts = titleParts(block.copy.text, evidence);
    const hasSection = labelled.blocks.some((b) => b.spans.some((s) => s.label === 'section'));
    const title = keyOf(block.copy.text.slice(parts.title.start, parts.title.end));
    const whole = keyOf(block.copy.text);
    let sectioned = hasSection || parts.affixes.some((affix) => affix.kind === 'section');
    const copies = { ...evidence, titles: new Set([title]) };
    const blocks = labelled.blocks.map((other, i) => {
      if (i === main) return { ...other, spans: spansOf(other, parts, hasSection) };
      if (!repeats(other, title, whole)) return other;
      const copy = titleParts(other.copy.text, copies);
      const named = !sectioned && copy.affixes.some((affix) => affix.kind === 'section');
      if (!named) return relabelled(other, 'duplicate-title', 'repeated-title');
      sectioned = true;
      return { ...other, spans: spansOf(other, copy, false).map(asDuplicate) };
    });
    return { ...labelled, blocks, titleFact: null };
  };
}

function mainTitle(blocks: readonly LabelledBlock[]): number {
  let best = -1;
  let certainty = 0;
  blocks.forEach((block, i) => {
    const span = block.spans[0];
    if (span?.label === 'title' && span.certainty > certainty) {
      best = i;
      certainty = span.certainty;
    }
  });
  return best;
}

function asDuplicate(part: Span): Span {
  return part.label === 'title' || part.label === 'kicker'
    ? { ...part, label: 'duplicate-title', rule: 'repeated-title' }
    : part;
}

/** A block that says the title again: whole, cut off, or, unless it is body, with an affix. */
function repeats(block: LabelledBlock, title: string, whole: string): boolean {
  const label = block.spans[0]?.label;
  if (label === 'title') return true;
  if (label === 'subtitle') return false;
  const repeat = repeatOf(block.copy.text, title) ?? repeatOf(block.copy.text, whole);
  return repeat !== null && (label !== 'body' || repeat !== 'affixed');
}

function relabelled(block: LabelledBlock, label: Label, rule: string): LabelledBlock {
  const whole: Span = { start: 0, end: block.copy.text.length, label, rule, certainty: 0.95 };
  return { ...block, spans: [whole] };
}

/** The title line's spans; separators belong to the part that they set off. */
function spansOf(block: LabelledBlock, parts: TitleParts, hasSection: boolean): Span[] {
  const { length } = block.copy.text;
  let sectioned = hasSection;
  const named: Span[] = [
    ...(parts.kicker ? [span(parts.kicker, 'kicker', 'title-kicker')] : []),
    span(parts.title, 'title', block.spans[0]!.rule),
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
  return { start: part.start, end: part.end, label, rule, certainty: 0.9 };
}

/** No block holds the title: the first fact that states it does. */
function fromFact(labelled: Labelled): Titled {
  const fact: Fact | null = titleFacts(labelled.facts)[0] ?? null;
  if (!fact) return { ...labelled, titleFact: null };
  return {
    ...labelled,
    titleFact: fact,
    warnings: [
      ...labelled.warnings,
      { code: 'title-from-attribute', message: `the title stands in ${fact.from} only` },
    ],
  };
}
