import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { problemOf } from '../../src/config/option-problems.ts';
import { type CleanOptions, resolveOptions } from '../../src/config/options.ts';
import { configJsonSchema, schemas } from '../../src/config/options-schema.ts';
import { createPipeline } from '../../src/pipeline.ts';

const wrong: readonly (readonly [unknown, string])[] = [
  [{ favor: 'speed' }, 'favor: expected one of precision, recall, found "speed"'],
  [{ html: 'yes' }, 'html: expected true or false, found "yes"'],
  [{ sites: {} }, 'sites: expected a list, found {}'],
  [{ favour: 'recall' }, 'found "favour"; did you mean favor?'],
  [{ colour: 1 }, 'expected one of the keys ledger, html, favor, captions'],
  [
    { sites: [{ host: 'a.org', keeps: {} }] },
    'sites/0: expected one of the keys host, keep, drop, found "keeps"; did you mean keep?',
  ],
  [{ sites: [{}] }, 'sites/0/host: expected a text, found nothing'],
  [
    { sites: [{ host: 'https://a.org/x' }] },
    'sites/0/host: expected a host such as example.org, or "*", found "https://a.org/x"',
  ],
  [
    { sites: [{ host: 'a.org', drop: { lines: ['ok', '(?=x)'] } }] },
    'sites/0/drop/lines/1: expected a pattern in RE2 syntax',
  ],
  [
    { sites: [{ host: 'a.org', keep: { selectors: ['a >>'] } }] },
    'sites/0/keep/selectors/0: expected a CSS selector',
  ],
  [
    { sites: [{ host: 'a.org', keep: { selectors: 'a' } }] },
    'sites/0/keep/selectors: expected a list, found "a"',
  ],
];

const right: readonly CleanOptions[] = [
  {},
  {
    favor: 'recall',
    html: true,
    ledger: 'full',
    captions: 'keep',
    tables: 'drop',
    links: 'drop',
    images: 'keep',
  },
  {
    sites: [
      { host: '*' },
      { host: 'zeitung.example', keep: { selectors: ['.a'] }, drop: { lines: ['^Foto'] } },
    ],
  },
];

describe('options', () => {
  test.each(wrong)('%j is refused', (options, message) => {
    expect(() => resolveOptions(options as CleanOptions)).toThrow(RangeError);
    expect(() => resolveOptions(options as CleanOptions)).toThrow(message);
  });

  test('of one run have one hash', () => {
    const hashes = right.map((options) => createPipeline(options).config);
    expect(new Set(hashes).size).toBe(right.length);
    expect(
      createPipeline({ captions: 'drop', tables: 'keep', images: 'drop', sites: [] }).config,
    ).toBe(hashes[0]);
    expect(createPipeline({ favor: undefined } as unknown as CleanOptions).config).toBe(hashes[0]);
  });
});

describe('the JSON Schema of the configuration', () => {
  const validate = new Ajv2020({ strict: false }).compile(configJsonSchema());

  test.each(right)('takes %j', (options) => {
    const config = { $schema: 'x', ...options };
    expect(validate(config)).toBe(true);
    expect(schemas().config.safeParse(config).success).toBe(true);
  });

  test.each(wrong.slice(0, 7))('refuses %j', (options) => {
    expect(validate(options)).toBe(false);
  });
});

test('a problem names the file that it is in', () => {
  const { error } = schemas().config.safeParse({ images: 3 });
  expect(problemOf(error!, { images: 3 }, 'a.json')).toBe(
    'a.json: images: expected one of keep, drop, found 3',
  );
});
