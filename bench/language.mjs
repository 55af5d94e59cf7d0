// How many articles' language is told rightly, by language, what it costs and what it takes to load.
// usage, after a build: node bench/language.mjs [--help-pages FOLDER] [--list] [FILE.jsonl.gz…]
// FOLDER: /usr/share/help of Debian's gnome-user-docs (CC BY-SA 3.0), whole documents in some forty languages;
// FILE: benchmark rows {lang, expected_text}.
import { readdir, readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

const before = process.memoryUsage();
const start = performance.now();
const { detectLanguage } = await import('../dist/recognize/language.js');
detectLanguage('The first call compiles what is compiled late.');
const loaded = performance.now() - start;
const after = process.memoryUsage();

const args = process.argv.slice(2);
const list = args.includes('--list');
const help = args.includes('--help-pages') ? args[args.indexOf('--help-pages') + 1] : null;
const files = args.filter((arg) => arg.endsWith('.gz'));

/** Names and addresses of those who wrote and translated a page. */
const INFO = /<info>[\s\S]*?<\/info>/g;
const TAG = /<[^>]*>/g;
const BLOCKS = /<\/(?:p|title|desc|cite)>/;
const SPACE = /\s+/g;
const SHORTEST = 400;
const TRANSLATED = 0.9;
/** Codes of the help pages, and of the rows, that name a language in another way than BCP 47's shortest. */
const CODES = { no: 'nb', pt_BR: 'pt', zh_CN: 'zh', 'sr@latin': 'sr' };

const paragraphs = (xml) =>
  xml
    .replace(INFO, ' ')
    .split(BLOCKS)
    .map((p) => p.replace(TAG, ' ').replace(SPACE, ' ').trim())
    .filter((p) => p.length > 20);

/** Whole translated pages; those left in English are passed over. */
async function* helpPages(folder) {
  const names = (await readdir(`${folder}/C/gnome-help`)).filter((n) => n.endsWith('.page')).sort();
  for (const code of (await readdir(folder)).sort()) {
    for (const name of names) {
      const own = paragraphs(await readFile(`${folder}/${code}/gnome-help/${name}`, 'utf8'));
      const english = new Set(paragraphs(await readFile(`${folder}/C/gnome-help/${name}`, 'utf8')));
      const other = own.filter((p) => !english.has(p));
      const text = own.join('\n\n');
      if (text.length < SHORTEST || (code !== 'C' && other.length < TRANSLATED * own.length))
        continue;
      yield { language: code === 'C' ? 'en' : (CODES[code] ?? code), text, id: `${code}/${name}` };
    }
  }
}

async function* articles() {
  for (const file of files) {
    for (const line of gunzipSync(await readFile(file))
      .toString()
      .split('\n')) {
      const row = line === '' ? {} : JSON.parse(line);
      if (!row.lang || !row.expected_text || row.expected_text.length < SHORTEST) continue;
      yield { language: CODES[row.lang] ?? row.lang, text: row.expected_text, id: row.id };
    }
  }
  if (help) yield* helpPages(help);
}

const counts = new Map();
let cpu = 0;
for await (const { language, text, id } of articles()) {
  const from = process.cpuUsage();
  const found = detectLanguage(text);
  const { user, system } = process.cpuUsage(from);
  cpu += user + system;
  const count = counts.get(language) ?? { n: 0, right: 0, wrong: {} };
  counts.set(language, count);
  count.n++;
  if (found?.language === language) count.right++;
  else {
    const name = found?.language ?? 'none';
    count.wrong[name] = (count.wrong[name] ?? 0) + 1;
    if (list) console.log(`${id}: ${language} taken for ${name} (${found?.certainty ?? 0})`);
  }
}
const all = [...counts.values()];
const n = all.reduce((sum, c) => sum + c.n, 0);
const right = all.reduce((sum, c) => sum + c.right, 0);
const share = (c) => c.right / c.n;
for (const [language, c] of [...counts].sort((a, b) => share(a[1]) - share(b[1])))
  if (c.right < c.n)
    console.log(`  ${language} ${c.right} of ${c.n}, taken for ${JSON.stringify(c.wrong)}`);
const mean = all.reduce((sum, c) => sum + share(c), 0) / all.length;
console.log(
  `${n} articles in ${counts.size} languages: ${((100 * right) / n).toFixed(2)} % right, mean of the languages ${(100 * mean).toFixed(2)} %`,
);
console.log(`${(cpu / 1000 / n).toFixed(3)} ms of CPU an article`);
const heap = (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6;
console.log(`loaded in ${loaded.toFixed(0)} ms, ${heap.toFixed(0)} MB`);
