import type { Warning } from '../../../contract/article.ts';
import type { Label } from '../../../contract/labels.ts';
import type {
  Fact,
  Labelled,
  LabelledBlock,
  Span,
  Stage,
  Titled,
} from '../../../document/document.ts';
import { isCutOff, repeatOf } from '../../../recognize/repeats.ts';
import { createVocabulary } from '../../../recognize/vocabulary.ts';
import { keyOf } from '../../../text/tokens.ts';
import { type AffixEvidence, type TitleParts, titleParts } from './affixes.ts';
import { hiddenHeadings, otherLines, sectionKeys, siteOfPage } from './evidence.ts';
import { innerTitle } from './inner-title.ts';
import { MAX_TITLE_LENGTH, type Stated, statedTitles } from './stated.ts';
import { chosenFact } from './title-fact.ts';
import { relabelled, spansOf } from './title-spans.ts';

const MIN_LEAD_KEY = 5;
const LOST_MARK = '\ufffd';

/**
 * Picks the one title, takes the outlet's and the section's affixes off where something proves that they are
 * affixes, and removes the title's repeats.
 */
export function createTitle(): Stage<Labelled, Titled> {
  const vocabulary = createVocabulary();
  return (labelled) => {
    const proofs = {
      site: siteOfPage(labelled),
      sections: sectionKeys(labelled),
      vocabulary,
    };
    const { titles: stated, warnings } = statedTitles(labelled.facts, proofs);
    const main = mainTitle(labelled.blocks);
    const evidence: AffixEvidence = {
      ...proofs,
      titles: new Set([
        ...stated.flatMap(({ keys }) => keys),
        ...(labelled.format === 'text' ? otherLines(labelled, main) : hiddenHeadings(labelled)),
      ]),
      place: placeOf(labelled, main),
    };
    const warned = { ...labelled, warnings: [...labelled.warnings, ...warnings] };
    const fact = chosenFact(labelled.blocks[main], stated, evidence);
    if (fact) return fromFact(warned, fact);
    if (main < 0) return { ...warned, titleFact: null };
    const block = labelled.blocks[main]!;
    const reason = block.context.hidden ? noTitleBecause(block.copy.text, evidence) : null;
    return reason === null
      ? fromBlock(warned, main, evidence, partsOf(warned, main, stated, evidence))
      : withoutTitle(warned, reason);
  };
}

function placeOf({ format, blocks }: Labelled, main: number): AffixEvidence['place'] {
  if (format === 'text') return 'text';
  return blocks[main]?.context.hidden ? 'head' : 'page';
}

/** The block that holds the title; of copies in a plain text the one that lost least. */
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
  const text = blocks[best]?.copy.text ?? '';
  if (lossOf(text) === 0 || blocks[best]!.context.element !== null) return best;
  const key = keyOf(text);
  const better = blocks.findIndex(
    ({ spans, copy }) =>
      spans[0]?.label === 'duplicate-title' &&
      lossOf(copy.text) < lossOf(text) &&
      (repeatOf(copy.text, key) === 'whole' || repeatOf(text, keyOf(copy.text)) === 'cut'),
  );
  return better < 0 ? best : better;
}

/** How far a line is from how the newsroom wrote it: cut off, a mark lost, all in capitals. */
function lossOf(text: string): number {
  const shouted = text === text.toUpperCase() && text !== text.toLowerCase();
  return (isCutOff(text) ? 4 : 0) + (text.includes(LOST_MARK) ? 2 : 0) + (shouted ? 1 : 0);
}

/** The title line's parts: by affixes, or the headline that the metadata show inside a longer heading. */
function partsOf(
  labelled: Labelled,
  main: number,
  stated: readonly Stated[],
  evidence: AffixEvidence,
): TitleParts {
  const block = labelled.blocks[main]!;
  const parts = titleParts(block.copy.text, evidence);
  if (evidence.place !== 'page') return parts;
  const inner = innerTitle(block, labelled, stated);
  const taken = (label: Label) => labelled.blocks.some((b) => b.spans[0]?.label === label);
  if (!inner || (inner.behind && taken('subtitle'))) return parts;
  return { kicker: inner.before, title: inner.title, subtitle: inner.behind, affixes: [] };
}

function fromBlock(
  labelled: Labelled,
  main: number,
  evidence: AffixEvidence,
  parts: TitleParts,
): Titled {
  const block = labelled.blocks[main]!;
  const hasSection = labelled.blocks.some((b) => b.spans.some((s) => s.label === 'section'));
  const title = keyOf(block.copy.text.slice(parts.title.start, parts.title.end));
  const whole = keyOf(block.copy.text);
  let sectioned = hasSection || parts.affixes.some((affix) => affix.kind === 'section');
  const copies: AffixEvidence = { ...evidence, titles: new Set([title]), place: 'head' };
  const blocks = labelled.blocks.map((other, i) => {
    if (i === main) {
      const rule = other.spans[0]!.label === 'title' ? other : relabelled(other, 'title', 'title');
      return { ...other, spans: spansOf(rule, parts, hasSection) };
    }
    if (!repeats(other, title, whole)) return other;
    const copy = titleParts(other.copy.text, copies);
    const named = !sectioned && copy.affixes.some((affix) => affix.kind === 'section');
    if (!named) return relabelled(other, 'duplicate-title', 'repeated-title');
    sectioned = true;
    return { ...other, spans: spansOf(other, copy, false).map(asDuplicate) };
  });
  return { ...labelled, blocks, titleFact: null };
}

/** Why a page's `<title>` element gives no title, as the rule that removes it. */
function noTitleBecause(text: string, evidence: AffixEvidence): string | null {
  if (text.length > MAX_TITLE_LENGTH) return 'title-too-long';
  const { start, end } = titleParts(text, evidence).title;
  const title = text.slice(start, end);
  return keyOf(title) === '' || evidence.site.proofOf(title) !== null ? 'site-name' : null;
}

function withoutTitle(labelled: Labelled, rule: string): Titled {
  const blocks = labelled.blocks.map((block) =>
    block.spans[0]?.label === 'title' ? relabelled(block, 'site-template', rule) : block,
  );
  const warning: Warning = {
    code: 'structured-data',
    message: `expected a title of at most ${MAX_TITLE_LENGTH} characters in the title element; it was ignored`,
  };
  const warnings = [...labelled.warnings, ...(rule === 'title-too-long' ? [warning] : [])];
  return { ...labelled, blocks, warnings, titleFact: null };
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

/** The title as the metadata state it; lines that say it or a part of it are its repeats. */
function fromFact(labelled: Labelled, { fact, value, keys }: Stated): Titled {
  const titleFact: Fact = { ...fact, value };
  const blocks = labelled.blocks.map((block) =>
    isLeadOf(block, keys) || keys.some((key) => repeats(block, key, key))
      ? relabelled(block, 'duplicate-title', 'repeated-title')
      : block,
  );
  return {
    ...labelled,
    blocks,
    titleFact,
    warnings: [
      ...labelled.warnings,
      { code: 'title-from-attribute', message: `the title stands in ${fact.from} only` },
    ],
  };
}

/** A line over the headline that the title begins with. */
function isLeadOf({ spans, copy }: LabelledBlock, keys: readonly string[]): boolean {
  const label = spans[0]?.label;
  if (label !== 'section' && label !== 'kicker' && label !== 'navigation') return false;
  const key = keyOf(copy.text);
  return key.length >= MIN_LEAD_KEY && keys.some((title) => title.startsWith(`${key} `));
}
