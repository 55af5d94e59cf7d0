import { readAsset } from './asset.ts';
import { once } from './once.ts';

/**
 * What Unicode says of each UTF-16 unit, which `npm run generate` works out beforehand: asking expressions such as
 * `\\p{L}` for the first time takes up to a millisecond each.
 */
export interface CharacterTables {
  /** Bits of `TRAIT` (src/text/character-traits.ts). */
  readonly traits: Uint16Array;
  /** One of `KIND` (src/text/character-kinds.ts). */
  readonly kinds: Uint8Array;
  /** The unit in lower case. */
  readonly lowers: Uint16Array;
  /** The unit as `fold` writes it (src/text/fold.ts). */
  readonly folded: Uint16Array;
  /** Place of the unit's script in `SCRIPTS` (src/recognize/scripts.ts), 255 for none. */
  readonly scripts: Uint8Array;
}

/** Reads assets/built/characters.bin. */
export const characterTables: () => CharacterTables = once(() => {
  const asset = readAsset<unknown>('built/characters.bin', 'npm run generate');
  return {
    traits: asset.uint16('traits'),
    kinds: asset.uint8('kinds'),
    lowers: asset.uint16('lowers'),
    folded: asset.uint16('folded'),
    scripts: asset.uint8('scripts'),
  };
});
