import type { Edit } from '../../document.ts';
import { applyEdits } from '../../edits.ts';
import { toEdits } from './edits.ts';
import { hasEntities, readEscapes } from './escapes.ts';
import { onlyMentions } from './mentions.ts';
import { loadModel, type Model } from './model.ts';
import { inParts } from './parts.ts';
import { isHopeless, type Plan, plan, planWhole } from './plan.ts';
import { type Points, points } from './points.ts';
import { createScan, type Scan } from './scan.ts';
import { type Survey, survey } from './survey.ts';
import { readWhole, toText } from './whole.ts';

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
/** So strange, in bits, that no more need be counted. */
const STRANGE = 60;
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
    const { edits, plan: found } = repairOne(text, escapes, NOTHING_SEEN);
    result[i] = edits;
    if (found === null) unsolved.push(i);
    else if (found.gain > SURE) for (const { key } of found.candidates) seen.add(key);
  }
  if (onlyMentions(texts, result)) return texts.map(() => NONE);
  if (seen.size === 0) return result;
  for (const i of unsolved) {
    const { edits, plan: found } = repairOne(texts[i]!, escapes, seen);
    if (found !== null) result[i] = edits;
  }
  return result;
}

/** What is done to a text, and why; no plan when nothing was damaged. */
interface Outcome {
  readonly edits: readonly Edit[];
  readonly plan: Plan | null;
}

const NOTHING: Outcome = { edits: NONE, plan: null };

/** Repairs one text; chains that were seen elsewhere in the article are looked for however well it reads. */
function repairOne(text: string, escapes: boolean, seen: ReadonlySet<string>): Outcome {
  const { model, scan } = tools();
  const plain = !escapes && !hasEntities(text);
  const strange = plain && seen.size === 0 ? scan(text, STRANGE) : STRANGE;
  if (strange === 0) return NOTHING;
  const spots = plain ? null : readEscapes(text, escapes);
  const evidence = { survey: survey(spots ? toText(spots.codes) : text), seen, strange };
  if (isHopeless(evidence) && (spots === null || spots.escaped.size === 0)) return NOTHING;
  const found = spots ?? points(text);
  const best =
    (seen.size === 0 ? whole(found, evidence.survey, scan) : null) ??
    plan(model, found.codes, evidence);
  if (best === null && found.escaped.size === 0) return NOTHING;
  return { edits: toEdits(text, found, best), plan: best };
}

/** The plan of a text that one chain explains from end to end, and that reads well then. */
function whole(spots: Points, { whole: possible }: Survey, scan: Scan): Plan | null {
  const found = possible === 0 ? null : readWhole(spots.codes, possible);
  if (!found) return null;
  const enough = found.steps.length * WELL;
  return scan(found.text, enough) < enough ? planWhole(found) : null;
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
  const lines = text.match(LINE) ?? [text];
  const repairs: Edit[] = [];
  let offset = 0;
  const all = createRepairer(options)(lines);
  for (let i = 0; i < lines.length; i++) {
    for (const edit of all[i]!) repairs.push({ ...edit, offset: edit.offset + offset });
    offset += lines[i]!.length;
  }
  return { text: applyEdits(text, repairs), repairs };
}
