// Fails when a figure of quality falls below its floor in quality/floors.json, or when the sample is not the one that the
// floors were set on. Measures the build in dist/ on what is in the repository, in a few seconds.
// usage, after a build:
//   node quality/gate.mjs                     compares; exit 1 when a figure is below its floor. `npm run quality` is this
//   node quality/gate.mjs --raise             raises floors to what is measured, and takes the sample as it is now
//   node quality/gate.mjs --lower "a reason"  lowers floors too; what went down is kept in the file with the reason
// --raise and --lower are refused where CI is set.
import { readFile, writeFile } from 'node:fs/promises';
import { measure } from './figures.mjs';
import { lowered, problemsOf, raised } from './floors.mjs';

const FLOORS = new URL('floors.json', import.meta.url);
const [flag, reason] = process.argv.slice(2);

if (flag !== undefined && process.env.CI) fail(2, `${flag} is refused where CI is set`);
else if (flag === '--lower' && !reason?.trim()) fail(2, '--lower expects a reason, in quotes');
else await run();

async function run() {
  const kept = JSON.parse(await readFile(FLOORS, 'utf8'));
  const found = await measure(await import('../dist/index.js'));
  for (const [name, figure] of Object.entries(found.figures)) {
    console.log(`${figure.toFixed(4)}  floor ${(kept.floors[name] ?? 0).toFixed(4)}  ${name}`);
  }
  if (flag === '--lower') await write(lowered(kept, found, reason));
  else if (flag === '--raise') await raise(kept, found);
  else report(problemsOf(kept, found));
}

async function raise(kept, found) {
  const next = raised(kept, found);
  await write(next);
  report(problemsOf(next, found));
}

async function write(floors) {
  await writeFile(FLOORS, `${JSON.stringify(floors, null, 2)}\n`);
}

function report(problems) {
  if (problems.length === 0) return;
  const help = 'npm run quality -- --raise takes new data; --lower "a reason" accepts less';
  fail(1, [...problems, help].join('\n'));
}

function fail(code, message) {
  console.error(message);
  process.exitCode = code;
}
