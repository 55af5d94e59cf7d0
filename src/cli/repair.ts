import { repairRow } from '../batch/repair-rows.ts';
import { type Repair, type Repaired, repairBlock } from '../batch/repair-text.ts';
import { InputError } from '../errors.ts';
import { textBlocks } from '../io/blocks.ts';
import { UsageError } from '../io/errors.ts';
import { splitLines } from '../io/lines.ts';
import { printable } from '../io/printable.ts';
import { readChunks } from '../io/read.ts';
import type { Writer } from '../io/writer.ts';
import { repair } from '../stages/repair/index.ts';
import { changeText } from './changes.ts';
import type { Context, Handler } from './context.ts';
import { createPaint, type Paint } from './paint.ts';
import { flag, list } from './values.ts';

const NEWLINES = /\n/g;

/** `copydesk repair`: text or rows in, the same without mojibake out. */
export const handler: Handler = async (args, context) => {
  const escapes = flag(args, 'escapes');
  const repairText: Repair = (text) => repair(text, { escapes });
  if (flag(args, 'ndjson') && flag(args, 'explain')) {
    throw new UsageError(
      'expected --ndjson or --explain, found both; rows list their repairs anyway',
    );
  }
  const files = list(args, 'file');
  const mode = flag(args, 'ndjson') ? repairRows : flag(args, 'explain') ? explainText : repairAll;
  let failed = false;
  for (const file of files.length === 0 ? ['-'] : files) {
    const shown = file === '-' ? 'standard input' : file;
    try {
      const chunks = file === '-' ? context.stdin : readChunks(file);
      await mode(chunks, repairText, context, shown);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed = true;
      context.err.write(`copydesk: ${printable(shown)}: ${printable(error.message)}\n`);
    }
  }
  return failed ? 2 : 0;
};

type Chunks = AsyncIterable<Uint8Array>;

async function repairRows(chunks: Chunks, repairText: Repair, { out }: Context): Promise<void> {
  for await (const line of splitLines(chunks)) await out.write(repairRow(line, repairText));
}

async function repairAll(chunks: Chunks, repairText: Repair, { out }: Context): Promise<void> {
  for await (const block of textBlocks(chunks)) {
    for (const { bytes } of repairBlock(block, repairText)) await out.write(bytes);
  }
}

async function explainText(
  chunks: Chunks,
  repairText: Repair,
  { out, colour }: Context,
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
