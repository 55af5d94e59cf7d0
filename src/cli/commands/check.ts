import { stat } from 'node:fs/promises';
import { describe } from '../../batch/outcome.ts';
import type { CleanOptions } from '../../config/options.ts';
import { InputError } from '../../contract/errors.ts';
import { OutputError, reason, UsageError } from '../../contract/run-errors.ts';
import { createPipeline, type Pipeline } from '../../pipeline.ts';
import { formatOf } from '../../readers/kinds.ts';
import { readWhole } from '../../readers/read-bytes.ts';
import { printable } from '../../text/printable.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { flag, text } from '../arguments/values.ts';
import { compare, countDifferences } from '../check/compare.ts';
import { type Fixture, findFixtures, readExpected, writeExpected } from '../check/fixtures.ts';
import { project } from '../check/project.ts';
import { renderDifferences } from '../check/render.ts';
import type { Context, Handler } from '../context.ts';
import { createPaint } from '../terminal/paint.ts';

/** `copydesk check`: cleans every fixture and compares it with what is expected. */
export const handler: Handler = async (args, context) => {
  const folder = text(args, 'folder') ?? '.';
  const update = flag(args, 'update');
  if (update && context.env['CI']) {
    throw new UsageError('--update rewrites expectations and is refused where CI is set');
  }
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) {
    throw new UsageError(`expected a folder of fixtures, found none at ${printable(folder)}`);
  }
  const { fixtures, failures } = await findFixtures(folder);
  const bad = [...failures];
  const totals = { same: 0, differing: 0, differences: 0 };
  const pipelines = createPipelines(await readMaking(args));
  for (const fixture of fixtures) {
    const differences = await checkOne(fixture, pipelines, update, context).catch((error) => {
      if (error instanceof OutputError || describe(error).code === 'internal') throw error;
      bad.push({ shown: fixture.name, message: describe(error).message });
      return null;
    });
    if (differences === null) continue;
    if (differences === 0) totals.same += 1;
    else totals.differing += 1;
    totals.differences += differences;
  }
  if (fixtures.length === 0 && bad.length === 0) {
    bad.push({ shown: folder, message: 'expected pairs of an input and its .json, found none' });
  }
  for (const { shown, message } of bad) {
    context.err.write(`copydesk: ${printable(shown)}: ${printable(message)}\n`);
  }
  await context.out.write(`${countLine(fixtures.length, totals, update)}\n`);
  if (totals.differing > 0 && !update) return 1;
  return bad.length > 0 ? 2 : 0;
};

type Pipelines = (expected: Readonly<Record<string, unknown>>) => Pipeline;

/** Pipelines that write what an expectation has keys for, each made once. */
function createPipelines(making: CleanOptions): Pipelines {
  const made = new Map<string, Pipeline>();
  return (expected) => {
    const ledger = Object.hasOwn(expected, 'spans') ? 'full' : 'inline';
    const html = Object.hasOwn(expected, 'html');
    const key = `${ledger} ${html}`;
    const pipeline = made.get(key) ?? createPipeline({ ...making, ledger, html });
    made.set(key, pipeline);
    return pipeline;
  };
}

/** Shows (or accepts) the differences of a fixture and gives their number. */
async function checkOne(
  fixture: Fixture,
  pipelines: Pipelines,
  update: boolean,
  { out, colour }: Context,
): Promise<number> {
  const expected = await readExpected(fixture.expected);
  const actual = await cleanFixture(fixture, pipelines(expected));
  const differences = compare(expected, actual);
  if (differences.length === 0) return 0;
  const count = countDifferences(differences);
  await out.write(
    `${printable(fixture.name)}: ${count === 1 ? '1 difference' : `${count} differences`}\n`,
  );
  for (const line of renderDifferences(differences, createPaint(colour)))
    await out.write(`  ${line}\n`);
  if (update) {
    if (hasError(actual) && !hasError(expected)) {
      throw new InputError(
        'no-text',
        'expected an article to accept, found that none could be made',
      );
    }
    await writeExpected(fixture.expected, project(expected, actual)).catch((error) => {
      throw new OutputError(`cannot write the expectation of ${fixture.name}: ${reason(error)}`);
    });
  }
  return count;
}

function hasError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** The article as JSON has it; an input that fails gives `{error}`, which can be expected too. */
async function cleanFixture({ name, input, kind }: Fixture, pipeline: Pipeline): Promise<unknown> {
  const content = await readWhole(input);
  const format = formatOf(kind);
  try {
    return JSON.parse(JSON.stringify(pipeline.clean({ content, format, id: name })));
  } catch (error) {
    return { error: describe(error) };
  }
}

function countLine(
  total: number,
  { same, differing, differences }: { same: number; differing: number; differences: number },
  update: boolean,
): string {
  const outcome = update ? `${differing} updated` : `${differing} differ`;
  return `${total} fixtures: ${same} as expected, ${outcome} (${differences} differences)`;
}
