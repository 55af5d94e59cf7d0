// The texts of bench/repair.mjs, always the same ones: news in English with curly quotes, in many languages, garbled.
import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

const SIZE = 6e6;
const LEAST = 40;
const QUOTED = /"([^"]+)"/g;
const APOSTROPHE = /(\p{L})'(\p{L})/gu;
const NON_ASCII = /[^\0-\x7f]/;
const TEXT_FILE = /\.(?:txt|json)$/;
/** What UTF-8 was read as, as often as it is met. */
const READ_AS = [
  ...Array(8).fill('windows-1252'),
  ...[
    'iso-8859-1',
    'macintosh',
    'windows-1250',
    'windows-1251',
    'cp437',
    'windows-1252 windows-1252',
  ],
];

/**
 * The three texts.
 * @param root the project's folder
 * @param bench the folder of the open benchmarks; without it, the fixtures' texts are used again and again
 * @param decodeTable copydesk's tables of charsets
 */
export function texts(root, bench, decodeTable) {
  const { english, others } = fs.existsSync(bench) ? benchmark(bench) : fixtures(root);
  const next = random(7);
  const curly = take(english.map(curl), next);
  const multilingual = take(others, next);
  const tables = new Map();
  const tableOf = (name) => {
    if (!tables.has(name)) tables.set(name, decodeTable(name));
    return tables.get(name);
  };
  const damaged = [...curly, ...multilingual].filter((line) => NON_ASCII.test(line));
  const garbled = take(damaged, next, (line) => {
    const sets = READ_AS[next(READ_AS.length)].split(' ');
    return sets.reduce((text, set) => misread(text, tableOf(set)), line);
  });
  return {
    'English, curly quotes': curly.join('\n'),
    'multilingual, clean': multilingual.join('\n'),
    'heavily garbled': garbled.join('\n'),
  };
}

function benchmark(bench) {
  const rows = (name) =>
    gunzipSync(fs.readFileSync(path.join(bench, name)))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const english = [];
  const others = [];
  for (const { lang, expected_text: text } of rows('extract/pages.open.jsonl.gz')) {
    const lines = (text ?? '').split('\n').filter((line) => line.length >= LEAST);
    if (lang === 'en') english.push(...lines);
    else if (lang) others.push(...lines);
  }
  for (const { group, cls, expected } of rows('mojibake/open.jsonl.gz')) {
    if (group === 'clean' && !cls.startsWith('clean/adv')) others.push(expected);
  }
  return { english, others };
}

function fixtures(root) {
  const english = [];
  const others = [];
  const folder = path.join(root, 'fixtures');
  for (const name of fs.readdirSync(folder, { recursive: true }).sort()) {
    if (!TEXT_FILE.test(name)) continue;
    const raw = fs.readFileSync(path.join(folder, name), 'utf8');
    const text = name.endsWith('.json') ? (JSON.parse(raw).text ?? '') : raw;
    const lines = text.split('\n').filter((line) => line.length >= LEAST);
    (name.startsWith(`en${path.sep}`) ? english : others).push(...lines);
  }
  return { english, others };
}

function curl(line) {
  return line.replace(QUOTED, '“$1”').replace(APOSTROPHE, '$1’$2');
}

/** Lines in random order, again from the start when they are used up, to about `SIZE` bytes. */
function take(lines, next, change = (line) => line) {
  const order = lines.slice();
  for (let i = order.length - 1; i > 0; i--) {
    const k = next(i + 1);
    [order[i], order[k]] = [order[k], order[i]];
  }
  const taken = [];
  for (let size = 0, i = 0; size < SIZE; i++) {
    const line = change(order[i % order.length]);
    size += Buffer.byteLength(line) + 1;
    taken.push(line);
  }
  return taken;
}

function misread(text, table) {
  return Array.from(Buffer.from(text), (byte) => table[byte]).join('');
}

/** Numbers below `n`, the same in each run. */
function random(seed) {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * n);
  };
}
