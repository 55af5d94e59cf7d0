import { articleJsonSchema } from '../../contract/article.ts';
import type { Handler } from '../context.ts';

/** `copydesk schema`: prints the JSON Schema of an article. */
export const handler: Handler = async (_args, { out }) => {
  await out.write(`${JSON.stringify(articleJsonSchema(), null, 2)}\n`);
  return 0;
};
