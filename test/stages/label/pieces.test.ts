import { describe, expect, test } from 'vitest';
import { iconNames, isIconLine } from '../../../src/recognize/phrases/icons.ts';
import { lineOf } from '../../support/lines.ts';

function spans(text: string): string[] | null {
  const found = lineOf(text).mixed;
  return (
    found?.map(
      ({ start, end, label, syntax }) => `${syntax ? '~' : ''}${label}: ${text.slice(start, end)}`,
    ) ?? null
  );
}

describe('lines of several facts', () => {
  test.each([
    [
      'folder_openWorld access_time3 years ago',
      ['icon-name: folder_open', 'section: World', 'icon-name: access_time', 'date: 3 years ago'],
    ],
    ['scheduleMay 3, 2024', ['icon-name: schedule', 'date: May 3, 2024']],
    ['World | May 3, 2024', ['section: World', '~section: |', 'date: May 3, 2024']],
    ['May 3, 2024 | World', ['date: May 3, 2024', '~date: |', 'section: World']],
    ['By Anna Berg | May 3, 2024', ['byline: By Anna Berg', '~byline: |', 'date: May 3, 2024']],
    [
      'By Anna Berg • May 3, 2024 • Politics',
      ['byline: By Anna Berg', '~byline: •', 'date: May 3, 2024', '~date: •', 'section: Politics'],
    ],
    ['Politics · 3 hours ago', ['section: Politics', '~section: ·', 'date: 3 hours ago']],
    ['By Anna Berg - May 3, 2024', ['byline: By Anna Berg', '~byline: -', 'date: May 3, 2024']],
    ['folder_openPolitics', ['icon-name: folder_open', 'section: Politics']],
    ['World | Politics', null],
    ['Council reopens | the old bridge', null],
    ['May 3, 2024', null],
    ['World', null],
    ['The council said - on Monday - that the bridge would reopen', null],
    ['snake_case is how programmers write names', null],
  ])('%j', (text, expected) => {
    expect(spans(text)).toEqual(expected);
  });

  test.each([
    'May 4 | May 5',
    '| May 4',
    'World | | May 3, 2024',
    'Published May 3, 2024 | Updated May 4, 2024',
    'May4|May4',
    '•World•May 3, 2024•',
    'World | May 3, 2024 |',
    'folder_open folder_open May 3, 2024',
  ])('the spans of %j are disjoint, in order, and hold all that shows', (text) => {
    const found = lineOf(text).mixed!;
    expect(found).not.toBeNull();
    let end = 0;
    let rest = '';
    for (const span of found) {
      expect(span.start).toBeGreaterThanOrEqual(end);
      rest += text.slice(end, span.start);
      end = span.end;
    }
    expect((rest + text.slice(end)).trim()).toBe('');
  });
});

describe('names of icons', () => {
  test.each([
    ['folder_openWorld', ['folder_open']],
    ['access_time3 years ago', ['access_time']],
    ['access_time 3 years ago', ['access_time']],
    ['label_outlinePolitics', ['label_outline']],
    ['schedule5 hours ago', ['schedule']],
    ['shareShare', ['share']],
    ['folder_open World access_time', ['folder_open', 'access_time']],
    ['share this with friends', []],
    ['schedule for May', []],
    ['The share of votes', []],
    ['some_name_of_nothing', []],
    ['e-mail: anna_berg@example.org', []],
    ['myfolder_open', []],
    ['iPhone sales fell', []],
    ['homeOwners', ['home']],
  ])('%j', (line, expected) => {
    expect(iconNames(line).map(({ start, end }) => line.slice(start, end))).toEqual(expected);
  });

  test.each([
    ['folder_open', true],
    ['folder_open access_time', true],
    ['share', false],
    ['folder_open World', false],
    ['', false],
  ])('the line %j is nothing else: %s', (line, expected) => {
    expect(isIconLine(line)).toBe(expected);
  });
});
