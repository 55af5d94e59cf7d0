import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNotes } from '../../src/readers/notes.ts';
import { openableFile } from '../../src/readers/open-input.ts';
import type { ReadOptions, Split } from '../../src/readers/reader.ts';
import { WHOLE } from '../../src/readers/reader.ts';
import { readerOf } from '../../src/readers/readers.ts';
import { folder } from '../cli/bin.ts';

const OPTIONS: ReadOptions = { id: 'file', everyLine: false, notes: createNotes() };

/** A file of rows that can be read from any place. */
const rowsFile = (path: string, size: number) =>
  openableFile({
    path,
    shown: 'rows',
    kind: 'ndjson',
    compression: null,
    charset: null,
    bytes: size,
    size,
  });

async function entriesOf(path: string, size: number, splits: readonly Split[]) {
  const file = rowsFile(path, size);
  const reader = await readerOf('ndjson');
  const found: unknown[] = [];
  for (const split of splits) {
    for await (const { record, id, shown } of reader.read(file, split, OPTIONS)) {
      found.push({ record, id, shown });
    }
  }
  return found;
}

test('rows have the same numbers however a file is cut', async () => {
  const row = fc.oneof(
    fc
      .string({ unit: fc.constantFrom('a', 'é', ' ') })
      .map((id) => JSON.stringify({ id, text: 'x' })),
    fc.constantFrom('', ' ', '{"id":', '[]'),
  );
  const rows = fc.array(row, { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.boolean(),
      fc.integer({ min: 1, max: 80 }),
      async (lines, ended, cut) => {
        const text = lines.join('\n') + (ended ? '\n' : '');
        const path = `${folder({ rows: text })}/rows`;
        const size = Buffer.byteLength(text);
        const file = rowsFile(path, size);
        const splits = await (await readerOf('ndjson')).split(file, cut);
        const whole = await entriesOf(path, size, [WHOLE]);
        const parts = await entriesOf(path, size, splits);
        const isEmpty = lines.every((line) => line.trim() === '');
        expect(parts).toEqual(isEmpty && splits[0]?.kind === 'bytes' ? [] : whole);
        const cuts = splits.flatMap((split) => (split.kind === 'bytes' ? [split] : []));
        for (const [i, { start }] of cuts.entries()) expect(start).toBe(cuts[i - 1]?.end ?? 0);
        if (cuts.length > 0) expect(cuts.at(-1)!.end).toBe(size);
      },
    ),
    { numRuns: 50 },
  );
});

test('what a file could not give is one entry, and nothing is thrown but by its load', async () => {
  const found = await entriesOf('/nothing/here', 0, [WHOLE]);
  expect(found).toEqual([{ record: null, id: null, shown: 'rows' }]);
});
