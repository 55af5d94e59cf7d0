import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../support/blocks.ts';

const PROSE =
  'Tarnbrook council voted on Monday night to keep the old swing bridge open to cyclists, ending a dispute of three years.';

const TYPE = /^\w+: /;

/** `role or type: text` of each block. */
const shapesOf = (text: string) =>
  blocksOf(text, 'text').blocks.map(
    ({ role, type, level, copy }) => `${role ?? type}${level ?? ''}: ${copy.text}`,
  );
const factsOf = (text: string) =>
  blocksOf(text, 'text').facts.map(({ name, value }) => `${name}: ${value}`);

describe('heads of fields', () => {
  test.each([
    [
      'English',
      'Title: The bridge\nAuthor: Ann Lee\nDate: 14 May 2024',
      ['title: The bridge', 'byline: Ann Lee', 'date: 14 May 2024'],
    ],
    [
      'German',
      'Titel: Die Brücke\nAutor: Eva Horn\nDatum: 14. Mai 2024',
      ['title: Die Brücke', 'byline: Eva Horn', 'date: 14. Mai 2024'],
    ],
    ['Japanese', 'タイトル：可動橋\n著者：山田花子', ['title: 可動橋', 'byline: 山田花子']],
    ['Russian', 'Заголовок: Мост\n\nАвтор: Анна Берг', ['title: Мост', 'byline: Анна Берг']],
    ['a title alone', 'Headline: The bridge', ['title: The bridge']],
    [
      'of a reader service',
      'Title: The bridge\n\nURL Source: https://ledger.example/a\n\nMarkdown Content:',
      [
        'title: The bridge',
        'field: URL Source: https://ledger.example/a',
        'field: Markdown Content:',
      ],
    ],
  ])('%s', (_, head, expected) => {
    expect(shapesOf(`${head}\n\n${PROSE}`)).toEqual([...expected, `paragraph: ${PROSE}`]);
  });

  test.each([
    ['a label in a text', `The bridge\n\nTitle: it has none\n\n${PROSE}`],
    ['a talk', 'Ann: Who was it?\n\nBen: Nobody.'],
    ['a title above a short line', 'Subject: bridges\n\nNo more.'],
    ['a recipe', 'Time: 40 minutes\nType: dessert'],
  ])('%s is none', (_, text) => {
    expect(shapesOf(text).filter((shape) => !shape.startsWith('paragraph'))).toEqual([]);
  });

  test('front matter', () => {
    const text = `---\ntitle: "The bridge"\nauthor: 'Ann Lee'\ntags:\n  - town\n---\n\n${PROSE}`;
    expect(shapesOf(text)).toEqual([
      'field: ---',
      'title: The bridge',
      'byline: Ann Lee',
      'field: tags:',
      'field: - town',
      'field: ---',
      `paragraph: ${PROSE}`,
    ]);
    expect(factsOf(text)).toEqual(['headline: The bridge', 'author: Ann Lee']);
  });
});

describe('mails', () => {
  test('header, quote marks and signature', () => {
    const text = `---------- Message transféré ---------\nDe : Eva Horn <eva@courrier.example>\nObjet : Re: Le pont\nÀ : redaction@courrier.example\n\n> ${PROSE}\n>\n> So it was.\n\n-- \nEva Horn`;
    expect(shapesOf(text)).toEqual([
      'field: ---------- Message transféré ---------',
      'byline: Eva Horn',
      'title: Le pont',
      'field: À : redaction@courrier.example',
      `paragraph: ${PROSE}`,
      'paragraph: So it was.',
      'signature: --',
      'signature: Eva Horn',
    ]);
  });

  test('a mail that is answered below is no part of the answer', () => {
    const text = `From: Ann Lee <ann@ledger.example>\nSubject: The bridge\n\n${PROSE} ${PROSE}\n\nOn 3 May 2024, Ben <ben@ledger.example> wrote:\n> It is old.`;
    expect(shapesOf(text).slice(2)).toEqual([
      `paragraph: ${PROSE} ${PROSE}`,
      'field: On 3 May 2024, Ben <ben@ledger.example> wrote:',
      'field: > It is old.',
    ]);
  });

  test('what is quoted above an answer stays a quote', () => {
    const text = `From: Ann Lee <ann@ledger.example>\nSubject: The bridge\n\nOn 3 May 2024, Ben <ben@ledger.example> wrote:\n> It is old.\n\n${PROSE} ${PROSE}`;
    expect(shapesOf(text).slice(3)).toEqual(['quote: It is old.', `paragraph: ${PROSE} ${PROSE}`]);
  });

  test('links with a mark before them are no quotes', () => {
    expect(shapesOf(`${PROSE}\n> Read more\n${PROSE}`)).toContain('paragraph: > Read more');
  });
});

describe('Markdown', () => {
  test('its marks go', () => {
    const text = `# The bridge\n\n**By Ann Lee**\n\n![The bridge](https://ledger.example/b.jpg)\n\nIt is [old](https://ledger.example/old "Old") and *very* \\*long\\*.\n\n## More\n\n* one\n* two\n\n> Said \`she\`.`;
    expect(shapesOf(text)).toEqual([
      'title1: The bridge',
      'paragraph: By Ann Lee',
      'caption: The bridge',
      'paragraph: It is old and very *long*.',
      'heading2: More',
      'list-item: * one',
      'list-item: * two',
      'quote: Said she.',
    ]);
  });

  test('underlined headings, in newsletters too', () => {
    expect(shapesOf(`The bridge\n==========\n\n** More\n------\n\n${PROSE}`)).toEqual([
      'title1: The bridge',
      'heading2: More',
      `paragraph: ${PROSE}`,
    ]);
  });

  test('code keeps its lines', () => {
    const { blocks } = blocksOf('# A\n\n## B\n\n```js\nlet a = 1;\n\n  a += 1;\n```\n', 'text');
    expect(blocks.at(-1)).toMatchObject({ type: 'preformatted' });
    expect(blocks.at(-1)!.copy.text).toBe('let a = 1;\n\n  a += 1;');
  });

  test.each([
    ['a star and an underscore', '9*6 = 54, said @snake_case_name and *nobody* else.'],
    ['brackets', 'See [note] and (this).'],
    ['hashtags', '# one\n\n# two\n\n# three'],
    ['a rule below a sentence', `${PROSE}\n-----\nMore of it`],
  ])('%s are no Markdown', (_, text) => {
    expect(shapesOf(text).map((shape) => shape.replace(TYPE, ''))).toEqual(
      text.split('\n').filter(Boolean),
    );
  });
});

describe('list items', () => {
  test.each([
    [
      'with hanging lines',
      '* one thing that\n  goes on\n* another',
      ['* one thing that goes on', '* another'],
    ],
    [
      'with numbers',
      '  1. one thing that\n     goes on\n  2. another',
      ['1. one thing that goes on', '2. another'],
    ],
  ])('%s stay one', (_, text, expected) => {
    expect(blocksOf(text, 'text').blocks.map(({ copy }) => copy.text)).toEqual(expected);
  });
});

describe('tables with bars', () => {
  const rows = ['| Boat | Fee |', '|:-----|----:|', '| Yacht | 40 |', '| Raft \\| tow | 5 |'];

  test.each([
    ['', rows],
    [' without bars at the edges', rows.map((row) => row.slice(1, -1).trim())],
  ])('are one table%s', (_, lines) => {
    expect(shapesOf(`${PROSE}\n\n${lines.join('\n')}\n\n${PROSE}`)).toEqual([
      `paragraph: ${PROSE}`,
      'table: Boat\tFee\nYacht\t40\nRaft \\| tow\t5',
      `paragraph: ${PROSE}`,
    ]);
  });

  test.each([
    ['with another number of heads', '| Boat |\n|---|---|'],
    ['without a row of hyphens', '| Boat | Fee |\n| Yacht | 40 |'],
  ])('are none %s', (_, lines) => {
    expect(shapesOf(lines).join()).not.toContain('table: ');
  });
});

describe('newsletters', () => {
  const letter = [
    '** Bridge stays open',
    '-'.repeat(60),
    '',
    PROSE,
    '',
    '='.repeat(60),
    '** Follow us (https://social.example/tb)',
  ].join('\n');

  test('have headings, links and rules with marks of their own', () => {
    expect(shapesOf(letter)).toEqual([
      'heading2: Bridge stays open',
      `paragraph: ${PROSE}`,
      `field: ${'='.repeat(60)}`,
      'paragraph: Follow us (https://social.example/tb)',
    ]);
  });

  test('are none without an underlined heading', () => {
    expect(shapesOf(`** Follow us\n\n${PROSE}`)[0]).toBe('paragraph: ** Follow us');
  });
});

describe('documents of news corpora in SGML', () => {
  test('fields in elements of one line, as TREC has them', () => {
    const text = `<DOC>\n<DOCNO>EL-7</DOCNO>\n<URL>https://ledger.example/7</URL>\n<CAT>culture</CAT>\n<TITLE>The bridge</TITLE>\n<TIME>21/03/2017</TIME>\n<AUTHOR></AUTHOR>\n<TEXT>\n${PROSE}\n</TEXT>\n</DOC>`;
    const shapes = shapesOf(text);
    expect(shapes.filter((shape) => !shape.startsWith('field'))).toEqual([
      'section: culture',
      'title: The bridge',
      'date: 21/03/2017',
      `paragraph: ${PROSE}`,
    ]);
  });

  test('fields between tags, as the LDC has them', () => {
    const text = `<DOC id="EL_20240503.0007" type="story">\n<HEADLINE>\nThe bridge\n</HEADLINE>\n<TEXT>\n<P>\n${PROSE}\n</P>\n</TEXT>\n</DOC>`;
    expect(shapesOf(text).filter((shape) => !shape.startsWith('field'))).toEqual([
      'title: The bridge',
      `paragraph: ${PROSE}`,
    ]);
  });

  test('an address in brackets over the text', () => {
    expect(shapesOf(`[url]: https://ledger.example/7\n${PROSE}`)).toEqual([
      'field: [url]: https://ledger.example/7',
      `paragraph: ${PROSE}`,
    ]);
  });
});

describe('what stands before each line', () => {
  const lines = [
    'The board of the harbour agreed on Monday to keep the old crane on the quay.',
    'It will be painted in the spring and opened to visitors in the summer.',
    'A firm had offered to buy the crane for its steel and withdrew the offer.',
    'Four thousand names were gathered within a single week of the winter.',
    'Somebody is looked for who will run a small café beside it next year.',
  ];
  const withMarks = (markOf: (i: number) => string) =>
    lines.map((line, i) => markOf(i) + line).join('\n');

  test.each([
    ['a mark in brackets', (_: number) => '{Author, Unknown} '],
    ['a name before a bar', (_: number) => 'harbour.example | '],
    ['a word before a tab', (_: number) => 'news\t'],
    ['a number and a tab', (i: number) => `${i + 17}\t`],
  ])('goes: %s', (_, markOf) => {
    expect(blocksOf(withMarks(markOf), 'text').blocks.map(({ copy }) => copy.text)).toEqual(lines);
  });

  test.each([
    ['different marks', (i: number) => `[0${i}:15] `],
    ['numbers with a dot', (i: number) => `${i + 1}.\t`],
    ['numbers with a gap', (i: number) => `${i * 2}\t`],
    ['years', (i: number) => `${2019 + i}\t`],
    ['boxes to tick', (_: number) => '[ ] '],
    ['a mark of two lines', (i: number) => (i < 2 ? '{Author, Unknown} ' : '')],
  ])('stays: %s', (_, markOf) => {
    const [first] = blocksOf(withMarks(markOf), 'text').blocks;
    expect(first!.copy.text).toContain(markOf(0).trim());
  });

  test('a word before a tab is not taken out of a word that begins like it', () => {
    const many = [...lines, ...lines.map((line) => `Later: ${line}`)];
    const text = [...many.map((line) => `en\t${line}`), 'energy costs rose.'].join('\n');
    const { blocks } = blocksOf(text, 'text');
    expect(blocks.map(({ copy }) => copy.text)).toEqual([...many, 'energy costs rose.']);
  });

  test('stays before short lines: the rows of a table, a chorus', () => {
    const rows = ['Sandby', 'Tarnbrook', 'Lunde', 'Morrow', 'Ellmouth'];
    const text = blocksOf(rows.map((row) => `2024 | ${row}`).join('\n'), 'text')
      .blocks.map(({ copy }) => copy.text)
      .join('\n');
    expect(text.split('2024')).toHaveLength(rows.length + 1);
  });

  test('stays before the rows of a table', () => {
    const rows = ['Ellmouth', 'Sandby', 'Tarnbrook', 'Lunde', 'Morrow'].map(
      (name, i) => `${i + 1}\t${name}`,
    );
    const text = blocksOf(rows.join('\n'), 'text')
      .blocks.map(({ copy }) => copy.text)
      .join('\n');
    for (let i = 1; i <= rows.length; i++) expect(text).toContain(String(i));
  });
});
