import fc from 'fast-check';
import { line, phrase } from './arbitrary-text.ts';

const BLOCKS = [
  'div',
  'p',
  'p',
  'p',
  'section',
  'article',
  'main',
  'header',
  'footer',
  'nav',
  'aside',
  'h1',
  'h2',
  'h3',
  'blockquote',
  'figure',
  'figcaption',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'pre',
  'form',
  'button',
  'label',
  'table',
  'tr',
  'td',
  'th',
  'caption',
  'noscript',
  'textarea',
  'select',
  'details',
  'summary',
  'svg',
  'math',
  'object',
  'video',
  'iframe',
  'template',
  'style',
  'script',
  'custom-part',
] as const;
const INLINES = [
  'a',
  'b',
  'strong',
  'em',
  'i',
  'span',
  'span',
  'time',
  'small',
  'sub',
  'code',
  'font',
  'mark',
  'ruby',
  'rt',
  'q',
  'u',
] as const;
const ATTRIBUTES = [
  '',
  '',
  '',
  '',
  '',
  ' class="byline"',
  ' class="author"',
  ' class="date"',
  ' class="subtitle"',
  ' class="section"',
  ' class="comments"',
  ' class="related"',
  ' class="material-icons"',
  ' class="share social"',
  ' class="sr-only"',
  ' hidden',
  ' style="display:none"',
  ' aria-hidden="true"',
  ' itemprop="articleBody"',
  ' href="/x"',
  ' datetime="2024-05-03T10:15:00+02:00"',
  ' id="__proto__"',
  ' class="constructor"',
] as const;
const ODDITIES = [
  '<br>',
  '<br/>',
  '<br><br>',
  '<hr>',
  '<wbr>',
  '<img alt="A picture" src="x">',
  '<!-- a comment -->',
  '<!---->',
  '<![CDATA[data]]>',
  '<?php x ?>',
  '</p>',
  '</div>',
  '<script>var a = "<p>not text</p>";</script>',
  '<style>p { color: red }</style>',
  '<template><p>unread</p></template>',
  '<p',
  '<',
  '&',
  '&lt;p&gt;',
  '&amp;lt;',
  '&nbsp;',
  '&amp;nbsp;',
  '&eacute;',
  '&copy',
  '&#x93;',
  '&#0;',
  '\0',
  '\r\n',
  '\n\n',
  '\t',
  '\u00a0',
  '<input value="x">',
  '<select><option>One<option>Two</select>',
  '<table><tr><td>A1<td>B1<tr><td>A2<td>B2</table>',
  '<table><tr><th>Year</th><th>Votes</th></tr><tr><td>2020</td><td>1,200</td></tr></table>',
  '<ul><li>one<li>two</ul>',
  '<svg><title>icon</title><text>drawn</text></svg>',
  '<math><mi>x</mi></math>',
  '<noscript>Please enable JavaScript</noscript>',
  '<title>Late title</title>',
  '<p>First<br>Second<br>third</p>',
  '<a href=/a>Link</a><a href=/b>Link</a>',
  '<b>Bold</b>plain<i>slanted</i>',
  '<table><p>fostered</p><tr><td>cell</table>',
  '<pre>\n  a\n\n   b\n</pre>',
  '<frameset>',
  '<plaintext>',
  '<xmp><b>raw</b></xmp>',
  '<body class="comments">',
  '<html lang="de">',
  '<meta charset="utf-8">',
  '<time datetime="2024-05-03">May 3, 2024</time>',
] as const;
const HEADS = [
  '',
  '',
  '<title>Council reopens the old bridge after years | Daily Post</title>',
  '<meta property="og:title" content="Council reopens the old bridge after years">',
  '<meta property="og:site_name" content="Daily Post">',
  '<meta name="author" content="Anna Berg">',
  '<meta property="article:published_time" content="2024-05-03T10:15:00Z">',
  '<meta name="description" content="A winter of repairs ends.">',
  '<link rel="canonical" href="https://post.example/a">',
  '<link rel=canonical href="::bad::">',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council reopens the old bridge after years","datePublished":"2024-05-03","author":{"@type":"Person","name":"Anna Berg"}}</script>',
  '<script type="application/ld+json">{"@type": "NewsArticle", broken</script>',
  '<script type="application/ld+json">[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]</script>',
  '<script type="application/ld+json">{"@graph":[{"headline":{"@id":"x"},"author":[null,1,{"name":["a","b"]}]}]}</script>',
  '<meta property="og:title" content="Other &amp;amp; title">',
  '<base href="/">',
] as const;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const text = fc.oneof(
  { weight: 3, arbitrary: line.map(escaped) },
  { weight: 2, arbitrary: line },
  { weight: 2, arbitrary: phrase.map(escaped) },
);

interface Markup {
  inline: string;
  part: string;
}

const { part } = fc.letrec<Markup>((tie) => ({
  inline: fc
    .tuple(
      fc.constantFrom(...INLINES),
      fc.constantFrom(...ATTRIBUTES),
      fc.oneof({ maxDepth: 4 }, phrase.map(escaped), tie('part') as fc.Arbitrary<string>),
    )
    .map(([tag, attributes, inside]) => `<${tag}${attributes}>${inside}</${tag}>`),
  part: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    text,
    fc.constantFrom(...ODDITIES),
    tie('inline') as fc.Arbitrary<string>,
    fc
      .tuple(
        fc.constantFrom(...BLOCKS),
        fc.constantFrom(...ATTRIBUTES),
        fc.array(tie('part'), { maxLength: 5 }),
        fc.boolean(),
      )
      .map(
        ([tag, attributes, inside, closed]) =>
          `<${tag}${attributes}>${inside.join('')}${closed ? `</${tag}>` : ''}`,
      ),
  ),
}));

/** A page's body of nested parts, without a document around it. */
export const fragment: fc.Arbitrary<string> = fc
  .array(part, { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''));

const articlePage = fc
  .tuple(
    fc.subarray([...HEADS]),
    fc.array(part, { maxLength: 3 }),
    text,
    fc.array(
      fc.oneof(
        fc.tuple(line).map(([paragraph]) => `<p>${escaped(paragraph)}</p>`),
        part,
      ),
      { minLength: 2, maxLength: 10 },
    ),
    fc.array(part, { maxLength: 3 }),
  )
  .map(
    ([head, above, title, body, below]) =>
      `<!doctype html><html lang="en"><head>${head.join('')}</head><body>${above.join('')}<article><h1>${title}</h1>${body.join('')}</article>${below.join('')}</body></html>`,
  );

/** A page: fragments, and documents with a head, an article and boilerplate around it. */
export const page: fc.Arbitrary<string> = fc.oneof(fragment, articlePage);
