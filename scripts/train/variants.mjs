// Rows to train on beside the benchmark's: its texts cut short, and the fixtures with phrases of boilerplate put in, and
// sentences that use such words but are the article's.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { randomFrom } from '../random.mjs';

const FOLDS = 5;
const MIN_LINES = 8;
const OWN_VARIANTS = 6;
const MAX_PHRASES = 7;
const MAX_SENTENCES = 3;
const STOP = /[.!?…。！？।]\s*$/;
const INPUTS = ['.txt', '.html'];
const MARKS = /[{}…]/;
const EXTENSION = /\.[a-z]+$/;
const BLANK_LINES = /(?:\r?\n){2,}/;

/** The text cut to a few lines of its article and of what stands right above and below it; null when it is short. */
export function shortened(row) {
  const lines = row.input_text.split('\n');
  const random = randomFrom(row.id);
  const whole = (n) => Math.floor(random() * n);
  const { labels } = row;
  const gold = lines.flatMap((line, i) => (labels[i] === '1' && line.trim() ? [i] : []));
  if (labels.length !== lines.length || gold.length < MIN_LINES) return null;
  const head = 2 + whole(8);
  const tail = 1 + whole(3);
  const above = 1 + whole(12);
  const below = whole(14);
  const first = gold[0];
  const last = gold.at(-1);
  const endOfHead = gold[Math.min(gold.length - 1, head - 1)];
  const startOfTail = gold[Math.max(0, gold.length - tail)];
  const kept = lines.flatMap((_, i) => {
    const near = i >= first - above && i <= last + below;
    return near && (i <= endOfHead || i >= startOfTail) ? [i] : [];
  });
  return {
    ...row,
    id: `${row.id}~short`,
    variant: 'short',
    lite: false,
    input_text: kept.map((i) => lines[i]).join('\n'),
    labels: kept.map((i) => labels[i]).join(''),
  };
}

/** The fixtures as rows: pages once, texts as they are and with phrases of boilerplate at random places. */
export function* ownRows(root, format) {
  const folder = join(root, 'fixtures');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && INPUTS.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const phrases = new Map();
  const sentences = new Map();
  for (const path of names) {
    const html = extname(path) === '.html';
    if (html !== (format === 'html')) continue;
    const expected = JSON.parse(readFileSync(path.replace(EXTENSION, '.json'), 'utf8'));
    const language = expected.language?.slice(0, 2) ?? basename(dirname(path));
    if (!phrases.has(language)) {
      phrases.set(language, phrasesOf(root, language));
      sentences.set(language, sentencesOf(root, language));
    }
    const id = path.slice(folder.length + 1);
    const content = readFileSync(path);
    const row = {
      id,
      fold: Math.floor(randomFrom(id)() * FOLDS),
      variant: 'own',
      lang: language,
      title: expected.title,
      expected_text: (expected.body ?? []).map(({ text }) => text).join('\n'),
    };
    if (row.expected_text === '') continue;
    if (html) yield { ...row, html: content };
    else yield { ...row, input_text: content };
    for (let k = 0; k < OWN_VARIANTS && !html; k++) {
      const random = randomFrom(`${id}${k}`);
      const filled = withLines(content, sentences.get(language), phrases.get(language), random);
      yield {
        ...row,
        id: `${id}~${k}`,
        input_text: filled.content,
        expected_text: [row.expected_text, ...filled.sentences].join('\n'),
      };
    }
  }
}

/** The bytes with sentences and phrases as lines of their own, put where blank lines are, more of them towards the end. */
function withLines(content, sentences, phrases, random) {
  const utf8 = content.toString('utf8');
  if (utf8.includes('\ufffd')) return { content, sentences: [] };
  const parts = utf8.split(BLANK_LINES);
  const whole = (n) => Math.floor(random() * n);
  const put = (line, inside) => {
    const at = inside ? 1 + whole(parts.length) : parts.length;
    parts.splice(at, 0, line);
  };
  const added = [];
  for (let k = whole(MAX_SENTENCES); k > 0 && sentences.length > 0; k--) {
    const sentence = sentences[whole(sentences.length)];
    if (!added.includes(sentence)) put(sentence, random() < 0.5);
    added.push(sentence);
  }
  for (let k = whole(MAX_PHRASES); k > 0 && phrases.length > 0; k--) {
    put(phrases[whole(phrases.length)], random() < 0.4);
  }
  return { content: Buffer.from(parts.join('\n\n')), sentences: added };
}

/** Sentences that use the words of boilerplate and are the article's, from the tests' lines. */
function sentencesOf(root, language) {
  let lines;
  try {
    lines = readFileSync(join(root, `test/stages/label/cases/lines/${language}.tsv`), 'utf8');
  } catch {
    return [];
  }
  return lines
    .split('\n')
    .map((line) => line.split('\t'))
    .flatMap(([kind, text]) => (kind === 'keep' && STOP.test(text) ? [text] : []));
}

function phrasesOf(root, language) {
  let data;
  try {
    data = JSON.parse(readFileSync(join(root, `data/languages/${language}.json`), 'utf8'));
  } catch {
    return [];
  }
  return Object.values(data.labels)
    .flatMap((origins) => Object.values(origins).flat())
    .filter((phrase) => typeof phrase === 'string' && !MARKS.test(phrase) && phrase.length > 8);
}
