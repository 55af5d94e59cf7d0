import type { Edit } from '../../document.ts';
import { applyEdits } from '../../edits.ts';
import { isClean } from './clean.ts';
import { hasEntities } from './escapes.ts';
import { withoutMentions } from './mentions.ts';
import { NONE, repairOne } from './one.ts';
import { inParts } from './parts.ts';
import { shownTogether } from './together.ts';

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

function repairAll(texts: readonly string[], escapes: boolean): readonly (readonly Edit[])[] {
  const result: (readonly Edit[])[] = texts.map(() => NONE);
  const unsolved: number[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    if (!needsLook(text, escapes)) continue;
    if (!escapes && isClean(text)) {
      unsolved.push(i);
      continue;
    }
    const { edits, solved, shown } = repairOne(text, escapes, NOTHING_SEEN);
    result[i] = edits;
    if (!solved) unsolved.push(i);
    for (const { key } of shown) seen.add(key);
  }
  const isTouched = result.some((edits) => edits.length > 0);
  const repaired = isTouched ? withoutMentions(texts, result) : result;
  if (isTouched && repaired.every((edits) => edits.length === 0)) return repaired;
  if (seen.size === 0 && unsolved.length > 1) {
    for (const { key } of shownTogether(unsolved.map((i) => texts[i]!))) seen.add(key);
  }
  if (seen.size === 0) return repaired;
  for (const i of unsolved) {
    const { edits, solved } = repairOne(texts[i]!, escapes, seen);
    if (solved) result[i] = edits;
  }
  return withoutMentions(texts, result);
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
