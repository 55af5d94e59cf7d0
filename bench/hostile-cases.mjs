// Pages made to hang or overflow an extractor, each by a size that it grows with.

const SENTENCE =
  'The council said on Monday that the old bridge would reopen after a winter of repairs. ';
const repeat = (text) => (n) => text.repeat(n);
const numbered = (make) => (n) => Array.from({ length: n }, (_, i) => make(i)).join('');
const wrapped = (make) => (n) => `<html><body><article>${make(n)}</article></body></html>`;

/** `make(n)` gives a page; `size` is the n of the full run. */
export const CASES = {
  'nested div': { size: 100_000, make: repeat('<div>') },
  'nested div with text': { size: 100_000, make: (n) => `${'<div>x'.repeat(n)}${SENTENCE}` },
  'nested inline elements': {
    size: 100_000,
    make: (n) => `<p>${'<b><i>'.repeat(n / 2)}${SENTENCE}`,
  },
  'nested links': { size: 50_000, make: repeat('<a href="/x">link ') },
  'nested lists': { size: 50_000, make: repeat('<ul><li>item') },
  'nested tables': { size: 20_000, make: repeat('<table><tr><td>') },
  'nested quotes with prose': { size: 20_000, make: repeat(`<blockquote><p>${SENTENCE}`) },
  'misnested formatting': { size: 20_000, make: repeat('<b><p></b>x') },
  'attributes on one element': {
    size: 200_000,
    make: (n) => `<p ${numbered((i) => `a${i}="1" `)(n)}>${SENTENCE}</p>`,
  },
  'classes on one element': {
    size: 200_000,
    make: (n) => `<div class="${'share-related '.repeat(n)}"><p>${SENTENCE}</p></div>`,
  },
  entities: { size: 1_000_000, make: (n) => `<p>${'&amp;'.repeat(n)}</p>` },
  'entities, escaped twice': {
    size: 1_000_000,
    make: (n) => `<p>${'&amp;eacute; '.repeat(n)}</p>`,
  },
  'entities without an end': { size: 1_000_000, make: (n) => `<p>${'&notanentity'.repeat(n)}</p>` },
  'a page of 50 MB': { size: 574_712, make: wrapped(repeat(`<p>${SENTENCE}</p>`)) },
  'one paragraph of 20 MB': { size: 229_885, make: (n) => `<p>${SENTENCE.repeat(n)}</p>` },
  'short paragraphs': { size: 100_000, make: wrapped(repeat('<p>By A. Writer</p>')) },
  'unclosed everything': {
    size: 50_000,
    make: repeat('<p><div><table><tr><td><a href=x><b>text '),
  },
  'less-than signs': { size: 10_000_000, make: repeat('<') },
  'unclosed tags': { size: 200_000, make: repeat('<div class="x') },
  'unclosed comments': { size: 200_000, make: repeat('<!-- ') },
  'closing tags only': { size: 200_000, make: repeat('</div></p>') },
  'only script': {
    size: 200_000,
    make: (n) => `<script>${'var a = "<p>x</p>"; '.repeat(n)}</script>`,
  },
  'many scripts': { size: 50_000, make: repeat('<script>a()</script>') },
  'JSON-LD, nested': {
    size: 100_000,
    make: (n) =>
      `<script type="application/ld+json">${'{"a":['.repeat(n)}</script><p>${SENTENCE}</p>`,
  },
  'JSON-LD, long list': {
    size: 50_000,
    make: (n) =>
      `<script type="application/ld+json">[${numbered((i) => `${i ? ',' : ''}{"@type":"Person","name":"P ${i}"}`)(n)}]</script><p>${SENTENCE}</p>`,
  },
  frames: { size: 50_000, make: (n) => `<frameset>${'<frame src="/a">'.repeat(n)}</frameset>` },
  iframes: { size: 50_000, make: wrapped(repeat('<iframe src="/a"></iframe><p>x</p>')) },
  links: {
    size: 50_000,
    make: wrapped(repeat('<a href="https://example.org/a">A link to somewhere</a> ')),
  },
  images: {
    size: 50_000,
    make: wrapped(
      (n) => `<p>${SENTENCE}</p>${'<div><img src="/a.jpg"></div>'.repeat(n)}<p>${SENTENCE}</p>`,
    ),
  },
  'table of many cells': {
    size: 100_000,
    make: (n) => `<table><tr>${'<td>12</td>'.repeat(n)}</tr></table>`,
  },
  'rows of a table': {
    size: 50_000,
    make: (n) => `<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(n)}</table>`,
  },
  'meta elements': {
    size: 50_000,
    make: numbered((i) => `<meta property="og:title" content="Title ${i}">`),
  },
  'line breaks': { size: 200_000, make: (n) => `<p>${'word<br>'.repeat(n)}</p>` },
  'mojibake quotes': { size: 100_000, make: (n) => `<p>${'â€œword â€ '.repeat(n)}</p>` },
  'zero bytes': { size: 2_000_000, make: (n) => new Uint8Array(n) },
  'bytes that are not HTML': {
    size: 4_000_000,
    make: (n) => Uint8Array.from({ length: n }, (_, i) => (i * 7919 + (i >> 3) * 104_729) & 255),
  },
  'a JPEG called HTML': {
    size: 1,
    make: () => Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0]),
  },
  'plain text, one line': { size: 1_000_000, format: 'text', make: repeat('a@') },
  'plain text, short lines': { size: 50_000, format: 'text', make: repeat('3 years ago\n') },
  'plain text, wrapped': {
    size: 50_000,
    format: 'text',
    make: repeat(`${SENTENCE.slice(0, 70)}\n`),
  },
  'plain text, entities': {
    size: 200_000,
    format: 'text',
    make: (n) => `P\n\n${'&uuml;&#8211;&amp;hellip; '.repeat(n)}`,
  },
  'plain text, mojibake and accents': {
    size: 200_000,
    format: 'text',
    make: (n) => `P\n\n${'d\u00c3\u00a9 e\u0301 \u00a0 x '.repeat(n)}`,
  },
  'plain text, blanks in a line': {
    size: 4_000_000,
    format: 'text',
    make: (n) => `P\n\na${' '.repeat(n)}b`,
  },
  'plain text, blanks behind an encoded word': {
    size: 4_000_000,
    format: 'text',
    make: (n) => `P\n\n=?a?Q?x?=${' '.repeat(n)}b`,
  },
  'plain text, combining marks': {
    size: 1_000_000,
    format: 'text',
    make: (n) => `P\n\na${'\u0301\u0323'.repeat(n / 2)}`,
  },
  'plain text, words of a letter': { size: 4_000_000, format: 'text', make: repeat('a ') },
  'plain text, next lines': { size: 1_000_000, format: 'text', make: repeat('a\u0085B') },
  'plain text, quoted-printable': {
    size: 200_000,
    format: 'text',
    make: repeat('caf=C3=A9 =\nnoir '),
  },
  'plain text, lost bytes': {
    size: 200_000,
    format: 'text',
    make: repeat('\u201ca\u9225\ufffd \u7559\ub349\ufffd\ufffd '),
  },
  'plain text, ligatures': { size: 200_000, format: 'text', make: repeat('con\ufb01 rm\0ed ') },
};
