import { describe, expect, it } from 'vitest';
import { MOST_MARKS, normalForm } from '../../src/text/normal-form.ts';

describe('normalForm', () => {
  it.each(['NFC', 'NFD', 'NFKC'] as const)('is %s for all that is written', (form) => {
    for (const text of [
      'Crème brûlée in der Straße',
      'a\u0323\u0301 e\u0301 ﬁ',
      `a${'\u0301\u0323'.repeat(15)}`,
    ])
      expect(normalForm(text, form)).toBe(text.normalize(form));
  });

  it('orders no more marks at a time than writing needs, and loses none', () => {
    const marks = '\u0301\u0323'.repeat(500);
    const text = `x${marks}y`;
    const found = normalForm(text, 'NFD');
    expect([...found].sort()).toEqual([...text].sort());
    expect(found.slice(1, 1 + MOST_MARKS)).toBe('\u0323'.repeat(15) + '\u0301'.repeat(15));
  });
});
