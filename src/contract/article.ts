import { z } from 'zod';
import { BODY_TYPES, REMOVED_LABELS } from './labels.ts';
import { WARNINGS, type WarningCode } from './warnings.ts';

const at = z
  .object({
    line: z.int().min(1).optional(),
    column: z.int().min(1).optional(),
    node: z.int().min(0).optional(),
    last: z.int().min(0).optional(),
    offset: z.int().min(0).optional(),
  })
  .describe(
    'Where: line and column (1-based, UTF-16 units) in plain text; ordinal of the first (and last) text node in HTML, with the offset inside it where a span begins within one',
  );
const certainty = z.number().min(0).max(1);
const nullableText = z.string().min(1).nullable();

const dated = z
  .object({
    value: z
      .string()
      .describe('ISO 8601: a date, or a date-time with its offset where one is given'),
    precision: z.enum(['year', 'month', 'day', 'minute', 'second']),
    certainty: z.enum(['stated', 'inferred']),
    from: z.string().describe('The rule or the attribute that gave it'),
    raw: z.string().describe('The text as printed'),
  })
  .nullable();

const change = z.object({
  at,
  stage: z.enum(['decode', 'blocks', 'unescape', 'repair', 'normalize']),
  rule: z.string(),
  before: z.string(),
  after: z.string(),
  certainty: z.enum(['reversible', 'inferred']),
  chain: z.array(z.object({ was: z.string(), readAs: z.string() })).optional(),
  span: z.int().min(0).optional().describe('With --ledger full: the span that it lies in'),
  offset: z.int().min(0).optional().describe("With --ledger full: where in the span's text"),
});

/** The published contract: one cleaned article. */
export const Article = z.object({
  schema: z.literal('copydesk.article/1'),
  id: z.string(),
  source: z.object({
    path: z.string().nullable(),
    url: z.string().nullable(),
    record: z.int().min(1).nullable().describe('1-based number of the row in its file'),
    format: z.enum(['text', 'html']),
    bytes: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    encoding: z.object({
      name: z.string(),
      from: z.enum(['bom', 'utf-8', 'declared', 'detected', 'string']),
      certainty,
    }),
  }),
  tool: z.object({ version: z.string(), config: z.string() }),
  title: nullableText,
  kicker: nullableText,
  subtitle: nullableText,
  section: nullableText,
  byline: nullableText,
  authors: z.array(
    z.object({
      name: z.string().min(1),
      kind: z.enum(['person', 'organization', 'desk', 'agency']),
    }),
  ),
  agency: nullableText,
  dateline: z
    .object({
      raw: z.string().min(1),
      place: nullableText,
      date: nullableText,
      agency: nullableText,
    })
    .nullable(),
  published: dated,
  modified: dated,
  pageDate: z.object({ value: z.string(), from: z.string(), raw: z.string() }).nullable(),
  relativeDate: nullableText,
  language: nullableText.describe('BCP 47'),
  url: nullableText,
  site: nullableText,
  tags: z.array(z.string().min(1)),
  paywalled: z.boolean().nullable(),
  body: z.array(
    z.object({
      type: z.enum(BODY_TYPES),
      text: z.string().min(1),
      at,
      start: z.int().min(0),
      end: z.int().min(0),
      level: z.int().min(1).max(6).optional(),
      depth: z.int().min(1).optional(),
      ordered: z.boolean().optional(),
      links: z
        .array(z.object({ start: z.int().min(0), end: z.int().min(0), href: z.string().min(1) }))
        .optional()
        .describe("With links: keep: links, with offsets into the block's text"),
    }),
  ),
  text: z.string(),
  images: z
    .array(
      z.object({
        src: z.string().min(1),
        alt: z.string(),
        before: z.int().min(0).describe('Number of the body block that follows the picture'),
      }),
    )
    .optional()
    .describe('With images: keep: the pictures of the article'),
  html: z.string().optional(),
  removed: z
    .array(
      z.object({
        at,
        text: z.string().min(1),
        label: z.enum(REMOVED_LABELS),
        rule: z.string(),
        certainty,
      }),
    )
    .optional(),
  changes: z.array(change).optional(),
  spans: z
    .array(
      z.object({
        at,
        home: z.string().describe('JSON pointer to the field that the text went to'),
        rule: z.string().describe('The rule that sent it there'),
        certainty,
        length: z
          .int()
          .min(0)
          .describe("UTF-16 units of the field's text that stem from this span"),
        syntax: z
          .string()
          .optional()
          .describe(
            'Text of a separator, prefix or marker that belongs to the home but is not in it',
          ),
      }),
    )
    .optional(),
  cluster: z.string().optional(),
  duplicateOf: z.string().optional(),
  clusterSize: z.int().min(1).optional(),
  warnings: z.array(
    z.object({
      code: z.enum(Object.keys(WARNINGS) as [WarningCode, ...WarningCode[]]),
      message: z.string(),
      at: at.optional(),
    }),
  ),
  extra: z.record(z.string(), z.json()).optional(),
});

/** One cleaned article. */
export type Article = z.infer<typeof Article>;

/** Where something stands in the source. */
export type At = z.infer<typeof at>;

/** A warning in an article. */
export type Warning = Article['warnings'][number];

/** The Article's JSON Schema (draft 2020-12), as a plain object. */
export function articleJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://copydesk.dev/schema/article-1.json',
    title: 'copydesk Article, version 1',
    ...z.toJSONSchema(Article),
  };
}
