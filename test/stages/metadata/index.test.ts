import { describe, expect, it } from 'vitest';
import type { Label } from '../../../src/contract/labels.ts';
import { withSpans } from '../../../src/document/blocks.ts';
import type { Document, Fact, LabelledBlock } from '../../../src/document/document.ts';
import { spanOf } from '../../../src/document/spans.ts';
import { verdict } from '../../../src/document/verdict.ts';
import { type Labelled, layoutOfLabels } from '../../../src/stages/label/labelled.ts';
import * as stage from '../../../src/stages/metadata/index.ts';
import { createRead } from '../../../src/stages/read/index.ts';
import { paragraph } from '../../support/document.ts';

const { createMetadata } = stage;
const readStage = createRead();
const describeIt = createMetadata();

type Line = readonly [label: Label, text: string];

function block([label, text]: Line): LabelledBlock {
  const span = spanOf(verdict(label, 'model', 1), 0, text.length, false);
  return withSpans(paragraph(text), [span]);
}

function page(
  lines: readonly Line[],
  facts: readonly Fact[] = [],
  origin: { url?: string; fetched?: string } = {},
): Labelled {
  const blocks = lines.map(block);
  const document: Document = {
    origin: {
      id: 'test',
      bytes: 1,
      sha256: '',
      encoding: { name: 'utf-8', from: 'utf-8', certainty: 1 },
      ...origin,
    },
    format: facts.length > 0 ? 'html' : 'text',
    text: lines.map((l) => l[1]).join('\n'),
    tree: null,
    positions: { unit: 'line', offsets: [0], units: [1], columns: [0] },
    blocks,
    facts,
    changes: [],
    warnings: [],
  };
  return {
    ...readStage(document),
    blocks,
    titleFact: null,
    crumbSection: null,
    layout: layoutOfLabels(blocks),
  };
}

const meta = (name: string, value: string): Fact => ({ from: `meta[name="${name}"]`, name, value });
const ld = (property: string, value: string, type = 'NewsArticle', path = ''): Fact => ({
  from: `json-ld[0]${path}/${property}`,
  name: property.split('/')[0] as string,
  value,
  type,
});
const LEAD =
  'The council said on Monday that the bridge would be closed for the whole of the summer.';
const read = (
  lines: readonly Line[],
  facts?: readonly Fact[],
  origin?: { url?: string; fetched?: string },
) => describeIt(page(lines, facts, origin)).metadata;

describe('metadata stage', () => {
  it('exports its factory alone', () => {
    expect(Object.keys(stage)).toEqual(['createMetadata']);
  });

  it('reads the section that the page states', () => {
    expect(page([], [ld('articleSection', 'Culture')]).page.section).toBe('Culture');
    expect(page([]).page.section).toBeNull();
  });

  it('gives null for all that is not known', () => {
    expect(read([['body', '12']])).toEqual({
      authors: [],
      agency: null,
      dateline: null,
      published: null,
      modified: null,
      pageDate: null,
      relativeDate: null,
      language: null,
      url: null,
      site: null,
      tags: [],
      paywalled: null,
    });
  });

  it('reads bylines and date lines', () => {
    const found = read([
      ['page-date', 'Tuesday, 9 July 2024'],
      ['byline', 'By Jane Roe, Associated Press'],
      ['date', 'Published 3 May 2024 10:15 CET, updated 4 May 2024'],
      ['body', LEAD],
    ]);
    expect(found.authors).toEqual([{ name: 'Jane Roe', kind: 'person' }]);
    expect(found.agency).toBe('Associated Press');
    expect(found.published).toEqual({
      value: '2024-05-03T10:15+01:00',
      precision: 'minute',
      certainty: 'stated',
      from: 'text',
      raw: '3 May 2024 10:15 CET',
    });
    expect(found.modified?.value).toBe('2024-05-04');
    expect(found.pageDate).toEqual({
      value: '2024-07-09',
      from: 'text',
      raw: 'Tuesday, 9 July 2024',
    });
  });

  it.each([
    ['……大桥夏天关闭。（记者 郭倩）', ['郭倩']],
    ['The bridge is closed, he said. (By Jane Roe)', ['Jane Roe']],
    ['The bridge is closed, he said. (See page 4)', []],
    ['The bridge is closed, he said. (dpa)', []],
  ])('reads who signs in brackets behind the text: %s', (last, names) => {
    const { authors } = read([
      ['body', LEAD],
      ['body', last],
    ]);
    expect(authors.map(({ name }) => name)).toEqual(names);
  });

  it('infers the year of a dateline, and only where one fits', () => {
    const text =
      'PORT ALDEN, November 24. /TASS/. The mayor told TASS on Wednesday that talks would go on.';
    const found = read([
      ['body', text],
      ['body', 'They began on February 29, 2020.'],
    ]);
    expect(found.dateline).toEqual({
      raw: 'PORT ALDEN, November 24. /TASS/.',
      place: 'PORT ALDEN',
      date: 'November 24',
      agency: 'TASS',
    });
    expect(found.agency).toBe('TASS');
    expect(found.published).toMatchObject({
      value: '2021-11-24',
      precision: 'day',
      certainty: 'inferred',
    });
    expect(read([['body', text]]).published).toBeNull();
  });

  it('turns a relative date into a date only against a day of reading, never after it', () => {
    const lines: Line[] = [
      ['date', '3 years ago'],
      ['body', LEAD],
    ];
    expect(read(lines)).toMatchObject({ relativeDate: '3 years ago', published: null });
    expect(read(lines, [], { fetched: '2024-06-13' }).published).toMatchObject({
      value: '2021',
      precision: 'year',
      certainty: 'inferred',
    });
    expect(
      read(
        [
          ['date', '3 May 2025'],
          ['body', LEAD],
        ],
        [],
        { fetched: '2024-06-13' },
      ).published,
    ).toBeNull();
  });

  it('settles an ambiguous date by another one of the page', () => {
    const lines: Line[] = [
      ['date', 'Published 03/05/2024'],
      ['body', LEAD],
    ];
    expect(read(lines).published).toBeNull();
    expect(read([...lines, ['date', 'Updated 3 May 2024']]).published?.value).toBe('2024-05-03');
    expect(
      read(lines, [{ from: 'html[lang]', name: 'lang', value: 'en-GB' }]).published?.value,
    ).toBe('2024-05-03');
  });

  it('trusts structured data first', () => {
    const facts = [
      ld('datePublished', '2024-05-03T10:15:00+02:00'),
      ld('author/0/name', 'Jane Roe', 'Person'),
      ld('author/1/name', 'Tom Doe', 'Person'),
      ld('publisher/name', 'The Port Alden Post', 'Organization'),
      ld('isAccessibleForFree', 'False'),
      ld('keywords', 'Bridges, Summer, bridges'),
      { from: 'link', name: 'canonical', value: '/news/bridge' },
      { from: 'html[lang]', name: 'lang', value: 'en-US' },
    ];
    const found = read(
      [
        ['byline', 'By Jane Roe'],
        ['date', '1 May 2024'],
        ['body', LEAD],
      ],
      facts,
      { url: 'https://post.example/x?y=1' },
    );
    expect(found).toMatchObject({
      authors: [
        { name: 'Jane Roe', kind: 'person' },
        { name: 'Tom Doe', kind: 'person' },
      ],
      language: 'en',
      paywalled: true,
      site: 'The Port Alden Post',
      tags: ['Bridges', 'Summer'],
      url: 'https://post.example/news/bridge',
    });
    expect(found.published).toMatchObject({
      value: '2024-05-03T10:15:00+02:00',
      precision: 'second',
      certainty: 'stated',
    });
  });

  it('does not believe an html[lang] that the text speaks against', () => {
    const german =
      'Der Stadtrat hat am Montag beschlossen, dass die Brücke nicht geschlossen wird, und sie bleibt auch für Busse offen.';
    expect(
      read([['body', german]], [{ from: 'html[lang]', name: 'lang', value: 'en' }]).language,
    ).toBe('de');
    expect(
      read([['body', 'Ja.']], [{ from: 'html[lang]', name: 'lang', value: 'de-AT' }]).language,
    ).toBe('de');
  });

  it('warns of broken structured data and goes on', () => {
    const facts = [
      ld('datePublished', '0000-00-00'),
      ld('dateModified', '2024-13-45'),
      ld('author', 'https://post.example/author/jane'),
      ld('author', '__proto__', 'Person'),
      ld('inLanguage', '<b>'),
      ld('url', 'not an address'),
      meta('article:published_time', 'x'.repeat(10_000)),
      meta('constructor', 'toString'),
      { from: 'link', name: 'canonical', value: 'javascript:alert(1)' },
    ];
    const out = describeIt(
      page(
        [
          ['byline', '('.repeat(5000)],
          ['date', '9'.repeat(5000)],
          ['body', LEAD],
        ],
        facts,
        { url: 'http://', fetched: 'never' },
      ),
    );
    expect(out.metadata).toMatchObject({
      published: null,
      modified: null,
      url: null,
      language: 'en',
    });
    expect(out.warnings.every((w) => w.code === 'structured-data')).toBe(true);
    expect(out.warnings.length).toBeGreaterThanOrEqual(3);
  });

  it('changes nothing else of the document, and says the same twice', () => {
    const input = page([
      ['byline', 'By Staff, Agencies'],
      ['body', LEAD],
    ]);
    const { metadata, warnings, ...rest } = describeIt(input);
    expect({ ...rest, warnings }).toEqual(input);
    expect(metadata.authors).toEqual([
      { name: 'Staff', kind: 'desk' },
      { name: 'Agencies', kind: 'agency' },
    ]);
    expect(metadata.agency).toBeNull();
    expect(describeIt(input).metadata).toEqual(metadata);
  });
});
