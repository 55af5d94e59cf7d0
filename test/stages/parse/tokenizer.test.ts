import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import { htmlBlocks } from '../../../src/stages/blocks/html/index.ts';
import { parsePage } from '../../../src/stages/parse/index.ts';
import { runs, SLOW } from '../../support/properties.ts';

/** What the tokenizer and the parser treat apart, to be put together at random. */
const PIECES = [
  ...'<>&-\'"=/ \n\r\f\0é',
  ...[
    '\r\n',
    '\t ',
    'a',
    'b c',
    '  d  e ',
    '&amp;',
    '&notit;',
    '&#65',
    '&#x1F600;',
    '😀',
    '\ud800',
  ],
  ...['<!doctype html>', '<html>', '<head>', '</head>', '<body>', '</body>', '</html>'],
  ...['<p class="x y">', '<p title=a>', "<P ID='q&amp;\r\nr'>", '<b', '<i>', '</i>', '</p>'],
  ...['<Own-Element data-a-b="1">', '<br/>', '<a href="?a=1&b=2\n">', '</a>', '<x 1y=2 "z>'],
  ...['<table>', '<colgroup>', '<tr>', '<td>', '</td>', '</table>', '<select>', '<option>'],
  ...[
    '<script>',
    '</script>',
    '<script><!--<script>',
    '<style>',
    '</style>',
    '<title>',
    '</title>',
  ],
  ...[
    '<textarea>',
    '</textarea>',
    '<pre>\n',
    '<template>',
    '</template>',
    '<noscript>',
    '<iframe>',
  ],
  ...['<frameset>', '<frame>', '</frameset>', '<svg>', '</svg>', '<math>', '<![CDATA[', ']]>'],
  ...['<!--', '-->', '--!>', '<!-', '<?x', '</ ', '<plaintext>'],
];

/** A tree as one string, without recursion. */
function shapeOf(root: DefaultTreeAdapterTypes.Node): string {
  const out: string[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = 'childNodes' in node ? node.childNodes : [];
    const { nodeName } = node;
    const own = 'value' in node ? node.value : 'data' in node ? node.data : '';
    const attributes = 'attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : [];
    const mode = 'mode' in node ? node.mode : '';
    out.push(JSON.stringify([nodeName, own, attributes, mode, children.length]));
    if ('content' in node) open.push(node.content);
    open.push(...children);
  }
  return out.join('\n');
}

test(
  'builds the tree that parse5 builds',
  () => {
    const pages = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((p) => p.join(''));
    fc.assert(
      fc.property(pages, (html) => {
        const expected = shapeOf(parse(html, { scriptingEnabled: false }));
        expect(shapeOf(parsePage(html))).toBe(expected);
      }),
      runs(20),
    );
  },
  SLOW.timeout,
);

test('keeps the white space between words and elements', () => {
  const page = parsePage('<p>one  two\r\n three <b> four</b>\n</p>');
  expect(shapeOf(page)).toContain('"one  two\\n three "');
  expect(shapeOf(page)).toContain('" four"');
});

test.each([
  ['paragraphs', '<p>A line.'],
  ['line breaks', 'A line.<br>'],
])('reads 200,000 %s', (_, piece) => {
  expect(htmlBlocks(piece.repeat(200_000)).blocks).toHaveLength(200_000);
});

test('reads a JSON-LD list of 200,000 objects', () => {
  const list = `[${'{"@type":"Thing"},'.repeat(200_000)}{}]`;
  const page = `<script type="application/ld+json">${list}</script><p>A line.`;
  expect(htmlBlocks(page).blocks).toHaveLength(1);
});
