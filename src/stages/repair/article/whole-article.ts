import type { Edit } from '../../../document/document.ts';
import { isDouble } from '../charsets/codecs.ts';
import { LEGACY } from '../charsets/layers.ts';
import { DAMAGE, SHOWN } from '../costs.ts';
import { planEdits } from '../edits/plan-edits.ts';
import { type Arc, type Chain, candidateOf, type Plan } from '../hypothesis.ts';
import { withoutUnwritten } from '../search/candidates.ts';
import { quickGain } from '../search/gain.ts';
import { legacyArcs } from '../search/lattice.ts';
import { encoderOf } from '../tables.ts';
import { type CodePoints, codePointsOf } from '../text/code-points.ts';
import { hasEntities } from '../text/escapes.ts';
import { untouchedText } from '../text/layered-text.ts';
import { weighText } from '../text/weighed-text.ts';
import type { Workspace } from '../workspace.ts';

// Set by hand on articles misread as a whole and on articles of which a part is (test/stages/repair/cases).

/** Bits by which a text may get worse by each character that is re-coded, since the model knows few names: at least, each, at most. */
const WORSE = { least: 8, each: 6, most: 24 };
/** One text in so many may not be in the charset that was read, or be better left alone. */
const OTHERS = 5;
/** Texts that are re-coded at least: with fewer the article says no more than a text by itself. */
const LEAST_TEXTS = 2;

/** Charsets that have controls. */
const HAS_CONTROLS = /^iso-8859-/;

/** What a chain makes of one text of an article. */
interface Reading {
  readonly index: number;
  readonly points: CodePoints;
  readonly arcs: readonly Arc[];
  readonly gain: number;
}

/** An article re-coded by one chain: the edits of each text that has any, and the bits that all of them save. */
interface WholeReading {
  readonly edits: ReadonlyMap<number, readonly Edit[]>;
  readonly gain: number;
}

/**
 * The edits of the texts of an article of which all bytes were misread in one way, by their places; null where none of
 * the chains, which some of them were repaired by, tells that of nearly all of them. What is misread is misread as a whole,
 * so names and short texts that the model would not be sure of go the way of all others.
 */
export function wholeArticleEdits(
  workspace: Workspace,
  texts: readonly string[],
  found: readonly Chain[],
): ReadonlyMap<number, readonly Edit[]> | null {
  let best: WholeReading | null = null;
  for (const chain of withRelated(found).filter(isOfSingleBytes)) {
    const reading = readBy(workspace, texts, chain);
    if (reading !== null && (best === null || reading.gain > best.gain)) best = reading;
  }
  return best === null ? null : best.edits;
}

/** Chains with those of the same bytes read otherwise: controls that mean something in a charset say no more than which one. */
function withRelated(found: readonly Chain[]): readonly Chain[] {
  const controls = found.filter(({ links }) => links[0]!.readAs === 'iso-8859-1');
  const were = new Set(controls.map(({ links }) => links[0]!.was));
  return [
    ...new Set([
      ...found,
      ...LEGACY.filter(
        ({ links }) => were.has(links[0]!.was) && HAS_CONTROLS.test(links[0]!.readAs),
      ),
    ]),
  ];
}

/** Whether a chain is one legacy layer of single bytes, by which every character stands for one. */
function isOfSingleBytes({ links }: Chain): boolean {
  const { was, readAs } = links[0]!;
  return links.length === 1 && was !== 'utf-8' && !isDouble(was) && !isDouble(readAs);
}

function readBy(workspace: Workspace, texts: readonly string[], chain: Chain): WholeReading | null {
  const readings: Reading[] = [];
  let wide = 0;
  let left = 0;
  let gain = -DAMAGE - chain.cost;
  for (const [index, text] of texts.entries()) {
    const points = codePointsOf(workspace, text);
    if (points.codes.every((code) => code < 0x80)) continue;
    wide++;
    const arcs = hasEntities(text) ? null : arcsOf(workspace, points.codes, chain);
    const saved =
      arcs === null ? 0 : quickGain(weighText(workspace.model, points.codes), arcs, 0, true);
    if (arcs === null || saved < -worseBy(arcs.length)) {
      left++;
      continue;
    }
    gain += saved;
    if (arcs.length > 0) readings.push({ index, points, arcs, gain: saved });
  }
  if (readings.length < LEAST_TEXTS || left * OTHERS > wide || gain <= SHOWN) return null;
  const edits = readings.map((reading) => [reading.index, editsOf(texts, reading, chain)] as const);
  return { edits: new Map(edits), gain };
}

function worseBy(characters: number): number {
  return Math.min(WORSE.most, Math.max(WORSE.least, WORSE.each * characters));
}

/** What a chain makes of a text, character by character; null where the charset that was read has not all of them. */
function arcsOf(
  { decoders, ordinals }: Workspace,
  codes: readonly number[],
  chain: Chain,
): readonly Arc[] | null {
  const link = chain.links[0]!;
  const encoder = encoderOf(link.readAs);
  if (codes.some((code) => code > 0xffff || encoder[code]! < 0)) return null;
  const arcs = legacyArcs(decoders, untouchedText(ordinals, codes), link);
  return withoutUnwritten(candidateOf(chain, arcs)).arcs.length < arcs.length ? null : arcs;
}

function editsOf(
  texts: readonly string[],
  { index, points, arcs, gain }: Reading,
  chain: Chain,
): readonly Edit[] {
  const steps = arcs.map((arc) => ({ ...arc, option: 0 }));
  const plan: Plan = { steps, candidates: [candidateOf(chain, arcs)], gain };
  return planEdits(texts[index]!, points, plan);
}
