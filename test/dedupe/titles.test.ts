import { describe, expect, test } from 'vitest';
import type { DedupeRow } from '../../src/dedupe/row.ts';
import { createTitleCollector } from '../../src/dedupe/titles/dedupe-titles.ts';
import { titleCore } from '../../src/dedupe/titles/title-core.ts';

function clusters(rows: readonly (string | Omit<DedupeRow, 'id'>)[]): string[] {
  const collector = createTitleCollector(31);
  for (const [i, row] of rows.entries()) {
    collector.add({ id: String(i), ...(typeof row === 'string' ? { title: row } : row) });
  }
  return [...collector.results()].map(({ cluster }) => cluster);
}

describe('the core of a title', () => {
  const CORES: readonly (readonly [string, string])[] = [
    ['Council closes Morrow bridge', 'council closes morrow bridge'],
    ['COUNCIL CLOSES MORROW BRIDGE.', 'council closes morrow bridge'],
    ['UPDATE 2-Council closes Morrow bridge', 'council closes morrow bridge'],
    ['BREAKING: Council closes Morrow bridge', 'council closes morrow bridge'],
    ['[UPDATED] Council closes Morrow bridge', 'council closes morrow bridge'],
    ['Council closes Morrow bridge (Video)', 'council closes morrow bridge'],
    ['Council closes Morrow bridge | Business | BBC News', 'council closes morrow bridge'],
    ['Council closes Morrow bridge—The Morrow Gazette', 'council closes morrow bridge'],
    ['Reuters: Council closes Morrow bridge', 'council closes morrow bridge'],
    ['Council closes Morrow bridge :: gazette.example.com', 'council closes morrow bridge'],
    ['Council closes &#8216;Morrow&#8217; bridge', 'council closes morrow bridge'],
    ['Council closes â€˜Morrowâ€™ bridge', 'council closes morrow bridge'],
    ['Café Müller schließt für immer', 'cafe muller schlie\u00dft fur immer'],
    ['CafÃ© MÃ¼ller schlieÃŸt fÃ¼r immer', 'cafe muller schlie\u00dft fur immer'],
    ['U.S. exports rise 1,200 percent', 'us exports rise 1200 percent'],
    ['Prices rise 2,5 % in June', 'prices rise 2.5% in june'],
    ['Eilmeldung: Rat schließt Brücke - Spiegel', 'rat schlie\u00dft brucke'],
    ['速報：市議会が橋を閉鎖', '市議会が橋を閉鎖'],
    ['Opinion', 'opinion'],
    ['', ''],
  ];
  test.each(CORES)('%s', (title, words) => {
    expect(titleCore(title).words).toBe(words);
  });

  test('the site may be named as its address has it', () => {
    const source = { url: 'https://www.sundervikpost.example/a/1' };
    expect(titleCore('Ferry runs aground - Sundervik Post', source).words).toBe(
      'ferry runs aground',
    );
  });

  test('a company before a colon is no outlet', () => {
    expect(titleCore('Keystone Media: results for the second quarter').words).toContain('keystone');
  });
});

describe('clusters of titles', () => {
  test('a title that was cut off belongs to the only one that goes on', () => {
    const whole = 'Council closes Morrow bridge after divers find cracks';
    expect(
      clusters([
        whole,
        'Council closes Morrow bridge after…',
        'Council closes Morrow... | BBC News',
      ]),
    ).toEqual(['0', '0', '0']);
  });

  test('and to none where two go on', () => {
    expect(
      clusters([
        'Council closes Morrow bridge',
        'Council closes Morrow school',
        'Council closes Morrow…',
      ]),
    ).toEqual(['0', '1', '2']);
  });

  const MINIMAL: readonly (readonly [string, string])[] = [
    ['Death toll from Lunde floods rises to 12', 'Death toll from Lunde floods rises to 17'],
    ['Ingrid Tollefsen elected mayor', 'Liv Aasen elected mayor'],
    ['School budget of Lunde', 'School budget of Vestre'],
    ['Weather forecast for Monday', 'Weather forecast for Tuesday'],
    ['Lunde beat Vestre 3-1', 'Lunde beat Vestre 3-2'],
    ['The bridge, part 1', 'The bridge, part 2'],
    ['Shares rise 1.5 percent', 'Shares rise 15 percent'],
    ['Mayor wins re-election', 'Mayor loses re-election'],
    ['Acme: Q1 results', 'Acme: Q2 results'],
  ];
  test.each(MINIMAL)('%s | %s', (a, b) => {
    expect(clusters([a, b])).toEqual(['0', '1']);
  });

  test('titles without words stand alone', () => {
    expect(clusters(['', '', '…', '!!!', { title: null }])).toEqual(['0', '1', '2', '3', '4']);
  });

  test('one title on many articles', () => {
    const rows = Array.from({ length: 10_000 }, () => 'Council closes Morrow bridge');
    expect(new Set(clusters(rows)).size).toBe(1);
  });

  test('the same title a year later is another story', () => {
    const rows = ['2023-05-01', '2023-05-03', '2024-05-01'].map((date) => ({
      title: 'The week in pictures',
      date,
    }));
    expect(clusters(rows)).toEqual(['0', '0', '2']);
  });
});
