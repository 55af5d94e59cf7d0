import { readAsset } from './asset.ts';

interface Values {
  /** Buckets of the table, of eight slots each. */
  readonly buckets: number;
  /** Bits that one step of a stored price stands for. */
  readonly step: number;
  /** How many characters each class stands for. */
  readonly classSizes: readonly number[];
  readonly classNames: readonly string[];
  /** Classes of characters beyond the basic plane: ideograms, emoji, mathematical letters, other letters. */
  readonly astral: readonly number[];
}

/** Counts of characters, pairs and threes as prices; src/language-model/trigram-model.ts reads them. */
export interface Trigrams extends Values {
  /** Code points that are counted by themselves, ascending. */
  readonly known: Uint16Array;
  /** The basic plane as stretches of code points of one class: how long each is, and its class. */
  readonly rangeLengths: Uint16Array;
  readonly rangeClasses: Uint8Array;
  /** Eighths of a bit, by number: of a character alone, and of leaving what it was seen before. */
  readonly unigrams: Uint8Array;
  readonly backoffs: Uint8Array;
  /** Slots: 11 bits of an n-gram's fingerprint, 5 of its price in steps. */
  readonly table: Uint16Array;
}

/** Reads assets/trigrams.bin, which scripts/mojibake/train.mjs makes. Not kept: the model that is made of it is. */
export function readTrigrams(): Trigrams {
  const asset = readAsset<Values>(
    'trigrams.bin',
    'node scripts/mojibake/train.mjs CORPUS assets/trigrams.bin',
  );
  return {
    ...asset.values,
    known: asset.uint16('known'),
    rangeLengths: asset.uint16('rangeLengths'),
    rangeClasses: asset.uint8('rangeClasses'),
    unigrams: asset.uint8('unigrams'),
    backoffs: asset.uint8('backoffs'),
    table: asset.uint16('table'),
  };
}
