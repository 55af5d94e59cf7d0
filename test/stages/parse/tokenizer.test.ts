import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { expect, test } from 'vitest';
import type { TreeNode } from '../../../src/document/tree.ts';
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

/** parse5's own tree as one string, without recursion; the doctype, comments' text and templates' contents left out. */
function expectedShape(html: string): string {
  const out: string[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html, { scriptingEnabled: false })];
  for (let node = open.pop(); node; node = open.pop()) {
    const children = 'childNodes' in node ? node.childNodes : [];
    const shown = children.filter(({ nodeName }) => nodeName !== '#documentType');
    const tag = 'tagName' in node ? node.tagName : node.nodeName;
    const own = 'value' in node ? node.value : '';
    const attributes = 'attrs' in node ? node.attrs.map(({ name, value }) => [name, value]) : [];
    out.push(JSON.stringify([tag, own, attributes, shown.length]));
    open.push(...shown);
  }
  return out.join('\n');
}

/** A page's tree in the same way; each node's links are followed and compared in both directions. */
function shapeOf(root: TreeNode): string {
  const out: string[] = [];
  const open: TreeNode[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const children: TreeNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.parentNode !== node) throw new Error('a child of another parent');
      if (child.previousSibling !== (children.at(-1) ?? null)) throw new Error('a broken link');
      children.push(child);
    }
    if (node.lastChild !== (children.at(-1) ?? null)) throw new Error('a lost last child');
    const tag = node.kind === 'element' ? node.tagName : `#${node.kind}`;
    const attributes = node.attrs.map(({ name, value }) => [name, value]);
    out.push(JSON.stringify([tag, node.value, attributes, children.length]));
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
        expect(shapeOf(parsePage(html))).toBe(expectedShape(html));
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
  expect(htmlBlocks(parsePage(piece.repeat(200_000))).blocks).toHaveLength(200_000);
});

test('reads a JSON-LD list of 200,000 objects', () => {
  const list = `[${'{"@type":"Thing"},'.repeat(200_000)}{}]`;
  const page = `<script type="application/ld+json">${list}</script><p>A line.`;
  expect(htmlBlocks(parsePage(page)).blocks).toHaveLength(1);
});
