import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/pipeline.ts';
import cases from './cases.json' with { type: 'json' };

interface Case {
  readonly label: string;
  readonly title: string;
  /** Parts of the page, as HTML: in its head, before the title, between title and text, after the text. */
  readonly head?: string;
  readonly before?: string;
  readonly above?: string;
  readonly below?: string;
  readonly url?: string;
  readonly expected: Readonly<Record<string, unknown>>;
}

const desk = createPipeline({ ledger: 'none' });
const TEXT = [
  'The council has closed the bridge over the river, since its northern pier has sunk by a hand within one winter.',
  'Engineers want to drill into the river bed before they say how long the repair will take and what it will cost.',
  'Until then a ferry will carry pedestrians and bicycles across, while cars have to use the old road through the hills.',
];

function articleOf({ title, head = '', before = '', above = '', below = '', url }: Case) {
  const text = TEXT.map((p) => `<p>${p}</p>`).join('');
  const content = `<html><head><title>${title}</title>${head}</head><body>${before}<article><h1>${title}</h1>${above}${text}</article>${below}</body></html>`;
  return desk.clean({ content, format: 'html', id: 'case', ...(url ? { url } : {}) });
}

describe('facts of a page', () => {
  it.each(cases as readonly Case[])('$label', (one) => {
    const article = articleOf(one);
    const found: Record<string, unknown> = {
      authors: article.authors.map((a) => a.name),
      published: article.published?.value ?? null,
      modified: article.modified?.value ?? null,
      pageDate: article.pageDate?.value ?? null,
      warnings: article.warnings.map((w) => w.code),
    };
    const asked = Object.fromEntries(Object.keys(one.expected).map((key) => [key, found[key]]));
    expect(asked).toEqual(one.expected);
  });
});
