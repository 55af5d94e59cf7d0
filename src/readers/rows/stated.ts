import type { Stated } from '../../contract/input.ts';

// Names of fields in the rows of news corpora and crawlers, the ones to trust first, and in copydesk's own Articles.
const TITLE = ['title', 'headline'];
const AUTHORS = ['authors', 'author', 'byline'];
const PUBLISHED = [
  'published',
  'date_published',
  'datePublished',
  'date_publish',
  'publish_date',
  'published_at',
  'publishedAt',
  'pub_date',
  'pubDate',
  'date',
];
const SITE = ['site', 'site_name', 'sitename', 'publisher', 'outlet'];
const LANGUAGE = ['language', 'lang'];
/** In UTF-16 units: what is longer is no such fact. */
const LONGEST = 500;
/** Authors of one article that are read. */
const MOST_AUTHORS = 20;
const BREAK = /[\r\n]/;

type Fields = Readonly<Record<string, unknown>>;

/** What the fields of a row say of its article; undefined when they say nothing. */
export function statedOf(fields: Fields): Stated | undefined {
  const stated: Stated = {
    title: first(fields, TITLE, textOf),
    authors: first(fields, AUTHORS, namesOf),
    published: first(fields, PUBLISHED, (value) => textOf(valueIn(value, 'value'))),
    site: first(fields, SITE, (value) => textOf(valueIn(value, 'name'))),
    language: first(fields, LANGUAGE, textOf),
  };
  return Object.values(stated).some((value) => value !== undefined) ? stated : undefined;
}

function first<Value>(
  fields: Fields,
  names: readonly string[],
  read: (value: unknown) => Value | undefined,
): Value | undefined {
  for (const name of names) {
    const value = read(fields[name]);
    if (value !== undefined) return value;
  }
  return undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.toWellFormed().trim();
  return text === '' || text.length > LONGEST || BREAK.test(text) ? undefined : text;
}

/** Names in a list, of strings or of objects that have a name, or in one string. */
function namesOf(value: unknown): readonly string[] | undefined {
  const all = Array.isArray(value) ? value.slice(0, MOST_AUTHORS) : [value];
  const names = all.map((one) => textOf(valueIn(one, 'name'))).filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names;
}

/** A value itself, or the field of it where it is an object: `{"name": …}`. */
function valueIn(value: unknown, name: string): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields)[name] : value;
}
