// Writes the JSON Schemas of the Article and of the configuration beside the build.
import { writeFile } from 'node:fs/promises';
import { configJsonSchema } from '../dist/config/options-schema.js';
import { articleJsonSchema } from '../dist/contract/article.js';

const schemas = {
  'article.schema.json': articleJsonSchema(),
  'config.schema.json': configJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../dist/${name}`, import.meta.url);
  await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`);
}
