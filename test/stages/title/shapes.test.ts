import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cleanFull } from '../../support/desk.ts';

/** What a page says of its title, and where. */
interface Page {
  readonly titleElement?: string;
  readonly og?: string;
  readonly ld?: string;
  readonly h1?: string;
  readonly h2?: string;
  readonly kickerSpan?: string;
  readonly site?: string;
  readonly section?: string;
  readonly url?: string;
}

/** A title line with the affixes, kickers and repeats that it comes with, and what it should become. */
interface Case {
  readonly label: string;
  readonly lang: string;
  readonly comment?: string;
  /** The line is a headline as it is. */
  readonly stay?: boolean;
  /** Lines above the body of a plain text, or what a page says. */
  readonly text?: readonly string[];
  readonly page?: Page;
  readonly expected: {
    readonly title: string;
    readonly kicker?: string | null;
    readonly section?: string;
    /** How many of the lines are removed as repeats of the title. */
    readonly repeats?: number;
  };
}

const read = (name: string): string =>
  readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8');
const bodies = JSON.parse(read('bodies.json')) as Readonly<Record<string, readonly string[]>>;
const cases = read('shapes.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Case);

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const element = (tag: string, text: string | undefined): string =>
  text === undefined ? '' : `<${tag}>${escapeText(text)}</${tag}>`;
const meta = (property: string, content: string | undefined): string =>
  content === undefined ? '' : `<meta property="${property}" content="${escapeText(content)}">`;

function pageOf(page: Page, lang: string): string {
  const og = page.og === '$LONG' ? 'A long title and no end of it '.repeat(340) : page.og;
  const ld = page.ld
    ? `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: page.ld })}</script>`
    : '';
  const kicker = page.kickerSpan ? `<div class="kicker">${escapeText(page.kickerSpan)}</div>` : '';
  const body = bodies[lang]!.map((paragraph) => element('p', paragraph)).join('');
  return `<html lang="${lang}"><head>${element('title', page.titleElement)}${meta('og:title', og)}${meta('og:site_name', page.site)}${meta('article:section', page.section)}${ld}</head><body><article>${kicker}${element('h1', page.h1)}${element('h2', page.h2)}${body}</article></body></html>`;
}

function clean({ text, page, lang }: Case) {
  const content = page
    ? pageOf(page, lang)
    : [...text!, '', ...bodies[lang]!.flatMap((paragraph) => [paragraph, ''])].join('\n');
  return cleanFull({
    content,
    format: page ? 'html' : 'text',
    ...(page?.url ? { url: page.url } : {}),
  });
}

describe('titles as pages and texts print them', () => {
  test.each(cases)('$lang: $label', (shape) => {
    const { title, kicker, section, repeats } = shape.expected;
    const article = clean(shape);
    expect(article.title).toBe(title);
    if (kicker !== undefined) expect(article.kicker).toBe(kicker);
    if (section !== undefined) expect(article.section).toBe(section);
    if (repeats !== undefined) {
      const removed = article.removed!.filter(({ label }) => label === 'duplicate-title');
      expect(removed).toHaveLength(repeats);
    }
    expect(article.body).toHaveLength(bodies[shape.lang]!.length);
  });

  test('each language has a text of its own, and many headlines must stay whole', () => {
    expect(new Set(cases.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(15);
    expect(cases.filter(({ stay }) => stay).length).toBeGreaterThanOrEqual(40);
  });
});
