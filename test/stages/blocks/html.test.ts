import { describe, expect, test } from 'vitest';
import { blocksOf, outline } from '../../support/blocks.ts';

const SENTENCE = 'The council said on Monday that the old bridge would reopen next week.';

describe('structure', () => {
  test.each([
    ['paragraphs', '<p>One</p><p>Two</p>', ['paragraph: One', 'paragraph: Two']],
    ['paragraphs that are not closed', '<p>One<p>Two', ['paragraph: One', 'paragraph: Two']],
    ['text without elements', 'One <i>and</i> two', ['paragraph: One and two']],
    ['headings', '<h1>A</h1><h3>B</h3><h6>C</h6>', ['h1: A', 'h3: B', 'h6: C']],
    [
      'divs',
      '<div>One<div>Two</div>Three</div>',
      ['paragraph: One', 'paragraph: Two', 'paragraph: Three'],
    ],
    ['a list', '<ul><li>One<li>Two</ul>', ['ul1: One', 'ul1: Two']],
    [
      'lists in lists',
      '<ol><li>One<ul><li>Inner</li></ul></li><li>Two</ol>',
      ['ol1: One', 'ul2: Inner', 'ol1: Two'],
    ],
    ['an item of paragraphs', '<ul><li><p>One</p><p>More</p></li></ul>', ['ul1: One', 'ul1: More']],
    ['a quotation', '<blockquote><p>One</p></blockquote>', ['quote: One']],
    ['a caption', '<figure><img><figcaption>A bridge</figcaption></figure>', ['caption: A bridge']],
    ['white space', '<p>  One\n\n two\t three  </p>', ['paragraph: One two three']],
    ['blank elements', '<p> </p><p>&nbsp;</p><div></div><p>One</p>', ['paragraph: One']],
    [
      'inline elements without spaces',
      '<p>un<b>believ</b>able <a href="x">li</a>nk</p>',
      ['paragraph: unbelievable link'],
    ],
    ['comments between', '<p>One<!-- two -->three</p>', ['paragraph: Onethree']],
    ['entities', '<p>R&amp;D &lt;b&gt; &eacute; &#8217;</p>', ['paragraph: R&D <b> é ’']],
    [
      'wrapped Japanese',
      '<p>市議会は月曜日、\n橋を開く</p>',
      ['paragraph: 市議会は月曜日、橋を開く'],
    ],
    ['wrapped Korean', '<p>시의회는\n월요일</p>', ['paragraph: 시의회는 월요일']],
    ['ruby', '<p><ruby>橋<rp>(</rp><rt>はし</rt><rp>)</rp></ruby></p>', ['paragraph: 橋(はし)']],
    ['pre', '<pre>a\n   b\n\n c</pre>', ['preformatted: a\n   b\n\n c']],
    [
      'a definition list',
      '<dl><dt>Bridge</dt><dd>crosses a river</dd></dl>',
      ['paragraph: Bridge', 'paragraph: crosses a river'],
    ],
    ['a textarea', '<textarea>Your <b>comment</b></textarea>', ['paragraph: Your <b>comment</b>']],
    [
      'elements that nobody knows',
      '<news-card>One</news-card>two',
      ['paragraph: One', 'paragraph: two'],
    ],
  ])('%s', (_, html, expected) => {
    expect(outline(blocksOf(html, 'html'))).toEqual(expected);
  });

  test.each(['script', 'style', 'template'])('what stands in %s is no text', (tag) => {
    expect(
      outline(blocksOf(`<p>One</p><${tag}>let x = "two";</${tag}><p>Three</p>`, 'html')),
    ).toEqual(['paragraph: One', 'paragraph: Three']);
  });
});

describe('line breaks', () => {
  test.each([
    [
      'part paragraphs',
      `<p>${SENTENCE}<br>${SENTENCE}</p>`,
      [`paragraph: ${SENTENCE}`, `paragraph: ${SENTENCE}`],
    ],
    [
      'several at once',
      `<div>${SENTENCE}<br><br><br>${SENTENCE}</div>`,
      [`paragraph: ${SENTENCE}`, `paragraph: ${SENTENCE}`],
    ],
    [
      'inside a sentence join it',
      '<p>The council said on Monday that the old<br>bridge would reopen next week.</p>',
      ['paragraph: The council said on Monday that the old bridge would reopen next week.'],
    ],
    [
      'in a heading',
      '<h1>Council reopens<br>the old bridge</h1>',
      ['h1: Council reopens the old bridge'],
    ],
    ['in a heading, Japanese', '<h1>市議会、<br>橋を開く</h1>', ['h1: 市議会、橋を開く']],
    ['at the edges', '<p><br>One<br></p>', ['paragraph: One']],
    [
      'in a list',
      `<ul><li>${SENTENCE}<br>${SENTENCE}</li></ul>`,
      [`ul1: ${SENTENCE}`, `ul1: ${SENTENCE}`],
    ],
  ])('%s', (_, html, expected) => {
    expect(outline(blocksOf(html, 'html'))).toEqual(expected);
  });
});

describe('lines of facts are cut at elements whose names tell', () => {
  test.each([
    [
      'an icon font',
      '<p><i class="material-icons">share</i>Share</p>',
      ['paragraph: share', 'paragraph: Share'],
    ],
    [
      'author and date',
      '<p><span class="author">Anna Berg</span><span class="date">May 3, 2024</span></p>',
      ['paragraph: Anna Berg', 'paragraph: May 3, 2024'],
    ],
    [
      'a time element',
      '<p>Berlin <time datetime="2024-05-03">May 3, 2024</time></p>',
      ['paragraph: Berlin', 'paragraph: May 3, 2024'],
    ],
    [
      'a hidden part',
      '<p>One<span hidden>two</span>three</p>',
      ['paragraph: One', 'paragraph: two', 'paragraph: three'],
    ],
    [
      'a label before its date stays with it',
      '<p>Published on <time>May 3, 2024</time></p>',
      ['paragraph: Published on May 3, 2024'],
    ],
    [
      'names that do not tell',
      '<p><span class="x1">Anna</span> <span class="x2">Berg</span></p>',
      ['paragraph: Anna Berg'],
    ],
    [
      'prose stays whole',
      `<p>${SENTENCE} ${SENTENCE} <span class="author">Anna Berg</span> said so. ${SENTENCE} ${SENTENCE}</p>`,
      [`paragraph: ${SENTENCE} ${SENTENCE} Anna Berg said so. ${SENTENCE} ${SENTENCE}`],
    ],
  ])('%s', (_, html, expected) => {
    expect(outline(blocksOf(html, 'html'))).toEqual(expected);
  });
});

describe('hidden', () => {
  test.each([
    ['hidden', '<p hidden>x</p>', true],
    ['display none', '<p style="color:red; display : none">x</p>', true],
    ['visibility hidden', '<p style="visibility:hidden">x</p>', true],
    ['for screen readers', '<p class="a sr-only">x</p>', true],
    ['inside a hidden part', '<div hidden><section><p>x</p></section></div>', true],
    ['noscript', '<body><noscript>x</noscript>', true],
    ['a title element', '<title>x</title>', true],
    ['a drawing', '<svg><text>x</text></svg>', true],
    ['an iframe', '<iframe>x</iframe>', true],
    ['hidden until found', '<p hidden="until-found">x</p>', false],
    ['a name that only looks like it', '<p class="hidden-gems">x</p>', false],
    ['display block', '<p style="display:block">x</p>', false],
    ['hidden on small screens (Tailwind CSS)', '<p class="hidden lg:block">x</p>', false],
    ['hidden on small screens (Bootstrap)', '<p class="d-none d-md-flex">x</p>', false],
    ['hidden on large screens', '<p class="hidden md:hidden">x</p>', true],
    ['a closed panel', '<div role="region" style="display:none"><p>x</p></div>', false],
    ['a tab that is not chosen', '<div role="tabpanel" hidden><p>x</p></div>', false],
    ['streamed by React', '<div hidden id="S:1a"><p>x</p></div>', false],
    ['an id that only looks like it', '<div hidden id="S:menu"><p>x</p></div>', true],
    ['nothing', '<p>x</p>', false],
  ])('%s', (_, html, hidden) => {
    expect(blocksOf(html, 'html').blocks.map(({ context }) => context.hidden)).toEqual([hidden]);
  });
});

describe('a page that is shown by a script', () => {
  const article = `<p>${`${SENTENCE} `.repeat(12)}</p>`;
  const hidden = (html: string) =>
    blocksOf(html, 'html').blocks.map(({ context }) => context.hidden);

  test('nearly all hidden: nothing is, but for what no browser shows', () => {
    const html = `<title>x</title><div class="root hide"><h1>One</h1>${article}</div>`;
    expect(hidden(html)).toEqual([true, false, false]);
  });

  test('a hidden part beside text that is shown', () => {
    expect(hidden(`${article}<div class="hide">${article}</div>`)).toEqual([false, true]);
  });

  test('a short hidden part alone', () => {
    expect(hidden(`<p hidden>${SENTENCE}</p>`)).toEqual([true]);
  });
});

test.each([
  ['a link', '<p><a href="/a">One</a></p>', 1],
  ['a link that a script follows', '<p><a class="more">One</a></p>', 1],
  ['the name of a place', '<p><a name="top">One</a></p>', 0],
  ['the name of a place, never closed', '<a name="top"><div><p>One</p></div>', 0],
])('%s has a share of links of its own', (_, html, linkShare) => {
  expect(blocksOf(html, 'html').blocks.map(({ context }) => context.linkShare)).toEqual([
    linkShare,
  ]);
});

test('a paragraph of invisible characters is no block', () => {
  expect(outline(blocksOf('<p>One</p><p>\u200b\u00ad</p><p>Two</p>', 'html'))).toEqual([
    'paragraph: One',
    'paragraph: Two',
  ]);
  expect(outline(blocksOf('<p>One</p><p>\u{e0041}</p><p>Two</p>', 'html'))).toEqual([
    'paragraph: One',
    'paragraph: Two',
  ]);
});

describe('links and bold', () => {
  test.each([
    ['<p><a href="x">Link</a></p>', 1, 0],
    ['<p><b>Bold</b></p>', 0, 1],
    ['<p><a><strong>Both</strong></a></p>', 1, 1],
    ['<p>half<a>half</a></p>', 0.5, 0],
    ['<p>None</p>', 0, 0],
  ])('%s', (html, linkShare, boldShare) => {
    expect(blocksOf(html, 'html').blocks[0]!.context).toMatchObject({ linkShare, boldShare });
  });

  test('an element knows its tag, names and parents', () => {
    const { element } = blocksOf(
      '<main id="Top"><div class="Story Body" itemprop="articleBody"><p role="note">x</p></div></main>',
      'html',
    ).blocks[0]!.context;
    expect(element).toMatchObject({
      tag: 'p',
      words: 'note',
      parent: {
        tag: 'div',
        words: 'story body articlebody',
        parent: { tag: 'main', words: 'top' },
      },
    });
  });
});

describe('tables', () => {
  test.each([
    [
      'of data',
      '<table><tr><th>Year</th><th>Votes</th></tr><tr><td>2020</td><td>1,200</td></tr></table>',
      ['table: Year\tVotes\n2020\t1,200'],
    ],
    [
      'with head and body',
      '<table><thead><tr><th>A<th>B<tbody><tr><td>1<td>2</table>',
      ['table: A\tB\n1\t2'],
    ],
    [
      'with a caption',
      '<table><caption>Votes</caption><tr><td>a<td>b<tr><td>c<td>d</table>',
      ['paragraph: Votes', 'table: a\tb\nc\td'],
    ],
    [
      'with an empty cell',
      '<table><tr><td>a<td>b<td>c<tr><td>d<td><td>f</table>',
      ['table: a\tb\tc\nd\t\tf'],
    ],
    [
      'with an empty first cell',
      '<table><tr><td>x<td>b<tr><td><td>d</table>',
      ['table: x\tb\n\td'],
    ],
    [
      'with markup in cells',
      '<table><tr><td><b>a</b><td><a>b</a><tr><td>c<td>d</table>',
      ['table: a\tb\nc\td'],
    ],
    [
      'between paragraphs',
      '<p>One<table><tr><td>a<td>b<tr><td>c<td>d</table><p>Two',
      ['paragraph: One', 'table: a\tb\nc\td', 'paragraph: Two'],
    ],
  ])('%s', (_, html, expected) => {
    expect(outline(blocksOf(`<!doctype html>${html}`, 'html'))).toEqual(expected);
  });

  test.each([
    ['one row', '<table><tr><td>a<td>b</table>', ['paragraph: a', 'paragraph: b']],
    ['one column', '<table><tr><td>a<tr><td>b</table>', ['paragraph: a', 'paragraph: b']],
    [
      'long cells',
      `<table><tr><td>${SENTENCE.repeat(3)}<td>b<tr><td>${SENTENCE.repeat(3)}<td>${SENTENCE.repeat(3)}</table>`,
      [
        `paragraph: ${SENTENCE.repeat(3)}`,
        'paragraph: b',
        `paragraph: ${SENTENCE.repeat(3)}`,
        `paragraph: ${SENTENCE.repeat(3)}`,
      ],
    ],
    [
      'lists in cells',
      '<table><tr><td><ul><li>a</ul><td>b<tr><td>c<td>d</table>',
      ['ul1: a', 'paragraph: b', 'paragraph: c', 'paragraph: d'],
    ],
  ])('that lay out are none: %s', (_, html, expected) => {
    expect(outline(blocksOf(html, 'html'))).toEqual(expected);
  });

  test('a table that holds another lays out; the inner one may be data', () => {
    const html =
      '<table><tr><td>Menu<td><table><tr><td>a<td>b<tr><td>c<td>d</table><tr><td>x<td>y</table>';
    expect(outline(blocksOf(html, 'html'))).toEqual([
      'paragraph: Menu',
      'table: a\tb\nc\td',
      'paragraph: x',
      'paragraph: y',
    ]);
  });
});

describe('depth', () => {
  test.each([
    ['div', 100_000],
    ['b', 100_000],
    ['ul><li', 30_000],
    ['blockquote', 30_000],
  ])('%s nested %i deep is read', (tag, depth) => {
    const { blocks } = blocksOf(
      `${`<${tag}>`.repeat(depth)}deep${' <p>and below'.repeat(3)}`,
      'html',
    );
    expect(blocks.map(({ copy }) => copy.source).join(' ')).toContain('deep');
  });

  test('200,000 attributes and as many entities are read', () => {
    const attributes = Array.from({ length: 200_000 }, (_, i) => ` a${i}="x"`).join('');
    expect(outline(blocksOf(`<p${attributes}>One</p>`, 'html'))).toEqual(['paragraph: One']);
    expect(blocksOf(`<p>${'&amp;'.repeat(200_000)}</p>`, 'html').text).toHaveLength(200_000);
  });
});
