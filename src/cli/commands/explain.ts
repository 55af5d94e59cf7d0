import { stat } from 'node:fs/promises';
import type { CleanOptions } from '../../config/options.ts';
import type { At } from '../../contract/article.ts';
import { InputError } from '../../contract/errors.ts';
import type { Source } from '../../contract/input.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { createPipeline } from '../../pipeline.ts';
import { formatOf, type InputKind, kindOf } from '../../readers/kinds.ts';
import { readStream, readWhole } from '../../readers/read-bytes.ts';
import { linesOf } from '../../stages/blocks/text/lines.ts';
import { printable } from '../../text/printable.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { choice, flag, text } from '../arguments/values.ts';
import type { Context, Handler } from '../context.ts';
import { changesOf, entriesOf, type LineOf } from '../explain/entries.ts';
import { type BlockHistory, historyOf, type LineHistory } from '../explain/history.ts';
import { onLine, renderExplanation } from '../explain/render.ts';
import { explainTwo } from '../explain/two.ts';
import { renderWhy } from '../explain/why.ts';
import { createPaint } from '../terminal/paint.ts';

const FILE_AND_LINE = /^(.+):(\d+)$/s;
const KINDS: readonly InputKind[] = ['auto', 'text', 'html'];

/** What is explained, and how. */
interface Request {
  readonly source: Source;
  /** Null for all lines. */
  readonly line: number | null;
  /** The history of the line, and not only what became of it. */
  readonly why: boolean;
  readonly making: CleanOptions;
}

/**
 * `copydesk explain FILE[:LINE]`: why each line was kept, changed or removed. With `--why` the history of a line: all
 * that was said of it, what the model thought, and what would decide otherwise.
 */
export const handler: Handler = async (args, context) => {
  if (text(args, 'other') !== undefined) return explainTwo(args, context);
  const given = text(args, 'file') ?? '-';
  const { file, line } = await fileAndLine(given);
  const from = choice(args, 'from', KINDS);
  const why = flag(args, 'why');
  if (why && line === null) {
    throw new UsageError(`expected FILE:LINE with --why, found no line in ${printable(given)}`);
  }
  const making = await readMaking(args);
  const shown = file === '-' ? 'standard input' : file;
  try {
    const source = await readSource(file, from, context);
    await explain({ source, line, why, making }, context);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    context.err.write(`copydesk: ${printable(shown)}: ${printable(error.message)}\n`);
    return 2;
  }
};

async function explain(request: Request, { out, colour, width }: Context): Promise<void> {
  const { source, line, why, making } = request;
  const pipeline = createPipeline({ ...making, ledger: 'full' });
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
  const paint = createPaint(colour);
  const rendered = renderExplanation(entries, changes, paint);
  if (why && line !== null) {
    const document = pipeline.trace(source, 'metadata');
    const { blocks } = textIn(historyOf(document, line, lineOf), line);
    const style = { width, heading: paint.faint };
    rendered.push(...renderWhy(document, blocks, making.favor ?? 'balanced', style));
  }
  if (rendered.length === 0)
    rendered.push(line === null ? 'no text' : `no text begins in line ${line}`);
  for (const { code, message } of line === null ? article.warnings : []) {
    rendered.push(`warning  ${code}: ${printable(message)}`);
  }
  await out.write(`${rendered.join('\n')}\n`);
}

/** What stands in the line. @throws {UsageError} with the nearest lines that hold text when it holds none. */
function textIn(found: LineHistory, line: number): { blocks: readonly BlockHistory[] } {
  if (found.blocks !== null) return found;
  const nearest = [found.above, found.below].filter((one) => one !== null);
  const hint = nearest.length > 0 ? `; nearest to it: ${nearest.join(' and ')}` : '';
  throw new UsageError(`expected a line that holds text with --why, found line ${line}${hint}`);
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
  return { content, format: formatOf(kind), id: file };
}

/** `FILE:LINE` in its parts, unless a file has that very name. */
async function fileAndLine(given: string): Promise<{ file: string; line: number | null }> {
  const match = FILE_AND_LINE.exec(given);
  if (match === null || (await stat(given).catch(() => null)) !== null) {
    return { file: given, line: null };
  }
  const line = Number(match[2]);
  if (line >= 1) return { file: match[1]!, line };
  throw new UsageError(`expected FILE:LINE with a line from 1, found ${match[2]}`);
}
