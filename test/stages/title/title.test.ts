import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { siteOf } from '../../../src/recognize/site.ts';
import { createVocabulary } from '../../../src/recognize/vocabulary.ts';
import type { AffixEvidence } from '../../../src/stages/label/title/affix-proofs.ts';
import { titleParts } from '../../../src/stages/label/title/affixes.ts';
import { keyOf } from '../../../src/text/tokens.ts';
import { cleanFull } from '../../support/desk.ts';
import { BODY, HEADLINE } from '../../support/labels.ts';

interface Cases {
  readonly affixes: readonly (readonly [string, string])[];
  readonly whole: readonly string[];
  readonly kickers: readonly (readonly [string, string, string])[];
}

const { affixes, whole, kickers } = JSON.parse(
  readFileSync(new URL('cases/titles.json', import.meta.url), 'utf8'),
) as Cases;
const vocabulary = createVocabulary();
const keys = (...texts: string[]): Set<string> => new Set(texts.map(keyOf));
const named = (...names: string[]) => siteOf([], ['https://dailypost.example/a'], names);
const NOTHING: AffixEvidence = {
  titles: keys(),
  site: siteOf([], [], []),
  sections: keys(),
  place: 'page',
  vocabulary,
  boilerplate: [],
};

const text = (...lines: string[]): string =>
  [...lines, '', ...BODY.flatMap((paragraph) => [paragraph, ''])].join('\n');
const page = (head: string, h1: string, more = ''): string =>
  `<html><head>${head}</head><body><article>${h1}${more}${BODY.map((paragraph) => `<p>${paragraph}</p>`).join('')}</article></body></html>`;
const html = (content: string) => cleanFull({ content, format: 'html' });
const plain = (content: string) => cleanFull({ content, format: 'text' });

describe('affixes that something proves', () => {
  const evidence = {
    ...NOTHING,
    site: named('Daily Post', '新华网', 'Le Courrier'),
    sections: keys('World', 'Politik'),
  };

  test.each(affixes)('%j', (line, title) => {
    const parts = titleParts(line, evidence);
    expect(line.slice(parts.title.start, parts.title.end)).toBe(title);
    expect(parts.affixes.length).toBeGreaterThan(0);
  });

  test('another copy of the title proves what is left over', () => {
    const parts = titleParts(`${HEADLINE} - Some Paper - Some Place`, {
      ...NOTHING,
      titles: keys(HEADLINE),
    });
    expect(`${HEADLINE} - Some Paper - Some Place`.slice(parts.title.start, parts.title.end)).toBe(
      HEADLINE,
    );
  });

  test('sections and outlets are told apart', () => {
    const line = `${HEADLINE} | World | Daily Post`;
    expect(
      titleParts(line, evidence).affixes.map(({ start, end, kind }) => [
        line.slice(start, end),
        kind,
      ]),
    ).toEqual([
      ['World', 'section'],
      ['Daily Post', 'outlet'],
    ]);
  });

  test.each([
    ['Вестник долины', 'outlet'],
    ['Gazeta dolińska', 'outlet'],
    ['world news', 'section'],
  ])('in a page, what nothing proves is a section only without a capital: %s', (affix, kind) => {
    const { affixes } = titleParts(`${HEADLINE} - ${affix}`, {
      ...NOTHING,
      titles: keys(HEADLINE),
      place: 'head',
    });
    expect(affixes).toMatchObject([{ kind }]);
  });
});

describe('headlines that must stay whole', () => {
  test.each(whole)('%j', (line) => {
    expect(titleParts(line, NOTHING)).toEqual({
      kicker: null,
      title: { start: 0, end: line.length },
      affixes: [],
    });
    expect(plain(text(line)).title).toBe(line);
    expect(html(page('', `<h1>${line}</h1>`)).title).toBe(line);
  });
});

describe('kickers', () => {
  test.each(kickers)('%j', (line, kicker, title) => {
    const article = plain(text(line));
    expect(article.kicker).toBe(kicker);
    expect(article.title).toBe(title);
  });
});

describe('in plain text', () => {
  test('a section behind a bar, where the title is said again without it', () => {
    const article = plain(text(`${HEADLINE} | world news`, HEADLINE));
    expect(article.title).toBe(HEADLINE);
    expect(article.section).toBe('world news');
    expect(article.removed!.map(({ label, text: gone }) => [label, gone])).toEqual([
      ['duplicate-title', HEADLINE],
    ]);
  });

  test.each([
    ['whole', HEADLINE],
    ['in capitals', HEADLINE.toUpperCase()],
    ['cut off', 'Council reopens the old bridge after…'],
    ['in quotes', `“${HEADLINE}”`],
    ['with an affix', `${HEADLINE} - Daily Post`],
  ])('a repeat above the body goes: %s', (_, repeat) => {
    const article = plain(text(HEADLINE, '', repeat));
    expect(article.title).toBe(HEADLINE);
    expect(article.body.map((block) => block.text)).toEqual([...BODY]);
    expect(article.removed).toMatchObject([{ label: 'duplicate-title' }]);
  });

  test('other quotes in the repeat do not count', () => {
    const article = plain(
      text(
        '“No way back”: council reopens the old bridge',
        "'No way back': council reopens the old bridge",
      ),
    );
    expect(article.title).toBe('“No way back”: council reopens the old bridge');
    expect(article.removed).toMatchObject([{ label: 'duplicate-title' }]);
  });

  test('a sentence of the body that holds the title stays', () => {
    const sentence = `${HEADLINE}, and the buses are the first to cross it on Monday morning at six.`;
    expect(plain(text(HEADLINE, '', BODY[0], '', sentence)).text).toContain(sentence);
  });
});

describe('in pages', () => {
  test.each([
    ['the title element', `<title>${HEADLINE} - Daily Post</title>`, `<h1>${HEADLINE}</h1>`],
    [
      'the heading, proved by og:title',
      `<meta property="og:title" content="${HEADLINE}">`,
      `<h1>${HEADLINE} | Daily Post</h1>`,
    ],
    [
      'the heading, proved by the site’s name',
      '<meta property="og:site_name" content="Daily Post">',
      `<h1>${HEADLINE} – Daily Post</h1>`,
    ],
    [
      'the heading, proved by the address',
      '<link rel="canonical" href="https://www.dailypost.example/a">',
      `<h1>${HEADLINE} | dailypost.example</h1>`,
    ],
    [
      'the heading, in front',
      '<meta property="og:site_name" content="Daily Post">',
      `<h1>Daily Post: ${HEADLINE}</h1>`,
    ],
    [
      'the heading, in front of a bar',
      '<meta property="og:site_name" content="Daily Post">',
      `<h1>Daily Post | ${HEADLINE}</h1>`,
    ],
  ])('the outlet goes from %s', (_, head, h1) => {
    expect(html(page(head, h1)).title).toBe(HEADLINE);
  });

  test('the title element alone gives the title, without the outlet', () => {
    const article = html(
      page(
        `<title>${HEADLINE} - Daily Post</title><meta property="og:site_name" content="Daily Post">`,
        '',
      ),
    );
    expect(article.title).toBe(HEADLINE);
  });

  test('a title that stands in an attribute only', () => {
    const article = html(page(`<meta property="og:title" content="${HEADLINE}">`, ''));
    expect(article.title).toBe(HEADLINE);
    expect(article.warnings.map(({ code }) => code)).toContain('title-from-attribute');
    expect(article.spans!.map(({ home }) => home)).not.toContain('/title');
  });

  test('no title at all is null', () => {
    const article = html(page('', ''));
    expect(article.title).toBeNull();
    expect(article.body.map((block) => block.text)).toEqual([...BODY]);
  });

  test('the heading of the site above the article’s is not its title', () => {
    const content = `<html><head><title>${HEADLINE} | Daily Post</title></head><body><header><h1>Daily Post</h1></header><article><h1>${HEADLINE}</h1>${BODY.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`;
    const article = html(content);
    expect(article.title).toBe(HEADLINE);
    expect(article.text).not.toContain('Daily Post');
  });

  test('a second article’s heading below is not the title', () => {
    const content = page('', `<h1>${HEADLINE}</h1>`).replace(
      '</body>',
      '<aside class="related"><h1>Mayor opens the new library</h1></aside></body>',
    );
    expect(html(content).title).toBe(HEADLINE);
  });

  test('a heading in several elements is one title', () => {
    expect(
      html(
        page(
          '',
          '<h1><span>Council reopens</span><br><span>the old bridge after a winter</span></h1>',
        ),
      ).title,
    ).toBe('Council reopens the old bridge after a winter');
  });
});
