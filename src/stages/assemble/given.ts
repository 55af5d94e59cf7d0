import type { Article } from '../../contract/article.ts';
import { InputError } from '../../contract/errors.ts';
import { named } from '../../contract/value-names.ts';
import type { Origin } from '../../document/document.ts';
import type { Described } from '../metadata/described.ts';

type Json = NonNullable<Article['extra']>[string];

/**
 * The fields that the caller gave, as the article has them.
 *
 * @throws {InputError} when one is not what the contract says.
 */
export function givenOf(
  origin: Origin,
  format: Described['format'],
): Pick<Article, 'id' | 'source' | 'extra'> {
  const { id, bytes, sha256, encoding, extra } = origin;
  const record = origin.record ?? null;
  const { name, from, certainty } = encoding;
  const source = {
    path: origin.path ?? null,
    url: origin.url ?? null,
    record,
    format,
    bytes,
    sha256,
    encoding: { name, from, certainty },
  };
  return { id, source, ...(extra === undefined ? {} : { extra: fieldsOf(extra) }) };
}

/** A copy of what JSON can say. */
function jsonOf(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object') return fieldsOf(value);
  throw new InputError(
    'bad-input',
    `expected extra to hold only what JSON can say, found ${named(value)}`,
  );
}

function fieldsOf(value: object): Record<string, Json> {
  // Written as an own field, `__proto__` would change what the copy inherits.
  const fields = Object.entries(value).filter(([name]) => name !== '__proto__');
  return Object.fromEntries(fields.map(([name, field]) => [name, jsonOf(field)]));
}
