import fs from 'node:fs';

/** Rows of a data file beside the tests: tab-separated, lines with # are comments, `-` is null. */
export function rows(name: string): (string | null)[][] {
  const text = fs.readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => (cell === '-' ? null : cell)));
}
