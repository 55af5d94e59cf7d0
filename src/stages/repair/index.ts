import type { Edit } from '../../document/document.ts';
import { applyEdits } from '../../document/edits.ts';
import { inParts } from './article/chunks.ts';
import { withoutMentions } from './article/mentions.ts';
import { NONE, repairOne } from './article/repair-text.ts';
import { shownTogether } from './article/shared-chains.ts';
import { isClean } from './prefilter/may-be-damaged.ts';
import { hasEntities } from './text/escapes.ts';

/** What may be repaired beyond mojibake. */
export interface RepairOptions {
  /** Undo JSON, Python, URL and quoted-printable escapes. Default false. */
  readonly escapes?: boolean;
}

const NOTHING_SEEN: ReadonlySet<string> = new Set();
const NON_ASCII = /[^\0-\x7f]/;
const ESCAPE = /[&\\%=+]/;

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

/** What each text of an article tells by itself. */
interface Alone {
  readonly edits: readonly (readonly Edit[])[];
  /** Texts in which nothing was found that explains them. */
  readonly unsolved: readonly number[];
  /** Keys of the chains that were shown. */
  readonly shown: Set<string>;
}

function repairAll(texts: readonly string[], escapes: boolean): readonly (readonly Edit[])[] {
  const { edits, unsolved, shown } = repairAlone(texts, escapes);
  const isTouched = edits.some((list) => list.length > 0);
  const repaired = isTouched ? withoutMentions(texts, edits) : edits;
  if (isTouched && repaired.every((list) => list.length === 0)) return repaired;
  if (shown.size === 0 && unsolved.length > 1) {
    for (const { key } of shownTogether(unsolved.map((i) => texts[i]!))) shown.add(key);
  }
  if (shown.size === 0) return repaired;
  const all = [...edits];
  for (const i of unsolved) {
    const again = repairOne(texts[i]!, escapes, shown);
    if (again.solved) all[i] = again.edits;
  }
  return withoutMentions(texts, all);
}

function repairAlone(texts: readonly string[], escapes: boolean): Alone {
  const edits: (readonly Edit[])[] = texts.map(() => NONE);
  const unsolved: number[] = [];
  const shown = new Set<string>();
  for (const [i, text] of texts.entries()) {
    if (!needsLook(text, escapes)) continue;
    if (!escapes && isClean(text)) {
      unsolved.push(i);
      continue;
    }
    const found = repairOne(text, escapes, NOTHING_SEEN);
    edits[i] = found.edits;
    if (!found.solved) unsolved.push(i);
    for (const { key } of found.shown) shown.add(key);
  }
  return { edits, unsolved, shown };
}

function needsLook(text: string, escapes: boolean): boolean {
  return NON_ASCII.test(text) || (escapes ? ESCAPE.test(text) : hasEntities(text));
}

const LINE = /[^\n]*\n?/g;

/**
 * Repairs one text; its lines are evidence for each other.
 * @throws TypeError when it is given anything but a string.
 * @example repair('It‚Äôs late').text // 'It’s late'
 */
export function repair(
  text: string,
  options: RepairOptions = {},
): { text: string; repairs: readonly Edit[] } {
  if (typeof text !== 'string') throw new TypeError(notAString(text));
  if (!needsLook(text, options.escapes === true)) return { text, repairs: NONE };
  const lines = text.includes('\n') ? (text.match(LINE) ?? [text]) : [text];
  const all = createRepairer(options)(lines);
  const repairs = lines.length === 1 ? all[0]! : placed(lines, all);
  return repairs.length === 0 ? { text, repairs } : { text: applyEdits(text, repairs), repairs };
}

const KINDS: Readonly<Record<string, string>> = {
  null: 'null',
  undefined: 'undefined',
  object: 'an object',
  array: 'an array',
  number: 'a number',
  bigint: 'a bigint',
  boolean: 'a boolean',
  function: 'a function',
  symbol: 'a symbol',
};

function notAString(given: unknown): string {
  const found = KINDS[Array.isArray(given) ? 'array' : given === null ? 'null' : typeof given];
  return `repair() expects a string, but was given ${found}: decode bytes first, and pass the texts of one article to createRepairer() one by one`;
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
