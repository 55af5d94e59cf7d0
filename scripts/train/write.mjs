// Writes src/generated/label-FORMAT.ts from fitted models.
// usage: node write.mjs FORMAT OUT FOLD TARGET.ts|.js
import { readFileSync, writeFileSync } from 'node:fs';

const [format, out, fold, target] = process.argv.slice(2);
const fitted = JSON.parse(readFileSync(`${out}/${format}.${fold}.json`, 'utf8'));
const { words, names = null, blocks, page = null, calibration } = fitted;
const weights = { words, names, blocks, page, calibration };
writeFileSync(
  target,
  `// Made by scripts/train; not to be edited.\nexport const WEIGHTS = ${JSON.stringify(weights, null, 1)};\n`,
);
