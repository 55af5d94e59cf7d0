import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/pipeline.ts';
import { endsInTime } from '../../support/deadline.ts';

const PARAGRAPHS = [
  'The town council voted on Tuesday to rebuild the old bridge over the river, which has been closed since the floods of last spring.',
  'Work is to begin in March and will take about two years, the mayor told reporters after the meeting, which lasted until late at night.',
  'Residents of the eastern quarter, who now drive twelve kilometres to reach the market, had asked for a ferry until the work is done.',
  'The council refused, saying that no ferry could be had for the money, but it promised a bus that will run every half hour.',
];
const BOILERPLATE = [
  'Home',
  'Sign up for our newsletter',
  'Share on Facebook',
  'All rights reserved',
];

const desk = createPipeline();

describe('the model', () => {
  it('finds the body of a plain text', () => {
    const text = [
      BOILERPLATE[0],
      'Council votes to rebuild the old bridge',
      ...PARAGRAPHS,
      ...BOILERPLATE.slice(1),
    ].join('\n\n');
    const article = desk.clean({ content: text, format: 'text' });
    expect(article.text).toBe(PARAGRAPHS.join('\n\n'));
  });

  it.each(['standfirst', 'intro'])('keeps the only paragraph of a page, a %s by name', (name) => {
    const html = `<html><head><title>Council votes to rebuild the old bridge</title>
      <meta property="og:description" content="${PARAGRAPHS[0]}"></head><body><nav><a href="/x">Weather</a></nav>
      <article><h1>Council votes to rebuild the old bridge</h1><p class="${name}">${PARAGRAPHS[0]}</p></article>
      <footer><p>${BOILERPLATE[3]}</p></footer></body></html>`;
    const { text, subtitle } = desk.clean({ content: html, format: 'html' });
    expect({ text, subtitle }).toEqual({ text: PARAGRAPHS[0], subtitle: null });
  });

  describe('articles that endless scrolling appends', () => {
    const other = (title: string, name: string) =>
      `<div class="feed"><h1 class="${name}">${title}</h1><p>${PARAGRAPHS[2]}</p><p>${PARAGRAPHS[3]}</p></div>`;
    const page = (below: string, inside = '') =>
      `<html><head><title>Council votes to rebuild the old bridge</title></head><body><article>
      <h1 class="entry-title large">Council votes to rebuild the old bridge</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>${inside}</article>${below}</body></html>`;

    it('are not the article', () => {
      const article = desk.clean({
        content: page(other('Ferry refused for want of money', 'entry-title small')),
        format: 'html',
      });
      expect(article.text).toBe(PARAGRAPHS.slice(0, 2).join('\n\n'));
      expect(article.removed?.map(({ rule }) => rule)).toContain('appended-article');
    });

    it.each([
      ['another name inside the article', page('', other('What happens next', 'part'))],
      ['the same words', page(other('Council votes to rebuild the old bridge', 'entry-title'))],
    ])('are none below a heading with %s', (_, content) => {
      expect(desk.clean({ content, format: 'html' }).text).toContain(PARAGRAPHS[3]);
    });
  });

  it('finds the body of a page', () => {
    const body = PARAGRAPHS.map((line) => `<p>${line}</p>`).join('');
    const links = ['Weather', 'Sports', 'Jobs']
      .map((line) => `<li><a href="/x">${line}</a></li>`)
      .join('');
    const html = `<html><head><title>Council votes to rebuild the old bridge</title></head><body><nav><ul>${links}</ul></nav>
      <article><h1>Council votes to rebuild the old bridge</h1><div class="text">${body}</div></article>
      <footer><p>${BOILERPLATE[3]}</p></footer></body></html>`;
    const article = desk.clean({ content: html, format: 'html' });
    expect(article.text).toBe(PARAGRAPHS.join('\n\n'));
    expect(article.warnings).toEqual([]);
  });

  it('says the same of the same text', () => {
    const text = PARAGRAPHS.join('\n\n');
    expect(desk.clean(text)).toEqual(desk.clean(text));
  });

  it('ends on a page of ten thousand nested blocks, none of which is lost', () => {
    const line = 'Some words of a line, not few.';
    const content = `<body>${`<div><p class="a b">${line}</p>`.repeat(10_000)}</body>`;
    const article = endsInTime(() => desk.clean({ content, format: 'html' }));
    const said = [article.title ?? '', article.text, ...article.removed!.map(({ text }) => text)];
    expect(said.join('\n').split(line)).toHaveLength(10_001);
  });
});
