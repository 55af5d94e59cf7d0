import type { CleanOptions } from './config/options.ts';
import type { Article } from './contract/article.ts';
import type { Input } from './contract/input.ts';
import { createPipeline } from './pipeline.ts';

export { createDeduper, type DedupeOptions, type Deduper } from './batch/dedupe/deduper.ts';
export type { Choice, CleanOptions } from './config/options.ts';
export { configJsonSchema } from './config/options-schema.ts';
export { Article, articleJsonSchema, type Warning } from './contract/article.ts';
export { InputError, type InputErrorCode } from './contract/errors.ts';
export type { Content, Input, InputFields, Source, Stated } from './contract/input.ts';
export { BODY_TYPES, type BodyType, REMOVED_LABELS, type RemovedLabel } from './contract/labels.ts';
export type { ContentStream, Inputs, PendingInput } from './contract/settle.ts';
export { WARNINGS, type WarningCode } from './contract/warnings.ts';
export { candidateStatements, PAIRS_QUERY } from './dedupe/candidates/statements.ts';
export {
  type ArticleSignature,
  clusterPairs,
  createSigner,
  createVerifier,
  type DatedSignature,
} from './dedupe/halves.ts';
export type { DedupeResult, DedupeRow, JoinReason } from './dedupe/row.ts';
export { learnDocument } from './dedupe/site-lines/page-lines.ts';
export {
  createSiteMemory,
  type SiteMemory,
  type SiteSnapshot,
} from './dedupe/site-lines/site-memory.ts';
export { type TemplateReason, templateLines } from './dedupe/site-lines/template-lines.ts';
export type { OtherReason, SameReason, Verdict } from './dedupe/verify/decide.ts';
export type { WeightTable } from './dedupe/weights/gram-weights.ts';
export type { ChainLink, Edit } from './document/document.ts';
export { replay, restore } from './ledger/replay.ts';
export {
  createPipeline,
  type Failure,
  type Flow,
  type Pipeline,
} from './pipeline.ts';
export { type ReadInputsOptions, readInputs } from './readers/rows/read-inputs.ts';
export { type RepairOptions, repair } from './stages/repair/index.ts';
export type { Patterns, SiteRules } from './stages/rules/site-rules.ts';
export { type NewsArticle, toJsonLd } from './writers/json-ld.ts';
export { toMarkdown } from './writers/markdown.ts';
export { type ArticleRow, toRow } from './writers/row.ts';
export { toText } from './writers/text.ts';

/**
 * Cleans one input. For many, make a pipeline once with `createPipeline`.
 *
 * @throws {InputError} when no article can be made of the input.
 * @example
 * clean('A headline\n\nA first paragraph …').title; // 'A headline'
 */
export function clean(input: Input, options?: CleanOptions | null): Article {
  return createPipeline(options ?? {}).clean(input);
}
