// Writes the JSON Schemas of the Article and of the configuration beside the build.
// usage, after tsc: node scripts/write-schema.mjs [FOLDER OF THE BUILD]
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dist = process.argv[2] ?? fileURLToPath(new URL('../dist/', import.meta.url));
const load = (path) => import(pathToFileURL(join(dist, path)).href);

const { configJsonSchema } = await load('config/options-schema.js');
const { articleJsonSchema } = await load('contract/article.js');
const schemas = {
  'article.schema.json': articleJsonSchema(),
  'config.schema.json': configJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  await writeFile(join(dist, name), `${JSON.stringify(schema, null, 2)}\n`);
}
