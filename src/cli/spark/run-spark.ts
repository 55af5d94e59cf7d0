import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { UsageError } from '../../contract/run-errors.ts';

const PROGRAM = 'spark-sql';

/**
 * The `spark-sql` of SPARK_HOME, else of PATH.
 *
 * @throws {UsageError} when there is none
 */
export async function findSpark(env: NodeJS.ProcessEnv): Promise<string> {
  const home = env['SPARK_HOME'];
  const folders = [
    ...(home ? [join(home, 'bin')] : []),
    ...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
  ];
  for (const folder of folders) {
    const path = join(folder, PROGRAM);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new UsageError(
    `expected ${PROGRAM} in SPARK_HOME or PATH, found none; install Apache Spark 4 (pip install pyspark holds it), or print the job with --print`,
  );
}

/** What Spark is told besides the job. */
export interface SparkSettings {
  /** Folder of the tables between the steps. */
  readonly work: string;
  readonly master: string | undefined;
  readonly archive: string | undefined;
  /** NAME=VALUE, after copydesk's own. */
  readonly conf: readonly string[];
}

/**
 * Where a Spark that is one process listens: nobody else calls it, and the machine's own name or address, which Spark would
 * take, may lead nowhere (a VPN, a container) or be open to others. Spark asks for both settings to be the same one.
 */
const LOOPBACK = ['spark.driver.host=127.0.0.1', 'spark.driver.bindAddress=127.0.0.1'];
const LOCAL_MASTER = /^local(?:\[|$)/;

/** The arguments that a job needs: a catalog of its own that ends with it, and tables that are Parquet. */
export function sparkArguments({ work, master, archive, conf }: SparkSettings): string[] {
  const all = [
    ...(master !== undefined && LOCAL_MASTER.test(master) ? LOOPBACK : []),
    'spark.sql.catalogImplementation=in-memory',
    `spark.sql.warehouse.dir=${work}`,
    'spark.sql.legacy.createHiveTableByDefault=false',
    'spark.sql.sources.default=parquet',
    'spark.sql.variable.substitute=false',
    ...conf,
  ];
  return [
    ...(master === undefined ? [] : ['--master', master]),
    ...(archive === undefined ? [] : ['--archives', `${archive}#copydesk`]),
    ...all.flatMap((setting) => ['--conf', setting]),
  ];
}

/** What Spark's launcher gives to a driver that only plans: the quick compiler alone, which halves the CPU of its start. */
const QUICK_START = '-XX:TieredStopAtLevel=1';
/** Memory of a Spark that is one process, unless anybody says otherwise: a row of 300 MB passes through its tasks. */
const LOCAL_MEMORY = '4g';

/**
 * What Spark's programs find in their environment. All of it is weaker than Spark's own configuration and `--conf`.
 *
 * @param master as it was given; `undefined`: Spark's own, which may be this process
 */
export function sparkEnvironment(
  master: string | undefined,
  env: NodeJS.ProcessEnv,
): Readonly<Record<string, string>> {
  if (master === undefined || LOCAL_MASTER.test(master)) {
    return { SPARK_DRIVER_MEMORY: env['SPARK_DRIVER_MEMORY'] ?? LOCAL_MEMORY };
  }
  const own = env['SPARK_SUBMIT_OPTS'];
  return { SPARK_SUBMIT_OPTS: own === undefined ? QUICK_START : `${QUICK_START} ${own}` };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * Runs a program; what it says goes to standard error, as it comes. A signal that asks this process to end is passed on to it.
 *
 * @param onLine takes each line of it too
 * @returns its exit code; 128 when a signal ended it
 */
export function runProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  onLine: (line: string) => void = () => undefined,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.pipe(process.stderr, { end: false });
      createInterface(stream).on('line', onLine);
    }
    const stop = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, stop);
    const ended = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
    };
    child.on('error', (error) => {
      ended();
      reject(error);
    });
    child.on('close', (code) => {
      ended();
      resolve(code ?? 128);
    });
  });
}
