import { mkdtemp, readdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WINDOW_DAYS } from '../../batch/dedupe/deduper.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';
import { readWindow } from '../arguments/compare-options.ts';
import { choice, flag, list, text } from '../arguments/values.ts';
import type { Arguments, Handler } from '../context.ts';
import { SPARK_FORMATS, SPARK_KINDS, SPARK_PARTITIONS } from '../spark/choices.ts';
import { shellWord } from '../spark/fill.ts';
import { type JobSettings, jobOf, TEMPLATES, type Templates } from '../spark/job.ts';
import { pack } from '../spark/pack.ts';
import { kindOf } from '../spark/pages.ts';
import { adviceOn, createReasons } from '../spark/reasons.ts';
import { findSpark, runProgram, sparkArguments, sparkEnvironment } from '../spark/run-spark.ts';

const ROOT = new URL('../../../', import.meta.url);
const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;
const LAST_SLASHES = /\/+$/;
const GLOB = /[*?[\]{}]/;

/** `copydesk spark`: fills in the SQL of a job and runs it, or prints it. */
export const handler: Handler = async (args, { out, err, env }) => {
  const archive = text(args, 'pack');
  if (archive !== undefined) {
    await pack(fileURLToPath(ROOT), archive, env);
    return 0;
  }
  const settings = readSettings(args);
  const work = placeOf(text(args, 'work') ?? `${settings.out.replace(LAST_SLASHES, '')}-work`);
  const job = jobOf(settings, await readTemplates(), await readSchema());
  const master = text(args, 'master');
  const environment = sparkEnvironment(master, env);
  const run = sparkArguments({
    work,
    master,
    archive: text(args, 'archive'),
    conf: confOf(args),
  });
  if (flag(args, 'print')) {
    const set = Object.entries(environment).map(([name, value]) => `${name}=${shellWord(value)} `);
    await out.write(`-- ${set.join('')}spark-sql ${run.map(shellWord).join(' ')} -f JOB\n${job}`);
    return 0;
  }
  await checkPlaces(settings, work);
  const program = await findSpark(env);
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-spark-'));
  try {
    const file = join(folder, 'job.sql');
    await writeFile(file, job);
    const { read, told } = createReasons();
    const code = await runProgram(program, [...run, '-f', file], { ...env, ...environment }, read);
    if (code === 0) return 0;
    // Spark makes the folder before it knows whether there will be anything to put into it.
    if (!ADDRESS.test(settings.out)) await rmdir(settings.out).catch(() => undefined);
    const reason = told();
    const why = reason === null ? '' : `: ${printable(reason)}${adviceOn(reason)}`;
    err.write(
      `copydesk: ${program} ended with exit code ${code}${why}; all that it says stands above, the job is printed by --print\n`,
    );
    return 2;
  } finally {
    await rm(folder, { recursive: true, force: true });
    if (!ADDRESS.test(work)) await rm(work, { recursive: true, force: true });
  }
};

function readSettings(args: Arguments): JobSettings {
  const input = needed(args, 'in', 'what Spark reads');
  const kind = text(args, 'from') === undefined ? kindOf(input) : choice(args, 'from', SPARK_KINDS);
  if (kind === null) {
    throw new UsageError(
      `expected --from beside --in ${printable(input)}, whose ending does not tell: ${SPARK_KINDS.join(', ')}`,
    );
  }
  const dedupe = text(args, 'dedupe')?.split(',') ?? [];
  return {
    input: placeOf(input),
    kind,
    out: placeOf(needed(args, 'out', 'where it writes to')),
    format: text(args, 'format') === undefined ? 'parquet' : choice(args, 'format', SPARK_FORMATS),
    partitionBy:
      text(args, 'partition-by') === undefined
        ? null
        : choice(args, 'partition-by', SPARK_PARTITIONS),
    titles: dedupe.includes('titles'),
    articles: dedupe.includes('articles'),
    windowDays: readWindow(args) ?? WINDOW_DAYS,
    sites: flag(args, 'sites'),
    filter: filterOf(args),
  };
}

/** Given once, an option is a text, and a list where it is given again. */
function confOf(args: Arguments): string[] {
  return typeof args['conf'] === 'string' ? [args['conf']] : list(args, 'conf');
}

function filterOf(args: Arguments): string {
  const filter = text(args, 'filter');
  if (filter !== undefined) return filter;
  if (text(args, 'archive') !== undefined) return './copydesk/bin/copydesk';
  return [process.execPath, fileURLToPath(new URL('dist/cli/main.js', ROOT))]
    .map(shellWord)
    .join(' ');
}

function needed(args: Arguments, name: string, what: string): string {
  const value = text(args, name);
  if (value !== undefined) return value;
  throw new UsageError(`expected --${name}, ${what}, found none`);
}

/** An address as it is; a path from the root on, since Spark's processes stand elsewhere. */
function placeOf(place: string): string {
  return ADDRESS.test(place) ? place : resolve(place);
}

/** @throws {UsageError} when the input is missing, or what is written is there already */
async function checkPlaces({ input, out }: JobSettings, work: string): Promise<void> {
  const isThere = (path: string): Promise<boolean> =>
    stat(path).then(
      () => true,
      () => false,
    );
  if (!ADDRESS.test(input) && !GLOB.test(input) && !(await isThere(input))) {
    throw new UsageError(`expected --in ${printable(input)} to exist, found nothing there`);
  }
  for (const [name, place] of [
    ['out', out],
    ['work', work],
  ] as const) {
    if (ADDRESS.test(place) || !(await isThere(place))) continue;
    const entries = await readdir(place).catch(() => ['a file']);
    if (entries.length === 0) continue;
    throw new UsageError(
      `expected --${name} ${printable(place)} not to exist, found ${entries.length} entries; name another one, or remove it`,
    );
  }
}

async function readTemplates(): Promise<Templates> {
  const folder = new URL('integrations/spark/', ROOT);
  const entries = TEMPLATES.map(
    async (name) => [name, await readFile(new URL(`${name}.sql`, folder), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(entries)) as Templates;
}

async function readSchema(): Promise<object> {
  return JSON.parse(await readFile(new URL('dist/article.schema.json', ROOT), 'utf8'));
}
