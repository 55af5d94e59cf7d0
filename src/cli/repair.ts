import { repairRowBlock } from '../batch/repair-row-block.ts';
import { repairRow } from '../batch/repair-rows.ts';
import { type Repair, type Repaired, repairBlock } from '../batch/repair-text.ts';
import { InputError } from '../errors.ts';
import { textBlocks } from '../io/blocks.ts';
import { UsageError } from '../io/errors.ts';
import { printable } from '../io/printable.ts';
import { readChunks } from '../io/read.ts';
import { rowBlocks } from '../io/row-blocks.ts';
import type { Writer } from '../io/writer.ts';
import { repair } from '../stages/repair/index.ts';
import { changeText } from './changes.ts';
import type { Context, Handler } from './context.ts';
import { createPaint, type Paint } from './paint.ts';
import { flag, list } from './values.ts';

const NEWLINES = /\n/g;
const NEWLINE = 0x0a;

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
    const shown = file === '-' ? 'standard input' : file;
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
  _shown: string,
  isLast: boolean,
): Promise<void> {
  let last = NEWLINE;
  for await (const block of rowBlocks(chunks)) {
    const rows =
      block === null ? [repairRow(null, repairText)] : repairRowBlock(block, repairText, escapes);
    for (const bytes of rows) {
      last = bytes.at(-1)!;
      await out.write(bytes);
    }
  }
  // The next file's first row begins a line of its own.
  if (last !== NEWLINE && !isLast) await out.write('\n');
}

async function repairAll(chunks: Chunks, { repairText, context: { out } }: Job): Promise<void> {
  for await (const block of textBlocks(chunks)) {
    for (const { bytes } of repairBlock(block, repairText)) await out.write(bytes);
  }
}

async function explainText(
  chunks: Chunks,
  { repairText, context: { out, colour } }: Job,
  shown: string,
): Promise<void> {
  const paint = createPaint(colour);
  let line = 1;
  for await (const block of textBlocks(chunks)) {
    for (const repaired of repairBlock(block, repairText)) {
      line = await explainStretch(repaired, line, printable(shown), out, paint);
    }
  }
}

/** Writes an entry for each repair and gives the number of the line after the stretch. */
async function explainStretch(
  { source, bytes, repairs }: Repaired,
  first: number,
  shown: string,
  out: Writer,
  paint: Paint,
): Promise<number> {
  if (source === null) {
    await out.write(`${shown}:${first}  ${paint.faint('no UTF-8, left as it is')}\n`);
    return first + newlines(Buffer.from(bytes).toString('latin1'));
  }
  let line = first;
  let from = 0;
  for (const edit of repairs) {
    line += newlines(source.slice(from, edit.offset));
    from = edit.offset;
    const column = edit.offset - lineStart(source, edit.offset) + 1;
    const before = source.slice(edit.offset, edit.offset + edit.length);
    const change = { ...edit, before, after: edit.replacement };
    await out.write(`${shown}:${line}:${column}  ${changeText(change, paint)}\n`);
  }
  return line + newlines(source.slice(from));
}

function lineStart(source: string, offset: number): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1;
}

function newlines(text: string): number {
  return text.match(NEWLINES)?.length ?? 0;
}
