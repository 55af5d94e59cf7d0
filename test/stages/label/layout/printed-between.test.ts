import { expect, it } from 'vitest';
import { cleanFull } from '../../../support/desk.ts';

const EN = [
  'The harbour board of Ellmouth agreed on Monday to keep the old crane, which has stood on the quay since the year of the great storm.',
  'It will be painted in the spring and opened to visitors in the summer, the head of the board told a full hall after the vote.',
  'A firm from the next town had offered to buy the crane for its steel, and the board had first agreed to sell it last year.',
  'The offer was withdrawn when the protest began, the head of the board said on Tuesday in a letter to the firm.',
  'We have all walked past it on our way to school, said Ida Brandt, who leads the museum society, as she left the hall.',
  'Engineers will look at the hook and the chain before the winter, and the board will pay for what they find.',
  'The first visitors are expected at the feast of the harbour, when the old ships come in from the islands.',
];
const NB = [
  'Havnestyret i Ellmunn vedtok mandag å beholde den gamle kranen, som har stått på kaia siden den store stormen.',
  'Den skal males til våren og åpnes for besøkende til sommeren, sa lederen for styret etter avstemningen.',
  'Et firma fra nabobyen hadde tilbudt seg å kjøpe kranen for stålet, og styret hadde først sagt ja til å selge.',
  'Tilbudet ble trukket da protestene begynte, sa lederen for styret tirsdag i et brev til firmaet.',
  'Ingeniørene skal se på kroken og kjettingen før vinteren, og styret skal betale for det de finner.',
];

const cleaned = (...lines: string[]) => cleanFull({ content: lines.join('\n\n'), format: 'text' });
const bodyOf = (...lines: string[]) => cleaned(...lines).body.map(({ text }) => text);

it('removes captions with a head in capitals, as Norwegian newspapers print them', () => {
  const captions = [
    'STÅR FAST: Kranen på kaia i Ellmunn har stått der siden stormen.',
    'PÅ VEI: Besøkende ser på kroken som ble revet løs.',
  ];
  const [first, second, ...rest] = NB;
  const found = cleaned(
    'Ellmunn beholder kranen',
    first!,
    captions[0]!,
    second!,
    captions[1]!,
    ...rest,
  );
  expect(found.body.map(({ text }) => text)).toEqual(NB);
  expect(found.removed?.map(({ text, label }) => [text, label])).toEqual(
    captions.map((text) => [text, 'caption']),
  );
});

it.each([
  ['whose head comes twice: speakers', NB, 'LEDEREN: Kranen skal males til våren.'],
  ['of another language', EN, 'UPDATE: The board meets again on Friday about the hook.'],
])('keeps lines with a head in capitals %s', (_, text, line) => {
  const lines = [...text.slice(0, 3), line, ...text.slice(3)];
  if (text === NB) lines.push('LEDEREN: Vi har ikke flere penger enn dette.');
  expect(bodyOf('Ellmouth keeps the crane', ...lines)).toEqual(lines);
});

it('removes a deck that is printed again behind the article', () => {
  const deck = `${EN[1]!.slice(0, -1)}, and a hundred people clapped.`;
  const found = cleaned('Ellmouth keeps its old crane', deck, ...EN, deck);
  expect(found.body.map(({ text }) => text).filter((text) => text === deck).length).toBeLessThan(2);
  expect(found.removed?.map(({ text }) => text)).toEqual([deck]);
});

it('keeps a line that comes again inside the article', () => {
  const lines = [EN[0]!, EN[1]!, EN[2]!, EN[0]!, EN[3]!, EN[4]!, EN[5]!, EN[6]!];
  expect(bodyOf('Ellmouth keeps its old crane', ...lines)).toEqual(lines);
});

it.each([
  [
    'news in brief that stand together',
    [
      'BERGEN: En mann i 40-årene ble kjørt til sykehus etter en kollisjon.',
      'TROMSØ: Et hus brant ned til grunnen natt til tirsdag.',
    ],
  ],
])('keeps %s', (_, briefs) => {
  const lines = [...NB.slice(0, 3), ...briefs, ...NB.slice(3)];
  expect(bodyOf('Ellmunn beholder kranen', ...lines)).toEqual(lines);
});

it('keeps a quotation that opens and closes the article', () => {
  const quote =
    '“We have all walked past it on our way to school every day,” said Ida Brandt as she left the hall.';
  const lines = [quote, ...EN, quote];
  expect(bodyOf('Ellmouth keeps its old crane', ...lines)).toEqual(lines);
});

it.each([
  'Related: Anna Berg and Ida Holm are cousins, and both of them were in the hall when the board voted on it.',
  'Copyright © laws were passed in 1911 and changed in 1956, said the historian, who had read all of them for the museum society.',
])('leaves a sentence that begins as a pointer or a copyright line to the model: %s', (line) => {
  const lines = [...EN.slice(0, 3), line, ...EN.slice(3)];
  expect(bodyOf('Ellmouth keeps its old crane', ...lines)).toEqual(lines);
});

it('removes a copyright line with its year', () => {
  const line = '© 2023 Ellmouth Ledger. All rights reserved.';
  expect(
    cleaned('Ellmouth keeps its old crane', ...EN, line).removed?.map(({ text }) => text),
  ).toEqual([line]);
});
