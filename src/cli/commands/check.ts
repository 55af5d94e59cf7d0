import { stat } from 'node:fs/promises';
import type { CleanOptions } from '../../config/options.ts';
import { describe, InputError } from '../../contract/errors.ts';
import { OutputError, reason, UsageError } from '../../contract/run-errors.ts';
import { createPipeline, type Pipeline } from '../../pipeline.ts';
import { readWhole } from '../../readers/bytes/read-bytes.ts';
import { formatOf } from '../../readers/kinds.ts';
import { printable } from '../../text/printable.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { flag, text } from '../arguments/values.ts';
import { compare, countDifferences } from '../check/compare.ts';
import { type Fixture, findFixtures, readExpected, writeExpected } from '../check/fixtures.ts';
import { firstExpectation, project } from '../check/project.ts';
import { renderDifferences } from '../check/render.ts';
import { type Totals, totalsLine } from '../check/totals.ts';
import type { Context, Handler } from '../context.ts';
import { counted } from '../terminal/counted.ts';
import { createPaint } from '../terminal/paint.ts';

/** What a run does with expectations, and with what. */
interface Job {
  /** Accept differences. */
  readonly update: boolean;
  /** Write the first expectation where there is none. */
  readonly add: boolean;
  readonly pipelines: Pipelines;
  readonly context: Context;
}

/** `copydesk check`: cleans every fixture and compares it with what is expected. */
export const handler: Handler = async (args, context) => {
  const folder = text(args, 'folder') ?? '.';
  const update = flag(args, 'update');
  const add = flag(args, 'add');
  if ((update || add) && context.env['CI']) {
    const name = update ? '--update' : '--add';
    throw new UsageError(`${name} writes expectations and is refused where CI is set`);
  }
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) {
    throw new UsageError(`expected a folder of fixtures, found none at ${printable(folder)}`);
  }
  const { fixtures, missing, failures } = await findFixtures(folder);
  const bad = [...failures];
  const totals: Totals = { same: 0, differing: 0, differences: 0, added: 0, broken: 0 };
  const job: Job = { update, add, pipelines: createPipelines(await readMaking(args)), context };
  const run = async (fixture: Fixture, expected: () => Promise<Expected>): Promise<void> => {
    try {
      await runOne(fixture, await expected(), job, totals);
    } catch (error) {
      if (error instanceof OutputError || describe(error).code === 'internal') throw error;
      bad.push({ shown: fixture.name, message: describe(error).message });
    }
  };
  for (const fixture of fixtures) await run(fixture, () => readExpected(fixture.expected));
  for (const fixture of missing) await run(fixture, async () => null);
  if (fixtures.length + missing.length + bad.length === 0) {
    const message =
      'expected pairs of an input and its .json, found none; put inputs there, and run with --add';
    bad.push({ shown: folder, message });
  }
  for (const { shown, message } of bad) {
    context.err.write(`copydesk: ${printable(shown)}: ${printable(message)}\n`);
  }
  totals.broken = bad.length;
  await context.screen.write(`${totalsLine(totals, update)}\n`);
  if (totals.differing > 0 && !update) return 1;
  return bad.length > 0 ? 2 : 0;
};

type Pipelines = (expected: Readonly<Record<string, unknown>>) => Pipeline;

/** An expected article; null where there is no file of it. */
type Expected = Readonly<Record<string, unknown>> | null;

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

/** Compares a fixture with what is expected, or writes the first expectation, and counts it. */
async function runOne(
  fixture: Fixture,
  expected: Expected,
  job: Job,
  totals: Totals,
): Promise<void> {
  if (expected === null || Object.keys(expected).length === 0) {
    await addOne(fixture, expected, job);
    totals.added += 1;
    return;
  }
  const differences = await checkOne(fixture, expected, job);
  if (differences === 0) totals.same += 1;
  else totals.differing += 1;
  totals.differences += differences;
}

async function addOne(
  fixture: Fixture,
  expected: Expected,
  { add, pipelines, context }: Job,
): Promise<void> {
  if (!add) {
    const found = expected === null ? 'none' : '{}, which every article would fit';
    throw new InputError(
      'no-input',
      `expected ${fixture.name}.json with an article, found ${found}; --add writes it`,
    );
  }
  const actual = await cleanFixture(fixture, pipelines({}));
  await write(fixture, firstExpectation(actual));
  const what = hasError(actual) ? ', which expects an error' : '';
  await context.screen.write(
    `${printable(fixture.name)}: added${what}; read it before you keep it\n`,
  );
}

/** Shows (or accepts) the differences of a fixture and gives their number. */
async function checkOne(
  fixture: Fixture,
  expected: NonNullable<Expected>,
  { update, pipelines, context: { screen, colour } }: Job,
): Promise<number> {
  const actual = await cleanFixture(fixture, pipelines(expected));
  const differences = compare(expected, actual);
  if (differences.length === 0) return 0;
  const count = countDifferences(differences);
  await screen.write(`${printable(fixture.name)}: ${counted(count, 'difference')}\n`);
  for (const line of renderDifferences(differences, createPaint(colour)))
    await screen.write(`  ${line}\n`);
  if (update) {
    if (hasError(actual) && !hasError(expected)) {
      throw new InputError(
        'no-text',
        'expected an article to accept, found that none could be made',
      );
    }
    await write(fixture, project(expected, actual));
  }
  return count;
}

async function write(fixture: Fixture, value: unknown): Promise<void> {
  await writeExpected(fixture.expected, value).catch((error) => {
    throw new OutputError(
      `cannot write the expectation of ${printable(fixture.name)}: ${reason(error)}`,
    );
  });
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
