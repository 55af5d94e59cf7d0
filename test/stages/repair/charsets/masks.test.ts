import { describe, expect, it } from 'vitest';
import { DOUBLE_BYTE, LEGACY, UTF_8, WORD } from '../../../../src/stages/repair/charsets/layers.ts';
import { layersAt, singlesAt } from '../../../../src/stages/repair/charsets/masks.ts';
import { decoderOf, encoderOf, loadMasks } from '../../../../src/stages/repair/tables.ts';

const masks = loadMasks();
const GARBLED = [
  'Ã©',
  'â€™',
  'Ð¼',
  'ŃĄ',
  'вЂ',
  '╨▓',
  '茅',
  'ƒ',
  'ðŸ˜€',
  '鈥檛',
  '帽a',
  'ﾃｩ',
  '中国',
];

function unitsOf(text: string): [number, number, number, number] {
  const at = (i: number): number => text.charCodeAt(i) || 0x20;
  return [at(0), at(1), at(2), at(3)];
}

/** Whether the units are bytes of UTF-8, misread as a charset of single bytes, that make one character and begin another one or none. */
function isWhole(units: readonly number[], readAs: string): boolean {
  const bytes = units.map((unit) => encoderOf(readAs)[unit]!);
  const length = [0xc2, 0xe0, 0xf0, 0xf5].findIndex((least) => bytes[0]! < least) + 1;
  if (length < 2) return false;
  return bytes.slice(1, length).every((byte) => byte >= 0x80 && byte < 0xc0);
}

/** Whether a unit's bytes, misread as a charset of two bytes, begin a character that goes on in them or in the next unit. */
function mayBegin([unit, next]: readonly number[], readAs: string): boolean {
  const value = encoderOf(readAs)[unit!]!;
  const first = value > 0xff ? value >> 8 : value;
  if (first < 0xc2 || first > 0xf4) return false;
  if (value > 0xff) return (value & 0xc0) === 0x80;
  const then = encoderOf(readAs)[next!]!;
  const second = then > 0xff ? then >> 8 : then;
  return second >= 0x80 && second < 0xc0;
}

/** The layer that changes nothing but controls, which stand in any text. */
const CONTROLS = 'windows-1252>iso-8859-1';

describe('masks', () => {
  it.each(UTF_8.map((layer, i) => [layer.key, layer, 1 << i] as const))(
    'agree with the tables: %s',
    (_, { links }, bit) => {
      const isDouble = (DOUBLE_BYTE & bit) !== 0;
      const mayBe = isDouble ? mayBegin : isWhole;
      const found = GARBLED.filter((text) => {
        const [a, b, c, d] = unitsOf(text);
        const layers = isDouble ? layersAt(masks, a, b) : singlesAt(masks, a, b, c, d);
        return (layers & bit) !== 0;
      });
      expect(found).toEqual(GARBLED.filter((text) => mayBe(unitsOf(text), links[0]!.readAs)));
    },
  );

  it('know every character that a legacy layer has', () => {
    const wrong = LEGACY.filter(({ links, key }, i) => {
      const encoder = encoderOf(links[0]!.readAs);
      const row = i < WORD ? masks.lowHas : masks.highHas;
      const bit = 1 << (i % WORD);
      return encoder.some((value, unit) => {
        const has = value >= 0x80 || key === CONTROLS;
        return unit >= 0x80 && has !== ((row[masks.kind[unit]!]! & bit) !== 0);
      });
    });
    expect(wrong).toEqual([]);
  });

  it('know what a legacy layer of single bytes changes', () => {
    const wrong = LEGACY.filter(({ links }, i) => {
      const encoder = encoderOf(links[0]!.readAs);
      const { single, double } = decoderOf(links[0]!.was);
      if (double !== null) return false;
      const row = i < WORD ? masks.low : masks.high;
      return encoder.some((value, unit) => {
        if (unit < 0x80 || value < 0x80 || value > 0xff) return false;
        const changes = single[value] !== unit && single[value] !== 0;
        return changes !== ((row[masks.kind[unit]!]! & (1 << (i % WORD))) !== 0);
      });
    });
    expect(wrong).toEqual([]);
  });
});
