// Writes src/generated/masks.ts: what each code unit could be in which layers of damage, by the tables of charsets.
// To be run again when the layers in src/stages/repair/charsets/chains.ts or the tables change; a test tells.
// usage, after a build: node scripts/mojibake/masks.mjs > src/generated/masks.ts
import { deflateRawSync } from 'node:zlib';
import {
  LEGACY,
  recode,
  SINGLE_BYTE,
  UTF_8,
  WORD,
} from '../../dist/stages/repair/charsets/layers.js';
import { decoderOf, encoderOf } from '../../dist/stages/repair/tables.js';

const UNITS = 0x10000;
const NAMES = [
  'lead',
  'inner',
  'follow',
  'two',
  'three',
  'four',
  'next',
  'low',
  'high',
  'lowHas',
  'highHas',
];
const bits = Object.fromEntries(NAMES.map((name) => [name, new Int32Array(UNITS)]));

for (const [i, { links }] of UTF_8.entries()) {
  const encoder = encoderOf(links[0].readAs);
  for (let unit = 0x80; unit < UNITS; unit++) addUtf8(unit, encoder[unit], 1 << i);
}
for (const [i, { links }] of LEGACY.entries()) {
  const encoder = encoderOf(links[0].readAs);
  const decoder = decoderOf(links[0].was);
  for (let unit = 0x80; unit < UNITS; unit++) addLegacy(unit, encoder, decoder, i);
}
write();

function addUtf8(unit, value, bit) {
  if (value < 0x80) return;
  const first = value > 0xff ? value >> 8 : value;
  const goesOn = value > 0xff && (value & 0xc0) === 0x80;
  if (first < 0xc0) bits.follow[unit] |= bit;
  else if (first >= 0xc2 && first <= 0xf4) {
    if (value < 0x100 || goesOn) bits.lead[unit] |= bit;
    if (goesOn) bits.inner[unit] |= bit;
  }
  if ((SINGLE_BYTE & bit) === 0 || first > 0xf4) return;
  if (first < 0xc0) bits.next[unit] |= bit;
  else if (first >= 0xf0) bits.four[unit] |= bit;
  else if (first >= 0xe0) bits.three[unit] |= bit;
  else if (first >= 0xc2) bits.two[unit] |= bit;
}

function addLegacy(unit, encoder, decoder, index) {
  const value = encoder[unit];
  if (value < 0x80) return;
  const bit = 1 << (index % WORD);
  (index < WORD ? bits.lowHas : bits.highHas)[unit] |= bit;
  if (decoder.double || value > 0xff || recode(encoder, decoder.single, unit) >= 0)
    (index < WORD ? bits.low : bits.high)[unit] |= bit;
}

function write() {
  const rows = Object.values(bits);
  const kinds = new Map();
  const kind = Uint16Array.from({ length: UNITS }, (_, unit) => {
    const key = rows.map((row) => row[unit]).join(' ');
    if (!kinds.has(key)) kinds.set(key, kinds.size);
    return kinds.get(key);
  });
  const table = Int32Array.from([...kinds.keys()].flatMap((key) => key.split(' ').map(Number)));
  const packed = (numbers) =>
    deflateRawSync(Buffer.from(numbers.buffer), { level: 9 }).toString('base64');
  console.log('// Made by scripts/mojibake/masks.mjs; not to be edited.');
  console.log(
    '/** The kind of each code unit: 16 bits each (low byte first), deflated, in base64. Units that could be the same in all layers are of one kind. */',
  );
  console.log(`export const KINDS =\n  '${packed(kind)}';`);
  console.log(
    `/** What units of each kind could be: ${NAMES.join(', ')}; 32 bits each (lowest byte first), deflated, in base64. */`,
  );
  console.log(`export const BITS =\n  '${packed(table)}';`);
}
