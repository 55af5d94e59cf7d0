import { expect, test } from 'vitest';
import { htmlBlocks } from '../../../src/stages/blocks/html/index.ts';
import { parsePage } from '../../../src/stages/parse/index.ts';

function shown(html: string): string[] {
  return htmlBlocks(parsePage(html))
    .blocks.filter(({ context }) => !context.hidden)
    .map(({ copy }) => copy.text);
}

const SENTENCE = 'In the autumn of this year, once the county has paid its share of the bill.';

test.each([
  [
    '<div><div class="cap">O</div><p>n Wednesday the line was dead.</p></div>',
    ['On Wednesday the line was dead.'],
  ],
  ['<div>É</div>\n<p>\n tienne est parti.</p>', ['Étienne est parti.']],
  [
    '<table><tr><td>A</td><td>one</td></tr><tr><td>B</td><td>two</td></tr></table>',
    ['A\tone\nB\ttwo'],
  ],
  ['<p>A</p><p>Another day.</p>', ['A', 'Another day.']],
])('an initial in an element of its own: %s', (html, expected) => {
  expect(shown(html)).toEqual(expected);
});

test.each([
  [
    '<p>The bridge is run by the <button>Harbour Trust</button><span role="tooltip" hidden>It owns the port.</span>, which pays the keepers.</p>',
    'The bridge is run by the Harbour Trust, which pays the keepers.',
  ],
  [
    '<p>The <x-gloss>keeper</x-gloss> of the bridge said no to the plan.</p>',
    'The keeper of the bridge said no to the plan.',
  ],
])('elements in a sentence: %s', (html, expected) => {
  expect(shown(html)).toEqual([expected]);
});

test.each([
  [`<div class="panel" aria-hidden="true"><p>${SENTENCE}</p></div>`, true],
  [`<h3><button>When?</button></h3><div style="display:none"><p>${SENTENCE}</p></div>`, true],
  [`<div class="collapsed-text" hidden><p>${SENTENCE}</p></div>`, true],
  [`<div class="modal panel" hidden><p>${SENTENCE}</p></div>`, false],
  [`<div role="dialog" class="panel" hidden><p>${SENTENCE}</p></div>`, false],
  [`<div aria-live="polite" class="panel" hidden><p>${SENTENCE}</p></div>`, false],
  [`<div class="panel" hidden><p>Menu</p></div>`, false],
])('what a reader opens is shown: %s', (html, isShown) => {
  expect(shown(html).includes(SENTENCE) || shown(html).includes('Menu')).toBe(isShown);
});
