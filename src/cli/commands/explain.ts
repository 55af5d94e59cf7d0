import type { CleanOptions } from '../../config/options.ts';
import { InputError } from '../../contract/errors.ts';
import type { Source } from '../../contract/input.ts';
import { isRemoved } from '../../contract/labels.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { createPipeline } from '../../pipeline.ts';
import { readStream, readWhole } from '../../readers/bytes/read-bytes.ts';
import { formatOf, type InputKind, kindOf } from '../../readers/kinds.ts';
import { printable } from '../../text/printable.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { choice, flag, text } from '../arguments/values.ts';
import type { Context, Handler } from '../context.ts';
import { changesOf, entriesOf, type LineOf } from '../explain/entries.ts';
import { type BlockHistory, historyOf, type LineHistory } from '../explain/history.ts';
import { explanationJson } from '../explain/json.ts';
import type { OwnRule } from '../explain/own-rule.ts';
import { type Reasons, reasonsOf } from '../explain/reasons.ts';
import { renderExplanation } from '../explain/render.ts';
import { type SourceLines, sourceLines } from '../explain/source-lines.ts';
import { explainTwo } from '../explain/two.ts';
import { entriesAt, fileAndPlace, type Wanted } from '../explain/wanted.ts';
import { renderWhy } from '../explain/why.ts';
import { createPaint } from '../terminal/paint.ts';

const KINDS: readonly InputKind[] = ['auto', 'text', 'html'];

/** What is explained, and how. */
interface Request extends Wanted {
  /** The input, as messages call it. */
  readonly shown: string;
  readonly source: Source;
  /** The history of the line, and not only what became of it. */
  readonly why: boolean;
  readonly json: boolean;
  readonly making: CleanOptions;
}

/**
 * `copydesk explain FILE[:LINE[:COLUMN]]`: why each line was kept, changed or removed. With `--why` the history of a line:
 * all that was said of it, what the model thought, and what would decide otherwise.
 */
export const handler: Handler = async (args, context) => {
  if (text(args, 'other') !== undefined) return explainTwo(args, context);
  for (const name of ['weights', 'window', 'titles']) {
    if (args[name] !== undefined) {
      throw new UsageError(
        `expected two files with --${name}, which is for comparing them, found one`,
      );
    }
  }
  const given = text(args, 'file') ?? '-';
  const { file, ...wanted } = await fileAndPlace(given);
  const from = choice(args, 'from', KINDS);
  const why = flag(args, 'why');
  if (why && wanted.line === null) {
    throw new UsageError(`expected FILE:LINE with --why, found no line in ${printable(given)}`);
  }
  const making = await readMaking(args);
  const shown = file === '-' ? 'standard input' : file;
  try {
    const source = await readSource(file, from, context);
    await explain({ shown, source, ...wanted, why, json: flag(args, 'json'), making }, context);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    context.err.write(`copydesk: ${printable(shown)}: ${printable(error.message)}\n`);
    return 2;
  }
};

async function explain(request: Request, { out, screen, colour, width }: Context): Promise<void> {
  const { shown, source, line, why, making } = request;
  const pipeline = createPipeline({ ...making, ledger: 'full' });
  const article = pipeline.clean(source);
  const lines = await sourceLines(pipeline.trace(source, 'decode'));
  if (line !== null && line > lines.count) {
    throw new UsageError(
      `expected a line from 1 to ${lines.count}, the last of ${printable(shown)}, found ${line}`,
    );
  }
  const all = entriesOf(article, lines.texts, lines.lineOf);
  const entries = entriesAt(all, request);
  const changes = changesOf(article, lines.lineOf).filter(
    (change) => line === null || change.line === line,
  );
  const warnings = line === null ? article.warnings : [];
  const reasons = why && line !== null ? reasonsIn({ ...request, line }, lines) : null;
  if (request.json) {
    await out.write(explanationJson({ file: source.id, entries, changes, warnings, reasons }));
    return;
  }
  const paint = createPaint(colour);
  const rendered = renderExplanation(entries, changes, paint);
  if (reasons) {
    const style = { width, heading: paint.faint };
    rendered.push(...renderWhy(reasons, making.favor ?? 'balanced', style));
  }
  if (rendered.length === 0) rendered.push(line === null ? 'no text' : noText(line, all));
  for (const { code, message } of warnings) {
    rendered.push(`warning  ${code}: ${printable(message)}`);
  }
  await screen.write(`${rendered.join('\n')}\n`);
}

/** Says that a line holds nothing, and which lines do. */
function noText(line: number, entries: readonly { first: number; last: number }[]): string {
  const above = Math.max(0, ...entries.map(({ last }) => last).filter((last) => last < line));
  const below = Math.min(...entries.map(({ first }) => first).filter((first) => first > line));
  return `no text in line ${line}${nearestTo([above > 0 ? above : null, Number.isFinite(below) ? below : null])}`;
}

function nearestTo(lines: readonly (number | null)[]): string {
  const known = lines.filter((line) => line !== null);
  return known.length > 0 ? `; nearest to it: ${known.join(' and ')}` : '';
}

function reasonsIn(
  { source, making, line, column }: Request & { readonly line: number },
  { lineOf }: SourceLines,
): Reasons {
  const document = createPipeline({ ...making, ledger: 'none' }).trace(source, 'metadata');
  const { blocks } = textIn(historyOf(document, { line, column }, lineOf), line);
  const works = (rule: OwnRule, block: BlockHistory): boolean =>
    isDone(source, making, rule, block, line, lineOf);
  return reasonsOf(document, blocks, making.favor ?? 'balanced', works);
}

/** Whether a rule does with a block what it says, and leaves the block as it is; found by cleaning with it. */
function isDone(
  source: Source,
  making: CleanOptions,
  { what, site }: OwnRule,
  block: BlockHistory,
  line: number,
  lineOf: LineOf,
): boolean {
  const sites = [...(making.sites ?? []), site];
  const document = createPipeline({ ...making, sites, ledger: 'none' }).trace(source, 'metadata');
  const { blocks } = historyOf(document, { line, column: null }, lineOf);
  return (blocks ?? []).some(
    ({ text: found, spans }) =>
      found === block.text &&
      spans.every(({ verdicts }) => {
        const { kind, label } = verdicts.at(-1)!;
        return kind === 'user' && isRemoved(label) === (what === 'drop');
      }),
  );
}

/** What stands in the line. @throws {UsageError} with the nearest lines that hold text when it holds none. */
function textIn(found: LineHistory, line: number): { blocks: readonly BlockHistory[] } {
  if (found.blocks !== null) return found;
  throw new UsageError(
    `expected a line that holds text with --why, found line ${line}${nearestTo([found.above, found.below])}`,
  );
}

async function readSource(file: string, from: InputKind, { stdin }: Context): Promise<Source> {
  const content = file === '-' ? await readStream(stdin) : await readWhole(file);
  const kind = from === 'auto' ? kindOf(file) : from;
  return { content, format: formatOf(kind), id: file };
}
