// Writes src/generated/lexicon.ts, phrase-tables.ts and outlets.ts from data/: phrases, words, agencies, icon names,
// outlets.
// usage: node scripts/write-lexicon.mjs
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { importTs } from './import-ts.mjs';
import { anchorsOf, namerOf } from './phrase-tables.mjs';

const root = new URL('../', import.meta.url);
const { tokensOf } = await importTs(new URL('src/text/tokens.ts', root));
const { phraseKey } = await importTs(new URL('src/text/phrase-key.ts', root));
const { eachFeature } = await importTs(new URL('src/recognize/phrases/word-hashes.ts', root));
const { phraseBits } = await importTs(new URL('src/recognize/phrases/phrase-hashes.ts', root));

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
      const entry = `${anchorsOf(form).join('|')}:${form}`;
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

const literal = (value) => JSON.stringify(value, null, 1);
const PATTERN = /[{}…]/;
const lists = new Map();
for (const language of languages) {
  for (const [list, phrases] of Object.entries(language.words ?? {})) {
    lists.set(list, [...(lists.get(list) ?? []), ...phrases]);
  }
}

/** The phrases of each list in all languages, each once, a line each. */
function wordsBy(make) {
  return Object.fromEntries(
    [...lists].map(([list, phrases]) => [list, [...new Set(phrases.flatMap(make))].join('\n')]),
  );
}
const spelt = wordsBy((phrase) => phrase.toLowerCase());
const folded = wordsBy((phrase) => {
  const key = PATTERN.test(phrase) ? '' : phraseKey(phrase);
  return key === '' ? [] : key;
});
const keyed = wordsBy((phrase) => tokensOf(phrase).join(' '));
const out = `// Written by scripts/write-lexicon.mjs from data/. Do not edit.
/** Phrases that are a whole line: \`label\`, then the keys of its phrases (see keyOf in src/text/tokens.ts), tab-separated. */
export const WHOLE_PHRASES: readonly string[] = ${literal(table(whole))};
/** The same for phrases with gaps: \`…\` is any words, \`{}\` one to five. */
export const OPEN_PHRASES: readonly string[] = ${literal(table(open))};
/** What a line begins with, up to a colon: \`Read also: …\`, \`Photo: …\`. */
export const PREFIX_PHRASES: readonly string[] = ${literal(table(prefixes))};
/**
 * Forms that lines of furniture take: parts joined by \`/\`, alternatives by \`|\`; gaps as above. Before the colon the
 * anchors, words one of which stands in every such line.
 */
export const FORMS: readonly string[] = ${literal(table(forms))};
/** Lists of words in all languages, a line each, in lower case. */
export const SPELT_WORDS: Readonly<Record<string, string>> = ${literal(spelt)};
/** The same as phraseKey gives them (src/text/phrase-key.ts), without those that have gaps. */
export const FOLDED_WORDS: Readonly<Record<string, string>> = ${literal(folded)};
/** The same as keys (see keyOf in src/text/tokens.ts). */
export const KEYED_WORDS: Readonly<Record<string, string>> = ${literal(keyed)};
/** The most frequent short words of each language, space-separated, and letters that few languages have. */
export const FUNCTION_WORDS: Readonly<Record<string, { readonly words: string; readonly letters?: string }>> = ${literal(functionWords)};
/** Wire agencies of the world, with their names in several scripts. */
export const AGENCIES: readonly { readonly name: string; readonly aliases: readonly string[] }[] = ${literal(agencies.map(({ name, aliases }) => ({ name, aliases })))};
/** Social networks and messengers. */
export const NETWORKS: readonly string[] = ${literal(networks)};
/** Ligature names of icon fonts. */
export const ICON_NAMES: readonly string[] = ${literal(icons)};
`;
await writeFile(new URL('src/generated/lexicon.ts', root), out);
const phrases = [...table(whole), ...table(open)];
const namer = namerOf(phrases, eachFeature);
const tables = `// Written by scripts/write-lexicon.mjs from data/. Do not edit.
import type { RemovedLabel } from '../contract/labels.ts';

/** The words and pairs of words of all phrases, as base64 of a Bloom filter's bits (src/stages/label/model/features/phrase-hashes.ts). */
export const PHRASE_BITS = '${Buffer.from(phraseBits(phrases)).toString('base64')}';
/** How often the features of the phrases stand in each label's (src/stages/label/phrases/naive-bayes.ts). */
export const NAMER: {
  readonly labels: readonly RemovedLabel[];
  /** Features of each label's phrases, counted as often as they occur. */
  readonly totals: readonly number[];
  /** How many different features there are. */
  readonly features: number;
  /** Base64 of the entries' number in each bucket, their checks and their values, little-endian. */
  readonly data: string;
} = ${literal(namer)};
`;
await writeFile(new URL('src/generated/phrase-tables.ts', root), tables);
const outlets = await json('data/outlets.json');
const outletsOut = `// Written by scripts/write-lexicon.mjs from data/outlets.json. Do not edit.
/** Names of news outlets. */
export const OUTLETS: readonly string[] = ${literal(outlets.names)};
/** Words that news outlets carry in their names, of all languages. */
export const OUTLET_WORDS: readonly string[] = ${literal([...new Set(Object.values(outlets.words).flat())])};
/** What the names of news outlets end with, where words are written together. */
export const OUTLET_ENDINGS: readonly string[] = ${literal(outlets.endings)};
`;
await writeFile(new URL('src/generated/outlets.ts', root), outletsOut);
console.log(
  `${whole.size} whole phrases, ${open.size} with gaps, ${forms.size} forms, ${languages.length} languages`,
);
