// Fits the weights by which the title of a plain text is chosen: a conditional logit over the lines near the body's start
// and "none", by gradient descent (Adam) from zero, so that the same rows give the same weights. Prints the share of
// titles found, cross-validated over the five folds of sites, and writes src/stages/label/title/title-weights.ts.
// usage: node scripts/title/train.mjs TEXTS.jsonl.gz LIGHT.jsonl.gz SCRAPED.jsonl.gz   (after a build; rows as in scripts/README.md)
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { groupsOf } from './groups.mjs';
import { fit as fitted, pack, pick } from './logit.mjs';

const FOLDS = [0, 1, 2, 3, 4];
const OUT = fileURLToPath(
  new URL('../../src/stages/label/title/title-weights.ts', import.meta.url),
);
const [texts, light, scraped] = process.argv.slice(2);
if (!scraped) throw new Error('expected three files of rows: texts, light, and scraped texts');

const groups = await groupsOf(texts, light, scraped);
const packed = pack(groups);
validate();
write(fitted(packed, (group) => group.weight));

function validate() {
  const figures = {};
  for (const fold of FOLDS) {
    const weights = fitted(packed, (group) => (group.fold === fold ? 0 : group.weight));
    groups.forEach((group, g) => {
      if (group.fold !== fold) return;
      const best = pick(packed, g, weights);
      const kind = `${group.variant} ${group.isNone ? 'without title' : 'with title'}`;
      figures[kind] ??= { rows: 0, right: 0 };
      figures[kind].rows += 1;
      figures[kind].right += (best < 0 ? group.isNone : group.isTitle[best]) ? 1 : 0;
    });
  }
  for (const [kind, { rows, right }] of Object.entries(figures)) {
    console.log(`${kind}: ${rows} rows, ${(right / rows).toFixed(4)} right`);
  }
}

function write(weights) {
  const entry = (name, i) => `  ${name}: ${weights[i].toFixed(2)},`;
  const features = packed.names.map(entry);
  const none = ['title', 'bodyFirst'].map((name, i) => entry(name, packed.names.length + i));
  writeFileSync(
    OUT,
    `// Written by scripts/title/train.mjs, not by hand.\n
/** What each feature of a line (title-features.ts) adds to its score as the title, in nats. */
export const TITLE_WEIGHTS = {\n${features.join('\n')}\n} as const;\n
/** The score of "no line is the title", and what it gains where the first line is body, in nats. */
export const NONE_WEIGHTS = {\n${none.join('\n').replace('title:', 'none:')}\n} as const;\n`,
  );
}
