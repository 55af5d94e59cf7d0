import type { Edit } from '../../../document/document.ts';
import { applyEdits } from '../../../document/edits.ts';
import { isDouble } from '../charsets/codecs.ts';
import type { BlockDecoders } from '../charsets/decoders.ts';
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
import { type LayeredText, untouchedText } from '../text/layered-text.ts';
import { type WeighedText, weighText } from '../text/weighed-text.ts';
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

/** A text of an article that is not plain ASCII. */
interface WideText {
  readonly index: number;
  readonly text: string;
  readonly points: CodePoints;
  readonly weighed: WeighedText;
  readonly untouched: LayeredText;
}

/** What a chain makes of one text of an article. */
interface Reading {
  readonly of: WideText;
  readonly arcs: readonly Arc[];
  readonly gain: number;
}

/** What re-coding an article by one chain changes: edits by the place of their text, and the bits saved in all. */
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
  if (found.length === 0 && !isMisspelt(workspace, texts)) return null;
  const wide = wideTexts(workspace, texts);
  if (wide.length < LEAST_TEXTS) return null;
  if (found.length === 0) return bySpelling(workspace, wide)?.edits ?? null;
  const chains = withRelated(found).filter(isOfSingleBytes);
  const readings = chains.map((chain) => readBy(workspace, wide, chain, DAMAGE + chain.cost));
  return bestReading(readings)?.edits ?? null;
}

function wideTexts(workspace: Workspace, texts: readonly string[]): readonly WideText[] {
  return texts.flatMap((text, index) => {
    if (!NO_ASCII.test(text)) return [];
    const points = codePointsOf(workspace, text);
    const weighed = weighText(workspace.model, points.codes);
    const untouched = untouchedText(workspace.ordinals, points.codes);
    return [{ index, text, points, weighed, untouched }];
  });
}

function bestReading(readings: readonly (WholeReading | null)[]): WholeReading | null {
  let best: WholeReading | null = null;
  for (const reading of readings) {
    if (reading !== null && (best === null || reading.gain > best.gain)) best = reading;
  }
  return best;
}

/** Whether the texts' letters are those of no language; most articles are done with that. */
function isMisspelt(workspace: Workspace, texts: readonly string[]): boolean {
  const lines = texts.filter((text) => NO_ASCII.test(text));
  return lines.length >= LEAST_TEXTS && alphabetsOf(workspace, joinedLines(lines)) === 0;
}

/** The article, whose letters are those of no language, re-coded by the chain after which they are. */
function bySpelling(workspace: Workspace, wide: readonly WideText[]): WholeReading | null {
  const isSpelt = ({ edits }: WholeReading): boolean => {
    const after = wide.map(({ index, text }) => applyEdits(text, edits.get(index) ?? []));
    return (alphabetsOf(workspace, joinedLines(after)) ?? 0) > 0;
  };
  const readings = LEGACY.filter(isOfSingleBytes).map((chain) => {
    // that letters are spelt right says as much as how rare such a chain is
    const reading = readBy(workspace, wide, chain, DAMAGE);
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
  { decoders }: Workspace,
  wide: readonly WideText[],
  chain: Chain,
  cost: number,
): WholeReading | null {
  const readings: Reading[] = [];
  let left = 0;
  let gain = -cost;
  for (const of of wide) {
    const arcs = arcsOf(decoders, of, chain);
    const saved = arcs === null ? 0 : quickGain(of.weighed, arcs, 0, true);
    if (arcs === null || saved < -worseBy(arcs.length)) {
      left++;
      if (left * OTHERS > wide.length) return null;
      continue;
    }
    gain += saved;
    if (arcs.length > 0) readings.push({ of, arcs, gain: saved });
  }
  if (readings.length < LEAST_TEXTS || gain <= SHOWN) return null;
  const kinds = new Set(readings.flatMap(({ arcs }) => arcs.map(({ out }) => out[0]!)));
  if (kinds.size < LEAST_KINDS && chain.key !== CONTROLS_OF_WINDOWS) return null;
  const edits = readings.map((reading) => [reading.of.index, editsOf(reading, chain)] as const);
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
  decoders: BlockDecoders,
  { text, points: { codes }, untouched }: WideText,
  chain: Chain,
): readonly Arc[] | null {
  const link = chain.links[0]!;
  const encoder = encoderOf(link.readAs);
  const isOfControls = chain.key === CONTROLS_OF_WINDOWS;
  if (!isOfControls && codes.some((code) => code > 0xffff || encoder[code]! < 0)) return null;
  if (hasEntities(text)) return null;
  const arcs = legacyArcs(decoders, untouched, link);
  return withoutUnwritten(candidateOf(chain, arcs)).arcs.length < arcs.length ? null : arcs;
}

function editsOf({ of: { text, points }, arcs, gain }: Reading, chain: Chain): readonly Edit[] {
  const steps = arcs.map((arc) => ({ ...arc, option: 0 }));
  const plan: Plan = { steps, candidates: [candidateOf(chain, arcs)], gain };
  return planEdits(text, points, plan);
}
