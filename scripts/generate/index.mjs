// Writes assets/built/: lexicon.bin (words, agencies, networks, outlets, icon names) and phrases.bin from data/ alone,
// characters.bin from Unicode's properties, calendar.bin and layer-masks.bin from the tables in assets/: the same bytes each time. Part of the build; to be run after data/ was edited.
// usage: node scripts/generate/index.mjs
import { readdir, readFile } from 'node:fs/promises';
import { assetPath, digestOf, headerOf, writeAsset } from '../assets.mjs';
import { writeCharacters } from './characters.mjs';
import { dateWords, timeZones } from './date-words.mjs';
import { writeCalendar } from './dates.mjs';
import { importTs } from './import-ts.mjs';
import { linesOf } from './lists.mjs';
import { writeMasks } from './masks.mjs';
import { classNames, metaNames } from './names.mjs';
import {
  entryOf,
  formTables,
  labelNumbers,
  namerOf,
  openTables,
  wholeTables,
} from './phrase-tables.mjs';
import { textForms } from './text-forms.mjs';

const root = new URL('../../', import.meta.url);
// What follows reads these tables.
await writeCharacters();
const { tokensOf } = await importTs('text/tokens');
const { phraseKey } = await importTs('text/fold');
const { eachFeature, LABEL_BITS } = await importTs('recognize/phrases/word-hashes');
const { phraseBits } = await importTs('recognize/phrases/phrase-hashes');
const { FOLDED_LISTS, KEYED_LISTS, SPELT_LISTS } = await importTs('recognize/word-lists');

const json = async (path) => JSON.parse(await readFile(new URL(path, root), 'utf8'));
const names = (await readdir(new URL('data/languages/', root))).filter((f) => f.endsWith('.json'));
const languages = await Promise.all(names.sort().map((name) => json(`data/languages/${name}`)));
const agencies = (await json('data/agencies.json')).agencies;
const icons = (await json('data/icons.json')).names;
const networks = (await json('data/networks.json')).names;
const functionWords = (await json('data/function-words.json')).languages;

const ALTERNATIVES = /\{([^{}]*\|[^{}]*)\}/;
const WILDCARD = /(…|\{n\}|\{date\}|\{[^{}]*\})/;

/** `Follow {us|me}` → `Follow us`, `Follow me`. */
function expand(phrase) {
  const match = ALTERNATIVES.exec(phrase);
  if (!match) return [phrase];
  return match[1].split('|').flatMap((word) => expand(phrase.replace(match[0], word)));
}

/** The tokens of a phrase; `…` and `{}` stand for any and for a few words. */
function keyOf(phrase) {
  return phrase
    .split(WILDCARD)
    .flatMap((part) => {
      if (part === '…') return ['…'];
      if (part === '{n}') return ['#'];
      if (part.startsWith('{')) return ['{}'];
      return tokensOf(part);
    })
    .join(' ');
}

// A prefix and nothing but free words behind its colon.
const PREFIX = /^([^{}…:：]+)[:：]\s*(?:…|\{\})(?:[\s,/|-]*(?:…|\{\}))*$/;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

const prefixes = new Map();
const whole = new Map();
const open = new Map();
for (const { labels } of languages) {
  for (const [label, origins] of Object.entries(labels)) {
    for (const phrase of Object.values(origins).flat().flatMap(expand)) {
      const prefix = PREFIX.exec(phrase);
      if (prefix) {
        const key = keyOf(prefix[1]);
        if (!prefixes.has(key)) prefixes.set(key, label);
        continue;
      }
      const key = keyOf(phrase);
      if (!/[^…{}#\s]/.test(key)) continue;
      const gaps = /…|\{\}/.test(key);
      // One word and a gap would match too many sentences.
      const literals = key.split(' ').filter((token) => token !== '…' && token !== '{}');
      if (gaps && literals.length < 2 && !UNSPACED.test(key)) continue;
      const into = gaps ? open : whole;
      if (!into.has(key)) into.set(key, label);
    }
  }
}

/** Text, `{a|b}` and gaps of a form, in order. */
const FORM_PART = /…|\{\}|\{[^{}]*\}|[^{}…]+/g;

/** A form as parts joined by `/`, the alternatives of a part by `|`, the tokens of one by spaces. */
function formOf(form) {
  return form
    .match(FORM_PART)
    .map((part) => {
      if (part === '…' || part === '{}') return part;
      const alternatives = part.startsWith('{') ? part.slice(1, -1).split('|') : [part];
      return [...new Set(alternatives.map((text) => tokensOf(text).join(' ')))].join('|');
    })
    .filter((part) => part !== '')
    .join('/');
}

const forms = new Map();
for (const language of languages) {
  for (const [label, list] of Object.entries(language.forms ?? {})) {
    for (const form of list.map(formOf)) {
      const entry = entryOf(form);
      if (!forms.has(entry)) forms.set(entry, label);
    }
  }
}

/** One line a label: `label\tkey\tkey…`, sorted. */
function table(keys) {
  const byLabel = new Map();
  for (const [key, label] of keys) byLabel.set(label, [...(byLabel.get(label) ?? []), key]);
  return [...byLabel].sort().map(([label, list]) => [label, ...list.sort()].join('\t'));
}

/** What a table of lines holds, in its order: keys with their labels. */
const entriesOf = (lines) =>
  lines.flatMap((line) => {
    const [label, ...keys] = line.split('\t');
    return keys.map((key) => [key, label]);
  });

const PATTERN = /[{}…]/;
const lists = new Map();
for (const language of languages) {
  for (const [list, phrases] of Object.entries(language.words ?? {})) {
    lists.set(list, [...(lists.get(list) ?? []), ...phrases]);
  }
}

/** Lists of words of all languages, each word once, a line each. */
function wordsBy(form, names, make) {
  return Object.fromEntries(
    names.map((list) => {
      const phrases = lists.get(list);
      if (!phrases) throw new Error(`data/languages/*.json hold no list of words "${list}"`);
      return [`${form}:${list}`, linesOf(phrases.flatMap(make))];
    }),
  );
}

await writeCalendar();
writeMasks();

const outlets = await json('data/outlets.json');
writeAsset(assetPath('built/lexicon.bin'), {
  maker: 'npm run generate',
  from: {},
  parts: {
    ...wordsBy('spelt', SPELT_LISTS, (phrase) => phrase.toLowerCase()),
    ...wordsBy('folded', FOLDED_LISTS, (phrase) => {
      const key = PATTERN.test(phrase) ? '' : phraseKey(phrase);
      return key === '' ? [] : key;
    }),
    ...wordsBy('keyed', KEYED_LISTS, (phrase) => tokensOf(phrase).join(' ')),
    ...(await classNames(json)),
    ...(await metaNames(json)),
    ...(await dateWords(json)),
    ...(await timeZones(json)),
    ...(await textForms(json)),
    'function-words': JSON.stringify(functionWords),
    agencies: agencies.map(({ name, aliases }) => [name, ...aliases].join('\t')).join('\n'),
    networks: linesOf(networks.map((name) => tokensOf(name).join(' '))),
    icons: icons.join('\n'),
    outlets: outlets.names.join('\n'),
    'outlet-words': linesOf(Object.values(outlets.words).flat()),
    'outlet-endings': outlets.endings.join('\n'),
  },
});

const tables = [whole, open, prefixes, forms].map(table);
const [wholeLines, openLines, prefixLines, formLines] = tables;
const phrases = [...wholeLines, ...openLines];
const phrasesDigest = digestOf(JSON.stringify(tables));
const labels = labelNumbers(tables.flatMap(entriesOf).map(([, label]) => label));
const namer = namerOf(phrases, eachFeature, LABEL_BITS);
writeAsset(assetPath('built/phrases.bin'), {
  maker: 'npm run generate',
  // The weights say with which phrases they were trained: scripts/train/write.mjs copies this.
  from: { phrases: phrasesDigest },
  values: { labels: [...labels.keys()], namer: namer.values },
  parts: {
    ...wholeTables('whole', entriesOf(wholeLines), labels),
    ...wholeTables('prefix', entriesOf(prefixLines), labels),
    ...openTables(entriesOf(openLines), labels),
    ...formTables(entriesOf(formLines), labels),
    ...namer.parts,
    'word-bits': phraseBits(phrases),
  },
});
console.log(
  `${whole.size} whole phrases, ${open.size} with gaps, ${forms.size} forms, ${languages.length} languages`,
);
for (const name of ['body-html.bin', 'body-text.bin']) {
  const { from } = headerOf(assetPath(name));
  if (from.phrases !== phrasesDigest) {
    console.error(
      `assets/${name} was trained with other phrases than data/ holds: see data/README.md`,
    );
  }
}
