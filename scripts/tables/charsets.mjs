// Writes assets/charsets.bin: the upper halves of the single-byte code pages, as Python knows them (charsets.py).
// usage: node scripts/tables/charsets.mjs
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { assetPath, writeAsset } from '../assets.mjs';

const script = fileURLToPath(new URL('charsets.py', import.meta.url));
const { version, halves } = JSON.parse(execFileSync('python3', [script], { encoding: 'utf8' }));
writeAsset(assetPath('charsets.bin'), {
  maker: 'node scripts/tables/charsets.mjs',
  from: { python: version },
  values: { names: Object.keys(halves) },
  parts: {
    units: Uint16Array.from(Object.values(halves).join(''), (c) => c.charCodeAt(0)),
  },
});
