import { describe, expect, test } from 'vitest';
import { repeatOf } from '../../../src/recognize/repeats.ts';
import { textVerdict } from '../../../src/stages/label/line-rules/text-rules.ts';
import { isSubhead } from '../../../src/stages/label/regions/subhead.ts';
import { endsSentence, sentencesIn, weightOf, wordsOf } from '../../../src/text/shape.ts';
import { keyOf } from '../../../src/text/tokens.ts';
import { BODY, HEADLINE } from '../../support/labels.ts';
import { lineOf } from '../../support/lines.ts';

describe('a line by itself', () => {
  test.each([
    ['© 2024 The Daily Post', 'copyright'],
    ['Copyright 2024 Daily Post Ltd', 'copyright'],
    ['(c) 2024 Daily Post', 'copyright'],
    ['Share: Facebook | WhatsApp | Copy link', 'social'],
    ['Facebook Twitter WhatsApp Telegram', 'social'],
    ['desk@example.org', 'author-bio'],
    ['https://example.org/a/b?c=d', 'read-more'],
    ['www.example.org', 'read-more'],
    ['#tarnbrook #ferry', 'tags'],
    ['#港町 #渡し船', 'tags'],
    ['Council votes to close the old bridge Read more', 'read-more'],
    ["What is the county's plan for the ferry? Read more", 'read-more'],
  ])('%j is %s', (text, label) => {
    expect(textVerdict(lineOf(text))?.label).toBe(label);
  });

  test.each([
    'Facebook and Twitter were fined on Monday for sharing data.',
    'Copyrighted songs were played at the feast.',
    'Write to desk@example.org before Friday.',
    '#1 in the charts',
    '#WeStayHere',
    'Wednesday | April 12, 2023 | 12:06 AM',
    'Where the children of the island learn to read more',
    'The bridge is closed. Its keeper has left town Read more',
    'The site https://example.org was down.',
    BODY[0],
    HEADLINE,
  ])('%j is not told', (text) => {
    expect(textVerdict(lineOf(text))).toBeNull();
  });
});

describe('subheads that nothing marks', () => {
  const prose = lineOf(BODY[1]);

  test.each([
    ['Situation in Afghanistan', true],
    ['A winter of repairs', true],
    ['Was nun folgt', true],
    ['橋の歴史', true],
    ['История моста', true],
    ['The council said so.', false],
    ['Is it safe?', false],
    ['and then they left', false],
    ['The bridge, the river,', false],
    ['***', false],
    ['He said:', false],
    [BODY[2], false],
  ])('%j in plain text: %s', (text, expected) => {
    expect(isSubhead(lineOf(text), prose, false)).toBe(expected);
  });

  test('in HTML it must be bold', () => {
    expect(isSubhead(lineOf('A winter of repairs', {}, 1), prose, true)).toBe(true);
    expect(isSubhead(lineOf('A winter of repairs'), prose, true)).toBe(false);
  });

  test('text must follow, and longer than it', () => {
    expect(isSubhead(lineOf('A winter of repairs'), undefined, false)).toBe(false);
    expect(isSubhead(lineOf('A winter of repairs'), lineOf('Of lamps'), false)).toBe(false);
    expect(isSubhead(lineOf('A winter of repairs', { type: 'list-item' }), prose, false)).toBe(
      false,
    );
  });
});

describe('repeats of a title', () => {
  const title = keyOf(HEADLINE);

  test.each([
    [HEADLINE, 'whole'],
    [HEADLINE.toUpperCase(), 'whole'],
    [`“${HEADLINE}”`, 'whole'],
    ['Council reopens the old bridge after…', 'cut'],
    ['Council reopens the old bridge after ...', 'cut'],
    [`${HEADLINE} | Daily Post`, 'affixed'],
    [`${HEADLINE} - Daily Post`, 'affixed'],
    ['Council reopens the old bridge', null],
    [`${HEADLINE}, and the buses are glad`, null],
    ['Council…', null],
    ['', null],
  ])('%j: %s', (text, expected) => {
    expect(repeatOf(lineOf(text), title)).toBe(expected);
  });

  test('quotes and dashes of other kinds do not count', () => {
    expect(repeatOf(lineOf("'No way back' - mayor"), keyOf('“No way back” – mayor'))).toBe('whole');
  });

  test('nothing repeats a title that has no words', () => {
    expect(repeatOf(lineOf('anything'), '')).toBeNull();
  });
});

describe('shapes', () => {
  test.each([
    ['It is open.', true],
    ['“It is open.”', true],
    ['Is it open?»', true],
    ['橋が開く。', true],
    ['橋が開く。」', true],
    ['पुल खुल गया।', true],
    ['هل الجسر مفتوح؟', true],
    ['It is open', false],
    ['It is open:', false],
    ['', false],
  ])('%j ends as a sentence does: %s', (text, expected) => {
    expect(endsSentence(text)).toBe(expected);
  });

  test.each([
    ['One. Two! Three?', 3],
    ['橋が開く。市長は語った。', 2],
    ['No end', 0],
    ['“So,” he said. “Yes.”', 2],
  ])('%j has %i sentences', (text, count) => {
    expect(sentencesIn(text)).toBe(count);
  });

  test('Han and Hangul weigh more than letters', () => {
    expect(weightOf('abcd')).toBe(4);
    expect(weightOf('市議会')).toBe(7.5);
    expect(weightOf('시의회')).toBe(7.5);
  });

  test('words hold apostrophes and hyphens', () => {
    expect(wordsOf('It’s a well-known bridge, No. 7')).toEqual([
      'It’s',
      'a',
      'well-known',
      'bridge',
      'No.',
      '7',
    ]);
  });

  test('prose is long enough, made of sentences, and not of links', () => {
    expect(BODY.every((text) => lineOf(text).isProse)).toBe(true);
    expect(lineOf(HEADLINE).isProse).toBe(false);
    expect(lineOf(BODY[0], { type: 'heading' }).isProse).toBe(false);
    expect(
      lineOf(BODY[0], {
        context: { gap: 0, element: null, linkShare: 0.9, boldShare: 0, hidden: false },
      }).isProse,
    ).toBe(false);
  });
});
