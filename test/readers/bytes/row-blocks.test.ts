import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowBlocks } from '../../../src/readers/bytes/row-blocks.ts';

async function blocksOf(chunks: readonly string[], limit?: number): Promise<(string | null)[]> {
  const out: (string | null)[] = [];
  for await (const block of rowBlocks(
    chunks.map((chunk) => Buffer.from(chunk)),
    limit,
  )) {
    out.push(block === null ? null : block.toString());
  }
  return out;
}

test('blocks are whole lines, given as soon as a chunk completes them', async () => {
  expect(await blocksOf(['a\nb\nc', 'd\ne\n', 'f'])).toEqual(['a\nb\n', 'cd\n', 'e\n', 'f']);
  expect(await blocksOf(['a', 'b', '\n', '\n'])).toEqual(['ab\n', '\n']);
  expect(await blocksOf([])).toEqual([]);
});

test('nothing is lost or added, however the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r', 'é') })),
      async (chunks) => {
        const blocks = await blocksOf(chunks);
        expect(blocks.join('')).toBe(chunks.join(''));
        expect(blocks.slice(0, -1).every((block) => block?.endsWith('\n'))).toBe(true);
      },
    ),
  );
});

test('a line over the limit is refused once, and what follows is read', async () => {
  expect(await blocksOf(['abc', 'def', 'g\nok\n1234', '56'], 5)).toEqual([null, 'ok\n', null]);
  expect(await blocksOf(['ab', 'cd\n', 'e'], 5)).toEqual(['abcd\n', 'e']);
});
