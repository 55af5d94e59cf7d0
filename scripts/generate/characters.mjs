// Writes assets/built/characters.bin: what the regular expressions of src say of each UTF-16 unit, by the Unicode version
// of the Node that runs it.
import { assetPath, writeAsset } from '../assets.mjs';
import { importTs } from './import-ts.mjs';

const UNITS = 0x10000;

/** Works out the tables and writes them. */
export async function writeCharacters() {
  const { traitsByUnicode } = await importTs('text/characters/traits');
  const { foldUnit } = await importTs('text/characters/fold-unit');
  const { kindByUnicode } = await importTs('text/characters/kinds');
  const { scriptOf } = await importTs('recognize/scripts');
  const tableOf = (Type, of) => Type.from({ length: UNITS }, (_, code) => of(code));
  writeAsset(assetPath('built/characters.bin'), {
    maker: 'npm run generate',
    from: { unicode: process.versions.unicode },
    parts: {
      traits: tableOf(Uint16Array, traitsByUnicode),
      kinds: tableOf(Uint8Array, kindByUnicode),
      lowers: tableOf(Uint16Array, (code) => String.fromCharCode(code).toLowerCase().charCodeAt(0)),
      folded: tableOf(Uint16Array, (code) => foldUnit(String.fromCharCode(code)).charCodeAt(0)),
      scripts: tableOf(Uint8Array, (code) => scriptOf(String.fromCharCode(code))),
    },
  });
}
