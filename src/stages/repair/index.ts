import { isUtf8 } from 'node:buffer';
import { once } from '../../assets/once.ts';
import { InputError } from '../../contract/errors.ts';
import { named } from '../../contract/value-names.ts';
import type { Edit } from '../../document/document.ts';
import { applyEdits } from '../../document/edits.ts';
import { lineBreaks } from '../../text/line-breaks.ts';
import { decodeQuotedPrintable, quotedPrintableIn } from '../../text/quoted-printable.ts';
import { inChunks } from './article/chunks.ts';
import { repairArticle } from './article/repair-article.ts';
import { NO_EDITS } from './article/repair-text.ts';
import { escapeEdit } from './edits/repair-edit.ts';
import { decoderOf } from './tables.ts';
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

/**
 * Repairs one text; its lines are evidence for each other.
 * @throws {InputError} when it is given anything but a string.
 * @example repair('It‚Äôs late').text // 'It’s late'
 */
export function repair(
  text: string,
  options: RepairOptions = {},
): { text: string; repairs: readonly Edit[] } {
  if (typeof text !== 'string') {
    const todo =
      (text as unknown) instanceof Uint8Array ? '; decode bytes first, or use clean()' : '';
    throw new InputError('bad-input', `expected a text to repair, found ${named(text)}${todo}`);
  }
  const escapes = options?.escapes === true;
  if (!mayNeedRepair(text, escapes)) return { text, repairs: NO_EDITS };
  const plain = escapes ? withoutQuotedPrintable(text) : text;
  const lines = linesOf(plain);
  const all = repairerIn(sharedWorkspace, escapes)(lines.map((line) => line.text));
  const repairs = lines.length === 1 ? all[0]! : placed(lines, all);
  const repaired = repairs.length === 0 ? plain : applyEdits(plain, repairs);
  if (plain === text) return { text: repaired, repairs };
  return { text: repaired, repairs: [escapeEdit(0, text.length, repaired, 'quoted-printable')] };
}

/** What a text stands for that is quoted-printable as a whole; any other text as it is. */
function withoutQuotedPrintable(text: string): string {
  const found = quotedPrintableIn(text);
  if (found === null) return text;
  const { single } = decoderOf(found.charset ?? 'windows-1252');
  const decode = (bytes: Uint8Array): string =>
    isUtf8(bytes)
      ? Buffer.from(bytes).toString()
      : Array.from(bytes, (byte) => String.fromCharCode(single[byte]!)).join('');
  return text.slice(0, found.start) + decodeQuotedPrintable(text.slice(found.start), decode);
}

/** A line with where it begins, in UTF-16 units; what ends it is left out. */
interface PlacedLine {
  readonly start: number;
  readonly text: string;
}

function linesOf(text: string): PlacedLine[] {
  const lines: PlacedLine[] = [];
  let start = 0;
  for (const found of lineBreaks(text)) {
    lines.push({ start, text: text.slice(start, found.start) });
    start = found.end;
  }
  lines.push({ start, text: text.slice(start) });
  return lines;
}

/** The edits of lines as edits of the text that they make. */
function placed(lines: readonly PlacedLine[], all: readonly (readonly Edit[])[]): Edit[] {
  return lines.flatMap(({ start }, i) =>
    all[i]!.map((edit) => ({ ...edit, offset: edit.offset + start })),
  );
}
