import { Ajv2020 } from 'ajv/dist/2020.js';
import { articleJsonSchema } from '../../src/contract/article.ts';

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(articleJsonSchema());

/** What the published JSON Schema has against an article; null when nothing. */
export function schemaErrors(article: unknown): unknown {
  return validate(article) ? null : validate.errors;
}
