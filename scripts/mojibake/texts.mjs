// The lines that the model is trained on, thinned or weighted by language, with quotes and dashes as news has them.
import fs from 'node:fs';

const MEGABYTE = 1e6;
const TARGET = 3 * MEGABYTE; // characters per language

/** Every line of a folder of texts, with its variants and weights; lines that match `leave` are left out. */
export function* corpusOf(dir, leave) {
  const byLang = new Map();
  for (const f of fs.readdirSync(dir).sort()) {
    if (!f.endsWith('.txt')) continue;
    const lang = f.split('.').at(-2);
    if (!byLang.has(lang)) byLang.set(lang, []);
    byLang.get(lang).push(f);
  }
  for (const [, files] of [...byLang].sort()) {
    const sets = files.map((f) => [
      f,
      fs.readFileSync(`${dir}/${f}`, 'utf8').split('\n').filter(Boolean),
    ]);
    // news and prose first in weight: a source is thinned in proportion when the language is too large
    const size = sets.reduce((n, [, ls]) => n + ls.reduce((m, l) => m + l.length, 0), 0);
    const step = Math.max(1, size / TARGET);
    const weight = Math.min(4, Math.max(1, Math.round(TARGET / 6 / Math.max(size, 1))));
    for (const [f, ls] of sets) {
      const every = NEWS.test(f) ? Math.max(1, step / 2) : step;
      for (const i of thinned(ls, every, leave)) yield* variants(ls[i], i, weight);
    }
  }
}

const NEWS = /^(pages|dedup|mojibake)\./;

/** The places of the lines that are read: one in `every`, none that is left out. */
function* thinned(lines, every, leave) {
  let next = 0;
  for (let i = 0; i < lines.length; i++) {
    if (i < next) continue;
    next += every;
    if (!leave?.test(lines[i])) yield i;
  }
}

const QUOTES = [
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ['„', '”'],
  ['‘', '’'],
  ['”', '”'],
  ['«\u00a0', '\u00a0»'],
];
const APOSTROPHE = /(\p{L})'(\p{L})/gu;
const QUOTED = /"([^"]{1,200})"/g;
const DASHED = / -{1,2} /g;
const BOUND = /(\b\p{L}{1,2}|\d) /gu;
const LONG_WORD = /(\p{L}{4})(?=\p{L}{4})/gu;
const CASED = /\p{Ll}/u;
function* variants(line, i, weight) {
  yield [line, weight];
  if (i % 3 === 0) {
    const [open, close] = QUOTES[(i / 3) % QUOTES.length];
    const t = line
      .replace(QUOTED, (_, q) => open + q + close)
      .replace(APOSTROPHE, '$1’$2')
      .replace(DASHED, i % 2 ? ' – ' : ' — ');
    if (t !== line) yield [t, weight];
    else if (i % 9 === 0 && line.length > 30) yield [open + line + close, weight];
  }
  if (i % 12 === 5) {
    const t = line.replace(BOUND, '$1\u00a0');
    if (t !== line) yield [t, weight];
  }
  if (i % 40 === 7) {
    const t = line.replace(LONG_WORD, '$1\u00ad');
    if (t !== line) yield [t, weight];
  }
  if (i % 4 === 1 && CASED.test(line)) yield [line.toUpperCase(), weight];
}
