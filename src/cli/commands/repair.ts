import { type RowCount, repairRowBlock } from '../../batch/repair-row-block.ts';
import { repairRow } from '../../batch/repair-rows.ts';
import { type Repair, type Repaired, repairBlock } from '../../batch/repair-text.ts';
import { InputError } from '../../contract/errors.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { NEWLINE } from '../../readers/bytes/ascii.ts';
import { readChunks } from '../../readers/bytes/read-bytes.ts';
import { rowBlocks } from '../../readers/bytes/row-blocks.ts';
import { textBlocks } from '../../readers/bytes/text-blocks.ts';
import { shownBytes } from '../../stages/decode/stray.ts';
import { repair } from '../../stages/repair/index.ts';
import { printable } from '../../text/printable.ts';
import type { Writer } from '../../writers/files/stream-writer.ts';
import { flag, list } from '../arguments/values.ts';
import type { Context, Handler } from '../context.ts';
import { changeText, type ShownChange } from '../terminal/change-text.ts';
import { createPaint, type Paint } from '../terminal/paint.ts';

const NEWLINES = /\n/g;
/** How messages call standard input. */
const STDIN = 'standard input';

type Chunks = AsyncIterable<Uint8Array>;

/** What is done with each input. */
interface Job {
  readonly repairText: Repair;
  readonly escapes: boolean;
  readonly context: Context;
}

/** `copydesk repair`: text or rows in, the same without mojibake out. */
export const handler: Handler = async (args, context) => {
  const escapes = flag(args, 'escapes');
  const job: Job = { repairText: (text) => repair(text, { escapes }), escapes, context };
  if (flag(args, 'ndjson') && flag(args, 'explain')) {
    throw new UsageError(
      'expected --ndjson or --explain, found both; rows list their repairs anyway',
    );
  }
  const named = list(args, 'file');
  const files = named.length === 0 ? ['-'] : named;
  const mode = flag(args, 'ndjson') ? repairRows : flag(args, 'explain') ? explainText : repairAll;
  let failed = false;
  for (const [i, file] of files.entries()) {
    const shown = file === '-' ? STDIN : file;
    try {
      const chunks = file === '-' ? context.stdin : readChunks(file);
      await mode(chunks, job, shown, i === files.length - 1);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed = true;
      context.err.write(`copydesk: ${printable(shown)}: ${printable(error.message)}\n`);
    }
  }
  return failed ? 2 : 0;
};

async function repairRows(
  chunks: Chunks,
  { repairText, escapes, context: { out } }: Job,
  shown: string,
  isLast: boolean,
): Promise<void> {
  let last = NEWLINE;
  const count: RowCount = { path: shown === STDIN ? null : shown, rows: 0 };
  for await (const block of rowBlocks(chunks)) {
    const rows =
      block === null
        ? [repairRow(null, repairText, { path: count.path, record: ++count.rows })]
        : repairRowBlock(block, repairText, escapes, count);
    for (const bytes of rows) {
      last = bytes.at(-1)!;
      await out.write(bytes);
    }
  }
  // The next file's first row begins a line of its own.
  if (last !== NEWLINE && !isLast) await out.write('\n');
}

async function repairAll(
  chunks: Chunks,
  { repairText, context: { out, err } }: Job,
  shown: string,
): Promise<void> {
  let left: Uint8Array | null = null;
  for await (const block of textBlocks(chunks)) {
    for (const { bytes, source } of repairBlock(block, repairText)) {
      if (source === null) left ??= bytes;
      await out.write(bytes);
    }
  }
  if (left === null) return;
  err.write(`copydesk: ${printable(shown)}: left lines as they are: ${notUtf8(left)}\n`);
}

/** What is wrong with bytes that were left alone. */
function notUtf8(bytes: Uint8Array): string {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return `expected UTF-8, found ${utf16 ? 'UTF-16' : 'bytes that are none'}; convert the text first`;
}

async function explainText(
  chunks: Chunks,
  { repairText, context: { screen, colour } }: Job,
  shown: string,
): Promise<void> {
  const paint = createPaint(colour);
  let line = 1;
  for await (const block of textBlocks(chunks)) {
    for (const repaired of repairBlock(block, repairText)) {
      line = await explainStretch(repaired, line, printable(shown), screen, paint);
    }
  }
}

/** Writes an entry for each change and gives the number of the line after the stretch. */
async function explainStretch(
  { source, bytes, strays, repairs }: Repaired,
  first: number,
  shown: string,
  out: Writer,
  paint: Paint,
): Promise<number> {
  if (source === null) {
    const after = first + newlines(Buffer.from(bytes).toString('latin1'));
    const lines = after - first > 1 ? `${first}-${after - 1}` : `${first}`;
    await out.write(`${shown}:${lines}  ${paint.faint(`left as it is: ${notUtf8(bytes)}`)}\n`);
    return after;
  }
  let line = first;
  let from = 0;
  for (const [offset, change] of changes(source, strays, repairs)) {
    line += newlines(source.slice(from, offset));
    from = offset;
    const column = offset - lineStart(source, offset) + 1;
    await out.write(`${shown}:${line}:${column}  ${changeText(change, paint)}\n`);
  }
  return line + newlines(source.slice(from));
}

/** All that was changed, from left to right, each with where it stands. */
function changes(
  source: string,
  strays: Repaired['strays'],
  repairs: Repaired['repairs'],
): (readonly [number, ShownChange])[] {
  const decoded = strays.map(({ offset, bytes, replacement, charset }) => {
    const chain = [{ was: charset, readAs: 'utf-8' }];
    const before = shownBytes(bytes);
    const change = {
      before,
      after: replacement,
      rule: 'stray-bytes',
      certainty: 'inferred',
      chain,
    };
    return [offset, change] as const;
  });
  const repaired = repairs.map((edit) => {
    const before = source.slice(edit.offset, edit.offset + edit.length);
    return [edit.offset, { ...edit, before, after: edit.replacement }] as const;
  });
  return [...decoded, ...repaired].sort(([a], [b]) => a - b);
}

function lineStart(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;
}

function newlines(text: string): number {
  return text.match(NEWLINES)?.length ?? 0;
}
