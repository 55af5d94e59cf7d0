import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, printable } from '../../src/text/printable.ts';

const RAW = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

test('control and bidi characters are written as escapes', () => {
  expect(printable('a\u001b[31m\n\u202eb')).toBe('a\\u{1b}[31m\\n\\u{202e}b');
  expect(printable('naïve 字 😀 ‘x’')).toBe('naïve 字 😀 ‘x’');
});

test('nothing of the kind reaches a terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 40 }), (text, length) => {
      expect(printable(text)).not.toMatch(RAW);
      expect(excerpt(text, length)).not.toMatch(RAW);
      expect(excerpt(text, length).length).toBeLessThanOrEqual(length);
    }),
  );
});
