import { describe, expect, test, vi } from 'vitest';
import { InputError, type InputErrorCode } from '../src/contract/errors.ts';
import { createPipeline } from '../src/pipeline.ts';
import { conserve } from './support/conservation.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Case {
  readonly size: number;
  readonly format?: 'text' | 'html';
  readonly make: (n: number) => string | Uint8Array;
}

const FILE = new URL('../bench/hostile-cases.mjs', import.meta.url).href;
const { CASES } = (await import(FILE)) as { CASES: Readonly<Record<string, Case>> };
const CLEAR = /^expected .*, found /;
/** Of the size of the full run, which `node bench/hostile.mjs` makes. */
const SHARE = 0.002;
/** Cases that no article can be made of, and the code that says why. */
const REFUSED: Readonly<Record<string, InputErrorCode>> = {
  'zero bytes': 'binary',
  'bytes that are not HTML': 'binary',
  'a JPEG called HTML': 'binary',
};
const marked = createPipeline({ ledger: 'none', html: true, links: 'keep', images: 'keep' });

const inputs = Object.entries(CASES).map(([name, { size, format = 'html', make }]) => ({
  name,
  input: { content: make(Math.max(1, Math.round(size * SHARE))), format },
}));

describe('a hostile input gives an article whose text is whole', () => {
  const readable = inputs.filter(({ name }) => REFUSED[name] === undefined);

  test.each(readable)('$name: all visible text has a home, and comes back', ({ input }) => {
    const { article, fields, replayed, visible, restored } = conserve(input);
    expect(restored).toBe(visible);
    expect(replayed).toEqual(fields);
    const isEmpty = article.warnings.some(({ code }) => code === 'no-article');
    expect(article.body.length === 0).toBe(isEmpty);
  });

  test.each(readable)('$name: offsets and markup fit the text', ({ input }) => {
    const { text, body, html } = marked.clean(input);
    expect(body.map(({ start, end }) => text.slice(start, end))).toEqual(body.map((b) => b.text));
    const links = body.flatMap((block) =>
      (block.links ?? []).map(({ start, end }) => ({ start, end, length: block.text.length })),
    );
    expect(
      links.filter(({ start, end, length }) => !(0 <= start && start < end && end <= length)),
    ).toEqual([]);
    expect(typeof html).toBe(input.format === 'html' ? 'string' : 'undefined');
  });
});

test.each(Object.entries(REFUSED))('%s: one clear error, %s', (name, code) => {
  const { input } = inputs.find((one) => one.name === name)!;
  const error = thrownBy(() => marked.clean(input));
  expect(error).toBeInstanceOf(InputError);
  expect(error).toMatchObject({ code, message: expect.stringMatching(CLEAR) });
});

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
