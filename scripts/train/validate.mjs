// Cross-validated figures of the label stage as it is wired: each fold of sites cleaned with weights that have not
// seen it. Needs a build in dist/ and what run.mjs left in WORK.
// usage: node scripts/train/validate.mjs [FORMATS] [BENCH] [WORK] [FOLDS]
// default: html,text ../shared/bench/extract /tmp/copydesk-train 0,1,2,3,4; FAVOR=precision or recall shifts the decision.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyBuild } from '../copy-build.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');
const formats = (process.argv[2] ?? 'html,text').split(',');
const bench = resolve(process.argv[3] ?? join(root, '../shared/bench/extract'));
const work = resolve(process.argv[4] ?? '/tmp/copydesk-train');
const folds = (process.argv[5] ?? '0,1,2,3,4').split(',');
const python = join(work, 'venv/bin/python');
const env = { ...process.env, PYTHONPATH: bench };
const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit', env });

const FOLDS = 5;
/** The last line of score_noarticle.py: the share of pages without an article that are found, of others wrongly called so. */
const NO_ARTICLE = /found ([\d.]+).*wrongly ([\d.]+)/;
const light = join(bench, 'light.open.jsonl.gz');
const lightOf = (fold) => join(work, `light.${fold}.cleaned.jsonl`);

/** Fails where a format's figures are worse than floors.json allows, so that a worse training is not taken. */
function checkFloors(format, scores) {
  const floors = JSON.parse(readFileSync(join(here, 'floors.json'), 'utf8'))[format];
  for (const [group, limits] of Object.entries(floors)) {
    for (const [name, { least = -Infinity, most = Infinity }] of Object.entries(limits)) {
      const value = scores[group]?.[name];
      if (value >= least && value <= most) continue;
      console.error(`${format}: ${group} ${name} is ${value}, allowed are ${least} to ${most}`);
      process.exitCode = 1;
    }
  }
}

/** Scores the cleaned pages of some folds and prints the figures; those of all folds are checked. */
function scorePages(cleaned, some) {
  const scored = (subset, ...more) => {
    const json = join(work, `html.${subset}.json`);
    const args = ['--subset', subset, '--json', json, ...more, ...some];
    run(python, join(bench, 'score_pages.py'), cleaned, ...args);
    return Object.values(JSON.parse(readFileSync(json, 'utf8')))[0];
  };
  const scores = { ...scored('news'), ...scored('lite', '--bylang') };
  const args = [join(bench, 'score_noarticle.py'), cleaned];
  const said = execFileSync(python, args, { encoding: 'utf8', env });
  console.log(said);
  if (folds.length < FOLDS) return;
  const [found, wrongly] = NO_ARTICLE.exec(said).slice(1).map(Number);
  checkFloors('html', { ...scores, 'no-article': { found, wrongly } });
}

for (const format of formats) {
  const parts = folds.map((fold) => {
    const copy = join(work, `build-${format}-${fold}`);
    copyBuild(copy);
    const target = join(copy, `assets/body-${format}.bin`);
    run(process.execPath, join(here, 'write.mjs'), format, work, fold, target);
    const out = join(work, `${format}.${fold}.cleaned.jsonl`);
    run(
      process.execPath,
      join(here, 'clean-fold.mjs'),
      join(copy, 'dist'),
      work,
      format,
      fold,
      out,
    );
    if (format === 'text') {
      run(process.execPath, join(here, 'clean-light.mjs'), copy, light, fold, lightOf(fold));
    }
    rmSync(copy, { recursive: true });
    return out;
  });
  const all = join(work, `${format}.cleaned.jsonl`);
  writeFileSync(all, parts.map((part) => readFileSync(part)).join(''));
  const some = ['--fold', folds.join(',')];
  if (format === 'text') {
    run(python, join(bench, 'score_texts.py'), all, '--lite', ...some);
    const cleaned = join(work, 'light.cleaned.jsonl');
    writeFileSync(cleaned, folds.map((fold) => readFileSync(lightOf(fold))).join(''));
    run(
      python,
      join(bench, 'score_light.py'),
      cleaned,
      '--json',
      join(work, 'light.json'),
      ...some,
    );
    checkFloors('text', JSON.parse(readFileSync(join(work, 'light.json'), 'utf8')));
  } else {
    scorePages(all, some);
  }
  run(python, join(here, 'reliability.py'), format, work, folds.join(','));
}
