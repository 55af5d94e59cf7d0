import type { Fact } from '../../../document/document.ts';
import { createFact } from '../../../document/facts.ts';

const TEXT_PROPERTIES = new Set([
  'headline',
  'alternativeHeadline',
  'description',
  'datePublished',
  'dateModified',
  'dateCreated',
  'articleSection',
  'keywords',
  'inLanguage',
  'isAccessibleForFree',
  'url',
  'mainEntityOfPage',
  'articleBody',
]);
const NAMED_PROPERTIES = new Set(['author', 'creator', 'publisher', 'sourceOrganization']);
const NESTING = new Set(['@graph', 'mainEntity', 'mainEntityOfPage', 'liveBlogUpdate']);
// Older pages wrap scripts so that browsers without XHTML or without scripts pass over them.
const OPENINGS = ['<!--', '//', '/*', '<![CDATA[', '*/'];
const CLOSINGS = ['-->', '*/', ']]>', '//', '/*'];
const CONTROL = /[\u0000-\u001f]+/g;
const TRAILING_COMMA = /,(\s*[}\]])/g;
const NEXT_OBJECT = /\}[\s;]*\{/g;
/** Values of one script that are looked at, so that a list of a million things costs little; set by hand. */
const MAX_OBJECTS = 2000;

type JsonObject = { [key: string]: Json };
type Json = string | number | boolean | null | Json[] | JsonObject;
/** Objects of a script that have a name, by their `@id`. */
type ById = ReadonlyMap<string, JsonObject>;

/**
 * The facts that a JSON-LD script states about its objects (schema.org properties of articles, their
 * authors and publishers), in document order. Null when it is not JSON, even after wrappers, raw control
 * characters and trailing commas are taken off, and one object after another is read as a list.
 */
export function jsonLdFacts(script: string, pointer: string): Fact[] | null {
  const root = parseLeniently(script);
  if (root === undefined) return null;
  const objects: { value: JsonObject; pointer: string }[] = [];
  const queue: { value: Json; pointer: string }[] = [{ value: root, pointer }];
  for (let i = 0; i < queue.length && i < MAX_OBJECTS; i++) {
    const { value, pointer: at } = queue[i]!;
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      objects.push({ value, pointer: at });
    }
    for (const child of childrenOf(value, at)) queue.push(child);
  }
  const byId = new Map<string, JsonObject>();
  for (const { value } of objects) {
    const id = value['@id'];
    if (typeof id === 'string' && 'name' in value && !byId.has(id)) byId.set(id, value);
  }
  return objects.flatMap(({ value, pointer: at }) => factsOf(value, at, byId));
}

/** The objects inside a value that may describe the article themselves. */
function childrenOf(value: Json, pointer: string): { value: Json; pointer: string }[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter(
      ([key, child]) => (Array.isArray(value) || NESTING.has(key)) && typeof child === 'object',
    )
    .map(([key, child]) => ({ value: child, pointer: `${pointer}/${key}` }));
}

function parseLeniently(script: string): Json | undefined {
  const bare = unwrapped(script);
  const mended = bare.replace(CONTROL, ' ').replace(TRAILING_COMMA, '$1');
  for (const text of [script, bare, mended, `[${mended.replace(NEXT_OBJECT, '},{')}]`]) {
    try {
      if (bare !== '') return JSON.parse(text) as Json;
    } catch {
      // The next, more forgiving reading follows.
    }
  }
  return undefined;
}

/** The script without comment and CDATA marks at its ends. */
function unwrapped(script: string): string {
  let text = script.trim();
  for (;;) {
    const opening = OPENINGS.find((mark) => text.startsWith(mark)) ?? '';
    const closing = CLOSINGS.find((mark) => text.endsWith(mark)) ?? '';
    if (opening === '' && closing === '') return text;
    text = text.slice(opening.length, text.length - closing.length).trim();
  }
}

function factsOf(object: JsonObject, pointer: string, byId: ById): Fact[] {
  const type = typeOf(object);
  return Object.entries(object).flatMap(([name, value]) => {
    const from = `${pointer}/${name}`;
    if (TEXT_PROPERTIES.has(name)) {
      return textsOf(value, from).map((text) => createFact(text.from, name, text.value, type));
    }
    return NAMED_PROPERTIES.has(name) ? namesOf(name, value, from, byId) : [];
  });
}

/** A string and where it stands. */
interface Text {
  readonly from: string;
  readonly value: string;
}

function textsOf(value: Json, from: string): Text[] {
  if (typeof value === 'string') return [{ from, value }];
  if (typeof value === 'boolean' || typeof value === 'number')
    return [{ from, value: String(value) }];
  if (Array.isArray(value)) return value.flatMap((item, i) => textsOf(item, `${from}/${i}`));
  // A value with its type (JSON-LD 1.1, section 4.2.1).
  const typed = value?.['@value'];
  if (typeof typed === 'string') return [{ from: `${from}/@value`, value: typed }];
  const id = value?.['@id'];
  return typeof id === 'string' ? [{ from: `${from}/@id`, value: id }] : [];
}

/** The names of people and organisations; `{"@id": …}` alone stands for an object elsewhere in the script. */
function namesOf(property: string, value: Json, from: string, byId: ById): Fact[] {
  if (typeof value === 'string') return [createFact(from, property, value, undefined)];
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => namesOf(property, item, `${from}/${i}`, byId));
  }
  if (value === null || typeof value !== 'object') return [];
  const id = value['@id'];
  const known = 'name' in value || typeof id !== 'string' ? undefined : byId.get(id);
  const type = typeOf(known ?? value);
  const name = (known ?? value)['name'] ?? null;
  return textsOf(name, known ? `${from}/@id` : `${from}/name`).map((text) =>
    createFact(text.from, property, text.value, type),
  );
}

function typeOf(object: JsonObject): string | undefined {
  const type = [object['@type'] ?? null].flat()[0];
  return typeof type === 'string' && type !== '' ? type : undefined;
}
