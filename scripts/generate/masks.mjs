// Writes assets/built/layer-masks.bin: what each code unit could be in which layers of damage, by the tables of charsets.
import { assetPath, writeAsset } from '../assets.mjs';
import { importTs } from './import-ts.mjs';

const { decoderOf, encoderOf } = await importTs('stages/repair/tables');
const { LEGACY, recode, SINGLE_BYTE, UTF_8, WORD } = await importTs(
  'stages/repair/charsets/layers',
);

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

/** Works out the masks and writes them. */
export function writeMasks() {
  const bits = Object.fromEntries(NAMES.map((name) => [name, new Int32Array(UNITS)]));
  for (const [i, { links }] of UTF_8.entries()) {
    const encoder = encoderOf(links[0].readAs);
    for (let unit = 0x80; unit < UNITS; unit++) addUtf8(bits, unit, encoder[unit], 1 << i);
  }
  for (const [i, { links }] of LEGACY.entries()) {
    const encoder = encoderOf(links[0].readAs);
    const decoder = decoderOf(links[0].was);
    for (let unit = 0x80; unit < UNITS; unit++) addLegacy(bits, unit, encoder, decoder, i);
  }
  writeAsset(assetPath('built/layer-masks.bin'), {
    maker: 'npm run generate',
    from: {},
    parts: byKind(bits),
  });
}

/** Which part of a character of UTF-8 a unit's bytes could be. */
function addUtf8(bits, unit, value, bit) {
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

/** Whether a unit could be re-coded by a legacy layer, and whether the layer has it at all. */
function addLegacy(bits, unit, encoder, decoder, index) {
  const value = encoder[unit];
  const bit = 1 << (index % WORD);
  if (value >= 0x80 || isOfControls(LEGACY[index]))
    (index < WORD ? bits.lowHas : bits.highHas)[unit] |= bit;
  if (value < 0x80) return;
  if (decoder.double || value > 0xff || recode(encoder, decoder.single, unit) >= 0)
    (index < WORD ? bits.low : bits.high)[unit] |= bit;
}

/** Whether a layer changes nothing but controls, which stand in any text: a quotation pasted from Windows. */
function isOfControls({ links }) {
  return links[0].was === 'windows-1252' && links[0].readAs === 'iso-8859-1';
}

/** The kind of each unit (units with the same bits are of one), and the bits of each kind. */
function byKind(bits) {
  const columns = Object.values(bits);
  const kinds = new Map();
  const examples = [];
  const kind = Uint16Array.from({ length: UNITS }, (_, unit) => {
    const key = columns.map((column) => column[unit]).join(' ');
    if (!kinds.has(key)) {
      kinds.set(key, kinds.size);
      examples.push(unit);
    }
    return kinds.get(key);
  });
  const parts = { kind };
  for (const name of NAMES) parts[name] = Int32Array.from(examples, (unit) => bits[name][unit]);
  return parts;
}
