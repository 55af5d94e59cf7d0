import type { Edit } from '../../document.ts';
import { applyEdits } from '../../edits.ts';
import { points, toEdits } from './edits.ts';
import { loadModel } from './model.ts';
import { plan } from './plan.ts';

/** What may be repaired beyond mojibake. */
export interface RepairOptions {
  /** Undo JSON, Python, URL and quoted-printable escapes. Default false. */
  readonly escapes?: boolean;
}

const NONE: readonly Edit[] = [];
const NOTHING_SEEN: ReadonlySet<string> = new Set();
const NON_ASCII = /[^\0-\x7f]/;
const SURE = 20;

/**
 * Makes a repairer of mojibake. The texts it is given are one article's, and are evidence for each other.
 * @example createRepairer()(['It‚Äôs late'])[0] // one edit: ‚Äô → ’
 */
export function createRepairer(
  options: RepairOptions = {},
): (texts: readonly string[]) => readonly (readonly Edit[])[] {
  void options;
  return (texts) => repairAll(texts);
}

function repairAll(texts: readonly string[]): (readonly Edit[])[] {
  const result: (readonly Edit[])[] = texts.map(() => NONE);
  const open = texts.flatMap((text, i) => (NON_ASCII.test(text) ? [i] : []));
  if (open.length === 0) return result;
  const model = loadModel();
  const seen = new Set<string>();
  for (const i of open) {
    const text = points(texts[i]!);
    const found = plan(model, text.codes, NOTHING_SEEN);
    if (!found) continue;
    result[i] = toEdits(texts[i]!, text, found);
    if (found.gain > SURE) for (const { key } of found.candidates) seen.add(key);
  }
  if (seen.size === 0) return result;
  for (const i of open) {
    if (result[i] !== NONE) continue;
    const text = points(texts[i]!);
    const found = plan(model, text.codes, seen);
    if (found) result[i] = toEdits(texts[i]!, text, found);
  }
  return result;
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
  if (!NON_ASCII.test(text) && options.escapes !== true) return { text, repairs: NONE };
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
