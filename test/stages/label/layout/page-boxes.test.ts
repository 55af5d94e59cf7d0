import { describe, expect, it } from 'vitest';
import { ruledOf } from '../../../../src/stages/label/index.ts';
import { withLastLines } from '../../../../src/stages/label/layout/adjust/last-lines.ts';
import { createRead } from '../../../../src/stages/read/index.ts';
import { blocksOf } from '../../../support/blocks.ts';
import { cleanFull } from '../../../support/desk.ts';
import { linesOf, PARAGRAPHS, page, prose } from '../../../support/harbour.ts';

describe('short last lines of the body’s element', () => {
  /** Which of the lines behind the paragraphs are taken, where the model finds all of them likely. */
  function taken(last: string): boolean[] {
    const html = `<div class="text">${prose()}${last}</div>`;
    const { ruled } = ruledOf(createRead()(blocksOf(html, 'html')));
    const isBody = ruled.map((_, i) => i < PARAGRAPHS.length);
    withLastLines(ruled, isBody, new Float32Array(ruled.length).fill(0.5));
    return isBody.slice(PARAGRAPHS.length);
  }

  it.each([
    ['a sentence', '<p>The crane stays.</p>'],
    ['a quotation', '<blockquote>It is ours, and it stays.</blockquote>'],
  ])('are the article’s: %s', (_, last) => {
    expect(taken(last)).toEqual([true]);
  });

  it.each([
    ['that ask', '<p>Have you seen the crane?</p>'],
    ['that say where to write', '<p>Write to desk@example.org with your news.</p>'],
    ['that point elsewhere', '<p>Read more news on our pages.</p>'],
    ['that are links', '<p><a href="/crane">All stories about the crane.</a></p>'],
    ['in another element', '<div><p>The crane stays.</p></div>'],
  ])('are not theirs where they are lines %s', (_, last) => {
    expect(taken(last)).toEqual([false]);
  });

  it('are not taken where there are many', () => {
    expect(taken('<p>The crane stays.</p>'.repeat(5))).toEqual(Array(5).fill(false));
  });
});

describe('an interview whose speakers stand in elements of their own', () => {
  const turns = [
    ['Anna Berg', 'Why does the crane stay?'],
    [
      'Tom Holm',
      'Because nobody could imagine the quay without it, and because the vote was clear.',
    ],
    ['Anna Berg', 'Was it?'],
    ['Tom Holm', 'Four thousand names were more than anybody on the board had expected to see.'],
    ['Anna Berg', 'And now?'],
    ['Tom Holm', 'Paint.'],
  ];
  const list = turns.map(([name, text]) => `<dt>${name}</dt><dd>${text}</dd>`).join('');

  it('is whole, with the shortest answer', () => {
    const lines = linesOf(page(`${prose(0, 2)}<dl>${list}</dl>`));
    for (const text of turns.flat()) expect(lines).toContain(text);
  });

  it('is none where names have no text between them', () => {
    const names = turns.map(([name]) => `<dt>${name}</dt>`).join('');
    expect(linesOf(page(`${prose()}<dl>${names}</dl>`))).toEqual(PARAGRAPHS);
  });
});

it('leaves a line out that stands between two offers in a box of nothing else', () => {
  const box = (lines: readonly string[]) =>
    `<div>${lines.map((line) => `<p>${line}</p>`).join('')}</div>`;
  const offers = [
    'Subscribe now',
    '4 kroner for the first 8 weeks, 149 a month from then on.',
    'Log in',
  ];
  expect(linesOf(page(prose(0, 2) + box(offers) + prose(2)))).toEqual(PARAGRAPHS);
});

describe('beginnings of several articles', () => {
  const excerpts = (link: string) =>
    PARAGRAPHS.map(
      (text, i) => `<h2>Story number ${i + 1} of the harbour</h2><p>${text} ${link}</p>`,
    ).join('');
  const body = (link: string) =>
    cleanFull({
      content: `<html lang="en"><body><main>${excerpts(link)}</main></body></html>`,
      format: 'html',
    }).body;

  it('with a link to read on are no article', () => {
    expect(body('<a href="/on">Read more</a>')).toEqual([]);
  });

  it('are one without such a link', () => {
    expect(body('').length).toBeGreaterThan(0);
  });
});

describe('a line with a link behind words that point elsewhere', () => {
  it.each([
    ['beside them', '<p>Lire aussi <a href="/g">Les goélands quittent le port</a></p>'],
    [
      'with them, which are bold',
      '<p><a href="/g"><strong>Lire aussi</strong> Les goélands quittent le port</a></p>',
    ],
  ])('is a pointer: %s', (_, line) => {
    const { removed = [] } = cleanFull({
      content: page(prose(0, 2) + line + prose(2)),
      format: 'html',
    });
    expect(removed.find(({ text }) => text.includes('goélands'))?.label).toBe('related');
  });

  it('is body where the words are others', () => {
    const line = '<p>The board <a href="/v">voted for the crane</a></p>';
    expect(linesOf(page(prose(0, 2) + line + prose(2)))).toContain('The board voted for the crane');
  });
});

describe('an author in another box', () => {
  const box = (inside: string) => `<aside class="box">${inside}</aside>`;
  const authorsOf = (inside: string) =>
    cleanFull({ content: page(inside), format: 'html' }).authors.map(({ name }) => name);

  it('is another article’s where a teaser stands beside it', () => {
    const teaser =
      '<h3><a href="/n">Night trains come back to the valley</a></h3><p>By Tom Holm</p>';
    expect(authorsOf(`<p>By Anna Berg</p>${prose()}${box(teaser)}`)).toEqual(['Anna Berg']);
  });

  it('is this one’s where the box holds nothing else', () => {
    expect(authorsOf(`${box('<p>By Anna Berg</p>')}${prose()}`)).toEqual(['Anna Berg']);
  });
});
