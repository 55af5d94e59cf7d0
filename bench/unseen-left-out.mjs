// What repair does to a script that its model has never seen: trains without it, then runs over clean lines of it.
// usage, after a build: node bench/unseen-left-out.mjs CORPUS LINES WORK [NAME...]
//   CORPUS: as scripts/mojibake/corpus.py writes it; LINES: as scripts/mojibake/unseen.mjs writes them
//   WORK: folder for the models, which are kept and used again (half a gigabyte of memory each, some minutes)
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { copyBuild } from '../scripts/copy-build.mjs';

const SCRIPTS = {
  Cyrillic: '\\p{Script=Cyrillic}',
  Greek: '\\p{Script=Greek}',
  Arabic: '\\p{Script=Arabic}',
  Hebrew: '\\p{Script=Hebrew}',
  Devanagari: '\\p{Script=Devanagari}',
  Thai: '\\p{Script=Thai}',
  Hangul: '\\p{Script=Hangul}',
  HanKana: '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]',
  Georgian: '\\p{Script=Georgian}',
  Armenian: '\\p{Script=Armenian}',
};

const root = fileURLToPath(new URL('..', import.meta.url));
const [corpus, lines, work, ...names] = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(SCRIPTS)) {
  const copy = path.resolve(work, `build-${name}`);
  copyBuild(copy);
  fs.copyFileSync(trained(name), path.join(copy, 'assets/trigrams.bin'));
  const { createRepairer } = await import(
    pathToFileURL(path.join(copy, 'dist/stages/repair/index.js')).href
  );
  console.log(
    `${name} left out: ${changed(createRepairer(), new RegExp(SCRIPTS[name], 'u'), name)}`,
  );
}

function trained(name) {
  const file = path.join(work, `trigrams-${name}.bin`);
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(work, { recursive: true });
  const script = path.join(root, 'scripts/mojibake/train.mjs');
  execFileSync(
    process.execPath,
    ['--max-old-space-size=9000', script, corpus, file, '--leave', SCRIPTS[name]],
    { stdio: 'ignore' },
  );
  return file;
}

/** How many lines of the script change, and the first few of them. */
function changed(repairAll, sign, name) {
  const rows = [];
  let count = 0;
  for (const file of fs.readdirSync(lines).sort()) {
    for (const line of fs.readFileSync(path.join(lines, file), 'utf8').split('\n')) {
      if (!sign.test(line)) continue;
      count += 1;
      const [edits] = repairAll([line]);
      if (edits.length > 0)
        rows.push({ kind: file.split('.')[0], file, line, changes: shown(line, edits) });
    }
  }
  fs.writeFileSync(
    path.join(work, `${name}.ndjson`),
    rows.map((row) => `${JSON.stringify(row)}\n`).join(''),
  );
  return `${rows.length} of ${count} lines changed`;
}

function shown(line, edits) {
  return edits.map(({ offset, length, replacement, certainty, chain = [] }) => ({
    before: line.slice(offset, offset + length),
    after: replacement,
    certainty,
    rule: chain.map(({ was, readAs }) => `${was}>${readAs}`).join(' '),
  }));
}
