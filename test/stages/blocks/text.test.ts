import { describe, expect, test } from 'vitest';
import { blocksOf, outline } from '../../support/blocks.ts';

const SENTENCE = 'The council said on Monday that the old bridge would reopen next week.';

describe('lines', () => {
  test.each([
    ['one', 'One line', ['paragraph: One line']],
    ['each a block', 'One\nTwo\nThree', ['paragraph: One', 'paragraph: Two', 'paragraph: Three']],
    [
      'blank lines between',
      'One\n\n\nTwo\n \t\nThree',
      ['paragraph: One', 'paragraph: Two', 'paragraph: Three'],
    ],
    ['CR LF', 'One\r\nTwo\r\n\r\nThree', ['paragraph: One', 'paragraph: Two', 'paragraph: Three']],
    ['CR', 'One\rTwo', ['paragraph: One', 'paragraph: Two']],
    [
      'Unicode’s own',
      'One\u2028Two\u2029Three\u0085Four',
      ['paragraph: One', 'paragraph: Two', 'paragraph: Three', 'paragraph: Four'],
    ],
    ['form feed', 'One\fTwo', ['paragraph: One', 'paragraph: Two']],
    ['spaces around', '  One  \n\tTwo\t', ['paragraph: One', 'paragraph: Two']],
    ['runs of spaces inside', `${SENTENCE}  And so on.`, [`paragraph: ${SENTENCE} And so on.`]],
    ['a byte order mark first', '\ufeffOne\nTwo', ['paragraph: \ufeffOne', 'paragraph: Two']],
    ['an invisible line between', 'One\n\u200b\nTwo', ['paragraph: One', 'paragraph: Two']],
  ])('%s', (_, text, expected) => {
    expect(outline(blocksOf(text, 'text'))).toEqual(expected);
  });

  test('blank lines above are counted', () => {
    const { blocks } = blocksOf('One\nTwo\n\nThree\n\n\n\nFour', 'text');
    expect(blocks.map(({ context }) => context.gap)).toEqual([0, 0, 1, 3]);
  });
});

describe('hard-wrapped text', () => {
  test.each([
    [
      'English',
      'The council said on Monday that the old bridge would reopen\nnext week after a winter of repairs, and that the buses would\ncross it first. Cars have to wait until the last lamp is lit,\nwhich nobody expects before May.\n\nThe mayor thanked everybody who had waited so patiently for\nall these months, and promised a feast for all the people who\nlive beside the river.',
      [
        'paragraph: The council said on Monday that the old bridge would reopen next week after a winter of repairs, and that the buses would cross it first. Cars have to wait until the last lamp is lit, which nobody expects before May.',
        'paragraph: The mayor thanked everybody who had waited so patiently for all these months, and promised a feast for all the people who live beside the river.',
      ],
    ],
    [
      'Japanese, without spaces',
      '市議会は月曜日、冬の間に修理していた古い橋を\n来週から再び開通させると発表した。最初に通る\nのはバスで、一般の車は五月まで待つことになる\nと交通委員会の委員長は述べた。\n\n近くの住民は半年近くこの決定を待っていたとい\nい、橋の上では祝いの行事も予定されているとの\nことである。',
      [
        'paragraph: 市議会は月曜日、冬の間に修理していた古い橋を来週から再び開通させると発表した。最初に通るのはバスで、一般の車は五月まで待つことになると交通委員会の委員長は述べた。',
        'paragraph: 近くの住民は半年近くこの決定を待っていたといい、橋の上では祝いの行事も予定されているとのことである。',
      ],
    ],
    [
      'Korean, with spaces',
      '시의회는 월요일 겨우내 수리한 오래된 다리를 다음 주에\n다시 연다고 밝혔다. 버스가 먼저 지나가고 승용차는\n오월까지 기다려야 한다고 교통위원장은 말했다. 이웃\n주민들은 반년 가까이 이 결정을 기다려 왔다.\n\n다리 위에서는 축하 행사도 예정되어 있다고 관계자는\n전했다. 행사에는 시장과 주민들이 함께 참석할 것으로\n보인다.',
      [
        'paragraph: 시의회는 월요일 겨우내 수리한 오래된 다리를 다음 주에 다시 연다고 밝혔다. 버스가 먼저 지나가고 승용차는 오월까지 기다려야 한다고 교통위원장은 말했다. 이웃 주민들은 반년 가까이 이 결정을 기다려 왔다.',
        'paragraph: 다리 위에서는 축하 행사도 예정되어 있다고 관계자는 전했다. 행사에는 시장과 주민들이 함께 참석할 것으로 보인다.',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(outline(blocksOf(text, 'text'))).toEqual(expected);
  });

  test('a line that was broken inside a sentence goes on below', () => {
    expect(
      outline(
        blocksOf(
          `A headline\n\nThe council said on Monday that the old\nbridge would reopen next week.\n${SENTENCE}`,
          'text',
        ),
      ),
    ).toEqual([
      'paragraph: A headline',
      'paragraph: The council said on Monday that the old bridge would reopen next week.',
      `paragraph: ${SENTENCE}`,
    ]);
  });

  test.each([
    ['lines that end in a stop', `${SENTENCE}\n${SENTENCE}`],
    ['a headline above a sentence', `Council reopens the old bridge after years\n${SENTENCE}`],
    ['short lines', 'Home\nnews\nsport'],
    [
      'an icon’s name below a line',
      'The council said on Monday that the old bridge\nfolder_openWorld',
    ],
    ['lines of a menu', 'World\nPolitics\nBusiness\nSport\nCulture\nOpinion'],
  ])('%s stay apart', (_, text) => {
    expect(outline(blocksOf(text, 'text'))).toEqual(
      text.split('\n').map((line) => `paragraph: ${line}`),
    );
  });
});

describe('lines that go on in small letters', () => {
  test.each([
    [
      'verse',
      [
        'The tide comes in without a fare,',
        'it takes whatever seat is there,',
        'it has no change, it will not stand',
      ],
    ],
    [
      'a byline',
      ['Montecupo, il campanile va indietro di un’ora: il paese vota', 'di Fiammetta Gualdrini'],
    ],
    [
      'a byline of icons',
      [
        'Tram drivers vote to strike over tropical cabs',
        'person Vasco Lindgren schedule 5 August 2025',
      ],
    ],
    [
      'a date',
      ['El pueblo vota por dejar el reloj como está desde hace años', 'lunes 3 de mayo de 2024'],
    ],
  ])('%s stays apart', (_, lines) => {
    const paragraph =
      'The council said on Monday that it would go on with the plan for the bridge. '
        .repeat(2)
        .trim();
    const { blocks } = blocksOf([...lines, '', paragraph].join('\n'), 'text');
    expect(blocks.map(({ copy }) => copy.text)).toEqual([...lines, paragraph]);
  });

  test.each([
    [
      'a date',
      ['The council opened it again after the winter on Monday', 'lunes 3 de mayo de 2024'],
    ],
    ['a name', ['The song that the choir sang at the end was written long ago', 'by Anna Berg']],
  ])('a sentence below the first paragraph goes on in %s', (_, lines) => {
    const paragraph =
      'The council said on Monday that it would go on with the plan for the bridge. '
        .repeat(2)
        .trim();
    const { blocks } = blocksOf([paragraph, '', ...lines].join('\n'), 'text');
    expect(blocks.map(({ copy }) => copy.text)).toEqual([paragraph, lines.join(' ')]);
  });

  test('a byline over a date is not joined to the deck above it', () => {
    const deck =
      'Applausi al baritono, fischi alla regia: la corte di Mantova diventa la redazione di un giornale in chiusura';
    const lines = ['Il «Rigoletto» che divide la città', deck, 'di Anna Berg', '6 ottobre 2025'];
    const { blocks } = blocksOf([...lines, '', deck].join('\n'), 'text');
    expect(blocks.map(({ copy }) => copy.text)).toEqual([...lines, deck]);
  });

  test('a sentence that was broken is joined', () => {
    const { blocks } = blocksOf(
      'The council said on Monday that it would\ngo on with the plan for the bridge.',
      'text',
    );
    expect(blocks).toHaveLength(1);
  });
});

describe('lists', () => {
  test.each([
    ['bullets', '• one\n• two', ['ul1: • one', 'ul1: • two']],
    [
      'a bullet by itself',
      'Before\n• one\nAfter',
      ['paragraph: Before', 'ul1: • one', 'paragraph: After'],
    ],
    ['stars', '* one\n* two', ['ul1: * one', 'ul1: * two']],
    [
      'numbers that count on',
      '1. one\n2. two\n3. three',
      ['ol1: 1. one', 'ol1: 2. two', 'ol1: 3. three'],
    ],
    ['numbers in brackets', '1) one\n2) two', ['ol1: 1) one', 'ol1: 2) two']],
    [
      'numbers around paragraphs',
      `1. one\n${SENTENCE}\n2. two`,
      ['ol1: 1. one', `paragraph: ${SENTENCE}`, 'ol1: 2. two'],
    ],
    ['dashes that follow one another', '- milk\n- bread', ['ul1: - milk', 'ul1: - bread']],
    ['Japanese numbers', '1、橋\n2、道', ['ol1: 1、橋', 'ol1: 2、道']],
  ])('%s', (_, text, expected) => {
    expect(outline(blocksOf(text, 'text'))).toEqual(expected);
  });

  test.each(['1.  one\n2.  two', '1.\t\tone\n2.\t\ttwo', ' 1. one\n 2. two'])(
    'in %j as well, where spaces are collapsed',
    (text) => {
      expect(outline(blocksOf(text, 'text'))).toEqual(['ol1: 1. one', 'ol1: 2. two']);
    },
  );

  test.each([
    ['a number by itself', '1. The council said so.'],
    ['numbers that do not count', '3. one\n7. two'],
    ['a year', '2024. was a good year\n2025. was better'],
    ['a decimal', '3.5 million people\n4.5 million cars'],
    ['a dash by itself', '– The council said so.'],
    ['a dialogue', '– Good morning, – said the mayor.\n– Good evening, – said Anna.'],
    ['an initial', 'A. Berg said so\nB. Berg did not'],
    ['minus', '-5 degrees\n-7 degrees'],
  ])('%s is none', (_, text) => {
    expect(outline(blocksOf(text, 'text'))).toEqual(
      text.split('\n').map((line) => `paragraph: ${line}`),
    );
  });
});

describe('tables', () => {
  test.each([
    [
      'tabs',
      'Year\tVotes\n2020\t1,200\n2024\t1,300',
      ['table: Year\tVotes\n2020\t1,200\n2024\t1,300'],
    ],
    ['spaces', 'Year   Votes\n2020   1,200', ['table: Year\tVotes\n2020\t1,200']],
    [
      'between paragraphs',
      `${SENTENCE}\n\na\tb\nc\td\n\n${SENTENCE}`,
      [`paragraph: ${SENTENCE}`, 'table: a\tb\nc\td', `paragraph: ${SENTENCE}`],
    ],
    [
      'cells of several words',
      'the old bridge\topen\nthe new bridge\tshut',
      ['table: the old bridge\topen\nthe new bridge\tshut'],
    ],
  ])('%s', (_, text, expected) => {
    expect(outline(blocksOf(text, 'text'))).toEqual(expected);
  });

  test.each([
    ['one row', 'Year\tVotes', ['paragraph: Year Votes']],
    ['rows of other lengths', 'a\tb\nc\td\te', ['paragraph: a b', 'paragraph: c d e']],
    [
      'prose with two spaces after stops',
      `${SENTENCE}  ${SENTENCE}  ${SENTENCE}\n${SENTENCE}  ${SENTENCE}  ${SENTENCE}`,
      [
        `paragraph: ${SENTENCE} ${SENTENCE} ${SENTENCE}`,
        `paragraph: ${SENTENCE} ${SENTENCE} ${SENTENCE}`,
      ],
    ],
  ])('%s is none', (_, text, expected) => {
    expect(outline(blocksOf(text, 'text'))).toEqual(expected);
  });
});

test('a line of 200,000 words and 100,000 lines are read', () => {
  expect(blocksOf('word '.repeat(200_000), 'text').blocks).toHaveLength(1);
  expect(blocksOf('A line.\n'.repeat(100_000), 'text').blocks).toHaveLength(100_000);
});

test('a line or a row of millions of words takes no stack', () => {
  expect(blocksOf('word '.repeat(6_000_000), 'text').blocks).toHaveLength(1);
  const rows = blocksOf(`a b\t${'word '.repeat(3_000_000)}\na b\tc`, 'text');
  expect(rows.blocks.reduce((sum, { copy }) => sum + copy.source.length, 0)).toBe(15_000_009);
});
