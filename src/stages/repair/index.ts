import { once } from '../../assets/once.ts';
import type { Edit } from '../../document/document.ts';
import { applyEdits } from '../../document/edits.ts';
import { inChunks } from './article/chunks.ts';
import { repairArticle } from './article/repair-article.ts';
import { NO_EDITS } from './article/repair-text.ts';
import { mayNeedRepair } from './text/escapes.ts';
import { createWorkspace, sharedWorkspace, type Workspace } from './workspace.ts';

/** What may be repaired beyond mojibake. */
export interface RepairOptions {
  /** Undo JSON, Python, URL and quoted-printable escapes. Default false. */
  readonly escapes?: boolean;
}

/** Repairs the texts of one article, which are evidence for each other: a list of edits for each, sorted and apart. */
export type Repairer = (texts: readonly string[]) => readonly (readonly Edit[])[];

/**
 * Makes a repairer of mojibake. It owns the memory that it works in, which is made for the first text that is not
 * plain ASCII; its results stay valid whatever is repaired next.
 * @example createRepairer()(['It‚Äôs late'])[0] // one edit: ‚Äô → ’
 */
export function createRepairer(options: RepairOptions = {}): Repairer {
  return repairerIn(once(createWorkspace), options.escapes === true);
}

function repairerIn(workspace: () => Workspace, escapes: boolean): Repairer {
  return (texts) => inChunks(texts, (chunks) => repairArticle(workspace, chunks, escapes));
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
  const escapes = options.escapes === true;
  if (!mayNeedRepair(text, escapes)) return { text, repairs: NO_EDITS };
  const lines = text.includes('\n') ? (text.match(LINE) ?? [text]) : [text];
  const all = repairerIn(sharedWorkspace, escapes)(lines);
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
