import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Finished } from '../../cli/bin.ts';
import { sparkHome } from './run.ts';

const MASTER = /spark:\/\/127\.0\.0\.1:\d+/;
const REGISTERED = /Successfully registered with master/;
const CLASSES = 'org.apache.spark.deploy';
/** Milliseconds between two looks at what runs. */
const LOOK = 20;

/** A standalone Spark on the loopback address: a master and workers of one core each. */
export interface Cluster {
  readonly master: string;
  readonly workers: readonly ChildProcess[];
  /** Ends all of it. */
  readonly stop: () => void;
}

/** @param folder of the workers' files */
export async function startCluster(folder: string, count: number): Promise<Cluster> {
  const started: ChildProcess[] = [];
  const daemon = (
    name: string,
    host: string,
    args: readonly string[],
    mark: RegExp,
  ): Promise<string> =>
    new Promise((resolve, reject) => {
      const place = ['--host', host, '--port', '0', '--webui-port', '0'];
      const all = [`${CLASSES}.${name}`, ...place, ...args];
      const child = spawn(path.join(sparkHome!, 'spark-class'), all, {
        env: { ...process.env, SPARK_LOCAL_IP: host, SPARK_DAEMON_MEMORY: '256m' },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      started.push(child);
      let said = '';
      child.stderr!.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        const found = mark.exec(said);
        if (found) resolve(found[0]);
      });
      child.on('error', reject);
      child.on('close', () => reject(new Error(`${name} ended: ${said}`)));
    });
  const master = await daemon('master.Master', '127.0.0.1', [], MASTER);
  for (let i = 0; i < count; i++) {
    // Each on a host of its own: Spark runs no task twice on one.
    const host = `127.0.0.${i + 2}`;
    const own = ['--cores', '1', '--memory', '1g', '--work-dir', path.join(folder, `worker-${i}`)];
    await daemon('worker.Worker', host, [...own, master], REGISTERED);
  }
  const stop = (): void => {
    for (const child of started.toReversed()) child.kill('SIGKILL');
  };
  return { master, workers: started.slice(1), stop };
}

/** Waits for something to be there while a job runs, and gives it. @throws what the job said, where it ends before */
export async function whileRuns<T>(job: Promise<Finished>, look: () => T | undefined): Promise<T> {
  let ended: Finished | null = null;
  void job.then((finished) => {
    ended = finished;
  });
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (ended !== null) throw new Error((ended as Finished).stderr);
    await sleep(LOOK);
  }
}

/** A process below another one whose command line matches; `undefined` where there is none. */
export function processBelow(parent: number, command: RegExp): number | undefined {
  const all = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]));
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === parent || isBelow(parents.get(pid)));
  return all.find(
    (pid) => pid !== parent && isBelow(parents.get(pid)) && command.test(read(pid, 'cmdline')),
  );
}

function parentOf(pid: number): number | undefined {
  // The name, in brackets, may hold anything; state and parent follow it.
  const fields = read(pid, 'stat').split(') ').at(-1)!.split(' ');
  return Number(fields[1]) || undefined;
}

function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    // It has ended.
    return '';
  }
}
