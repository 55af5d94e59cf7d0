// Writes assets/alphabets.bin: the letters, other than a to z, that each language written in Latin letters
// has, by CLDR's exemplar characters (cldr-misc-full, Unicode-3.0).
// usage: node scripts/tables/alphabets.mjs SOURCES
//   SOURCES: what scripts/mojibake/gather.sh fetched
import fs from 'node:fs';
import path from 'node:path';
import { assetPath, writeAsset } from '../assets.mjs';

const LATIN = /^(?![a-z])\p{Script=Latin}$/u;
const PLAIN = /[a-z]/;
const ESCAPE = /\\u([0-9A-F]{4})/gi;
const BRACES = /[{}[\]\\]/g;

const folder = path.join(process.argv[2], 'npm/cldr-misc-full/package');
const { version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
const alphabets = new Set();
for (const language of fs.readdirSync(path.join(folder, 'main'))) {
  const file = path.join(folder, 'main', language, 'characters.json');
  const { main } = JSON.parse(fs.readFileSync(file, 'utf8'));
  const letters = lettersOf(main[language].characters.exemplarCharacters);
  if (letters !== '') alphabets.add(letters);
}
writeAsset(assetPath('alphabets.bin'), {
  maker: 'node scripts/tables/alphabets.mjs SOURCES',
  from: { 'cldr-misc-full': `${version} (Unicode-3.0)` },
  parts: { alphabets: [...alphabets].sort().join('\n') },
});

/** The Latin letters of a set of characters as CLDR writes it: `[a à b {ch} d-f]`. */
function lettersOf(set) {
  const plain = set.replace(ESCAPE, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
  if (!PLAIN.test(plain)) return '';
  const found = new Set();
  for (const item of plain.replace(BRACES, ' ').normalize('NFC').split(' ')) {
    const characters = Array.from(item);
    if (characters.length === 3 && characters[1] === '-') {
      const [from, , to] = characters.map((c) => c.codePointAt(0));
      for (let code = from; code <= to; code++) found.add(String.fromCodePoint(code));
    } else for (const character of characters) found.add(character);
  }
  return [...found]
    .filter((character) => LATIN.test(character))
    .sort()
    .join('');
}
