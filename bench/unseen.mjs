// Runs repair over clean text that its model has not seen, and prints how many lines change, by kind and script.
// usage, after a build: node bench/unseen.mjs FOLDER [--all N] [--dist DIST] [--out CHANGED.ndjson] [--only REGEX]
//   FOLDER: lines as scripts/mojibake/unseen.mjs writes them (KIND.PACKAGE.LANGUAGE.txt)
//   --all: lines given together, as one article's (default 1); --only: lines that match, say '\p{Script=Thai}'
//   --dist: another build's dist; --out: the changed lines as rows {kind, file, line, changes}
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { SCRIPTS } from '../scripts/mojibake/classes.mjs';

// Latin letters stand in lines of every script, so they are asked for last.
const ORDER = [...SCRIPTS.filter((name) => name !== 'Latin'), 'Latin'];
const SIGNS = ORDER.map((name) => [name, new RegExp(`(?=[^\\0-\\x7f])\\p{Script=${name}}`, 'u')]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: 'string', default: '1' },
    dist: { type: 'string', default: new URL('../dist', import.meta.url).pathname },
    out: { type: 'string' },
    only: { type: 'string' },
  },
});
const { createRepairer } = await import(
  pathToFileURL(path.resolve(values.dist, 'stages/repair/index.js')).href
);
const only = values.only ? new RegExp(values.only, 'u') : null;
const size = Number(values.all);
const repairAll = createRepairer();
const kinds = new Map();
const scripts = new Map();
const rules = new Map();
const changed = [];
const start = process.cpuUsage();
let bytes = 0;

for (const file of fs.readdirSync(positionals[0]).sort()) {
  const kind = file.split('.')[0];
  const all = fs.readFileSync(path.join(positionals[0], file), 'utf8').split('\n').filter(Boolean);
  const lines = only ? all.filter((line) => only.test(line)) : all;
  for (let at = 0; at < lines.length; at += size) {
    const article = lines.slice(at, at + size);
    const edits = repairAll(article);
    article.forEach((line, i) => {
      const script = scriptOf(line);
      add(kinds, kind, edits[i].length > 0);
      add(scripts, script, edits[i].length > 0);
      bytes += Buffer.byteLength(line) + 1;
      if (edits[i].length > 0) note({ kind, file, script, line }, edits[i]);
    });
  }
}

const { user, system } = process.cpuUsage(start);
print('kind', kinds);
print('script', scripts);
print('rule', new Map([...rules].map(([rule, count]) => [rule, { lines: count, changed: count }])));
const lines = sum(kinds, 'lines');
const bad = sum(kinds, 'changed');
console.log(`${bad} of ${lines} lines changed, ${rate(bad, lines)}`);
console.log(
  `${(bytes / 1e6).toFixed(1)} MB, ${(bytes / (user + system)).toFixed(1)} MB per CPU-second, reading included`,
);
if (values.out)
  fs.writeFileSync(values.out, changed.map((row) => `${JSON.stringify(row)}\n`).join(''));

function scriptOf(line) {
  return SIGNS.find(([, sign]) => sign.test(line))?.[0] ?? 'signs';
}

function add(map, key, isChanged) {
  const found = map.get(key) ?? { lines: 0, changed: 0 };
  map.set(key, found);
  found.lines += 1;
  if (isChanged) found.changed += 1;
}

function note(row, edits) {
  const changes = edits.map(({ offset, length, replacement, certainty, chain = [] }) => {
    const rule = chain.map(({ was, readAs }) => `${was}>${readAs}`).join(' ') || 'none';
    return { before: row.line.slice(offset, offset + length), after: replacement, rule, certainty };
  });
  rules.set(changes[0].rule, (rules.get(changes[0].rule) ?? 0) + 1);
  changed.push({ ...row, changes });
}

function print(title, map) {
  console.log(`by ${title}`);
  for (const [key, found] of [...map].sort((a, b) => b[1].changed - a[1].changed)) {
    console.log(`  ${key.padEnd(28)} ${String(found.changed).padStart(6)} of ${found.lines}`);
  }
}

function sum(map, field) {
  return [...map.values()].reduce((total, found) => total + found[field], 0);
}

function rate(count, of) {
  return count === 0 ? 'none' : `1 in ${Math.round(of / count)}`;
}
