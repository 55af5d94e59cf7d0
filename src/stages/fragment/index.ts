import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import sanitizeHtml from 'sanitize-html';
import type { Described } from '../../document.ts';
import { UNREAD } from '../blocks/tags.ts';
import { bodyTextByNode } from './nodes.ts';

type Node = DefaultTreeAdapterTypes.Node;

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
const KEPT: ReadonlySet<string> = new Set(TAGS);
const ATTRIBUTES = ['href', 'lang', 'dir', 'datetime', 'colspan', 'rowspan', 'start'];
/** Deeper elements are flattened, since sanitize-html takes quadratic time in depth; browsers cap at the same. */
const MAX_DEPTH = 512;
const SPECIAL = /[&<>"]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/**
 * The article's body as safe HTML: the page's own markup around the text that stayed, with repaired text,
 * without scripts, styles, images and event handlers (sanitize-html).
 */
export function fragmentOf(html: string, document: Described): string {
  const texts = bodyTextByNode(document);
  const root = parse(html, { scriptingEnabled: false });
  const kept = keptElements(root, texts);
  const out: string[] = [];
  const steps: (Node | { readonly close: string })[] = [root];
  let depth = 0;
  let ordinal = 0;
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('close' in step) {
      out.push(`</${step.close}>`);
      depth -= 1;
      continue;
    }
    if ('value' in step) out.push(escaped(texts.get(ordinal++) ?? ''));
    if (step.nodeName === 'br') out.push('<br>');
    if (!('childNodes' in step) || UNREAD.has(step.nodeName)) continue;
    if ('tagName' in step && KEPT.has(step.tagName) && kept.has(step) && depth < MAX_DEPTH) {
      out.push(openTag(step));
      steps.push({ close: step.tagName });
      depth += 1;
    }
    for (let i = step.childNodes.length - 1; i >= 0; i--) steps.push(step.childNodes[i]!);
  }
  return sanitizeHtml(out.join(''), {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['lang', 'dir'],
      a: ['href'],
      time: ['datetime'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      ol: ['start'],
    },
    allowedSchemes: ['http', 'https', 'mailto'],
  }).trim();
}

/** The elements around text that stayed. */
function keptElements(root: Node, texts: ReadonlyMap<number, string>): ReadonlySet<Node> {
  const kept = new Set<Node>();
  const open: Node[] = [root];
  let ordinal = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node && texts.has(ordinal++)) {
      for (
        let e: Node | null = node.parentNode;
        e && !kept.has(e);
        e = 'parentNode' in e ? e.parentNode : null
      ) {
        kept.add(e);
      }
    }
    if (!('childNodes' in node) || UNREAD.has(node.nodeName)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!);
  }
  return kept;
}

function openTag(node: DefaultTreeAdapterTypes.Element): string {
  const attributes = node.attrs
    .filter(({ name }) => ATTRIBUTES.includes(name))
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`);
  return `<${node.tagName}${attributes.join('')}>`;
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character]!);
}
