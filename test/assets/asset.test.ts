import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readAsset } from '../../src/assets/asset.ts';
import { once } from '../../src/assets/once.ts';

interface Scripts {
  readonly writeAsset: (path: string, asset: object) => void;
  readonly headerOf: (path: string) => { readonly maker: string; readonly from: object };
}
const scripts = (await import(
  new URL('../../scripts/assets.mjs', import.meta.url).href
)) as unknown as Scripts;
const MAKER = /^(?:node scripts\/|npm run )/;
const ASSETS = fileURLToPath(new URL('../../assets/', import.meta.url));

describe('readAsset', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'copydesk-test-'));
  const file = path.join(folder, 'one.bin');
  const parts = {
    text: 'Ünïcode 😀',
    empty: '',
    bytes: Uint8Array.of(1, 255, 3),
    signed: Int8Array.of(-1, 5),
    units: Uint16Array.of(0xfffe, 7, 9),
    whole: Int32Array.of(-5, 1 << 30),
    real: Float32Array.of(0.5, -2),
  };
  const asset = { maker: 'a test', from: { rows: 'ä' }, values: { names: ['x'] }, parts };
  scripts.writeAsset(file, asset);
  const address = pathToFileURL(file).href;

  test('gives back what was written', () => {
    const read = readAsset<{ names: string[] }>(address, 'a test');
    expect(read.values).toEqual({ names: ['x'] });
    expect(read.text('text')).toBe(parts.text);
    expect(read.text('empty')).toBe('');
    expect(read.uint8('bytes')).toEqual(parts.bytes);
    expect(read.int8('signed')).toEqual(parts.signed);
    expect(read.uint16('units')).toEqual(parts.units);
    expect(read.int32('whole')).toEqual(parts.whole);
    expect(read.float32('real')).toEqual(parts.real);
  });

  test('the same content gives the same bytes', () => {
    const other = path.join(folder, 'other.bin');
    scripts.writeAsset(other, asset);
    expect(fs.readFileSync(other).equals(fs.readFileSync(file))).toBe(true);
  });

  test.each([
    ['nothing.bin', 'assets/nothing.bin cannot be read'],
    ['../package.json', 'assets/../package.json is no asset of copydesk'],
  ])('%s: says what is wrong and what makes the file', (name, message) => {
    expect(() => readAsset(name, 'npm run it')).toThrow(message);
    expect(() => readAsset(name, 'npm run it')).toThrow('it is made by: npm run it');
  });

  test('refuses another format and a table that is not there', () => {
    const bytes = fs.readFileSync(file).toString('latin1').replace('"format":1', '"format":2');
    fs.writeFileSync(path.join(folder, 'new.bin'), bytes, 'latin1');
    const newer = pathToFileURL(path.join(folder, 'new.bin')).href;
    expect(() => readAsset(newer, 'x')).toThrow('has format 2');
    expect(() => readAsset(address, 'x').uint8('missing')).toThrow('has no table "missing"');
  });
});

test('each asset says which command makes it, and of what', () => {
  const names = fs.readdirSync(ASSETS).filter((name) => name.endsWith('.bin'));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    const { maker, from } = scripts.headerOf(path.join(ASSETS, name));
    expect(maker).toMatch(MAKER);
    expect(Object.keys(from)).not.toEqual([]);
  }
});

test('once: makes a value at the first call and keeps it, also when it is undefined', () => {
  let made = 0;
  const value = once(() => {
    made += 1;
    return undefined;
  });
  expect([value(), value(), made]).toEqual([undefined, undefined, 1]);
});
