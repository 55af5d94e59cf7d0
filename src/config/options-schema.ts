import { createRequire } from 'node:module';
import { isIP } from 'node:net';
import type { z as Zod } from 'zod';
import { once } from '../assets/once.ts';
import { lineProblem } from '../stages/rules/lines.ts';
import { selectorProblem } from '../stages/rules/selectors.ts';
import { ONE_OF_THE_KEYS } from './option-problems.ts';

/** Characters of a host name: the 255 octets of RFC 1035, written with dots. */
const MAX_HOST_LENGTH = 253;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u;
const ANY_HOST = '*';
const KEEP_OR_DROP = ['keep', 'drop'] as const;

/** The words that options take, where they take words. */
export const CHOICES = {
  ledger: ['inline', 'full', 'none'],
  favor: ['precision', 'recall'],
  captions: KEEP_OR_DROP,
  tables: KEEP_OR_DROP,
  links: KEEP_OR_DROP,
  images: KEEP_OR_DROP,
} as const;

const requireModule = createRequire(import.meta.url);

/** The schemas of the options and of the file copydesk.config.json; zod is loaded when they are first asked for. */
export const schemas = once(makeSchemas);

/** The JSON Schema (draft 2020-12) of copydesk.config.json, as a plain object. */
export function configJsonSchema(): Record<string, unknown> {
  const { z, config } = schemas();
  return {
    $id: 'https://copydesk.dev/schema/config-1.json',
    title: 'copydesk configuration, version 1',
    ...z.toJSONSchema(config, { io: 'input' }),
  };
}

function makeSchemas() {
  const { z } = requireModule('zod') as typeof import('zod');
  const known = knownBy(z);
  const words = <const Words extends readonly string[]>(list: Words) =>
    z.enum(list).exactOptional();
  const checkedBy = (find: (text: string) => string | null) => z.string().check(problem(z, find));
  const patterns = known({
    selectors: z
      .array(checkedBy(selectorProblem))
      .exactOptional()
      .describe('CSS selectors of elements, for HTML'),
    lines: z
      .array(checkedBy(lineProblem))
      .exactOptional()
      .describe(
        'Patterns (RE2 syntax) found in a whole paragraph, heading or list item, or in a line of plain text',
      ),
  });
  const site = known({
    host: checkedBy(hostProblem).describe(
      'A host name; its subdomains count as well. "*" is every input',
    ),
    keep: patterns.exactOptional(),
    drop: patterns.exactOptional(),
  });
  const fields = {
    ledger: words(CHOICES.ledger).describe(
      'What was removed and changed: with the article, with every span, or not at all',
    ),
    html: z.boolean().exactOptional().describe('Add the article as sanitized HTML'),
    favor: words(CHOICES.favor).describe('Rather lose text than keep boilerplate, or the reverse'),
    captions: words(CHOICES.captions).describe('Captions of pictures, in the body'),
    tables: words(CHOICES.tables).describe('Tables, in the body'),
    links: words(CHOICES.links).describe('Links: in html, in body[].links and in Markdown'),
    images: words(CHOICES.images).describe('Pictures: in html, in images and in Markdown'),
    sites: z.array(site).exactOptional().describe('Rules of your own by site'),
  };
  const options = known(fields);
  const config = known({
    ...fields,
    $schema: z.string().exactOptional().describe('Where the schema of this file is'),
  });
  return { z, options, config };
}

/** Makes schemas of objects with some keys and no others. */
function knownBy(z: typeof Zod) {
  return <Shape extends Zod.core.$ZodLooseShape>(shape: Shape) => {
    const expected = ONE_OF_THE_KEYS + Object.keys(shape).join(', ');
    return z.strictObject(shape, {
      error: (issue) => (issue.code === 'unrecognized_keys' ? expected : undefined),
    });
  };
}

/** A check of a text; `find` says what was expected, or null when nothing is wrong. */
function problem(z: typeof Zod, find: (text: string) => string | null) {
  return z.superRefine((text: string, context) => {
    const expected = find(text);
    if (expected !== null) context.addIssue({ code: 'custom', message: expected });
  });
}

function hostProblem(host: string): string | null {
  const known =
    host === ANY_HOST || (host.length <= MAX_HOST_LENGTH && HOST.test(host)) || isIP(host) > 0;
  return known ? null : 'a host such as example.org, or "*"';
}
