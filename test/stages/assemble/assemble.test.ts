import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/contract/article.ts';
import { cleanFull } from '../../support/desk.ts';
import { BODY, HEADLINE } from '../../support/labels.ts';

const plain = (...lines: string[]): Article =>
  cleanFull({ content: lines.join('\n'), format: 'text' });
const page = (inside: string): Article =>
  cleanFull({ content: `<html><body>${inside}</body></html>`, format: 'html' });
const paragraphs = BODY.map((text) => `<p>${text}</p>`).join('');

const dateLine = { rule: 'date-line', certainty: 0.9 };

describe('fields', () => {
  test('what is missing is null, lists are empty', () => {
    const article = plain(HEADLINE, '', ...BODY);
    expect(article).toMatchObject({
      kicker: null,
      subtitle: null,
      section: null,
      byline: null,
      authors: [],
      agency: null,
      dateline: null,
      published: null,
      modified: null,
      pageDate: null,
      relativeDate: null,
      url: null,
      site: null,
      tags: [],
      paywalled: null,
    });
    expect(article.removed).toEqual([]);
    expect(article.changes).toEqual([]);
    expect(article.warnings).toEqual([]);
  });

  test('the byline is the whole line', () => {
    expect(plain(HEADLINE, '', 'By Staff, Agencies', '', ...BODY).byline).toBe(
      'By Staff, Agencies',
    );
  });

  test('an agency that has no name is none', () => {
    expect(plain(HEADLINE, '', 'By Staff, Agencies', '', ...BODY)).toMatchObject({
      agency: null,
      authors: [
        { name: 'Staff', kind: 'desk' },
        { name: 'Agencies', kind: 'agency' },
      ],
    });
  });
});

describe('the body', () => {
  test('offsets point into the text, blocks are parted by a blank line', () => {
    const { body, text } = plain(HEADLINE, '', ...BODY);
    expect(text).toBe(BODY.join('\n\n'));
    expect(body.map(({ start, end }) => text.slice(start, end))).toEqual([...BODY]);
  });

  test('places are lines in plain text', () => {
    const { body, title, spans } = plain('', HEADLINE, '', `  ${BODY[0]}`, '', BODY[1], BODY[2]);
    expect(title).toBe(HEADLINE);
    expect(body.map(({ at }) => at)).toEqual([
      { line: 4, column: 3 },
      { line: 6, column: 1 },
      { line: 7, column: 1 },
    ]);
    expect(spans![0]).toEqual({
      at: { line: 2, column: 1 },
      home: '/title',
      rule: 'title',
      certainty: 0.9,
      length: HEADLINE.length,
    });
  });

  test('places are text nodes in pages', () => {
    const { body } = page(
      `<h1>${HEADLINE}</h1>\n<p>${BODY[0]}</p><p>${BODY[1].slice(0, 20)}<b>${BODY[1].slice(20, 40)}</b>${BODY[1].slice(40)}</p><p>${BODY[2]}</p>`,
    );
    expect(body.map(({ at }) => at)).toEqual([{ node: 2 }, { node: 3, last: 5 }, { node: 6 }]);
  });

  test('lists keep the markers that the text prints', () => {
    const { body } = plain(
      HEADLINE,
      '',
      BODY[0],
      '',
      '• three buses',
      '• four cars',
      '',
      BODY[1],
      '',
      BODY[2],
    );
    expect(
      body.map(({ type, text, depth, ordered }) => ({ type, text, depth, ordered })).slice(1, 3),
    ).toEqual([
      { type: 'list-item', text: '• three buses', depth: 1, ordered: false },
      { type: 'list-item', text: '• four cars', depth: 1, ordered: false },
    ]);
  });

  test('numbers and depths of lists, levels of headings', () => {
    const { body } = page(
      `<h1>${HEADLINE}</h1>${paragraphs}<h3>What comes next</h3><ol><li>three buses<ul><li>and a tram</li></ul></li></ol>${paragraphs}`,
    );
    expect(body.slice(3, 6)).toMatchObject([
      { type: 'heading', level: 3, text: 'What comes next' },
      { type: 'list-item', depth: 1, ordered: true, text: 'three buses' },
      { type: 'list-item', depth: 2, ordered: false, text: 'and a tram' },
    ]);
  });

  test('a table keeps its rows and cells', () => {
    const { body } = page(
      `<h1>${HEADLINE}</h1>${paragraphs}<table><tr><td>Year</td><td>Buses</td></tr><tr><td>2020</td><td>3</td></tr></table>${paragraphs}`,
    );
    expect(body.find(({ type }) => type === 'table')?.text).toBe('Year\tBuses\n2020\t3');
  });
});

describe('what is removed', () => {
  test('each line is one in plain text', () => {
    const { removed } = plain(
      HEADLINE,
      '',
      ...BODY,
      '',
      'Leave a Reply',
      'Your email address will not be published.',
    );
    expect(removed).toMatchObject([
      {
        at: { line: 7, column: 1 },
        text: 'Leave a Reply',
        label: 'comment-form',
        rule: 'phrase',
        certainty: 0.95,
      },
      {
        at: { line: 8, column: 1 },
        text: 'Your email address will not be published.',
        label: 'comment-form',
      },
    ]);
  });

  test('neighbours with one label under one parent are one in pages', () => {
    const { removed } = page(
      `<article><h1>${HEADLINE}</h1>${paragraphs}</article><footer><p>Imprint here</p><p>Terms there</p></footer>`,
    );
    expect(removed).toMatchObject([
      { at: { node: 4, last: 5 }, text: 'Imprint here\nTerms there', label: 'footer' },
    ]);
  });

  test('neighbours under other parents, or with other labels, are not', () => {
    const { removed } = page(
      `<article><h1>${HEADLINE}</h1>${paragraphs}</article><div class="comments"><p>I like it.</p></div><footer><p>Imprint here</p></footer>`,
    );
    expect(removed!.map(({ label }) => label)).toEqual(['comments', 'footer']);
  });

  test('certainties are thousandths', () => {
    const { removed, spans } = page(`<h1>${HEADLINE}</h1>${paragraphs}<p>Go to the homepage</p>`);
    const given = [...removed!, ...spans!].map(({ certainty }) => certainty);
    expect(given.some((certainty) => !Number.isInteger(certainty * 20))).toBe(true);
    for (const certainty of given) expect(Number(certainty.toFixed(3))).toBe(certainty);
  });

  test('what a model is nearly sure of is not certain', () => {
    const line = 'Um Kommentare zu schreiben, müssen Sie angemeldet sein';
    const { removed } = page(`<h1>${HEADLINE}</h1>${paragraphs}<p>${line}</p>`);
    const entry = removed!.find(({ text }) => text === line)!;
    expect(entry).toMatchObject({ rule: 'words-of-phrases', certainty: 0.999 });
  });

  test('the certainty of a group is its least', () => {
    for (const { certainty } of page(`<nav>Weather</nav><h1>${HEADLINE}</h1>${paragraphs}`)
      .removed!) {
      expect(certainty).toBeGreaterThan(0);
      expect(certainty).toBeLessThanOrEqual(1);
    }
  });
});

describe('changes', () => {
  test('say where, what and why', () => {
    const { changes } = plain(
      HEADLINE,
      '',
      `R&amp;D: ${BODY[0]}`,
      '',
      `Cafe\u0301\u00a0noir: ${BODY[1]}`,
      '',
      BODY[2],
    );
    expect(changes).toHaveLength(3);
    expect(changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          at: { line: 3, column: 2 },
          stage: 'unescape',
          rule: 'entity',
          before: '&amp;',
          after: '&',
          certainty: 'reversible',
        }),
        expect.objectContaining({
          at: { line: 5, column: 4 },
          stage: 'normalize',
          rule: 'nfc',
          before: 'e\u0301',
          after: 'é',
        }),
        expect.objectContaining({
          at: { line: 5, column: 6 },
          stage: 'normalize',
          rule: 'exotic-space',
          before: '\u00a0',
          after: ' ',
        }),
      ]),
    );
  });

  test('of repairs name the chain of encodings', () => {
    const { changes, body } = plain(
      HEADLINE,
      '',
      `â€œNo way,â€\u009d he said. ${BODY[0]}`,
      '',
      BODY[1],
      '',
      BODY[2],
    );
    expect(body[0]!.text).toBe(`“No way,” he said. ${BODY[0]}`);
    expect(changes).toMatchObject([
      {
        at: { line: 3, column: 1 },
        stage: 'repair',
        before: 'â€œ',
        after: '“',
        chain: [{ was: 'utf-8', readAs: 'windows-1252' }],
      },
      { stage: 'repair', before: 'â€\u009d', after: '”' },
    ]);
  });

  test('of pages count the offset in the text node', () => {
    const { changes } = page(
      `<h1>${HEADLINE}</h1><p>A <b>b</b> R&amp;amp;D ${BODY[0]}</p>${paragraphs}`,
    );
    expect(changes).toMatchObject([
      { at: { node: 3, offset: 2 }, stage: 'unescape', before: '&amp;', after: '&' },
    ]);
  });

  test('of stages on one place follow one another', () => {
    const { changes, body } = plain(
      HEADLINE,
      '',
      `10&amp;nbsp;people: ${BODY[0]}`,
      '',
      BODY[1],
      '',
      BODY[2],
    );
    expect(body[0]!.text).toBe(`10 people: ${BODY[0]}`);
    expect(changes).toMatchObject([
      { stage: 'unescape', rule: 'double-escaped', before: '&amp;nbsp;', after: '\u00a0' },
      { stage: 'normalize', rule: 'exotic-space', before: '\u00a0', after: ' ' },
    ]);
  });
});

describe('dates', () => {
  test('a printed date is the home of its line, the words around it are syntax', () => {
    const { published, spans, removed } = plain(
      HEADLINE,
      '',
      'Published: May 3, 2024',
      '',
      ...BODY,
    );
    expect(published).toMatchObject({ value: '2024-05-03', raw: 'May 3, 2024' });
    expect(spans!.filter(({ home }) => home === '/published')).toEqual([
      {
        at: { line: 3, column: 1 },
        home: '/published',
        length: 0,
        syntax: 'Published:',
        ...dateLine,
      },
      { at: { line: 3, column: 12 }, home: '/published', length: 11, ...dateLine },
    ]);
    expect(removed).toEqual([]);
  });

  test('two dates in a line go to two facts', () => {
    const { published, modified, spans } = plain(
      HEADLINE,
      '',
      'Published May 3, 2024 | Updated May 4, 2024',
      '',
      ...BODY,
    );
    expect(published?.value).toBe('2024-05-03');
    expect(modified?.value).toBe('2024-05-04');
    expect(
      spans!.filter(
        ({ home, syntax }) =>
          (home === '/published' || home === '/modified') && syntax === undefined,
      ),
    ).toHaveLength(2);
  });

  test('a date above the title is the day of reading, and removed', () => {
    const { pageDate, published, removed } = plain(
      'Thursday, June 13, 2024',
      '',
      HEADLINE,
      '',
      ...BODY,
    );
    expect(pageDate?.value).toBe('2024-06-13');
    expect(published).toBeNull();
    expect(removed).toMatchObject([{ label: 'page-date', text: 'Thursday, June 13, 2024' }]);
  });
});
