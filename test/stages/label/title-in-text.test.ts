import { expect, test } from 'vitest';
import { clean } from '../../../src/index.ts';

const BODY = {
  en: [
    'Tarnbrook council voted on Monday night to keep the old swing bridge open to cyclists, ending a dispute of three years.',
    'The decision was carried by nine votes to six after a debate of almost four hours in a full gallery.',
    'Engineers put the cost of the repairs of the bridge at two million, of which the county will pay a third.',
    'Work is due to begin in the autumn and to last seven months, the council said in a statement.',
  ],
  de: [
    'Der Rat von Grünau hat am Montagabend beschlossen, die letzte Fähre drei weitere Jahre fahren zu lassen.',
    'Die Entscheidung fiel mit neun zu sechs Stimmen nach einer Debatte von fast vier Stunden.',
    'Die Fähre kostet im Jahr zwei Millionen Euro, von denen der Kreis ein Drittel übernimmt.',
    'Die Arbeiten am Anleger beginnen im Herbst und dauern sieben Monate, teilte die Stadt mit.',
  ],
  ja: [
    '港町の議会は月曜日の夜、最後の渡し船を今後三年間続けることを賛成九、反対六で決めた。',
    '田村市長は「島の住民の声を聞いた結果だ」と話し、渡し船の費用の三分の一を県が負担すると説明した。',
    '桟橋の工事は秋に始まり、およそ七か月かかる見込みだと町は発表した。渡し船はその間も運航する。',
  ],
};
const TITLES = {
  en: 'Council keeps the swing bridge',
  de: 'Rat behält die letzte Fähre',
  ja: '港町で最後の渡し船を存続へ',
};
const text = (head: readonly string[], language: keyof typeof BODY, glue = '\n\n'): string =>
  [head.join(glue), ...BODY[language]].join('\n\n');

test.each([
  ['en', ['LIVE: Storm reaches the coast']],
  ['en', ['WATCH: Otters play in the canal']],
  ['en', ['View this email in your browser']],
  ['en', ['====================']],
  ['en', ['Photo: Greta Holm / The Ledger']],
  ['en', ["Editor's note: This story was first published in March."]],
  ['en', ['folder_openWorld access_time3 years ago']],
  ['en', ['Home > News > Local', 'Subscribe', '3 min read']],
  ['de', ['Live-Ticker: So läuft die Wahlnacht in Bergheim']],
  ['de', ['Im Browser ansehen']],
  ['de', ['Startseite', 'Lokales', 'Anzeige']],
  ['ja', ['写真＝港町役場提供']],
  ['ja', ['ホーム > ニュース > 地域']],
] as const)('%s: the title below %j', (language, above) => {
  for (const glue of ['\n', '\n\n']) {
    const article = clean(text([...above, TITLES[language]], language, glue));
    expect(article.title).toBe(TITLES[language]);
    expect(article.body.map((block) => block.text)).toEqual(BODY[language]);
  }
});

test.each(['Fog', 'The ferry', 'Bridge to stay'])('a title of few words: %j', (title) => {
  const article = clean(text([title], 'en'));
  expect(article.title).toBe(title);
  expect(article.section).toBeNull();
  expect(article.body.map((block) => block.text)).toEqual(BODY.en);
});

test.each([
  'Home > World > Asia',
  '[adrotate group="2"]',
  'print Print',
  'SHARE THIS ARTICLE Facebook Twitter LinkedIn Email',
])('a line that is boilerplate for sure is no title: %j', (line) => {
  const article = clean(text([line], 'en').trimStart());
  expect(article.title).toBeNull();
  expect(article.removed!.map((removed) => removed.text)).toEqual([line]);
  expect(article.section).toBe(line.startsWith('Home') ? 'Asia' : null);
  expect(article.body.map((block) => block.text)).toEqual(BODY.en);
});

test('a text that begins with its body has no title and loses nothing', () => {
  const article = clean(text([], 'en').trimStart());
  expect(article.title).toBeNull();
  expect(article.body.map((block) => block.text)).toEqual(BODY.en);
});

test('what the sender states is the title, whether the text says it or not', () => {
  const content = text([], 'en').trimStart();
  const stated = { title: TITLES.en, authors: ['Jane Roe'], published: '2024-05-14' };
  for (const input of [
    content,
    `${TITLES.en}\n\n${content}`,
    `${TITLES.en} | The Courier\n\n${content}`,
  ]) {
    const article = clean({ content: input, stated });
    expect(article.title).toBe(TITLES.en);
    expect(article.authors).toEqual([{ name: 'Jane Roe', kind: 'person' }]);
    expect(article.published?.value).toBe('2024-05-14');
    expect(article.body.map((block) => block.text)).toEqual(BODY.en);
  }
});

test.each([
  ['Ellmouth-News-', ''],
  ['Ellmouth News: ', ''],
  ['News › Local › ', ''],
  ['Local - ', ''],
])('a title behind a site’s name is told by the line that says it without: %s', (before) => {
  const head = [before + TITLES.en, '14 May 2024', TITLES.en, TITLES.en];
  const article = clean(text(head, 'en'));
  expect(article.title).toBe(TITLES.en);
  expect(article.body.map((block) => block.text)).toEqual(BODY.en);
});

test('a word with a hyphen keeps its beginning, though a line says the title without it', () => {
  const [title, other] = [
    'Ex-mayor of Ellmouth keeps the crane',
    'Mayor of Ellmouth keeps the crane',
  ];
  expect(clean(`${text([title], 'en')}\n\nRead more\n\n${other}`).title).toBe(title);
});

test('a heading further down that says the half of a title is none', () => {
  const title = 'After the vote: what the council keeps';
  const half = 'What the council keeps';
  const [first, ...rest] = BODY.en;
  const article = clean([title, first, half, ...rest].join('\n\n'));
  expect([article.title, article.body[1]?.text]).toEqual([title, half]);
});

test.each([
  ['a byline', ['By Anna Berg']],
  ['a date', ['14 May 2024']],
  ['both', ['By Anna Berg', '14 May 2024']],
])('a headline over its deck is the title, with %s below', (_, facts) => {
  const deck = 'Nine councillors back a plan for the bridge that had divided the town for years';
  const article = clean(text([TITLES.en, deck, ...facts], 'en'));
  expect([article.title, article.subtitle]).toEqual([TITLES.en, deck]);
});

test('a site’s name over a headline is not', () => {
  const article = clean(text(['The Ellmouth Ledger', TITLES.en, 'By Anna Berg'], 'en'));
  expect(article.title).toBe(TITLES.en);
});

test.each(['The bridge stays.', '町議会が古い橋の存続を決定した。'])(
  'a short sentence above the body of a text is title or body: %s',
  (first) => {
    const body = first.endsWith('。') ? BODY.ja : BODY.en;
    const { title, body: found, removed } = clean([first, ...body.slice(0, 2)].join('\n\n'));
    expect([title, ...found.map((block) => block.text)]).toContain(first);
    expect(removed).toEqual([]);
  },
);

test.each([
  ['a site behind a bar', ' | Local | The Ellmouth Courier'],
  ['a section and a site behind dashes', ' - Stage & Music - The Ellmouth Courier'],
])('the headline with %s, and not the deck below it', (_, affix) => {
  const deck = 'Bridge that nine councillors wanted gone will be repaired for two million';
  const article = clean(text([TITLES.en + affix, deck, 'Greta Holm', '3 May 2024'], 'en'));
  expect(article.title).toBe(TITLES.en);
  expect(article.subtitle).toBe(deck);
});

test.each([['MARSH COUNTY NEWS'], ['The Tarnbrook Courier']])('not the masthead %j', (masthead) => {
  const head = [masthead, 'Subscribe | E-paper | Log in', 'Transport', TITLES.en, 'GRETA HOLM'];
  expect(clean(text([...head, 'Aug. 22, 2023 at 6:00 a.m.'], 'en', '\n')).title).toBe(TITLES.en);
});

test('the headline and not the deck over a date that follows it', () => {
  const head = [
    'Annons',
    'Swing bridge of Tarnbrook stays open to cyclists',
    'Mayor: “It costs two million”',
  ];
  const article = clean(text([...head, 'Published 12 March 2024'], 'en'));
  expect(article.title).toBe(head[1]);
});

test('a name behind a dash is the site’s where the boilerplate says it, too', () => {
  const site = 'Corrib Echo';
  const lines = [`${TITLES.en} – ${site}`, ...BODY.en, `Subscribe to the ${site} newsletter`];
  const title = (more: readonly string[]) => clean([...lines, ...more].join('\n\n')).title;
  expect(title([`© 2022 ${site} DAC. All rights reserved.`])).toBe(TITLES.en);
  expect(title([])).toBe(`${TITLES.en} – ${site}`);
});

test('an outlet’s name in small letters behind a dash', () => {
  const head = 'В Заречинске мост покрасили за ночь';
  const body = [
    'Жители проснулись и увидели, что мост за ночь стал жёлтым, сообщила мэрия в среду.',
  ];
  expect(clean([`${head} — Заречинский вестник`, ...body, ...body].join('\n\n')).title).toBe(head);
});

test.each([
  'Daily Ledger - News - Council keeps the swing bridge open to cyclists',
  'Council keeps the swing bridge open to cyclists | Daily Ledger of Tarnbrook',
])('the headline of the page, not the window title above it: %j', (page) => {
  const title = 'Council keeps the swing bridge open to cyclists';
  const article = clean(text([page, 'May 3, 2024', title], 'en'));
  expect(article.title).toBe(title);
  expect(article.published?.value).toBe('2024-05-03');
  expect(article.body.map((block) => block.text)).toEqual(BODY.en);
});

test.each([
  'An electric ferry charges at the quay of Tarnbrook on Monday, Jan. 4, 2021. (Anna Berg/AFP via Getty Images)',
  'Anna Berg stands on the quay of Tarnbrook with the last ticket of the season AFP/Karl Brandt',
  'The ferry company looks for crews in the next town. - AP Photo/Karl Brandt',
  'Residents watch the ferry from the quay. | Photo: Tarnbrook Ferries',
])('the headline below a caption: %j', (caption) => {
  const article = clean(text([caption, TITLES.en], 'en'));
  expect(article.title).toBe(TITLES.en);
  expect(article.removed?.map(({ label }) => label)).toEqual(['caption']);
});

test('a long headline of a script whose letters count more than one', () => {
  const title = 'ประชุมคณะกรรมการบริหารท่าเรือและผู้ว่าราชการจังหวัดครั้งที่ 10 '.repeat(3).trim();
  const body = 'คณะกรรมการบริหารท่าเรือประชุมร่วมกับผู้ว่าราชการจังหวัดเมื่อวันจันทร์ที่ผ่านมา '.repeat(4);
  expect(clean(`${title}\n\n${body}\n\n${body}ครั้งที่สอง`).title).toBe(title);
});

test.each([
  ['en', ['SENSEX 73,158.24 ▲ 535.15', 'Log in']],
  ['en', ['5.58pm Sale hospital on generator']],
  ['en', ['Council keeps the swing']],
] as const)('%s: no ticker, entry of a live blog or title cut short: %j', (language, above) => {
  const title = 'Council keeps the swing bridge open to cyclists and walkers';
  const article = clean(text([...above, title, 'By Anna Berg', 'May 3, 2024'], language, '\n'));
  expect(article.title).toBe(title);
  expect(article.authors.map(({ name }) => name)).toEqual(['Anna Berg']);
});

test('the headline over a deck that shares more words with the article', () => {
  const title = 'Nine miles of towpath that nobody had walked since the war';
  const deck =
    'The council decided after four hours of debate in a full gallery that the bridge stays';
  const article = clean(text([title, deck, 'By Anna Berg', 'May 3, 2024'], 'en', '\n'));
  expect([article.title, article.subtitle]).toEqual([title, deck]);
});

test('a credit below the title is no deck', () => {
  const article = clean(
    text([TITLES.en, 'Photo: Anna Berg / Meridian Pictures of Tarnbrook'], 'en'),
  );
  expect(article.subtitle).toBeNull();
});

test('a line of Georgian, which has no capitals, is a headline and a name', () => {
  const body =
    'საკრებულომ ორშაბათს გადაწყვიტა, რომ ძველი ხიდი ველოსიპედისტებისთვის ღია დარჩება და რემონტი შემოდგომაზე დაიწყება.';
  const content = [
    'ძველი ხიდი ღია რჩება',
    'ავტორი: ნინო მაგალითიძე',
    '24 ნოემბერი, 2021',
    body,
    body.replace('ორშაბათს', 'სამშაბათს'),
  ].join('\n');
  const article = clean(content);
  expect(article.title).toBe('ძველი ხიდი ღია რჩება');
  expect(article.authors.map(({ name }) => name)).toEqual(['ნინო მაგალითიძე']);
  expect(article.published?.value).toBe('2021-11-24');
});

test('a section below a word that names a box is none of its buttons', () => {
  const article = clean(text(['PREMIUM', 'Wirtschaft', TITLES.de], 'de', '\n'));
  expect([article.title, article.section]).toEqual([TITLES.de, 'Wirtschaft']);
});

test.each(['Vibe coding', 'Anna Berg'])(
  'a few words over a text with nothing to remove: %j',
  (title) => {
    const article = clean(text([title], 'en'));
    expect(article.title).toBe(title);
  },
);
