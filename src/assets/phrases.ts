import { type Asset, readAsset } from './asset.ts';
import { once } from './once.ts';

/** The small values of the phrase tables. */
export interface PhraseValues {
  /** Labels by the numbers that the tables hold. */
  readonly labels: readonly string[];
  readonly namer: {
    readonly labels: readonly string[];
    /** Features of each label's phrases, counted as often as they occur. */
    readonly totals: readonly number[];
    /** How many different features there are. */
    readonly features: number;
  };
}

/**
 * The phrases of data/languages, which `npm run generate` makes into tables: `whole` and `prefix` (an index of strings
 * each, with `labels`), `open` (a list with `labels`, found by `open:first` and `open:last`, else in `open:rest`),
 * `forms` (a list with `labels`, found by `forms:anchors`), `namer` (counts of features) and `word-bits` (a Bloom filter).
 */
export const phraseTables: () => Asset<PhraseValues> = once(() =>
  readAsset<PhraseValues>('built/phrases.bin', 'npm run generate'),
);
