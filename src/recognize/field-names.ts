import { fieldNamesBuilt } from '../assets/lexicon.ts';
import { once } from '../assets/once.ts';
import { keyOf } from '../text/tokens.ts';

/** The fields that data/field-names.json has names for; `npm run generate` fails where the file has others. */
export const FIELDS = [
  'title',
  'subtitle',
  'author',
  'date',
  'modified',
  'section',
  'site',
  'url',
  'language',
  'content',
  'other',
] as const;

/** What a line of a text's head states. */
export type Field = (typeof FIELDS)[number];

const fields = once(() => {
  const names = fieldNamesBuilt();
  const all = FIELDS.flatMap((field) => names[field]!.map((name) => [name, field] as const));
  // Where two fields share a name the first one has it.
  return new Map(all.toReversed());
});

/**
 * The field that a name before a colon stands for, in any of the languages that data/field-names.json knows.
 * @example fieldNamed('Betreff') // 'title'
 */
export function fieldNamed(name: string): Field | null {
  return fields().get(keyOf(name)) ?? null;
}
