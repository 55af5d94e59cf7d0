import { createRequire } from 'node:module';
import type sanitizeHtml from 'sanitize-html';
import { once } from '../../assets/once.ts';
import type { TreeNode } from '../../document/tree.ts';
import type { Described } from '../metadata/described.ts';
import { walkTree } from '../parse/walk.ts';
import { imageOf } from './address.ts';
import { bodyTextByNode } from './body-nodes.ts';
import { articleImages } from './pictures.ts';

/** What the fragment holds besides text. */
export interface FragmentOptions {
  readonly links: 'keep' | 'drop';
  readonly images: 'keep' | 'drop';
}

const TAGS = [
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'p',
  'div',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'var',
];
const ATTRIBUTES = ['href', 'lang', 'dir', 'datetime', 'colspan', 'rowspan', 'start'];
/** Elements inside one another; deeper ones are flattened, since sanitize-html takes quadratic time in depth. Blink's parser has the same cap. */
const MAX_DEPTH = 512;
const SPECIAL = /[&<>"]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

// Loaded with the first fragment, since few runs ask for any.
const sanitizer = once(
  () => createRequire(import.meta.url)('sanitize-html') as typeof sanitizeHtml,
);

/**
 * The article's body as safe HTML: the page's own markup around the text that stayed, with repaired text,
 * without scripts, styles and event handlers (sanitize-html); links and pictures as chosen.
 */
export function fragmentOf(
  tree: TreeNode,
  document: Described,
  { links, images }: FragmentOptions,
): string {
  const texts = bodyTextByNode(document);
  const kept = keptElements(tree, texts);
  const pictures = images === 'keep' ? articleImages(tree, document) : new Map<TreeNode, number>();
  const tags = TAGS.filter((tag) => tag !== 'a' || links === 'keep');
  const known: ReadonlySet<string> = new Set(tags);
  const out: string[] = [];
  const opened = new Set<TreeNode>();
  walkTree(tree, 0, {
    enter(element, depth) {
      if (element.tagName === 'br') out.push('<br>');
      if (pictures.has(element)) out.push(imageTag(element));
      if (!known.has(element.tagName) || !kept.has(element) || depth >= MAX_DEPTH) return depth;
      out.push(openTag(element));
      opened.add(element);
      return depth + 1;
    },
    leave(element) {
      if (opened.has(element)) out.push(`</${element.tagName}>`);
    },
    text(_node, ordinal) {
      out.push(escaped(texts.get(ordinal) ?? ''));
    },
  });
  return sanitizer()(out.join(''), {
    allowedTags: images === 'keep' ? [...tags, 'img'] : tags,
    allowedAttributes: {
      '*': ['lang', 'dir'],
      a: ['href'],
      img: ['src', 'alt'],
      time: ['datetime'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowedSchemesByTag: { img: ['http', 'https'] },
  }).trim();
}

/** The elements around text that stayed. */
function keptElements(tree: TreeNode, texts: ReadonlyMap<number, string>): ReadonlySet<TreeNode> {
  const kept = new Set<TreeNode>();
  walkTree(tree, null, {
    enter: () => null,
    text({ parentNode }, ordinal) {
      if (!texts.has(ordinal)) return;
      for (let e = parentNode; e && !kept.has(e); e = e.parentNode) kept.add(e);
    },
  });
  return kept;
}

function openTag(node: TreeNode): string {
  const attributes = node.attrs
    .filter(({ name }) => ATTRIBUTES.includes(name))
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`);
  return `<${node.tagName}${attributes.join('')}>`;
}

function imageTag(element: TreeNode): string {
  const { src, alt } = imageOf(element)!;
  return `<img src="${escaped(src)}" alt="${escaped(alt)}">`;
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character]!);
}
