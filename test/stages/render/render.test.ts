import { describe, expect, test } from 'vitest';
import type { CleanOptions } from '../../../src/config/options.ts';
import { Article } from '../../../src/contract/article.ts';
import { createPipeline } from '../../../src/pipeline.ts';
import { toMarkdown } from '../../../src/writers/markdown.ts';
import { PARAGRAPHS, page, prose } from '../../support/harbour.ts';

const PAGE = `<html><head><link rel="canonical" href="https://example.org/north/mill"></head><body>
<header><img src="/logo.png" alt="Logo"></header>
<article><h1>The old mill turns again after forty years</h1>
<figure><img src="/wheel.jpg" alt="The wheel [new]" onerror="x()"><figcaption>The wheel on Sunday morning</figcaption></figure>
<p>The water wheel of the <a href="../mills?a=1 2">old <b>mill</b></a> turned on Sunday for the first time in forty years, and half the village came.</p>
<img src="data:image/gif;base64,AAAA" data-src="late.jpg"><img src="https://count.example/p.gif" width="1" height="1"><img src="javascript:alert(1)" alt="bad">
<table><tr><th>Year</th><th>Visitors</th></tr><tr><td>1990</td><td>12</td></tr><tr><td>2020</td><td>340</td></tr></table>
<div class="related"><p><a href="/other"><img src="/teaser.jpg" alt="Teaser"> Another mill burns down</a></p></div>
<p>The repair had taken six winters, because <a href="javascript:alert(1)">only two</a> carpenters still know how such wheels are made. <a href="#top">Up</a></p>
<ul><li>What comes next stands in the report of the council; see <a href="https://a.example/(x)">the plan</a></li></ul>
<p>The mayor, who had waited for the day since he was a boy at the school beside it, was the first to grind.</p>
</article><footer><img src="/f.png"></footer></body></html>`;

const make = (options: CleanOptions) =>
  createPipeline(options).clean({ content: PAGE, format: 'html' });
const types = (article: Article) => article.body.map(({ type }) => type);

describe('defaults', () => {
  const article = make({ html: true });
  test('captions out, tables in, links in HTML only, no pictures', () => {
    expect(types(article)).toEqual(['paragraph', 'table', 'paragraph', 'list-item', 'paragraph']);
    expect(article.images).toBeUndefined();
    expect(article.body.some((block) => block.links)).toBe(false);
    expect(article.html).toContain('<a href="../mills?a=1 2">old <b>mill </b></a>');
    expect(article.html).toContain('<td>1990</td><td>12</td></tr><tr><td>2020</td>');
    expect(article.html).not.toContain('<img');
    expect(toMarkdown(article)).not.toContain('](');
  });
});

test('captions are kept as such, and tables dropped under a label of their own', () => {
  const article = make({ captions: 'keep', tables: 'drop' });
  expect(types(article)).toEqual(['caption', 'paragraph', 'paragraph', 'list-item', 'paragraph']);
  expect(article.body[0]!.text).toBe('The wheel on Sunday morning');
  expect(article.removed).toContainEqual(
    expect.objectContaining({ label: 'table', rule: 'option tables', certainty: 1 }),
  );
});

test('a caption is kept behind a line at the end that the user drops', () => {
  const content = page(
    `${prose()}<p>Our helpline: 0800123</p><figure><figcaption>The crane on Monday</figcaption></figure>`,
  );
  const sites = [{ host: '*', drop: { lines: ['^Our helpline'] } }];
  const { body } = createPipeline({ captions: 'keep', sites }).clean({ content, format: 'html' });
  expect(body.map(({ text }) => text)).toEqual([...PARAGRAPHS, 'The crane on Monday']);
});

describe('links', () => {
  test('kept: with their places, absolute where the page is known, in Markdown too', () => {
    const article = make({ links: 'keep' });
    const shown = article.body.flatMap(({ text, links }) =>
      (links ?? []).map(({ start, end, href }) => [text.slice(start, end), href]),
    );
    expect(shown).toEqual([
      ['old mill', 'https://example.org/mills?a=1%202'],
      ['the plan', 'https://a.example/(x)'],
    ]);
    expect(Article.parse(article)).toEqual(article);
    const markdown = toMarkdown(article);
    expect(markdown).toContain('of the [old mill](<https://example.org/mills?a=1%202>) turned');
    expect(markdown).toContain('see [the plan](<https://a.example/(x)>)');
  });

  test('dropped: their text stays', () => {
    const { html } = make({ links: 'drop', html: true });
    expect(html).toContain('old <b>mill </b>turned');
    expect(html).not.toContain('<a');
  });
});

describe('pictures kept', () => {
  const article = make({ images: 'keep', html: true });

  test('those of the article, not the logo, beacons, teasers and scripts', () => {
    expect(article.images).toEqual([
      { src: 'https://example.org/wheel.jpg', alt: 'The wheel [new]', before: 0 },
      { src: 'https://example.org/north/late.jpg', alt: '', before: 1 },
    ]);
  });

  test('in HTML without handlers', () => {
    expect(article.html).toContain('<img src="/wheel.jpg" alt="The wheel [new]" />');
    expect(article.html!.match(/<img/g)).toHaveLength(2);
    expect(article.html).not.toContain('onerror');
  });

  test('in Markdown where they stand', () => {
    const markdown = toMarkdown(article);
    const at = markdown.indexOf('![The wheel \\[new\\]](<https://example.org/wheel.jpg>)');
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(markdown.indexOf('The water wheel'));
  });
});

test('plain text has neither', () => {
  const article = createPipeline({ links: 'keep', images: 'keep' }).clean(
    'A title\n\nA paragraph of text.',
  );
  expect(article).not.toHaveProperty('images');
});
