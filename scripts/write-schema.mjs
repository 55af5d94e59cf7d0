// Writes the Article's JSON Schema beside the build.
import { writeFile } from 'node:fs/promises';
import { articleJsonSchema } from '../dist/article.js';

const file = new URL('../dist/article.schema.json', import.meta.url);
await writeFile(file, `${JSON.stringify(articleJsonSchema(), null, 2)}\n`);
