import { readFile } from 'node:fs/promises';
import { reason, UsageError } from '../../contract/run-errors.ts';
import type { Handler } from '../context.ts';

/** Written by the build: making it loads zod, which takes longer than all else. */
const FILE = new URL('../../article.schema.json', import.meta.url);

/** `copydesk schema`: prints the JSON Schema of an article. */
export const handler: Handler = async (_args, { out }) => {
  const text = await readFile(FILE, 'utf8').catch((error) => {
    throw new UsageError(
      `expected the schema in the package, at dist/article.schema.json: ${reason(error)}; install copydesk anew, or run npm run build`,
    );
  });
  await out.write(text);
  return 0;
};
