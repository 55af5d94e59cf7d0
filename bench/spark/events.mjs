// What Spark's own log says of a job, by statement.
import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const FILE = /(?:^|\/)(?:events_|local-)\d[^/]*$/;
const STATEMENT = /(?:CREATE TABLE|INSERT OVERWRITE(?: DIRECTORY)?) (\S+)/i;
const EXECUTION = 'spark.sql.execution.id';
/** Statements that are shown: those that shuffle most. */
const MOST_SHOWN = 12;

/** Lines about a log: all tasks together, then by statement. @param folder of the log */
export async function readEvents(folder) {
  const found = new Map();
  for (const name of readdirSync(folder, { recursive: true })) {
    if (FILE.test(name)) await readFile(path.join(folder, name), found);
  }
  const all = [...found].sort(([, a], [, b]) => b.shuffled - a.shuffled || b.cpu - a.cpu);
  const total = all.map(([, one]) => one).reduce(together);
  return [
    line('all', total),
    `to the driver ${megabytes(total.results)}, at most ${(total.largest / 1e3).toFixed(0)} KB a task`,
    ...all.slice(0, MOST_SHOWN).map(([name, one]) => line(name, one)),
  ].join('\n');
}

async function readFile(file, found) {
  const names = new Map();
  const executionOf = new Map();
  for await (const text of createInterface({ input: createReadStream(file) })) {
    const event = JSON.parse(text);
    if (event.Event.endsWith('SparkListenerSQLExecutionStart')) {
      names.set(String(event.executionId), STATEMENT.exec(event.description)?.[1]);
    } else if (event.Event === 'SparkListenerJobStart') {
      for (const stage of event['Stage IDs']) executionOf.set(stage, event.Properties[EXECUTION]);
    } else if (event.Event === 'SparkListenerTaskEnd') {
      const name = names.get(executionOf.get(event['Stage ID'])) ?? 'other';
      const one = taskOf(event['Task Metrics'] ?? {});
      found.set(name, found.has(name) ? together(found.get(name), one) : one);
    }
  }
}

function taskOf(metrics) {
  const results = metrics['Result Size'] ?? 0;
  return {
    tasks: 1,
    shuffled: metrics['Shuffle Write Metrics']?.['Shuffle Bytes Written'] ?? 0,
    spilled: metrics['Disk Bytes Spilled'] ?? 0,
    cpu: (metrics['Executor CPU Time'] ?? 0) / 1e9,
    seconds: (metrics['Executor Run Time'] ?? 0) / 1e3,
    results,
    largest: results,
  };
}

function together(a, b) {
  const sums = Object.keys(a).map((key) => [key, a[key] + b[key]]);
  return { ...Object.fromEntries(sums), largest: Math.max(a.largest, b.largest) };
}

function line(name, { shuffled, spilled, cpu, seconds, tasks }) {
  return `${name.padEnd(16)} ${megabytes(shuffled)} shuffled, ${megabytes(spilled)} spilled, ${cpu.toFixed(1)} s of CPU in Spark's own process, ${seconds.toFixed(1)} s in ${tasks} tasks`;
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
