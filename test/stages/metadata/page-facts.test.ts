import { describe, expect, it } from 'vitest';
import { cleanFull } from '../../support/desk.ts';

const LEAD =
  'The harbour board of Ellmouth agreed on Monday to keep the old crane, which has stood on the quay since the year of the great storm.';
const MORE =
  'It will be painted in the spring and opened to visitors in the summer, the head of the board told a full hall after the vote.';

function page(inside: string, head = ''): string {
  return `<html lang="en"><head><title>Ellmouth keeps its old crane</title>${head}</head><body><main><article>
    <h1>Ellmouth keeps its old crane</h1>${inside}</article></main></body></html>`;
}

const clean = (content: string) => cleanFull({ content, format: 'html' });
const codes = (content: string) => clean(content).warnings.map(({ code }) => code);

describe('a paywall in words', () => {
  const offer = (heading: string) =>
    page(`<p>${LEAD}</p><div class="gate"><h3>${heading}</h3><p><a href="/l">Log in</a></p></div>`);

  it.each(['To continue reading, subscribe today', 'This article is for subscribers only'])(
    'is told of: %s',
    (heading) => {
      const article = clean(offer(heading));
      expect(article.paywalled).toBe(true);
      expect(article.warnings.map(({ code }) => code)).toContain('paywall');
    },
  );

  it('is no paywall where the site only asks for support', () => {
    expect(clean(offer('Subscribe now')).paywalled).toBeNull();
  });

  it('is believed less than what the page states', () => {
    const free =
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true}</script>';
    const html = offer('To continue reading, subscribe today').replace('</head>', `${free}</head>`);
    expect(codes(html)).not.toContain('paywall');
  });
});

describe('the dates of a page that lists articles', () => {
  const card = (day: number) =>
    `<li><a href="/${day}"><h3>Story number ${day}</h3></a><p>What it says.</p><time>${day} Aug 2025</time></li>`;
  const list = (days: number) =>
    `<html lang="en"><head><title>Sea</title></head><body><main><h1>Sea</h1><ul>${Array.from({ length: days }, (_, i) => card(i + 1)).join('')}</ul></main></body></html>`;

  it('are not its own', () => {
    const article = clean(list(6));
    expect(article.body).toEqual([]);
    expect(article.published).toBeNull();
  });
});

it('reads the person’s name before a space of no width in structured data', () => {
  const person = `<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Ida Brandt\u200b \u200b Ellmouth"}}</script>`;
  expect(clean(page(`<p>${LEAD}</p><p>${MORE}</p>`, person)).authors).toEqual([
    { name: 'Ida Brandt', kind: 'person' },
  ]);
});

describe('names in elements of their own', () => {
  const byline = (inside: string) =>
    clean(page(`<div class="byline">${inside}</div><p>${LEAD}</p><p>${MORE}</p>`));
  const name = (text: string) => `<a class="author" href="/a">${text}</a>`;

  it.each(['and', ',', '&amp;', 'und'])('are one byline where %s joins them', (joint) => {
    const article = byline(
      `By ${name('Ida Brandt')} ${joint} ${name('Tom Oster')} | <span class="date">3 May 2024</span>`,
    );
    expect(article.authors.map((author) => author.name)).toEqual(['Ida Brandt', 'Tom Oster']);
    expect(article.published?.value).toBe('2024-05-03');
  });

  it('are parted from a job that nothing but their element sets apart', () => {
    const article = byline('<a href="/a">Ida Brandt</a><span>Political Editor</span>');
    expect(article.byline).toBe('Ida Brandt Political Editor');
    expect(article.authors.map((author) => author.name)).toEqual(['Ida Brandt']);
  });
});
