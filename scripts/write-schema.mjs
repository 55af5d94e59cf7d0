// Writes the JSON Schemas of the Article and of the configuration beside the build.
import { writeFile } from 'node:fs/promises';
import { articleJsonSchema } from '../dist/article.js';
import { configJsonSchema } from '../dist/config/schema.js';

const schemas = {
  'article.schema.json': articleJsonSchema(),
  'config.schema.json': configJsonSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../dist/${name}`, import.meta.url);
  await writeFile(file, `${JSON.stringify(schema, null, 2)}\n`);
}
