import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textBlocks } from '../../../src/readers/bytes/text-blocks.ts';

async function* stream(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

async function blocksOf(chunks: readonly Uint8Array[], size: number): Promise<string[]> {
  const out: string[] = [];
  for await (const block of textBlocks(stream(chunks), size)) {
    out.push(new TextDecoder('utf-8', { fatal: true }).decode(block));
  }
  return out;
}

test('blocks hold whole lines', async () => {
  expect(await blocksOf([Buffer.from('one\ntwo\nthree\n')], 9)).toEqual(['one\ntwo\n', 'three\n']);
});

test('a line longer than a block is cut between characters', async () => {
  const blocks = await blocksOf([Buffer.from('éééééé')], 5);
  expect(blocks.join('')).toBe('éééééé');
  expect(blocks.length).toBeGreaterThan(1);
});

test('blocks do not depend on how the bytes arrive', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '字', '😀') });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (content, step) => {
      const bytes = Buffer.from(content);
      const chunks: Uint8Array[] = [];
      for (let i = 0; i < bytes.length; i += step) chunks.push(bytes.subarray(i, i + step));
      const cut = await blocksOf(chunks, 8);
      expect(cut).toEqual(await blocksOf([bytes], 8));
      expect(cut.join('')).toBe(content);
    }),
  );
});
