import { html as dialect } from 'parse5';
import type { Warning } from '../../../contract/article.ts';
import type { Change } from '../../../document/document.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { OpenNode, PageTreeAdapter } from '../tree-adapter.ts';
import { walkTree } from '../walk.ts';
import { bodyInJsonLd, bodyInScripts, type FoundBody } from './found-body.ts';
import { isMarkup, paragraphsOf } from './paragraphs.ts';
import { keyOfShown, type Shown, shownOf } from './shown-text.ts';

// UTF-16 units, set by hand on the open benchmark's pages: a page that shows more running text shows its article; what
// is missing must be more than a deck; a text that may be the beginning of a paragraph.
const ENOUGH_SHOWN = 2500;
const MIN_MISSING = 300;
const MIN_KEY = 20;
/** UTF-16 units: a longer list of links is no article's page, and each text is looked for in it. */
const LONGEST_KEY = 200_000;
const JAVASCRIPT = /javascript/i;
/** UTF-16 units of running text that a page without its body shows: notices, a deck. */
const MAX_STRAY = 400;
/** The running text that is shown and is none of the body, as a share of the body: more is another article's. */
const MAX_OTHER = 0.6;

/** What was put into a tree, for the ledger and the reader. */
export interface Restored {
  readonly changes: readonly Change[];
  readonly warnings: readonly Warning[];
}

/** A page whose body is looked for. */
interface Page {
  readonly root: OpenNode;
  readonly adapter: PageTreeAdapter;
  readonly parse: (html: string) => OpenNode;
  readonly shown: Shown;
  /** The words that it shows. */
  readonly key: string;
  /** Where the body is put together. */
  readonly article: OpenNode;
}

const HOLDERS: Readonly<Record<FoundBody['from'], string>> = {
  'json-ld': 'the JSON-LD of the page, which shows none or less of it',
  script: 'the data in a script of the page, which shows none or less of it',
  noscript: 'a noscript element of the page, which shows none or less of it',
  template: 'a template element of the page, which shows none or less of it',
};

const NOTHING: Restored = { changes: [], warnings: [] };

/**
 * Puts the body of an article into a page's tree, where the page shows none, or only its beginning, and holds it in its
 * JSON-LD, the data of its framework, a `template` or `noscript`. Changes the tree.
 *
 * @param parse makes a tree of a piece of HTML.
 */
export function restoreBody(
  root: OpenNode,
  adapter: PageTreeAdapter,
  parse: (html: string) => OpenNode,
): Restored {
  const shown = shownOf(root);
  if (shown.prose > ENOUGH_SHOWN) return NOTHING;
  const key = keyOfShown(shown);
  if (key.length > LONGEST_KEY) return NOTHING;
  const article = adapter.createElement('article', dialect.NS.HTML, []);
  const page: Page = { root, adapter, parse, shown, key, article };
  const from =
    moved(page) ??
    written(bodyInJsonLd(shown.scripts), page) ??
    written(bodyInScripts(shown.scripts), page);
  return from === null ? NOTHING : restoredFrom(root, article, from);
}

/** Moves what a `noscript` or a `template` holds into the page. */
function moved(page: Page): FoundBody['from'] | null {
  const { shown, adapter, article } = page;
  for (const holder of [...shown.noscripts, ...shown.templates] as OpenNode[]) {
    const from = holder.tagName === 'noscript' ? 'noscript' : 'template';
    const content = from === 'template' ? adapter.getTemplateContent(holder) : holder;
    const texts = content === undefined ? [] : proseIn(content);
    if (content === undefined || texts.some((text) => JAVASCRIPT.test(text))) continue;
    if (!isMissing(texts, page) || !isOfThisPage(texts, page)) continue;
    moveChildren(content, article, adapter);
    adapter.insertBefore(holder.parentNode!, article, holder);
    return from;
  }
  return null;
}

/** Writes what a script holds into the page: what is not shown yet, behind what is. */
function written(body: FoundBody | null, page: Page): FoundBody['from'] | null {
  if (body === null) return null;
  const { shown, key, adapter, article, parse, root } = page;
  for (const text of body.texts) {
    if (isMarkup(text)) moveChildren(bodyOf(parse(text)), article, adapter);
    else for (const paragraph of paragraphsOf(text)) append(article, paragraph, adapter);
  }
  const texts = proseIn(article);
  const isOwn = body.from === 'json-ld' || isOfThisPage(texts, page);
  if (!isMissing(texts, page) || !isOwn) {
    for (const child of adapter.getChildNodes(article)) adapter.detachNode(child);
    return null;
  }
  for (const child of adapter.getChildNodes(article)) {
    const own = keyOfShown(shownOf(child));
    if (own.length >= MIN_KEY && key.includes(own)) adapter.detachNode(child);
  }
  place(article, texts, shown, adapter, root);
  return body.from;
}

function append(article: OpenNode, text: string, adapter: PageTreeAdapter): void {
  const paragraph = adapter.createElement('p', dialect.NS.HTML, []);
  adapter.insertText(paragraph, text);
  adapter.appendChild(article, paragraph);
}

/** Whether enough of a body is not shown, and what is shown is not another article. */
function isMissing(texts: readonly string[], { shown, key }: Page): boolean {
  const sum = (list: readonly string[]) => list.reduce((n, text) => n + text.length, 0);
  const missing = sum(texts.filter((text) => !key.includes(keyOf(text))));
  if (missing < MIN_MISSING) return false;
  const other = shown.prose - (sum(texts) - missing);
  return other <= sum(texts) * MAX_OTHER;
}

/** Whether the page shows the beginning of it, or next to nothing: what no property calls the body may be anything. */
function isOfThisPage(texts: readonly string[], { shown, key }: Page): boolean {
  return shown.prose <= MAX_STRAY || texts.some((text) => key.includes(keyOf(text)));
}

/** The running texts of a piece of a tree. */
function proseIn(node: OpenNode): string[] {
  return shownOf(node)
    .texts.map(({ text }) => text)
    .filter((text) => keyOf(text).length >= MIN_KEY);
}

/** Behind the last text that is shown of it; else below the headline; else at the end of the page's main part. */
function place(
  article: OpenNode,
  texts: readonly string[],
  { texts: all, heading, main }: Shown,
  adapter: PageTreeAdapter,
  root: OpenNode,
): void {
  const body = keyOf(texts.join(' '));
  const last = all.findLast(({ text }) => {
    const key = keyOf(text);
    return key.length >= MIN_KEY && body.includes(key);
  });
  const before = (last?.element ?? heading) as OpenNode | null;
  if (before?.parentNode) {
    const next = before.nextSibling;
    if (next === null) adapter.appendChild(before.parentNode, article);
    else adapter.insertBefore(before.parentNode, article, next);
    return;
  }
  adapter.appendChild((main as OpenNode | null) ?? bodyOf(root), article);
}

/** The `body` element of a page, which every parsed page has. */
function bodyOf(root: OpenNode): OpenNode {
  let page = root.firstChild;
  while (page !== null && page.kind !== 'element') page = page.nextSibling;
  const last = page?.lastChild ?? null;
  return last?.kind === 'element' ? last : (page ?? root);
}

function moveChildren(from: OpenNode, to: OpenNode, adapter: PageTreeAdapter): void {
  for (const child of adapter.getChildNodes(from)) {
    adapter.detachNode(child);
    adapter.appendChild(to, child);
  }
}

function restoredFrom(root: OpenNode, article: OpenNode, from: FoundBody['from']): Restored {
  const node = firstText(root, article);
  return {
    changes: [
      {
        at: { node },
        stage: 'blocks',
        rule: `body-from-${from}`,
        before: '',
        after: '',
        certainty: 'inferred',
      },
    ],
    warnings: [{ code: 'body-from-data', message: `the body was taken from ${HOLDERS[from]}` }],
  };
}

/** The number of the first text node inside an element, as the walk counts them. */
function firstText(root: OpenNode, article: OpenNode): number {
  let found = 0;
  walkTree<boolean>(root, false, {
    enter: (node, inside) => inside || node === article,
    text(_node, ordinal, inside) {
      if (inside && found === 0) found = ordinal;
    },
  });
  return found;
}
