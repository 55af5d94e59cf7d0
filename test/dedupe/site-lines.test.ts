import { describe, expect, test } from 'vitest';
import { createSiteMemory } from '../../src/dedupe/site-lines/site-memory.ts';
import { templateLines } from '../../src/dedupe/site-lines/template-lines.ts';

const STORIES = [
  [
    'The council closed the Morrow bridge after divers found cracks in two of its piers on Tuesday.',
    'Traders in Harbour Street said that the closure would ruin them before the summer was over.',
  ],
  [
    'A ferry with 212 people on board ran aground in thick fog off Sundervik early on Friday.',
    'Tugs were to pull the ship free at high tide, and divers will examine the hull.',
  ],
  [
    'The school of Lunde opens its new hall next week, four years after the old one burned down.',
    'Pupils had been taught in containers that the army lent to the village.',
  ],
  [
    'Farmers in the valley expect the best harvest of apples in a decade, their union said.',
    'Pickers are hard to find, and many orchards offer rooms and meals to those who come.',
  ],
];

/** Pages of a site, with its own lines around and between the paragraphs of each story. */
const pageOf = (
  [first, second]: readonly string[],
  i: number,
  between: readonly string[] = [],
): string[] => [
  'Harbour Herald – all the news of the coast since 1898',
  'Tides and weather',
  `Published ${i + 2} hours ago`,
  `Title of story ${'abcd'[i]}`,
  first!,
  'Herald readers get the first month for free, and a mug.',
  'Why it matters',
  ...between,
  second!,
  'The fishermen will tell, as they always do.',
  `${i * 31 + 4} comments`,
  'Harbour Herald is printed on paper from the mills of Vestre.',
];

function flagged(pages: readonly string[][]): string[][] {
  const memory = createSiteMemory();
  for (const page of pages) memory.learn('herald.example', page);
  return pages.map((page) => {
    const reasons = templateLines(page, memory.of('herald.example'));
    return page.filter((_, i) => reasons[i] !== null);
  });
}

describe('the lines of a site', () => {
  const pages = STORIES.map((story, i) =>
    pageOf(story, i).filter((line) => i < 2 || line !== 'Why it matters'),
  );

  test('what stands around the article is found, with other numbers too', () => {
    expect(flagged(pages)[1]).toEqual([
      'Harbour Herald – all the news of the coast since 1898',
      'Tides and weather',
      'Published 3 hours ago',
      'Herald readers get the first month for free, and a mug.',
      'The fishermen will tell, as they always do.',
      '35 comments',
      'Harbour Herald is printed on paper from the mills of Vestre.',
    ]);
  });

  test('the article stays, also a heading and a quotation that two of them have', () => {
    const quoted = STORIES.map((story, i) =>
      pageOf(story, i, i < 2 ? ['"This is unacceptable," she said.'] : []).filter(
        (line) => i < 2 || line !== 'Why it matters',
      ),
    );
    for (const [i, lines] of flagged(quoted).entries()) {
      for (const line of [...STORIES[i]!, 'Why it matters', '"This is unacceptable," she said.']) {
        expect(lines).not.toContain(line);
      }
    }
  });

  test('a page that is read twice counts once', () => {
    const memory = createSiteMemory();
    for (let i = 0; i < 5; i++) memory.learn('herald.example', pages[0]!);
    expect(memory.of('herald.example').pages).toBe(1);
    expect(templateLines(pages[0]!, memory.of('herald.example'))).toEqual(
      pages[0]!.map(() => null),
    );
  });

  test('a story that two pages print stays on both', () => {
    const twice = [
      ...pages,
      [
        ...pages[0]!.slice(0, -2),
        'This story was taken over from the morning edition, with the kind leave of its editor.',
        ...pages[0]!.slice(-2),
      ],
    ];
    for (const line of flagged(twice)[0]!) expect(STORIES[0]).not.toContain(line);
  });

  test('sites do not know each other', () => {
    const memory = createSiteMemory();
    memory.learn('a.example', pages[0]!);
    memory.learn('b.example', pages[1]!);
    expect(memory.of('a.example').pages).toBe(1);
    expect(memory.of('c.example').pages).toBe(0);
  });

  test('what was kept is known again', () => {
    const memory = createSiteMemory();
    for (const page of pages.slice(0, 3)) memory.learn('herald.example', page);
    const later = createSiteMemory(JSON.parse(JSON.stringify(memory.snapshot())));
    later.learn('herald.example', pages[3]!);
    const reasons = templateLines(pages[3]!, later.of('herald.example'));
    expect(pages[3]!.filter((_, i) => reasons[i] !== null)).toEqual(flagged(pages)[3]);
    expect(later.snapshot()).not.toEqual(memory.snapshot());
  });
});
