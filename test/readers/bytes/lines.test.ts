import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from '../../../src/readers/bytes/lines.ts';

async function linesOf(chunks: readonly string[], limit?: number): Promise<(string | null)[]> {
  const out: (string | null)[] = [];
  const bytes = chunks.map((chunk) => Buffer.from(chunk));
  for await (const line of splitLines(bytes, limit === undefined ? {} : { limit })) {
    expect(line.number).toBe(out.length + 1);
    out.push(line.bytes === null ? null : Buffer.from(line.bytes).toString());
  }
  return out;
}

test('the last line needs no line feed, and a line feed at the end makes no line', async () => {
  expect(await linesOf(['a\nb'])).toEqual(['a', 'b']);
  expect(await linesOf(['a\n', '\nb\n'])).toEqual(['a', '', 'b']);
  expect(await linesOf([])).toEqual([]);
});

test('lines do not depend on how the bytes are cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', '\n', 'é') })),
      async (chunks) => {
        const whole = chunks.join('').split('\n');
        if (whole.at(-1) === '') whole.pop();
        expect(await linesOf(chunks)).toEqual(whole);
      },
    ),
  );
});

test('a line over the limit is refused once, and the next one is read', async () => {
  expect(await linesOf(['abc', 'def', 'g\nok\n12345'], 4)).toEqual([null, 'ok', null]);
  expect(await linesOf(['abcd\n'], 4)).toEqual(['abcd']);
});
