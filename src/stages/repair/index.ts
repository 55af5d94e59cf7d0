import type { Edit } from '../../document.ts';
import { applyEdits } from '../../edits.ts';
import { toEdits } from './edits.ts';
import { hasEntities, readEscapes } from './escapes.ts';
import { onlyMentions } from './mentions.ts';
import { loadModel, type Model } from './model.ts';
import { inParts } from './parts.ts';
import { type Plan, plan, planWhole } from './plan.ts';
import { type Points, points } from './points.ts';
import { createScan, type Scan } from './scan.ts';
import { readWhole } from './whole.ts';

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
  const open = texts.flatMap((text, i) => (needsLook(text, escapes) ? [i] : []));
  if (open.length === 0) return result;
  const { model, scan } = tools();
  const seen = new Set<string>();
  const unsolved: number[] = [];
  for (const i of open) {
    const text = texts[i]!;
    const plain = !escapes && !hasEntities(text);
    const strange = plain ? scan(text, STRANGE) : STRANGE;
    if (strange === 0) {
      unsolved.push(i);
      continue;
    }
    const spots = plain ? points(text) : readEscapes(text, escapes);
    const found = whole(spots, scan) ?? plan(model, spots.codes, NOTHING_SEEN, strange);
    if (!found) unsolved.push(i);
    else if (found.gain > SURE) for (const { key } of found.candidates) seen.add(key);
    if (found || spots.escaped.size > 0) result[i] = toEdits(text, spots, found);
  }
  if (onlyMentions(texts, result)) return texts.map(() => NONE);
  if (seen.size === 0) return result;
  for (const i of unsolved) {
    const spots = read(texts[i]!, escapes);
    const found = plan(model, spots.codes, seen, STRANGE);
    if (found) result[i] = toEdits(texts[i]!, spots, found);
  }
  return result;
}

/** The plan of a text that one chain explains from end to end, and that reads well then. */
function whole(spots: Points, scan: Scan): Plan | null {
  const found = readWhole(spots.codes);
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

function read(text: string, escapes: boolean): Points {
  return escapes || hasEntities(text) ? readEscapes(text, escapes) : points(text);
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
