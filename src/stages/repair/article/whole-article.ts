import type { Edit } from '../../../document/document.ts';
import { applyEdits } from '../../../document/edits.ts';
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
import { alphabetsOf, joinedLines } from './spelling.ts';

// Set by hand on articles misread as a whole and on articles of which a part is (test/stages/repair/cases).

/** Bits by which a text may get worse by each character that is re-coded, since the model knows few names: at least, each, at most. */
const WORSE = { least: 8, each: 8.5, most: 32 };
/** One text in so many may not be in the charset that was read, or be better left alone. */
const OTHERS = 5;
/** Texts that are re-coded at least: with fewer the article says no more than a text by itself. */
const LEAST_TEXTS = 2;

const NO_ASCII = /[^\0-\x7f]/;
/** The chain that changes nothing but controls. */
const CONTROLS_OF_WINDOWS = 'windows-1252>iso-8859-1';
/** Charsets that have controls. */
const HAS_CONTROLS = /^iso-8859-/;

/** Different characters that are made at least: one letter for another, all over, is how some language is written. */
const LEAST_KINDS = 2;

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
 * The edits of the texts of an article of which all bytes were misread in one way, by their places; null where that is
 * not so of nearly all of them. What is misread is misread as a whole, so names and short texts that the model would not
 * be sure of go the way of all others. Tried are the chains that some texts were repaired by; where there are none, all
 * by which letters of no alphabet become those of one.
 */
export function wholeArticleEdits(
  workspace: Workspace,
  texts: readonly string[],
  found: readonly Chain[],
): ReadonlyMap<number, readonly Edit[]> | null {
  if (found.length === 0) return bySpelling(workspace, texts)?.edits ?? null;
  const chains = withRelated(found).filter(isOfSingleBytes);
  const readings = chains.map((chain) => readBy(workspace, texts, chain, DAMAGE + chain.cost));
  return bestReading(readings)?.edits ?? null;
}

function bestReading(readings: readonly (WholeReading | null)[]): WholeReading | null {
  let best: WholeReading | null = null;
  for (const reading of readings) {
    if (reading !== null && (best === null || reading.gain > best.gain)) best = reading;
  }
  return best;
}

/** The article re-coded by the chain after which its letters are those of a language, as they are not before. */
function bySpelling(workspace: Workspace, texts: readonly string[]): WholeReading | null {
  const wide = texts.flatMap((text, index) => (NO_ASCII.test(text) ? [index] : []));
  const before = joinedLines(wide.map((index) => texts[index]!));
  if (alphabetsOf(workspace, before) !== 0) return null;
  const isSpelt = ({ edits }: WholeReading): boolean => {
    const after = wide.map((index) => applyEdits(texts[index]!, edits.get(index) ?? []));
    return (alphabetsOf(workspace, joinedLines(after)) ?? 0) > 0;
  };
  const readings = LEGACY.filter(isOfSingleBytes).map((chain) => {
    // that letters are spelt right says as much as how rare such a chain is
    const reading = readBy(workspace, texts, chain, DAMAGE);
    return reading !== null && isSpelt(reading) ? reading : null;
  });
  return bestReading(readings);
}

/** Chains, and where controls mean something all that may have made controls: they say no more than that one did. */
function withRelated(found: readonly Chain[]): readonly Chain[] {
  if (!found.some(({ links }) => links[0]!.readAs === 'iso-8859-1')) return found;
  return [
    ...new Set([...found, ...LEGACY.filter(({ links }) => HAS_CONTROLS.test(links[0]!.readAs))]),
  ];
}

/** Whether a chain is one legacy layer of single bytes, by which every character stands for one. */
function isOfSingleBytes({ links }: Chain): boolean {
  const { was, readAs } = links[0]!;
  return links.length === 1 && was !== 'utf-8' && !isDouble(was) && !isDouble(readAs);
}

/** An article read by a chain; null where too few of its texts are, or they save too little beyond what the chain costs. */
function readBy(
  workspace: Workspace,
  texts: readonly string[],
  chain: Chain,
  cost: number,
): WholeReading | null {
  const readings: Reading[] = [];
  let wide = 0;
  let left = 0;
  let gain = -cost;
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
  const kinds = new Set(readings.flatMap(({ arcs }) => arcs.map(({ out }) => out[0]!)));
  if (kinds.size < LEAST_KINDS && chain.key !== CONTROLS_OF_WINDOWS) return null;
  const edits = readings.map((reading) => [reading.index, editsOf(texts, reading, chain)] as const);
  return { edits: new Map(edits), gain };
}

function worseBy(characters: number): number {
  return Math.min(WORSE.most, Math.max(WORSE.least, WORSE.each * characters));
}

/**
 * What a chain makes of a text, character by character; null where the charset that was read has not all of them,
 * unless it is of controls alone: they are pasted into any text.
 */
function arcsOf(
  { decoders, ordinals }: Workspace,
  codes: readonly number[],
  chain: Chain,
): readonly Arc[] | null {
  const link = chain.links[0]!;
  const encoder = encoderOf(link.readAs);
  const isOfControls = chain.key === CONTROLS_OF_WINDOWS;
  if (!isOfControls && codes.some((code) => code > 0xffff || encoder[code]! < 0)) return null;
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
