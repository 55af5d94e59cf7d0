// Trains the label stage's model and writes assets/body-html.bin and body-text.bin. Needs a build in dist/.
// usage: node scripts/train/run.mjs [BENCH] [WORK]   default: ../shared/bench/extract, /tmp/copydesk-train
// The scraped texts, of which scraped-labels.jsonl has the labels, stand in ../../wild beside BENCH.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = resolve(here, '../..');
const bench = resolve(process.argv[2] ?? join(root, '../shared/bench/extract'));
const work = resolve(process.argv[3] ?? '/tmp/copydesk-train');
const python = join(work, 'venv/bin/python');
const env = { ...process.env, PYTHONPATH: bench, THREADS: '1' };
const run = (command, ...args) => execFileSync(command, args, { stdio: 'inherit', env });

mkdirSync(work, { recursive: true });
if (!existsSync(python)) {
  run('python3', '-m', 'venv', join(work, 'venv'));
  run(python, '-m', 'pip', 'install', '-q', '-r', join(here, 'requirements.txt'));
}
for (const format of ['html', 'text']) {
  const names = format === 'html' ? ['pages', 'nonarticles'] : ['texts'];
  const files = names.map((name) => join(bench, `${name}.open.jsonl.gz`));
  if (format === 'text') files.push(join(bench, '../../wild/unlabelled.jsonl.gz'));
  const exported = (step, ...inputs) =>
    run(
      process.execPath,
      join(here, 'export.mjs'),
      step,
      format,
      join(root, 'dist'),
      work,
      ...inputs,
    );
  const learn = (step) => run(python, join(here, 'train.py'), step, format, work);
  exported('read', ...files);
  learn('labels');
  for (const step of ['words', 'blocks', ...(format === 'html' ? ['page'] : [])]) {
    exported(step);
    learn(step);
  }
  learn('finish');
  const target = join(root, `assets/body-${format}.bin`);
  run(process.execPath, join(here, 'write.mjs'), format, work, 'all', target);
}
