import { gzipSync } from 'node:zlib';

/** A row as the training scripts read it; pages have `html`, texts have `input_text` and `labels`. */
export interface Row {
  readonly id: string;
  readonly fold: number;
  readonly variant: string;
  readonly lang: string;
  readonly title: string;
  readonly expected_text: string | null;
  readonly page_type?: string;
  readonly html?: string;
  readonly input_text?: string;
  /** One digit a line: 1 article, 0 not. */
  readonly labels?: string;
}

/** Folds of sites that training is cross-validated on. */
export const FOLDS = 5;

const TOWNS = ['Ulverby', 'Marrow Quay', 'Fennick', 'Osterholt', 'Lindale', 'Cray'] as const;
const MENU = ['Home', 'Sport', 'Weather'] as const;
const FOOT = ['Related articles', 'Sign up for our newsletter', 'All rights reserved'] as const;

/** Invented pages, two of each town, and a list of links that is no article. */
export const PAGES: readonly Row[] = [
  ...TOWNS.flatMap((town, i) => [1, 2].map((part) => pageOf(town, part, i % FOLDS))),
  {
    id: 'page-list',
    fold: 0,
    variant: 'raw',
    lang: 'en',
    title: 'Latest',
    expected_text: null,
    page_type: 'listing',
    html: `<h1>Latest</h1><ul>${TOWNS.map((town) => `<li><a href="/${town}">News from ${town}</a></li>`).join('')}</ul>`,
  },
];

/** The same stories as plain text, with a menu above and what pages end with below. */
export const TEXTS: readonly Row[] = TOWNS.flatMap((town, i) =>
  [1, 2].map((part): Row => {
    const story = [titleOf(town, part), ...storyOf(town, part)];
    const lines = [...MENU, ...story, ...FOOT];
    return {
      ...commonOf('text', town, part, i % FOLDS),
      input_text: lines.join('\n'),
      labels: lines.map((line) => (story.includes(line) ? '1' : '0')).join(''),
    };
  }),
);

/** Rows as the gzipped NDJSON that the training scripts read. */
export function gzipped(rows: readonly Row[]): Buffer {
  return gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

function pageOf(town: string, part: number, fold: number): Row {
  const paragraphs = storyOf(town, part).map((text) => `<p>${text}</p>`);
  const links = [...MENU].map((name) => `<a href="/${name}">${name}</a>`);
  return {
    ...commonOf('page', town, part, fold),
    html: `<html lang="en"><title>${titleOf(town, part)}</title><nav class="menu">${links.join('\n')}</nav><article class="story"><h1>${titleOf(town, part)}</h1>${paragraphs.join('')}</article><footer>${FOOT.map((text) => `<p>${text}</p>`).join('')}</footer></html>`,
  };
}

function commonOf(kind: string, town: string, part: number, fold: number) {
  return {
    id: `${kind}-${town}-${part}`,
    fold,
    variant: kind === 'page' ? 'raw' : 'scoped',
    lang: 'en',
    title: titleOf(town, part),
    expected_text: storyOf(town, part).join('\n'),
  };
}

function titleOf(town: string, part: number): string {
  return `${town} opens its ${part === 1 ? 'swing bridge' : 'tram depot'} a year late`;
}

function storyOf(town: string, part: number): string[] {
  const what = part === 1 ? 'bridge' : 'depot';
  return [
    `The ${what} in ${town} was opened on Monday after a year of delays, the council said.`,
    `Nobody had expected the ${what} to cost more than the new school, said the clerk of works.`,
    `“We waited for a part that no factory makes any more,” the engineer told reporters.`,
    `Two hundred people came to see the ${what}, and most of them stayed until the lamps were lit.`,
    `The harbour master of ${town} counted eleven boats, which he called a good number.`,
    `Buses will use the ${what} from the first of the month, and cars a week later.`,
    `A second ${what} is planned for the north of the town, but no money has been found for it.`,
    `The council meets again in March to hear what is left of the budget, the mayor said.`,
  ];
}
