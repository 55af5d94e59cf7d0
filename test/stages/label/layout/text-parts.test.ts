import { expect, it } from 'vitest';
import type { LabelledLine } from '../../../../src/stages/label/labelled-line.ts';
import { withSpeakerTurns } from '../../../../src/stages/label/layout/adjust/speaker-turns.ts';
import { cleanFull } from '../../../support/desk.ts';

const SENTENCES = [
  'The harbour board of Ellmouth agreed on Monday to keep the old crane, which has stood on the quay since the year of the great storm.',
  'It will be painted in the spring and opened to visitors in the summer, the head of the board told a full hall after the vote.',
  '“We have all walked past it on our way to school,” said Ida Brandt, who leads the museum society, as she left the hall.',
  'A firm from the next town had offered to buy the crane for its steel.',
  'The offer was withdrawn when the protest began, the head of the board said.',
];

function textOf(...lines: string[]) {
  return cleanFull({
    content: ['Ellmouth keeps its old crane', ...lines].join('\n\n'),
    format: 'text',
  });
}

it('takes a sentence under the title of a short text for body', () => {
  const { subtitle, body } = textOf(SENTENCES[3]!, SENTENCES[0]!);
  expect(subtitle).toBeNull();
  expect(body.map(({ text }) => text)).toEqual([SENTENCES[3], SENTENCES[0]]);
});

it('takes a line without an end mark under the title for its subtitle', () => {
  expect(textOf('Board turns down an offer from the next town', ...SENTENCES).subtitle).toBe(
    'Board turns down an offer from the next town',
  );
});

it('removes what points to another article between paragraphs', () => {
  const pointer = 'Read more: Fire put out at the bakery';
  const article = textOf(...SENTENCES.slice(0, 3), pointer, ...SENTENCES.slice(3));
  expect(article.body.map(({ text }) => text)).toEqual(SENTENCES);
  expect(article.removed?.map(({ text, label }) => [text, label])).toEqual([[pointer, 'related']]);
});

it('takes a row of sections under the title for a menu', () => {
  const article = textOf('Home News Sport', ...SENTENCES);
  expect(article.section).toBeNull();
  expect(article.removed?.map(({ text }) => text)).toEqual(['Home News Sport']);
});

it('keeps verse below the prose of a few lines', () => {
  const verse = [
    'The crane that swings at morning tide\nhas lifted more than stone,\nthe bride, the butcher and the guide\nand those who work alone.',
    'It creaks a little in the rain\nand sings a little, too,\nand then it lets the barges pass\nand then it lets us through.',
  ];
  const { body } = textOf(SENTENCES[0]!, ...verse);
  expect(
    body
      .map(({ text }) => text)
      .join('\n')
      .replace(/\s/g, ''),
  ).toBe([SENTENCES[0], ...verse].join('').replace(/\s/g, ''));
});

it('keeps lines that stand together where some look like body, with the heading over them', () => {
  const table = ['1 Ellmouth 32', '2 Sandby 31', '3 Altmouth 29'];
  const { body } = textOf(...SENTENCES.slice(0, 3), 'Table', table.join('\n'), SENTENCES[4]!);
  const lines = body.map(({ text }) => text);
  expect(lines.slice(3)).toEqual(['Table', ...table, SENTENCES[4]]);
});

it('takes a first paragraph that ends in the number of a note for body', () => {
  const noted = `${SENTENCES[0]}[2]`;
  expect(textOf(noted, SENTENCES[1]!).body[0]?.text).toBe(noted);
});

it('removes the heads and numbers of printed pages, and takes none for the title', () => {
  const head = (page: number) => `ELLMOUTH POST   14 May 2024   Page ${page}`;
  const article = cleanFull({
    content: [
      head(3),
      'Ellmouth keeps its old crane',
      ...SENTENCES.slice(0, 2),
      '- 3 -',
      head(4),
      ...SENTENCES.slice(2),
      '- 4 -',
    ].join('\n\n'),
    format: 'text',
  });
  expect(article.title).toBe('Ellmouth keeps its old crane');
  expect(article.body.map(({ text }) => text)).toEqual(SENTENCES);
  expect(article.removed?.map(({ rule }) => rule)).toEqual(Array(4).fill('running-head'));
});

it('keeps results of which none looks like body in a text that names nothing else', () => {
  const results = ['Ellmouth 2 Sandby 1', 'Altmouth 0 Quay 0', 'Mill 3 Lock 3'];
  const { body } = textOf(...SENTENCES.slice(0, 3), 'Results', results.join('\n'));
  expect(body.map(({ text }) => text).slice(3)).toEqual(['Results', ...results]);
});

it('keeps the shortest turns of an interview, and what it notes between them', () => {
  const turns = [
    'IDA BRANDT, HOST:',
    'Good evening. With me is Jon Vester, who looks after the old crane. Why does it still stand on the quay?',
    'JON VESTER:',
    'Because nobody dared to take it down.',
    'BRANDT: How tall is it?',
    'VESTER: Thirty-one metres, if you count the hook.',
    '(LAUGHTER)',
    'BRANDT: And who pays for the paint?',
    'VESTER: The board does. [CROSSTALK] No, the town pays a third of it.',
    '[MUSIC]',
    'BRANDT: Thank you.',
    'VESTER: Thank you.',
  ];
  const { body, removed } = textOf(
    ...turns,
    'Copyright © 2024 Ellmouth Radio. All rights reserved.',
  );
  expect(body.map(({ text }) => text)).toEqual(turns);
  expect(removed?.map(({ label }) => label)).toEqual(['copyright']);
});

it('takes no label for a speaker that nobody answers', () => {
  const lines = SENTENCES.map((text) => ({ line: { text: `Photo: ${text}` }, verdict: null }));
  const isBody = [true, true, false, false, false];
  withSpeakerTurns(lines as unknown as LabelledLine[], isBody);
  expect(isBody).toEqual([true, true, false, false, false]);
});

it.each([
  [
    'that says so',
    'FILE PHOTO: The old crane on the quay of Ellmouth in a storm last year.',
    'caption',
  ],
  [
    'that says so in many words',
    'FILE - In this Aug. 21, 2012, file photo, the old crane stands on the quay of Ellmouth, where a storm had torn its hook from the chain a week before and where hundreds of people came to see what was left of it when the water had gone down. The board kept it.',
    'caption',
  ],
  [
    'with a credit behind it',
    'March 3, 2014; Ellmouth; the old crane of the harbour swings at its chain in the morning. Mandatory Credit: Ida Brandt-Ellmouth Press',
    'caption',
  ],
  ['in a shortcode', '[caption id="att_7" width="300"]The crane in May.[/caption]', 'caption'],
])('removes a caption %s', (_, caption, label) => {
  const article = textOf(...SENTENCES.slice(0, 3), caption, ...SENTENCES.slice(3));
  expect(article.body.map(({ text }) => text)).toEqual(SENTENCES);
  expect(article.removed?.map((one) => [one.text, one.label])).toEqual([[caption, label]]);
});

it('takes no caption for the title, also where it is said again and again', () => {
  const credit = 'تصویر کے کاپی رائٹ AFP';
  const lines = SENTENCES.flatMap((text) => [credit, text]);
  const article = cleanFull({ content: lines.join('\n\n'), format: 'text' });
  expect(article.title).not.toBe(credit);
  expect(article.removed?.map(({ label }) => label)).toEqual(SENTENCES.map(() => 'caption'));
});

it('takes a job under the byline for no section', () => {
  const article = textOf('By Ida Brandt', 'Maritime editor', ...SENTENCES);
  expect(article.section).toBeNull();
  expect(article.authors.map(({ name }) => name)).toEqual(['Ida Brandt']);
  expect(article.body.map(({ text }) => text)).toEqual(SENTENCES);
});

it('takes the last crumb for the title that it is, not for a section', () => {
  const article = textOf('Home > News > Ellmouth keeps its old crane on the quay', ...SENTENCES);
  expect(article.section).not.toBe('Ellmouth keeps its old crane on the quay');
});

it('keeps a dateline that stands alone over the title', () => {
  const content = [
    '新华社北京8月10日电',
    '通讯｜老吊车还在',
    ...Array(8).fill(
      '码头委员会星期一决定保留这台老吊车。它在码头上已经站了很多年，人们都认识它。',
    ),
  ];
  const article = cleanFull({ content: content.join('\n'), format: 'text' });
  expect(article.section).toBeNull();
  expect(article.body[0]?.text).toBe('新华社北京8月10日电');
});

it("takes a date with a time for the article's where the text has no title", () => {
  const lines = ['Print', 'Feb. 12, 2024, 9:33 PM UTC', 'By', 'Ida Brandt', ...SENTENCES];
  const article = cleanFull({ content: lines.join('\n'), format: 'text' });
  expect(article.published?.value).toBe('2024-02-12T21:33+00:00');
});
