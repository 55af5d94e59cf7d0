import { Parser } from 'parse5';
import type { Decoded, Parsed, Stage } from '../../document/document.ts';
import type { TreeNode } from '../../document/tree.ts';
import { restoreBody } from './bodies/index.ts';
import { PageTokenizer } from './tokenizer.ts';
import { type OpenNode, PageTreeAdapter, type PageTypes } from './tree-adapter.ts';

const LINE_END = /\r\n?/g;

/** parse5's parser (the HTML Standard's own algorithm) on a tokenizer and a tree that are faster on whole pages. */
class PageParser extends Parser<PageTypes> {
  constructor(treeAdapter: PageTreeAdapter) {
    super({ scriptingEnabled: false, treeAdapter });
    this.tokenizer = new PageTokenizer(this);
  }
}

/** Makes the stage that parses a page, once for all stages behind it; a plain text has no tree (`null`). */
export function createParse(): Stage<Decoded, Parsed> {
  return ({ origin, format, text, changes, warnings }) => {
    if (format !== 'html') return { origin, format, text, tree: null, changes, warnings };
    const { document, adapter } = parsed(text);
    const restored = restoreBody(document, adapter, (html) => parsed(html).document);
    return {
      origin,
      format,
      text,
      tree: document,
      changes: [...changes, ...restored.changes],
      warnings: [...warnings, ...restored.warnings],
    };
  };
}

/** The tree of a whole page, as browsers without scripts build it. Linear in its length, without recursion. */
export function parsePage(html: string): TreeNode {
  return parsed(html).document;
}

function parsed(html: string): { document: OpenNode; adapter: PageTreeAdapter } {
  // Line ends as the HTML Standard normalizes them (13.2.3.5).
  const page = html.includes('\r') ? html.replace(LINE_END, '\n') : html;
  const adapter = new PageTreeAdapter();
  const parser = new PageParser(adapter);
  parser.tokenizer.write(page, true);
  return { document: parser.document, adapter };
}
