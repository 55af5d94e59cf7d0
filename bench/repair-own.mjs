// copydesk's side of bench/repair.mjs: repair line by line; MB per CPU-second of a file.
// usage: node repair-own.mjs DIST FILE [WARM]
//   WARM: so many times the whole file is repaired first, which leaves the compiler little to do (default 0)
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist, file, warm = '0'] = process.argv.slice(2);
const { repair } = await import(pathToFileURL(path.resolve(dist, 'stages/repair/index.js')).href);
const text = readFileSync(file, 'utf8');
const lines = text.split('\n');
// the first tenth is for warming up and is not counted
const counted = lines.splice(Math.floor(lines.length / 10));
for (const line of lines) repair(line);
for (let i = 0; i < Number(warm); i++) for (const line of counted) repair(line);
const start = process.cpuUsage();
for (const line of counted) repair(line);
const { user, system } = process.cpuUsage(start);
console.log((Buffer.byteLength(counted.join('\n')) / (user + system)).toFixed(3));
