import { expect, test } from 'vitest';
import { htmlBlocks } from '../../../src/stages/blocks/html/index.ts';
import { parsePage } from '../../../src/stages/parse/index.ts';

function shown(html: string): string[] {
  return htmlBlocks(parsePage(html))
    .blocks.filter(({ context }) => !context.hidden)
    .map(({ copy }) => copy.text);
}

const SEEN = 'The ferry to Corrow was taken off the water in March, and the yard has not said when';
const REST = 'it will come back to the island or who is going to pay for the new engine.';
const HIDDEN_WORDS = /shown to some|new window|about ferries/;
const WHOLE = `${SEEN} ${REST}`;

test.each([
  `<p>${SEEN} <span>…</span><span aria-hidden="true">${REST}</span> <a href="#">Show more</a></p>`,
  `<p>${SEEN}<span class="dots">...</span><span class="rest" style="display:none"> ${REST}</span><button>Read more</button></p>`,
  `<p>${SEEN} <span hidden>${REST}</span></p>`,
  `<p>${SEEN}… <span class="hidden">${REST}</span></p>`,
  `<p>${SEEN} [...] <span style="visibility: hidden">${REST}</span></p>`,
  `<div>${SEEN} <span class="dots">…</span><span class="more">${REST}</span></div>`,
])('a sentence of which a script shows the beginning is whole: %s', (html) => {
  expect(shown(html)[0]).toBe(WHOLE);
});

test.each([
  `<p>${WHOLE} <span hidden>Advertisement of the day, shown to some.</span></p>`,
  `<p>${SEEN} <span class="tooltip" hidden>shown to some as a tooltip.</span></p>`,
  `<p>${WHOLE}… <span class="sr-only">opens in a new window.</span></p>`,
  `<p>By Jane Roe <span hidden>writes for the paper about ferries.</span></p>`,
])('what is hidden and goes on with no sentence stays hidden: %s', (html) => {
  expect(shown(html).join(' ')).not.toMatch(HIDDEN_WORDS);
});

const PARAGRAPHS = [1, 2, 3].map((n) => `Part ${n} of the report says that ${REST}`);
const HIDDEN = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
const EACH_HIDDEN = PARAGRAPHS.map((text) => `<p class="hidden">${text}</p>`).join('');

test.each([
  `<p>${WHOLE}</p><div style="display:none">${HIDDEN}</div><button>Continue reading</button>`,
  `<p>${WHOLE}</p><div hidden>${HIDDEN}</div><a href="#">Weiterlesen</a>`,
  `<p>${WHOLE}</p><div class="hide">${HIDDEN}</div><p><a href="javascript:void(0)">Lire la suite</a></p>`,
  `<p>${WHOLE}</p><p><a href="#">Leer más</a></p><div style="display: none">${HIDDEN}</div>`,
  `<p>${WHOLE}</p>${EACH_HIDDEN}<div class="b"><button type="button">展开全文</button></div>`,
  `<p>${WHOLE}</p><section hidden>${HIDDEN}</section><span role="button">Читать далее</span>`,
])('the rest of an article behind a button is shown: %s', (html) => {
  expect(shown(html)).toEqual(expect.arrayContaining([WHOLE, ...PARAGRAPHS]));
});

test.each([
  `<p>${WHOLE}</p><div style="display:none">${HIDDEN}</div><p>Next</p>`,
  `<p>${WHOLE}</p><div style="display:none">${HIDDEN}</div><a href="/other">Continue reading</a>`,
  `<p>${WHOLE}</p><div class="newsletter-box" style="display:none">${HIDDEN}</div><button>Read more</button>`,
  `<p>${WHOLE}</p><div style="display:none">${HIDDEN}</div><button>Subscribe</button>`,
])('without such a button it stays hidden: %s', (html) => {
  expect(shown(html)).not.toContain(PARAGRAPHS[0]);
});

test.each([
  [
    '<p><span aria-hidden="true">B</span><span class="sr-only">Builders</span><span aria-hidden="true">uilders</span> had to go.</p>',
    'Builders had to go.',
  ],
  [
    '<p><span class="sr-only">Élodie</span><span aria-hidden="true">É</span><span aria-hidden="true">lodie</span> est partie.</p>',
    'Élodie est partie.',
  ],
  [
    '<p><span class="cap" aria-hidden="true">W</span>hen the tide fell, it went.</p>',
    'When the tide fell, it went.',
  ],
  [
    '<p><span aria-hidden="true">W</span><span class="visually-hidden">W</span>hen the tide fell, it went.</p>',
    'When the tide fell, it went.',
  ],
  ['<p><img src="t.png" alt="T">he tide fell.</p>', 'The tide fell.'],
  ['<p>\n<img src="l.png" alt="L">’hiver fut long.</p>', 'L’hiver fut long.'],
  ['<p><img src="d.png" alt="Д">ом стоит.</p>', 'Дом стоит.'],
  ['<p><img src="a.png" alt="A"> sailor left.</p>', 'sailor left.'],
  ['<p><img src="a.png" alt="Logo">he tide fell.</p>', 'he tide fell.'],
])('an initial that is drawn, or hidden from screen readers: %s', (html, expected) => {
  expect(shown(html)).toEqual([expected]);
});

test.each([
  ['<h2>Tickets <a class="headerlink" href="#tickets">¶</a></h2>', 'Tickets'],
  ['<h3><a href="#tickets">#</a> Tickets</h3>', 'Tickets'],
  ['<h2><span>Tickets<a href="https://a.example/x#tickets">🔗</a></span></h2>', 'Tickets'],
  ['<p>The minutes of the trust. <a href="#ref1">↩︎</a></p>', 'The minutes of the trust.'],
  ['<p><a href="#cite_ref-1">^</a> The minutes of the trust.</p>', 'The minutes of the trust.'],
  ['<p>The sign <a href="#pilcrow">¶</a> marks a paragraph.</p>', 'The sign ¶ marks a paragraph.'],
  ['<h2>The <a href="/c-sharp#intro">C#</a> language</h2>', 'The C# language'],
])('a link that is a sign only: %s', (html, expected) => {
  expect(shown(html)).toEqual([expected]);
});

test.each([
  ['The <a href="/tag/eel" rel="tag">eel survey</a> of the county begins on the first of May.'],
  [
    'Paid for by <a href="/t" rel="tag">a share offer</a>, the pool will open again in the autumn of 2026.',
  ],
  ['On <time datetime="2024-05-03">3 May</time> the council said that the pool would open again.'],
  [
    'Le maire de <a class="tag-link" href="/v">Valsonne</a>, élu en 2020, n’a pas répondu à nos questions.',
  ],
])('a sentence with words in an element that names a fact: %s', (inner) => {
  expect(shown(`<p>${inner}</p>`)).toEqual([inner.replace(/<[^>]+>/g, '')]);
});

test('a line of facts is cut as before', () => {
  const line =
    '<p>Culture <time>3 May 2024</time> <span class="author">Jane Roe</span> at the pool</p>';
  expect(shown(line).length).toBeGreaterThan(2);
});
