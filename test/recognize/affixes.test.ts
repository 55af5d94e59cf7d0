import { describe, expect, test } from 'vitest';
import { isDomain, isKnownOutlet, isOutlet, withoutArticle } from '../../src/recognize/outlets.ts';
import { isCutOff, repeatOf } from '../../src/recognize/repeats.ts';
import { cutsOf } from '../../src/recognize/separators.ts';
import { siteOf } from '../../src/recognize/site.ts';
import { keyOf } from '../../src/text/tokens.ts';
import { lineOf } from '../support/lines.ts';

describe('separators of a title line', () => {
  test.each([
    ['Ferry stays | Courier', ['bar']],
    ['Ferry stays｜Courier', ['bar']],
    ['Ferry stays - Courier – Coast — North', ['dash', 'dash', 'dash']],
    ['Vote: ferry stays', ['colon']],
    ['Vote : ferry stays', ['colon']],
    ['Courier :: Ferry stays » Local › Ferry', ['mark', 'mark', 'mark']],
    ['渡轮保留_海湾晚报', ['underscore']],
    ['渡轮保留-海湾晚报', ['dash']],
    ['市长：渡轮保留', ['colon']],
    ['Ro-ro ferry/bus at 23:45, snake_case', []],
    ['Marrow 2-1 Dune', []],
  ])('%s', (line, kinds) => {
    expect(cutsOf(line).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('what stands between two separators is a part', () => {
    const line = 'Ferry stays  |  Local - Courier';
    expect(cutsOf(line).map(({ start, end }) => line.slice(start, end))).toEqual(['  |  ', ' - ']);
  });
});

describe('outlets', () => {
  test.each(['Reuters', 'The New York Times', 'new york times', 'taz'])(
    '%s may be known',
    (name) => {
      expect(isKnownOutlet(name)).toBe(name !== 'new york times');
    },
  );

  test.each([
    'Marrow Daily News',
    'Neue Marschener Zeitung',
    'Gazzetta della Laguna',
    'Nordkurier',
    '海湾晚报',
  ])('%s is named like one', (name) => {
    expect(isOutlet(name)).toBe(true);
    expect(isKnownOutlet(name)).toBe(false);
  });

  test.each([
    '',
    'News',
    'the last Post',
    'Mayor Dorn',
    'Marrow newspaper report',
    'a star is born today',
  ])('%j is none', (text) => {
    expect(isOutlet(text)).toBe(false);
  });

  test('articles and addresses', () => {
    expect(withoutArticle("L'Écho")).toBe('Écho');
    expect(withoutArticle('Theatre')).toBe('Theatre');
    expect(isDomain('news.marrow.example')).toBe(false);
    expect(isDomain('news.marrow.com')).toBe(true);
    expect(isDomain('3.5 million')).toBe(false);
  });
});

describe('the name of a site', () => {
  const named = siteOf(['The Marrow Courier'], [], []);
  const addressed = siteOf([], ['https://news.marrow-courier.example/a', 'no address'], []);

  test('as its metadata state it, with or without its article', () => {
    expect(named.proofOf('Marrow Courier')).toBe('named');
    expect(named.proofOf('the marrow courier')).toBe('named');
    expect(named.proofOf('Marrow')).toBeNull();
    expect(named.beginsWithName('The Marrow Courier Online')).toBe(true);
  });

  test('as its address spells it', () => {
    expect(addressed.proofOf('Marrow Courier')).toBe('address');
    expect(addressed.proofOf('News')).toBeNull();
    expect(siteOf([], ['https://muensterblatt.example/'], []).proofOf('Münsterblatt')).toBe(
      'address',
    );
    expect(siteOf([], ['https://denikzatoka.example/'], []).proofOf('Deník Zátoka')).toBe(
      'address',
    );
    expect(
      siteOf([], ['https://courierdesdunes.example/'], []).proofOf('Le Courier des Dunes'),
    ).toBe('address');
  });

  test('a headline stated as the site’s name is no name', () => {
    const headline = 'Harbour town votes to keep its last ferry after all';
    expect(siteOf([headline], [], []).proofOf(headline)).toBeNull();
  });
});

describe('repeats', () => {
  const title = keyOf('The harbour’s last ferry stays, and the town pays');

  test.each([
    ['The harbours last ferry stays, and the town pays', 'whole'],
    ['The harbour�s last ferry stays, and the town pays', 'whole'],
    ['THE HARBOUR?S LAST FERRY STAYS, AND THE TOWN PAYS', 'whole'],
    ['The harbour’s last ferry st…', 'cut'],
    ['The harbour’s last ferry [...]', 'cut'],
    ['The harbour’s last ferry stays, and the town pays | Courier', 'affixed'],
    ['The harbour’s last ferry stays', null],
    ['The harbour…', null],
    ['The harbour’s last ferry stays, and the town pays: what now', null],
  ])('%s', (line, repeat) => {
    expect(repeatOf(lineOf(line), title)).toBe(repeat);
  });

  test('a cut shows at the end only', () => {
    expect(isCutOff('Ferry stays …')).toBe(true);
    expect(isCutOff('Ferry … stays')).toBe(false);
  });
});
