import type { Edit } from '../../document.ts';
import { applyEdits } from '../../edits.ts';
import { isLegacy } from './candidates.ts';
import type { Chain } from './chains.ts';
import { toEdits } from './edits.ts';
import { hasEntities, readEscapes } from './escapes.ts';
import { onlyMentions } from './mentions.ts';
import { inCapitals } from './guess.ts';
import { loadModel, type Model } from './model.ts';
import { inParts } from './parts.ts';
import { coversAll, isHopeless, type Plan, plan as planOf } from './plan.ts';
import { points, toText } from './points.ts';
import { createScan, type Scan } from './scan.ts';
import { survey } from './survey.ts';
import { PROOF, readWhole, type Whole } from './whole.ts';
import { wholeEdits } from './whole-edits.ts';
import { worthOf } from './worth.ts';

/** What may be repaired beyond mojibake. */
export interface RepairOptions {
  /** Undo JSON, Python, URL and quoted-printable escapes. Default false. */
  readonly escapes?: boolean;
}

const NONE: readonly Edit[] = [];
const NOTHING_SEEN: ReadonlySet<string> = new Set();
const NON_ASCII = /[^\0-\x7f]/;
const ESCAPE = /[&\\%=+]/;
const SURE = 20;
/** A chain that explains all and saves so many bits needs no comparing with others. */
const CLEAR = 4;
/** So strange, in bits, that no more need be counted. */
const STRANGE = 60;
/** All strangeness there is. */
const ANY = Number.POSITIVE_INFINITY;
/** So many times stranger was a text than what may be left of it. */
const BETTER = 6;
/** The same for what several runs of characters say, and for legacy chains. */
const SENSE = 1.3;
const SENSE_LEGACY = 1.5;
/** Bits of strangeness for each repaired character that a text may keep. */
const WELL = 3;

/**
 * Makes a repairer of mojibake. The texts it is given are one article's, and are evidence for each other.
 * @example createRepairer()(['It‚Äôs late'])[0] // one edit: ‚Äô → ’
 */
export function createRepairer(
  options: RepairOptions = {},
): (texts: readonly string[]) => readonly (readonly Edit[])[] {
  const escapes = options.escapes === true;
  return (texts) => inParts(texts, (parts) => repairAll(parts, escapes));
}

function repairAll(texts: readonly string[], escapes: boolean): (readonly Edit[])[] {
  const result: (readonly Edit[])[] = texts.map(() => NONE);
  const unsolved: number[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    if (!needsLook(text, escapes)) continue;
    const { edits, solved, shown } = repairOne(text, escapes, NOTHING_SEEN);
    result[i] = edits;
    if (!solved) unsolved.push(i);
    for (const { key } of shown) seen.add(key);
  }
  if (onlyMentions(texts, result)) return texts.map(() => NONE);
  if (seen.size === 0) return result;
  for (const i of unsolved) {
    const { edits, solved } = repairOne(texts[i]!, escapes, seen);
    if (solved) result[i] = edits;
  }
  return result;
}

/** What is done to a text, and why. */
interface Outcome {
  readonly edits: readonly Edit[];
  /** Whether damage was found and undone. */
  readonly solved: boolean;
  /** The chains that the text shows beyond doubt. */
  readonly shown: readonly Chain[];
}

const NOTHING: Outcome = { edits: NONE, solved: false, shown: [] };

/** Repairs one text; chains that were seen elsewhere in the article are looked for however well it reads. */
function repairOne(text: string, escapes: boolean, seen: ReadonlySet<string>): Outcome {
  const { model, scan } = tools();
  const plain = !escapes && !hasEntities(text);
  const alone = plain && seen.size === 0;
  if (alone && scan.text(text, 1) === 0) return NOTHING;
  const spots = plain ? points(text) : readEscapes(text, escapes);
  const found = survey(plain ? text : toText(spots.codes));
  const bare = spots.escaped.size === 0;
  if (found.live !== 0 && seen.size === 0 && bare) {
    const whole = readWhole(model, spots.codes);
    if (whole !== null && readsWell(scan, text, whole) && !inCapitals(spots.codes)) {
      const worth = whole.proof >= PROOF ? SURE + 1 : worthOf(model, spots.codes, whole);
      if (worth > CLEAR) {
        const shown = worth > SURE ? [whole.chain] : [];
        return { edits: wholeEdits(text, spots, whole), solved: true, shown };
      }
    }
  }
  const strange = alone ? scan.text(text, STRANGE) : STRANGE;
  const evidence = { survey: found, seen, strange };
  if (isHopeless(evidence) && bare) return NOTHING;
  const planned = planOf(model, spots.codes, evidence);
  const best = planned !== null && makesSense(scan, spots.codes, planned) ? planned : null;
  if (best === null && bare) return NOTHING;
  const shown = best !== null && best.gain > SURE ? best.candidates.map((c) => c.chain) : [];
  return { edits: toEdits(text, spots, best), solved: best !== null, shown };
}

/** Whether a plan leaves little strange of a text. */
function makesSense(scan: Scan, codes: readonly number[], plan: Plan): boolean {
  const { steps, candidates } = plan;
  const out: number[] = [];
  let at = 0;
  for (const step of steps) {
    while (at < step.from) out.push(codes[at++]!);
    out.push(...step.out);
    at = step.to;
  }
  while (at < codes.length) out.push(codes[at++]!);
  const left = scan.codes(out, out.length, ANY);
  const before = scan.codes(codes, codes.length, ANY);
  if (left < steps.length * WELL) return true;
  if (candidates.some(isLegacy)) return left * SENSE_LEGACY < before;
  return before < STRANGE || left * SENSE < before || coversAll(plan, codes);
}

/** Whether what one chain made of a text is nothing strange, or little beside what the text was. */
function readsWell(scan: Scan, text: string, { level, proof }: Whole): boolean {
  const { codes, length, wide } = level;
  const enough = wide * WELL;
  if (scan.codes(codes, length, enough) < enough) return true;
  return proof >= PROOF && scan.codes(codes, length, ANY) * BETTER < scan.text(text, ANY);
}

let made: { readonly model: Model; readonly scan: Scan } | null = null;

function tools(): NonNullable<typeof made> {
  if (made) return made;
  const model = loadModel();
  made = { model, scan: createScan(model) };
  return made;
}

function needsLook(text: string, escapes: boolean): boolean {
  return NON_ASCII.test(text) || (escapes ? ESCAPE.test(text) : hasEntities(text));
}

const LINE = /[^\n]*\n?/g;

/**
 * Repairs one text; its lines are evidence for each other.
 * @example repair('It‚Äôs late').text // 'It’s late'
 */
export function repair(
  text: string,
  options: RepairOptions = {},
): { text: string; repairs: readonly Edit[] } {
  if (!needsLook(text, options.escapes === true)) return { text, repairs: NONE };
  const lines = text.includes('\n') ? (text.match(LINE) ?? [text]) : [text];
  const all = createRepairer(options)(lines);
  const repairs = lines.length === 1 ? all[0]! : placed(lines, all);
  return { text: applyEdits(text, repairs), repairs };
}

/** The edits of lines as edits of the text that they make. */
function placed(lines: readonly string[], all: readonly (readonly Edit[])[]): Edit[] {
  const found: Edit[] = [];
  let start = 0;
  for (let i = 0; i < lines.length; i++) {
    for (const edit of all[i]!) found.push({ ...edit, offset: edit.offset + start });
    start += lines[i]!.length;
  }
  return found;
}
