import { describe, expect, test, vi } from 'vitest';
import { clusterRows, clustersOf } from './cluster.ts';
import { BRIDGE, FERRY, marketReport, paragraphs, withDateline } from './stories.ts';

vi.setConfig({ testTimeout: 120_000 });

const DIGIT = /./g;
const LEFTOVERS = 'Share this article\n\nSubscribe to our newsletter\n\nAdvertisement';
const EXTRA = `In other news, the museum of Halverstad shows the drawings of Liv Aasen until the end of May, and admission is free on Sundays.`;

describe('one story', () => {
  const VARIANTS: readonly (readonly [string, string])[] = [
    ['under another dateline', withDateline(BRIDGE, 'HALVERSTAD, June 4 (Reuters) —')],
    [
      'with a byline and a date above',
      `By Nora Lindgren, AFP\nPublished 4:10 PM, June 4, 2024\n${BRIDGE}`,
    ],
    ['trimmed', paragraphs(BRIDGE, 0, 3)],
    ['extended', `${BRIDGE}\n\n${EXTRA}`],
    ['with a new opening', `Shopkeepers are angry, drivers are resigned.\n\n${BRIDGE}`],
    ['with leftovers', BRIDGE.replaceAll('\n\n', `\n\n${LEFTOVERS}\n\n`)],
    [
      'in another order',
      [paragraphs(BRIDGE, 1, 2), paragraphs(BRIDGE, 0, 1), paragraphs(BRIDGE, 2, 9)].join('\n\n'),
    ],
    [
      'lightly edited',
      BRIDGE.replace('some 22,000', 'about 22,000')
        .replace('said the', 'told reporters the')
        .replace('14 months', 'more than a year'),
    ],
    ['with curly quotes and in capitals', BRIDGE.replaceAll('"', '”').toUpperCase()],
    ['as mojibake', BRIDGE.replaceAll('"', 'â€œ')],
    ['with entities', BRIDGE.replaceAll('"', '&quot;')],
  ];

  test.each(VARIANTS)('%s', (_, variant) => {
    expect(clustersOf([BRIDGE, FERRY, variant])).toEqual([[0, 2], [1]]);
  });

  test('in a script without spaces', () => {
    const text =
      '海港市议会星期二决定关闭莫罗大桥十四个月，因为潜水员在九个桥墩中的两个上发现了裂缝。市长说，我们不能让市民走一座我们自己都不敢走的桥。这座桥建于1931年，每天有两万两千辆汽车通过。临时通道将在上游四百米处开放，费用为六千一百万克朗。';
    const other =
      '一艘载有二百一十二人的渡轮星期五清晨在南湾附近搁浅，海岸警卫队说所有乘客在中午之前都被送上岸。渡轮早上五点离开港口，在浓雾中撞上沙洲。两名水手因受寒接受治疗，没有人受重伤。拖船将在星期六涨潮时把船拖出来。';
    expect(clustersOf([text, other, `【新华社海港6月4日电】${text}`])).toEqual([[0, 2], [1]]);
  });
});

describe('other stories', () => {
  test('a template with other figures', () => {
    const reports = [
      marketReport('Monday', '1,204.3', 'higher', 'Brandvik Steel', '4.2'),
      marketReport('Tuesday', '1,198.7', 'lower', 'Aasen Foods', '3.1'),
      marketReport('Thursday', '1,217.0', 'mixed', 'Haugland Lines', '6.8'),
    ];
    expect(clustersOf(reports)).toHaveLength(3);
    expect(clustersOf([...reports, withDateline(reports[1]!, 'NORDMARK (AP) -')])).toContainEqual([
      1, 3,
    ]);
  });

  test('a statement with another number', () => {
    const toll = (n: number, place: string): string =>
      `The death toll from the floods in ${place} rose to ${n} on Sunday, officials said, and ${n * 3} people were missing. Rescuers searched the valley with dogs. The government sent ${n * 10} soldiers to the region and asked neighbouring countries for helicopters. Schools in ${place} stay closed until further notice.`;
    expect(clustersOf([toll(12, 'Lunde'), toll(17, 'Lunde'), toll(12, 'Vestre')])).toHaveLength(3);
  });

  test('a round-up that quotes a story is not that story', () => {
    const roundUp = [
      EXTRA,
      paragraphs(FERRY, 0, 1),
      paragraphs(BRIDGE, 0, 1),
      marketReport('Monday', '1,204.3', 'higher', 'Brandvik Steel', '4.2'),
    ].join('\n\n');
    expect(clustersOf([BRIDGE, FERRY, roundUp])).toHaveLength(3);
  });

  test('a story of a site that puts the same notices around everything', () => {
    const around = (text: string): string => `${LEFTOVERS}\n\n${text}\n\n${LEFTOVERS}`;
    expect(
      clustersOf([around(paragraphs(BRIDGE, 0, 2)), around(paragraphs(FERRY, 0, 2))]),
    ).toHaveLength(2);
  });

  test('the same story outside of the window', () => {
    const rows = ['2024-06-04', '2024-06-20', '2025-06-04'].map((date, i) => ({
      id: String(i),
      text: `${BRIDGE} ${i === 0 ? '' : EXTRA.slice(0, i * 30)}`,
      date,
    }));
    expect(clusterRows(rows).map(({ cluster }) => cluster)).toEqual(['0', '0', '2']);
  });
});

describe('what is kept', () => {
  const ROWS = [
    { id: 'c', text: paragraphs(BRIDGE, 0, 3), date: '2024-06-05' },
    { id: 'b', text: BRIDGE, date: '2024-06-05' },
    { id: 'd', text: BRIDGE },
    { id: 'a', text: withDateline(BRIDGE, 'HALVERSTAD (AFP) –'), date: '2024-06-05' },
  ];

  test('the earliest, then the longest, then the first by id', () => {
    expect(clusterRows(ROWS)).toEqual([
      { id: 'c', cluster: 'a', duplicateOf: 'a', reason: 'same-lead', clusterSize: 4 },
      { id: 'b', cluster: 'a', duplicateOf: 'a', reason: 'same-text', clusterSize: 4 },
      { id: 'd', cluster: 'a', duplicateOf: 'a', reason: 'same-text', clusterSize: 4 },
      { id: 'a', cluster: 'a', duplicateOf: null, reason: null, clusterSize: 4 },
    ]);
  });

  test('the order of the input makes no difference', () => {
    const results = (rows: typeof ROWS) => clusterRows(rows).sort((x, y) => (x.id < y.id ? -1 : 1));
    expect(results([...ROWS].reverse())).toEqual(results(ROWS));
  });
});

describe('bad input', () => {
  test('empty and tiny texts stand alone', () => {
    expect(clustersOf(['', '', ' ', 'Read more', 'Read more', '…', '…'])).toHaveLength(7);
  });

  test('a text of nothing but notices stands alone', () => {
    expect(clustersOf([LEFTOVERS, LEFTOVERS])).toHaveLength(2);
  });

  test('many copies are one cluster', () => {
    const copies = Array.from({ length: 5000 }, (_, i) => ({ id: String(i), text: BRIDGE }));
    const results = clusterRows(copies);
    expect(new Set(results.map(({ cluster }) => cluster))).toEqual(new Set(['0']));
  });

  test('more variants than the cap are one cluster all the same', () => {
    const variants = Array.from(
      { length: 60 },
      (_, i) => `${BRIDGE}\n\nReader ${i} of the ${i * 7} who wrote to us agrees.`,
    );
    expect(clustersOf(variants)).toHaveLength(1);
  });

  test('rows with the same id are all answered', () => {
    const results = clusterRows([
      { id: 'x', text: BRIDGE },
      { id: 'x', text: FERRY },
      { id: 'x', text: BRIDGE },
    ]);
    expect(results.map(({ clusterSize }) => clusterSize)).toEqual([2, 1, 2]);
  });

  test('a text beyond the limit is compared by what stands before it', () => {
    const long = `${BRIDGE}\n\n${'The choir of Vestre sang again. '.repeat(160_000)}`;
    expect(long.length).toBeGreaterThan(4 * 1024 * 1024);
    expect(clustersOf([long, `${long} And once more.`, FERRY])).toEqual([[0, 1], [2]]);
  });

  test('a passage that all articles hold does not make them one', () => {
    const passage = paragraphs(FERRY, 2, 4);
    const syllables = 'ba de fi go lu ma ne pi ro su'.split(' ');
    const word = (n: number): string =>
      String(n * 7919 + 104_729).replace(DIGIT, (digit) => syllables[Number(digit)]!);
    const story = (i: number): string =>
      Array.from({ length: 90 }, (_, k) => word(i * 90 + k)).join(' ');
    const texts = Array.from({ length: 120 }, (_, i) => `${story(i)}.\n\n${passage}`);
    expect(clustersOf(texts)).toHaveLength(texts.length);
  });

  test('what no text should hold', () => {
    const texts = [
      '\ud800\udc00\ud800',
      '\u0000'.repeat(50),
      '&'.repeat(5000),
      'a'.repeat(100_000),
      '👍 '.repeat(400),
    ];
    expect(clustersOf([...texts, ...texts]).length).toBeGreaterThanOrEqual(texts.length);
    expect(
      clusterRows([
        { id: '__proto__', text: BRIDGE },
        { id: 'constructor', text: BRIDGE },
      ]),
    ).toHaveLength(2);
  });
});
