import { stat } from 'node:fs/promises';
import type { At } from '../../contract/article.ts';
import { InputError } from '../../contract/errors.ts';
import type { Source } from '../../contract/input.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { createPipeline, type Pipeline } from '../../pipeline.ts';
import { type InputKind, kindOf } from '../../readers/inputs.ts';
import { readStream, readWhole } from '../../readers/read-bytes.ts';
import { linesOf } from '../../stages/blocks/text/lines.ts';
import { printable } from '../../text/printable.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { choice, text } from '../arguments/values.ts';
import type { Context, Handler } from '../context.ts';
import { changesOf, entriesOf, type LineOf } from '../explain/entries.ts';
import { onLine, renderExplanation } from '../explain/render.ts';
import { createPaint } from '../terminal/paint.ts';

const FILE_AND_LINE = /^(.+):(\d+)$/s;
const KINDS: readonly InputKind[] = ['auto', 'text', 'html'];

/** `copydesk explain FILE[:LINE]`: why each line was kept, changed or removed. */
export const handler: Handler = async (args, context) => {
  const { file, line } = await fileAndLine(text(args, 'file') ?? '-');
  const from = choice(args, 'from', KINDS);
  const pipeline = createPipeline({ ...(await readMaking(args)), ledger: 'full' });
  const shown = file === '-' ? 'standard input' : file;
  try {
    const source = await readSource(file, from, context);
    await explain(source, line, pipeline, context);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    context.err.write(`copydesk: ${printable(shown)}: ${printable(error.message)}\n`);
    return 2;
  }
};

async function explain(
  source: Source,
  line: number | null,
  pipeline: Pipeline,
  { out, colour }: Context,
): Promise<void> {
  const article = pipeline.clean(source);
  const decoded = pipeline.trace(source, 'decode');
  const isText = decoded.format === 'text';
  const lines = isText ? linesOf(decoded.text).map(({ raw }) => raw) : null;
  const lineOf = isText ? lineInText : await linesInHtml(decoded.text);
  const wanted = onLine(line);
  const entries = entriesOf(article, lines, lineOf).filter(wanted);
  const changes = changesOf(article, lineOf).filter((change) =>
    wanted({ first: change.line, last: change.line }),
  );
  const rendered = renderExplanation(entries, changes, createPaint(colour));
  if (rendered.length === 0)
    rendered.push(line === null ? 'no text' : `no text begins in line ${line}`);
  for (const { code, message } of line === null ? article.warnings : []) {
    rendered.push(`warning  ${code}: ${printable(message)}`);
  }
  await out.write(`${rendered.join('\n')}\n`);
}

const lineInText: LineOf = (at) => {
  const line = at.line ?? 1;
  return { first: line, last: line };
};

async function linesInHtml(html: string): Promise<LineOf> {
  const { textNodeLines } = await import('../../stages/parse/text-node-lines.ts');
  const lines = textNodeLines(html);
  return (at: At) => {
    const first = lines[at.node ?? 0] ?? 1;
    return { first, last: lines[at.last ?? at.node ?? 0] ?? first };
  };
}

async function readSource(file: string, from: InputKind, { stdin }: Context): Promise<Source> {
  const content = file === '-' ? await readStream(stdin) : await readWhole(file);
  const kind = from === 'auto' ? kindOf(file) : from;
  return { content, format: kind === 'ndjson' ? 'auto' : kind, id: file };
}

/** `FILE:LINE` in its parts, unless a file has that very name. */
async function fileAndLine(given: string): Promise<{ file: string; line: number | null }> {
  const match = FILE_AND_LINE.exec(given);
  if (match === null || (await stat(given).catch(() => null)) !== null) {
    return { file: given, line: null };
  }
  const line = Number(match[2]);
  if (line >= 1) return { file: match[1]!, line };
  throw new UsageError('expected FILE:LINE with a line from 1');
}
