import { metaNamesBuilt } from '../../assets/lexicon.ts';

/** The lists of data/meta-names.json; `npm run generate` fails where the file has others. */
export const META_LISTS = [
  'title',
  'headingProof',
  'description',
  'siteName',
  'siteProof',
  'address',
  'section',
  'sectionProof',
  'language',
  'author',
  'published',
  'modified',
  'contentTier',
  'modelTitle',
  'modelDescription',
  'modelDate',
  'modelAuthor',
] as const;

/** A list of names of facts that state one thing. */
export type MetaList = (typeof META_LISTS)[number];

/**
 * The names of a list, the ones to trust first: lower-cased names of meta elements and properties of JSON-LD.
 * @example metaNames('address') // ['canonical', 'og:url']
 */
export function metaNames(list: MetaList): readonly string[] {
  return metaNamesBuilt()[list]!;
}
