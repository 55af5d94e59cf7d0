import { expect, test } from 'vitest';
import { ownRule, ownRuleText } from '../../src/cli/explain/own-rule.ts';
import { createLineTest, lineProblem } from '../../src/stages/rules/lines.ts';

const LONG = 'Visit us (on the first floor) between nine and noon, except on Mondays and holidays';

test('a rule of the user’s own is a part of a configuration', () => {
  expect(JSON.parse(`{${ownRuleText(ownRule('Read more?', 'example.org', 'drop'))}}`)).toEqual({
    sites: [{ host: 'example.org', drop: { lines: ['^Read more\\?$'] } }],
  });
  expect(ownRuleText(ownRule('Read "more"', null, 'keep'))).toContain('"host": "*", "keep"');
});

test.each([
  'Read more? [+] {1} a|b ^c$ \\d "quoted" – $5.00',
  'left \u200fright\u200e \u202ewrong\u202c way\u00ad',
  LONG,
  '漢'.repeat(100),
  `${'x'.repeat(59)}😀 and more`,
])('the pattern finds its line: %s', (text) => {
  const pattern = ownRule(text, null, 'keep').site.keep!.lines![0]!;
  expect(lineProblem(pattern)).toBeNull();
  expect(createLineTest(pattern)(text)).toBe(true);
  expect(createLineTest(pattern)(`Not ${text}`)).toBe(false);
});
