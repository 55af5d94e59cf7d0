// Signatures of articles of 3 KB per CPU-second, one thread, JSON.parse included; and bytes of a signature and its keys.
// usage, after a build: node bench/dedupe-signatures.mjs [COUNT]
import { createSigner } from '../dist/index.js';
import { rowsOf } from './dedupe-corpus.mjs';

/** UTF-16 units of an article. */
const LENGTH = 3000;
const ROUNDS = 5;
const count = Number(process.argv[2] ?? 2000);
const lines = [];
let text = '';
for (const row of rowsOf(count * 3)) {
  text += `${row.text}\n\n`;
  if (text.length < LENGTH) continue;
  lines.push(
    Buffer.from(JSON.stringify({ id: row.id, title: row.title, text: text.slice(0, LENGTH) })),
  );
  text = '';
  if (lines.length === count) break;
}
const sign = createSigner();
let bytes = 0;
let keys = 0;
const signAll = () => {
  for (const line of lines) {
    const signature = sign(JSON.parse(line.toString('utf8')).text);
    bytes += signature.bytes.length;
    keys += signature.keys.length;
  }
};
signAll();
const rates = Array.from({ length: ROUNDS }, () => {
  [bytes, keys] = [0, 0];
  const start = process.cpuUsage();
  signAll();
  const { user, system } = process.cpuUsage(start);
  return lines.length / ((user + system) / 1e6);
});
console.log(
  `${Math.round(Math.max(...rates))} signatures per CPU-second (best of ${ROUNDS}; worst ${Math.round(Math.min(...rates))})`,
);
console.log(
  `${Math.round(bytes / lines.length)} bytes and ${(keys / lines.length).toFixed(1)} keys each`,
);
