// Writes assets/double-charsets.bin: what the pairs of bytes of the double-byte charsets mean, asked of two decoders
// (iconv-lite's and the platform's, in this order), since asking takes a tenth of a second at run time.
// usage: node scripts/tables/doubles.mjs
import { createRequire } from 'node:module';
import { deflateRawSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { assetPath, writeAsset } from '../assets.mjs';

const NEWLINE = 10;
const REPLACEMENT = '\ufffd';
/** The charsets, with iconv-lite's names for them. */
const CHARSETS = {
  gbk: 'gbk',
  big5: 'big5',
  shift_jis: 'shift_jis',
  'euc-kr': 'cp949',
  'euc-jp': 'euc-jp',
};

/** Every single byte from 80 on, then every pair from 8140 on, a line each. */
function everyCharacter() {
  const bytes = [];
  for (let byte = 0x80; byte < 0x100; byte++) bytes.push(byte, NEWLINE);
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) if (low !== 0x7f) bytes.push(high, low, NEWLINE);
  }
  return Buffer.from(bytes);
}

/** The code unit of each line that is one, 0 for the others; nothing when lines went missing. */
function unitsOf(text, count) {
  const lines = text.split('\n').slice(0, -1);
  if (lines.length !== count) return [];
  return lines.map((line) => (line.length === 1 && line !== REPLACEMENT ? line.charCodeAt(0) : 0));
}

const all = everyCharacter();
const count = all.filter((byte) => byte === NEWLINE).length;
const parts = {};
for (const [charset, name] of Object.entries(CHARSETS)) {
  const first = unitsOf(iconv.decode(all, name), count);
  const second = unitsOf(new TextDecoder(charset).decode(all), count);
  const bytes = Buffer.alloc(2 * count);
  for (let i = 0; i < count; i++) bytes.writeUInt16LE(first[i] || second[i] || 0, 2 * i);
  parts[charset] = deflateRawSync(bytes, { level: 9 });
}
const { version } = createRequire(import.meta.url)('iconv-lite/package.json');
writeAsset(assetPath('double-charsets.bin'), {
  maker: 'node scripts/tables/doubles.mjs',
  from: { 'iconv-lite': version, node: process.versions.node },
  parts,
});
