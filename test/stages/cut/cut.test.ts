import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../../src/pipeline.ts';
import { createCut } from '../../../src/stages/cut/index.ts';
import { blocksOf } from '../../support/blocks.ts';

const cut = createCut();
const desk = createPipeline({ ledger: 'full' });
const piecesOf = (text: string) => cut(blocksOf(text, 'text')).blocks.map(({ copy }) => copy.text);

const EN = [
  'Tarnbrook council voted on Monday night to keep the old swing bridge open to cyclists, ending a dispute that has run for three years.',
  'The decision was carried by nine votes to six after a debate of almost four hours, during which residents filled the public gallery.',
  'Engineers put the cost of the repairs at two million, of which the county will pay a third before the work is due to begin in the autumn.',
];
const ES = [
  'El pleno de Tarnarroyo votó el lunes por la noche mantener el viejo puente abierto a los ciclistas, lo que pone fin a una disputa de tres años.',
  'La decisión se tomó por nueve votos a seis después de un debate de casi cuatro horas, durante el cual los vecinos llenaron la tribuna.',
  'Los ingenieros calculan el coste de las obras en dos millones, de los cuales la provincia pagará un tercio antes de que empiecen en otoño.',
];
const RU = [
  'Совет Тарнбрука в понедельник вечером решил оставить старый разводной мост открытым для велосипедистов, положив конец трёхлетнему спору.',
  'Решение приняли девятью голосами против шести после почти четырёхчасовых прений, на галерее не было свободных мест для жителей.',
  'Инженеры оценили стоимость ремонта в два миллиона, треть из которых заплатит округ ещё до того, как осенью начнутся работы.',
];
const ZH = [
  '市议会星期一晚上决定让旧的平转桥继续向骑自行车的人开放，结束了持续三年的争论，这一决定以九票对六票通过。'.repeat(
    3,
  ),
  '工程师估计修理费用为两百万，其中三分之一由县里支付，工程将在秋天开始，为期七个月。'.repeat(3),
];

describe('a line is cut at the mark of an advertisement', () => {
  test.each(['ADVERTISEMENT', 'Advertisement', 'PUBLICIDAD'])('%s', (mark) => {
    expect(piecesOf([EN[0], mark, EN[1], EN[2]].join(' '))).toContain(mark);
  });

  test('not at a name that begins with the word', () => {
    const line = [EN[0], 'Advertisement Standards agreed with them.', EN[1], EN[2]].join(' ');
    expect(piecesOf(line)).not.toContain('Advertisement');
  });
});

test.each([
  ['three spaces', '   '],
  ['a space that does not break and another', '\u00a0 '],
])('a line is cut at %s before a capital, where no sentence ends', (_, gap) => {
  const pieces = piecesOf(
    [`${EN[0]} GET THE LEDGER ON YOUR PHONE${gap}Anna Berg was there.`, EN[1], EN[2]].join(' '),
  );
  expect(pieces.find((piece) => piece.startsWith('Anna Berg was there.'))).toBeDefined();
});

test.each([
  'Menu Sections Search Subscribe Log in',
  'Home News Local Courts Weather Jobs Login Register',
])('a line is cut behind the menu that it begins with: %s', (menu) => {
  const pieces = piecesOf([menu, 'Council keeps the old bridge', ...EN].join(' '));
  expect(pieces.find((piece) => piece.startsWith('Council keeps'))).toBeDefined();
  expect(pieces.join(' ')).toBe([menu, 'Council keeps the old bridge', ...EN].join(' '));
});

test('a headline that begins with the word of a menu is no menu', () => {
  const line = ['Home Depot Search Continues After Login Breach', ...EN].join(' ');
  expect(piecesOf(line)[0]?.startsWith('Home Depot Search Continues')).toBe(true);
});

describe('a line is cut', () => {
  test.each([
    ['where sentences were glued, English', EN],
    ['Spanish', ES],
    ['Russian', RU],
  ])('%s', (_, sentences) => {
    expect(piecesOf(sentences.join(''))).toEqual(sentences);
  });

  test('where wide gaps stand between paragraphs', () => {
    const text = `${EN[0]}  ${EN[1]}  ${EN[2]} It is so. It was so. It will be.`;
    expect(piecesOf(text)).toEqual([EN[0], EN[1], `${EN[2]} It is so. It was so. It will be.`]);
  });

  test('at ideographic indents', () => {
    expect(piecesOf(`${ZH[0]}\u3000\u3000${ZH[1]}\u3000\u3000${ZH[0]}`)).toEqual([
      ZH[0],
      ZH[1],
      ZH[0],
    ]);
  });

  test('around a headline that it says twice, and a date with its time', () => {
    const title = 'Council keeps the swing bridge open to cyclists';
    const text = `${title} Home News ${title} 14 May 2024, 09:05 ${EN.join(' ')} ${EN.join(' ')}`;
    expect(piecesOf(text).slice(0, 4)).toEqual([title, 'Home News', title, '14 May 2024, 09:05']);
  });

  test.each([
    ['LEÉ: El molino de Tarnarroyo vuelve a moler', ES[1]!],
    ['LEÉ: El molino de Tarnarroyo vuelve a moler', `"${ES[1]}"`],
    ['Lea también: El alcalde habla del "molino viejo"', `"${ES[1]}"`],
  ])('around a headline of another article, %s, glued to the next sentence', (pointer, next) => {
    expect(piecesOf(`${ES[0]}${pointer}${next} ${ES[2]}`)).toEqual([
      ES[0],
      pointer,
      `${next} ${ES[2]}`,
    ]);
  });

  test('where a bar of links meets running text', () => {
    const menu =
      'World Politics Business Sport Culture Weather Travel Motoring Property Puzzles Obituaries Letters Podcasts Crosswords';
    expect(piecesOf(`${menu} The ${EN.join(' ').slice(10)}`)[0]).toBe(menu);
  });
});

describe('a head that was glued to its article', () => {
  const HEADLINE = 'Tarnbrook keeps the old swing bridge';
  const body = EN.join(' ');
  const headOf = (head: string) => {
    const article = desk.clean(`${head} ${body}`);
    return [
      article.title,
      article.authors.map(({ name }) => name).join(', '),
      article.published?.value ?? null,
      article.text,
    ];
  };

  test.each([
    ['a date', `${HEADLINE} 14 May 2024`, '', '2024-05-14'],
    ['a label and a date', `${HEADLINE} Published 14 May 2024`, '', '2024-05-14'],
    ['a byline and a date', `${HEADLINE} By Anna Berg 14 May 2024`, 'Anna Berg', '2024-05-14'],
    [
      'German',
      'Tarnbrook behält die alte Brücke Von Anna Berg 14. Mai 2024',
      'Anna Berg',
      '2024-05-14',
    ],
    ['the outlet’s name', `${HEADLINE} - BBC News`, '', null],
  ])('is told by %s', (_, head, author, date) => {
    const title = head.startsWith(HEADLINE) ? HEADLINE : 'Tarnbrook behält die alte Brücke';
    expect(headOf(head)).toEqual([title, author, date, body]);
  });

  test.each([
    ['a date in a sentence', `${HEADLINE} that it closed on 14 May 2024`],
    ['a date in brackets', `${HEADLINE} (14 May 2024)`],
    ['a name alone', `${HEADLINE} By Anna Berg`],
    ['a date behind a sentence', `${HEADLINE}. It closed in the night, 14 May 2024`],
    ['a date that a sentence goes on from', `${HEADLINE} 14 May 2024 and later`],
    ['a date of few words', 'Storm warning 14 May 2024'],
    [
      'a date behind whose it is',
      'Members said that the mayor’s January 6, 2021 The Quay speech was short.',
    ],
    ['a date before a name', 'Residents attended a packed 14 May 2024 Harbour Board meeting.'],
    [
      'a chronology',
      'Timeline of the old bridge 3 May 1999 The board agrees. 4 June 2001 The bridge stands.',
    ],
    ['a list of papers', 'Staff at three papers – The Guardian, Le Monde and others – signed it.'],
    [
      'a longer name than an outlet’s',
      'He heard it from them – BBC News Service staff were there.',
    ],
  ])('is none by %s', (_, head) => {
    expect(piecesOf(`${head} ${body}`)).toHaveLength(1);
  });

  test('of a caption does not take the sentence along that was glued to it', () => {
    const article = desk.clean(
      `${HEADLINE} Published 14 May 2024 Share page Copy link Image caption, The bridge as it looked before the storm of last winter took the lamps away ${body}`,
    );
    expect(article.text).toContain(EN[0]);
  });
});

describe('a line stays whole', () => {
  test.each([
    ['an article of sentences', [...EN, ...EN].join(' ')],
    ['Russian', [...RU, ...RU].join(' ')],
    ['Chinese', ZH.join('')],
    [
      'abbreviations, addresses and names',
      `${EN.join(' ')} The U.S.A. and J.R.R. Tolkien of YouTube, www.Ledger.Example/a.B and 3.5 or e.g. McDonald said so at 9.30 a.m. ${EN.join(' ')}`,
    ],
    ['sentences that are typed with two spaces', [...EN, ...EN, ...EN].join('  ')],
    ['one slip of the author’s', `${EN.join(' ')}${EN[0]} ${EN[1]}`],
    [
      'a time inside a sentence',
      `${EN.join(' ')} It opens on 14 May 2024, 09:05 and closes at noon. ${EN.join(' ')}`,
    ],
  ])('%s', (_, text) => {
    const { body, removed, title } = desk.clean({ content: text, format: 'text' });
    expect(title).toBeNull();
    expect(removed).toEqual([]);
    expect(body.map((block) => block.text)).toEqual([text.replaceAll('  ', ' ')]);
  });

  test('a text of many lines', () => {
    const text = [...EN, ...ES, ...RU].map((line) => `${line}${line}`).join('\n');
    expect(piecesOf(text)).toEqual(text.split('\n'));
  });
});

test('pieces are joined again as they stood, and what was taken out is in the ledger', () => {
  const text = `Skip to content Home News ${EN.join('')}Share on Facebook Share on X`;
  const article = desk.clean({ content: text, format: 'text' });
  expect(article.body.map((block) => block.text)).toEqual(EN);
  const spans = article.spans!.filter(({ length }) => length > 0);
  for (const { at, home, length } of spans) {
    if (!home.startsWith('/body/')) continue;
    const body = article.body[Number(home.split('/')[2])]!;
    expect(text.slice(at.column! - 1, at.column! - 1 + length)).toBe(body.text);
  }
});

test('every visible character keeps its place', () => {
  const parts = fc.constantFrom(
    ...EN,
    ...RU,
    'Home',
    'News Sport',
    ' ',
    '  ',
    '14 May 2024, 09:05',
    'Ã©tÃ©',
    '&amp;',
    '\u3000\u3000',
    ZH[1]!,
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 8, maxLength: 30 }), (list) => {
      const text = list.join('');
      if (text.trim() === '') return;
      const article = desk.clean({ content: text, format: 'text' });
      let from = 0;
      for (const { at } of article.spans!) {
        expect(at.column! - 1).toBeGreaterThanOrEqual(from);
        from = at.column! - 1;
      }
    }),
    { numRuns: 40, seed: 12 },
  );
});
