import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTextRoom } from '../../../src/batch/work/text-room.ts';

test('texts stand one behind the other as UTF-8, in memory of their own', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'é', '語', '😀', '\ud800'),
    maxLength: 9000,
  });
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), (texts) => {
      const room = createTextRoom();
      for (const one of texts) room.add(one);
      const bytes = room.bytes();
      expect(bytes.equals(Buffer.concat(texts.map((one) => Buffer.from(one))))).toBe(true);
      expect(bytes.byteOffset).toBe(0);
      expect(bytes.buffer.byteLength).toBeLessThanOrEqual(2 * bytes.length);
    }),
    { numRuns: 30 },
  );
});
