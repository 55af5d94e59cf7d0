import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { replay, restore } from '../../../src/ledger/replay.ts';
import { createPipeline } from '../../../src/pipeline.ts';
import { parsePage } from '../../../src/stages/parse/index.ts';
import { walkTree } from '../../../src/stages/parse/walk.ts';
import { createLineTest, lineProblem } from '../../../src/stages/rules/lines.ts';
import { createElementTest, selectorProblem } from '../../../src/stages/rules/selectors.ts';
import type { SiteRules } from '../../../src/stages/rules/site-rules.ts';
import { visibleOf } from '../../../src/text/visible.ts';
import { endsInTime } from '../../support/deadline.ts';
import { BODY } from '../../support/labels.ts';

const TAG = /<[^>]*>/g;
const NO_SELECTOR = /^a CSS selector/;
const NO_PATTERN = /^a pattern/;

interface Case {
  readonly label: string;
  readonly format: 'text' | 'html';
  readonly sites: readonly SiteRules[];
  readonly input: string;
  readonly body: readonly string[];
  readonly removed: readonly (readonly [string, string, string])[];
}

const cases = JSON.parse(
  readFileSync(new URL('cases.json', import.meta.url), 'utf8'),
) as readonly Case[];

describe.each(cases)('$label', ({ format, sites, input, body, removed }) => {
  const source = { content: input, format, id: 'a', url: 'https://news.example.org/mill' };
  const article = createPipeline({ sites, ledger: 'full' }).clean(source);

  test('body and removed', () => {
    expect(article.title).toBe('The old mill turns again after forty years');
    expect(article.body.map(({ text }) => text)).toEqual(body);
    expect(article.removed!.map(({ text, label, rule }) => [text, label, rule])).toEqual(removed);
  });

  test('the ledger runs in both directions', () => {
    const fields = replay(source, article);
    expect(body.map((_, i) => fields[`/body/${i}`])).toEqual(body);
    const plain = input.replace(TAG, '');
    expect(visibleOf(restore(article).join(''))).toBe(visibleOf(plain));
  });
});

const PAGE = `<article><h1>The old mill turns again after forty years</h1>${BODY.map((text) => `<p>${text}</p>`).join('')}</article>`;

test('the address that the page gives itself counts where none is known', () => {
  const sites = [{ host: 'EXAMPLE.org', drop: { selectors: ['p:first-of-type'] } }];
  const canonical = '<link rel="canonical" href="https://www.example.org/a">';
  const desk = createPipeline({ sites });
  expect(desk.clean(PAGE).body).toHaveLength(BODY.length);
  expect(desk.clean(canonical + PAGE).body).toHaveLength(BODY.length - 1);
  expect(
    desk.clean({ content: canonical + PAGE, url: 'https://other.example/' }).body,
  ).toHaveLength(BODY.length);
});

test('where all is dropped there is no article', () => {
  const article = createPipeline({ sites: [{ host: '*', drop: { selectors: ['body'] } }] }).clean(
    PAGE,
  );
  expect(article).toMatchObject({ title: null, body: [] });
  expect(article.warnings.map(({ code }) => code)).toContain('no-article');
});

test('what is kept on a page without an article is its article', () => {
  const page =
    '<html><body><nav><a href="/a">Prices</a></nav><div class="note">Closed on Monday</div></body></html>';
  expect(
    createPipeline()
      .clean(page)
      .warnings.map(({ code }) => code),
  ).toContain('no-article');
  const kept = createPipeline({ sites: [{ host: '*', keep: { selectors: ['.note'] } }] }).clean(
    page,
  );
  expect(kept.body.map(({ text }) => text)).toEqual(['Closed on Monday']);
  expect(kept.warnings).toEqual([]);
});

describe('selectors', () => {
  test.each(['a >', 'p::before', 'a:nope', 'a[', '', ' ', 'a || b', 'svg|a', 'x'.repeat(1001)])(
    '%j is refused',
    (selector) => {
      expect(selectorProblem(selector)).toMatch(NO_SELECTOR);
    },
  );

  test.each([
    'p',
    '.a.b > c',
    '#x ~ p',
    'p:not(.a, .b)',
    'div:has(> img)',
    '[data-x="1"]',
    'li:nth-child(2n+1)',
  ])('%j is taken', (selector) => {
    expect(selectorProblem(selector)).toBeNull();
  });

  test('count their steps, so that a page cannot hang them', () => {
    const root = parsePage('<p></p>'.repeat(4000));
    const hang = createElementTest('p ~ i ~ p', 4000);
    const all = () => walkTree(root, null, { enter: (e) => void hang(e), text: () => undefined });
    expect(all).toThrow('p ~ i ~ p');
    const page = `<main>${'<p>A short line</p>'.repeat(4000)}</main>`;
    const article = createPipeline({
      sites: [{ host: '*', drop: { selectors: ['p ~ i ~ p', 'h1'] } }],
    }).clean(page);
    expect(article.warnings).toContainEqual(
      expect.objectContaining({
        code: 'costly-selector',
        message: expect.stringContaining('p ~ i ~ p'),
      }),
    );
  });
});

describe('line patterns', () => {
  test.each([
    '(?=a)',
    '(a)\\1',
    '[',
    'a**',
    '(?:a{0,100}){0,10}',
    '((a{1000}){1000})',
    '',
    'x'.repeat(501),
  ])('%j is refused', (pattern) => {
    expect(lineProblem(pattern)).toMatch(NO_PATTERN);
  });

  test('are found anywhere in a line, case counts, and scripts work', () => {
    expect(createLineTest('Read')('Please Read on')).toBe(true);
    expect(createLineTest('^read$')('Read')).toBe(false);
    expect(createLineTest('(?i)^lies auch')('LIES AUCH: mehr')).toBe(true);
    expect(createLineTest('^\\p{Greek}+$')('Διαβάστε')).toBe(true);
    expect(createLineTest('a')('a'.repeat(10_001))).toBe(false);
  });

  test.each(['(a+)+$', '(a|aa)*b', '(.*)*x', '(x+x+)+y', '(a*)*(b*)*c'])(
    '%s ends on a long line that it does not fit',
    (pattern) => {
      const line = createLineTest(pattern);
      expect(endsInTime(() => line(`${'a'.repeat(9_000)}!`))).toBe(false);
    },
  );
});
