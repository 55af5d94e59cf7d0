import type { Warning } from '../../../contract/article.ts';
import type { Label } from '../../../contract/labels.ts';
import { withSpans } from '../../../document/blocks.ts';
import type { Fact, LabelledBlock, Span } from '../../../document/document.ts';
import type { RuleName } from '../../../document/rules.ts';
import { relabelSpan } from '../../../document/spans.ts';
import { isCutOff, repeatOf } from '../../../recognize/repeats.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { Read } from '../../read/index.ts';
import type { Line } from '../../read/line.ts';
import type { Spanned } from '../spans.ts';
import type { AffixEvidence } from './affix-proofs.ts';
import { type TitleParts, titleParts } from './affixes.ts';
import { boilerplateKeys, hiddenHeadings, otherLines, sectionKeys } from './evidence.ts';
import { innerTitle } from './inner-title.ts';
import { MAX_TITLE_LENGTH, type Stated, statedTitles } from './stated.ts';
import { chosenFact } from './title-fact.ts';
import { relabelled, spansOf } from './title-spans.ts';

/** Characters of a lead's key; shorter ones begin titles by chance. Set by hand on the open benchmark's pages. */
const MIN_LEAD_KEY = 5;
const TOO_LONG: RuleName = 'title-too-long';
const LOST_MARK = '\ufffd';

/** A document with its spans, while its title is looked for. */
interface Draft extends Spanned {
  readonly read: Read;
}

/** Blocks with one title. */
export interface Titled extends Spanned {
  /** The title, where it stands in an attribute only and so has no span. */
  readonly titleFact: Fact | null;
}

/**
 * Picks the one title, takes the outlet's and the section's affixes off where something proves that they are
 * affixes, and removes the title's repeats.
 */
export function withTitle(read: Read, spanned: Spanned): Titled {
  const { page, lines, format, reading } = read;
  const { vocabulary } = reading;
  const proofs = {
    site: page.site,
    sections: sectionKeys(page, spanned.blocks),
    vocabulary,
    boilerplate: format === 'text' ? boilerplateKeys(lines, spanned.blocks) : [],
  };
  const { titles: stated, warnings } = statedTitles(page, proofs);
  const main = mainTitle(spanned.blocks, lines);
  const copies =
    format === 'text' ? otherLines(lines, spanned.blocks, main) : hiddenHeadings(lines);
  const evidence: AffixEvidence = {
    ...proofs,
    titles: new Set([...stated.flatMap(({ keys }) => keys), ...copies]),
    place: placeOf(read, main),
  };
  const draft: Draft = {
    ...spanned,
    read,
    warnings: [...spanned.warnings, ...warnings],
  };
  const fact = chosenFact(draft.blocks[main], stated, evidence);
  if (fact) return fromFact(draft, fact);
  if (main < 0) return titled(draft, draft.blocks, null);
  const line = lines[main]!;
  const reason = line.block.context.hidden ? noTitleBecause(line.text, evidence) : null;
  return reason === null
    ? fromBlock(draft, main, evidence, partsOf(draft, main, stated, evidence))
    : withoutTitle(draft, reason);
}

function titled(
  { warnings, crumbSection }: Draft,
  blocks: readonly LabelledBlock[],
  titleFact: Fact | null,
  more: readonly Warning[] = [],
): Titled {
  return { blocks, titleFact, crumbSection, warnings: [...warnings, ...more] };
}

function placeOf({ format, blocks }: Read, main: number): AffixEvidence['place'] {
  if (format === 'text') return 'text';
  return blocks[main]?.context.hidden ? 'head' : 'page';
}

/** The block that holds the title; of copies in a plain text the one that lost least. */
function mainTitle(blocks: readonly LabelledBlock[], lines: readonly Line[]): number {
  let best = -1;
  let certainty = 0;
  blocks.forEach((block, i) => {
    const span = block.spans[0];
    if (span?.label === 'title' && span.certainty > certainty) {
      best = i;
      certainty = span.certainty;
    }
  });
  const line = lines[best];
  if (!line || lossOf(line.text) === 0 || line.block.context.element !== null) return best;
  const better = lines.findIndex(
    (other, i) =>
      blocks[i]!.spans[0]?.label === 'duplicate-title' &&
      lossOf(other.text) < lossOf(line.text) &&
      (repeatOf(other, line.key) === 'whole' || repeatOf(line, other.key) === 'cut'),
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
  { read, blocks }: Draft,
  main: number,
  stated: readonly Stated[],
  evidence: AffixEvidence,
): TitleParts {
  const block = blocks[main]!;
  const parts = titleParts(block.copy.text, evidence);
  if (evidence.place !== 'page') return parts;
  const inner = innerTitle(block, read.positions, stated);
  const taken = (label: Label) => blocks.some((b) => b.spans[0]?.label === label);
  if (!inner || (inner.behind && taken('subtitle'))) return parts;
  return { kicker: inner.before, title: inner.title, subtitle: inner.behind, affixes: [] };
}

function fromBlock(draft: Draft, main: number, evidence: AffixEvidence, parts: TitleParts): Titled {
  const { lines } = draft.read;
  const block = draft.blocks[main]!;
  const hasSection = draft.blocks.some((b) => b.spans.some((s) => s.label === 'section'));
  const title = keyOf(block.copy.text.slice(parts.title.start, parts.title.end));
  const whole = lines[main]!.key;
  let sectioned = hasSection || parts.affixes.some((affix) => affix.kind === 'section');
  const copies: AffixEvidence = { ...evidence, titles: new Set([title]), place: 'head' };
  const blocks = draft.blocks.map((other, i) => {
    if (i === main) {
      const rule = other.spans[0]!.label === 'title' ? other : relabelled(other, 'title', 'title');
      return withSpans(other, spansOf(rule, parts, hasSection), other.type);
    }
    if (!repeats(other, lines[i]!, title, whole)) return other;
    const copy = titleParts(other.copy.text, copies);
    const named = !sectioned && copy.affixes.some((affix) => affix.kind === 'section');
    if (!named) return relabelled(other, 'duplicate-title', 'repeated-title');
    sectioned = true;
    return withSpans(other, spansOf(other, copy, false).map(asDuplicate), other.type);
  });
  return titled(draft, blocks, null);
}

/** Why a page's `<title>` element gives no title, as the rule that removes it. */
function noTitleBecause(text: string, evidence: AffixEvidence): RuleName | null {
  if (text.length > MAX_TITLE_LENGTH) return TOO_LONG;
  const { start, end } = titleParts(text, evidence).title;
  const title = text.slice(start, end);
  return keyOf(title) === '' || evidence.site.proofOf(title) !== null ? 'site-name' : null;
}

function withoutTitle(draft: Draft, rule: RuleName): Titled {
  const blocks = draft.blocks.map((block) =>
    block.spans[0]?.label === 'title' ? relabelled(block, 'site-template', rule) : block,
  );
  const warning: Warning = {
    code: 'structured-data',
    message: `expected a title of at most ${MAX_TITLE_LENGTH} characters in the title element; it was ignored`,
  };
  return titled(draft, blocks, null, rule === TOO_LONG ? [warning] : []);
}

function asDuplicate(part: Span): Span {
  return part.label === 'title' || part.label === 'kicker'
    ? relabelSpan(part, 'duplicate-title', 'repeated-title')
    : part;
}

/** A block that says the title again: whole, cut off, or, unless it is body, with an affix. */
function repeats({ spans }: LabelledBlock, line: Line, title: string, whole: string): boolean {
  const label = spans[0]?.label;
  if (label === 'title') return true;
  if (label === 'subtitle') return false;
  const repeat = repeatOf(line, title) ?? repeatOf(line, whole);
  return repeat !== null && (label !== 'body' || repeat !== 'affixed');
}

/** The title as the metadata state it; lines that say it or a part of it are its repeats. */
function fromFact(draft: Draft, { fact, value, keys }: Stated): Titled {
  const titleFact: Fact = { ...fact, value };
  const { lines } = draft.read;
  const blocks = draft.blocks.map((block, i) => {
    const line = lines[i]!;
    return isLeadOf(block, line, keys) || keys.some((key) => repeats(block, line, key, key))
      ? relabelled(block, 'duplicate-title', 'repeated-title')
      : block;
  });
  const message = `the title stands in ${fact.from} only`;
  return titled(draft, blocks, titleFact, [{ code: 'title-from-attribute', message }]);
}

/** A line over the headline that the title begins with. */
function isLeadOf({ spans }: LabelledBlock, line: Line, keys: readonly string[]): boolean {
  const label = spans[0]?.label;
  if (label !== 'section' && label !== 'kicker' && label !== 'navigation') return false;
  const { key } = line;
  return key.length >= MIN_LEAD_KEY && keys.some((title) => title.startsWith(`${key} `));
}
