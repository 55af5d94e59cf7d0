import { Parser } from 'parse5';
import type { Decoded, Parsed, Stage } from '../../document/document.ts';
import type { TreeNode } from '../../document/tree.ts';
import { PageTokenizer } from './tokenizer.ts';
import { PageTreeAdapter, type PageTypes } from './tree-adapter.ts';

const LINE_END = /\r\n?/g;

/** parse5's parser (the HTML Standard's own algorithm) on a tokenizer and a tree that are faster on whole pages. */
class PageParser extends Parser<PageTypes> {
  constructor() {
    super({ scriptingEnabled: false, treeAdapter: new PageTreeAdapter() });
    this.tokenizer = new PageTokenizer(this);
  }
}

/** Makes the stage that parses a page, once for all stages behind it; a plain text has no tree (`null`). */
export function createParse(): Stage<Decoded, Parsed> {
  return ({ origin, format, text, changes, warnings }) => ({
    origin,
    format,
    text,
    tree: format === 'html' ? parsePage(text) : null,
    changes,
    warnings,
  });
}

/** The tree of a whole page, as browsers without scripts build it. Linear in its length, without recursion. */
export function parsePage(html: string): TreeNode {
  // Line ends as the HTML Standard normalizes them (13.2.3.5).
  const page = html.includes('\r') ? html.replace(LINE_END, '\n') : html;
  const parser = new PageParser();
  parser.tokenizer.write(page, true);
  return parser.document;
}
