import type { Article } from './article.ts';
import type { CleanOptions } from './config/options.ts';
import type { Input } from './input.ts';
import { createPipeline } from './pipeline.ts';

export { Article, articleJsonSchema, type Warning } from './article.ts';
export type { Choice, CleanOptions } from './config/options.ts';
export { configJsonSchema } from './config/schema.ts';
export type { ChainLink, Edit } from './document.ts';
export { InputError, type InputErrorCode } from './errors.ts';
export type { Input } from './input.ts';
export { BODY_TYPES, type BodyType, REMOVED_LABELS, type RemovedLabel } from './labels.ts';
export { replay, restore } from './ledger/replay.ts';
export {
  createPipeline,
  type Failure,
  type Pipeline,
} from './pipeline.ts';
export { type RepairOptions, repair } from './stages/repair/index.ts';
export type { Patterns, SiteRules } from './stages/rules/site-rules.ts';
export { WARNINGS, type WarningCode } from './warnings.ts';

/**
 * Cleans one input. For many, make a pipeline once with `createPipeline`.
 *
 * @throws {InputError} when no article can be made of the input.
 * @example
 * clean('A headline\n\nA first paragraph …').title; // 'A headline'
 */
export function clean(input: Input, options: CleanOptions = {}): Article {
  return createPipeline(options).clean(input);
}
