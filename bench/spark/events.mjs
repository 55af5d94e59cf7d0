// What Spark's own log says of a job, by statement.
import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const STATEMENT = /(?:CREATE TABLE|INSERT OVERWRITE(?: DIRECTORY)?|CREATE TEMPORARY VIEW) (\S+)/i;
const LOG = /^local-\d+$/;
const EXECUTION = 'spark.sql.execution.id';
const MOST_SHOWN = 12;

/** Lines about a log: all tasks together, and statements that shuffled or took the most. @param folder of the log */
export async function readEvents(folder) {
  const names = new Map();
  const statementOf = new Map();
  const found = new Map();
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!path.basename(name).startsWith('events_') && !LOG.test(name)) continue;
    for await (const event of events(path.join(folder, name))) {
      if (event.Event.endsWith('SparkListenerSQLExecutionStart')) {
        const said =
          STATEMENT.exec(`${event.details} ${event.description}`) ??
          STATEMENT.exec(event.physicalPlanDescription);
        names.set(String(event.executionId), said?.[1] ?? event.description);
      } else if (event.Event === 'SparkListenerJobStart') {
        for (const stage of event['Stage IDs']) statementOf.set(stage, event.Properties[EXECUTION]);
      } else if (event.Event === 'SparkListenerTaskEnd') {
        add(found, names.get(statementOf.get(event['Stage ID'])) ?? 'other', event['Task Metrics']);
      }
    }
  }
  const all = [...found].sort(([, a], [, b]) => b.shuffled - a.shuffled || b.cpu - a.cpu);
  const total = {};
  for (const [, one] of all) {
    for (const [key, value] of Object.entries(one)) {
      total[key] = key === 'largest' ? Math.max(total[key] ?? 0, value) : (total[key] ?? 0) + value;
    }
  }
  const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  const line = (name, { shuffled, spilled, cpu, seconds, tasks }) =>
    `${name.padEnd(16)} ${mb(shuffled)} shuffled, ${mb(spilled)} spilled, ${(cpu / 1e9).toFixed(1)} s of CPU in Spark's own process, ${(seconds / 1e3).toFixed(1)} s in ${tasks} tasks`;
  return [
    line('all', total),
    `to the driver ${mb(total.results)}, at most ${(total.largest / 1e3).toFixed(0)} KB a task`,
    ...all.slice(0, MOST_SHOWN).map(([name, one]) => line(name, one)),
  ].join('\n');
}

function add(found, name, metrics = {}) {
  const one = found.get(name) ?? {
    shuffled: 0,
    spilled: 0,
    cpu: 0,
    seconds: 0,
    tasks: 0,
    results: 0,
    largest: 0,
  };
  one.tasks += 1;
  one.shuffled += metrics['Shuffle Write Metrics']?.['Shuffle Bytes Written'] ?? 0;
  one.spilled += metrics['Disk Bytes Spilled'] ?? 0;
  one.cpu += metrics['Executor CPU Time'] ?? 0;
  one.seconds += metrics['Executor Run Time'] ?? 0;
  one.results += metrics['Result Size'] ?? 0;
  one.largest = Math.max(one.largest, metrics['Result Size'] ?? 0);
  found.set(name, one);
}

async function* events(file) {
  for await (const line of createInterface({ input: createReadStream(file) }))
    yield JSON.parse(line);
}
