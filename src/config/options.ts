import { isIP } from 'node:net';
import { z } from 'zod';
import { lineProblem } from '../stages/rules/lines.ts';
import { selectorProblem } from '../stages/rules/selectors.ts';
import type { SiteRules } from '../stages/rules/site-rules.ts';
import { problemOf } from './problems.ts';

/** Whether something is part of the article. */
export type Choice = 'keep' | 'drop';

/** How articles are made. */
export interface CleanOptions {
  /** `inline`: `removed` and `changes`; `full`: `spans` too; `none`: none of the three. Default `inline`. */
  readonly ledger?: 'inline' | 'full' | 'none';
  /** Also give the article's fragment as sanitized HTML (only for HTML inputs). Default false. */
  readonly html?: boolean;
  /** Rather lose text than keep furniture (`precision`), or the reverse (`recall`). Default: neither. */
  readonly favor?: 'precision' | 'recall';
  /** Captions of the article's pictures, as body blocks. Default `drop`. */
  readonly captions?: Choice;
  /** Tables in the article. Default `keep`. */
  readonly tables?: Choice;
  /**
   * Links: in `html`, and with their places in `body[].links`, from which Markdown is written. Without it
   * they stand in `html` only.
   */
  readonly links?: Choice;
  /** Pictures: in `html`, and with their places in `images`, from which Markdown is written. Default `drop`. */
  readonly images?: Choice;
  /** Rules of the user's own; those of all entries whose host fits count together. Default none. */
  readonly sites?: readonly SiteRules[];
}

/** Options with their defaults, in one fixed order, so that equal configurations have equal text. */
export type ResolvedOptions = Required<Omit<CleanOptions, 'favor' | 'links'>> & {
  readonly favor: 'precision' | 'recall' | null;
  readonly links: Choice | null;
};

const MAX_HOST_LENGTH = 253;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u;
const ANY_HOST = '*';

/** An object with these keys and no others. */
function known<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const expected = `one of the keys ${Object.keys(shape).join(', ')}`;
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? expected : undefined),
  });
}

const choice = z.enum(['keep', 'drop']);
const patterns = known({
  selectors: z
    .array(z.string().check(...problems(selectorProblem)))
    .exactOptional()
    .describe('CSS selectors of elements, for HTML'),
  lines: z
    .array(z.string().check(...problems(lineProblem)))
    .exactOptional()
    .describe(
      'Patterns (RE2 syntax) found in a whole paragraph, heading or list item, or in a line of plain text',
    ),
});
const site = known({
  host: z
    .string()
    .check(...problems(hostProblem))
    .describe('A host name; its subdomains count as well. "*" is every input'),
  keep: patterns.exactOptional(),
  drop: patterns.exactOptional(),
});

const options = {
  ledger: z
    .enum(['inline', 'full', 'none'])
    .exactOptional()
    .describe('What was removed and changed: with the article, with every span, or not at all'),
  html: z.boolean().exactOptional().describe('Add the article as sanitized HTML'),
  favor: z
    .enum(['precision', 'recall'])
    .exactOptional()
    .describe('Rather lose text than keep furniture, or the reverse'),
  captions: choice.exactOptional().describe('Captions of pictures, in the body'),
  tables: choice.exactOptional().describe('Tables, in the body'),
  links: choice.exactOptional().describe('Links: in html, in body[].links and in Markdown'),
  images: choice.exactOptional().describe('Pictures: in html, in images and in Markdown'),
  sites: z.array(site).exactOptional().describe('Rules of your own by site'),
};
const Options = known(options) satisfies z.ZodType<CleanOptions>;

/** The file copydesk.config.json. */
export const Config = known({
  ...options,
  $schema: z.string().exactOptional().describe('Where the schema of this file is'),
});

/** The JSON Schema (draft 2020-12) of copydesk.config.json, as a plain object. */
export function configJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://copydesk.dev/schema/config-1.json',
    title: 'copydesk configuration, version 1',
    ...z.toJSONSchema(Config, { io: 'input' }),
  };
}

/**
 * Checks options and fills in the defaults.
 *
 * @throws {RangeError} that says where in the options, what was expected and what was found.
 */
export function resolveOptions(options: CleanOptions): ResolvedOptions {
  const given = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  );
  const parsed = Options.safeParse(given);
  if (!parsed.success) throw new RangeError(problemOf(parsed.error, given, ''));
  const { ledger, html, favor, captions, tables, links, images, sites } = parsed.data;
  return {
    ledger: ledger ?? 'inline',
    html: html ?? false,
    favor: favor ?? null,
    captions: captions ?? 'drop',
    tables: tables ?? 'keep',
    links: links ?? null,
    images: images ?? 'drop',
    sites: sites ?? [],
  };
}

function hostProblem(host: string): string | null {
  const known =
    host === ANY_HOST || (host.length <= MAX_HOST_LENGTH && HOST.test(host)) || isIP(host) > 0;
  return known ? null : 'a host such as example.org, or "*"';
}

/** A zod check of a text; `find` says what was expected, or null when nothing is wrong. */
function problems(find: (text: string) => string | null): [z.core.$ZodCheck<string>] {
  return [
    z.superRefine((text: string, context) => {
      const expected = find(text);
      if (expected !== null) context.addIssue({ code: 'custom', message: expected });
    }),
  ];
}
