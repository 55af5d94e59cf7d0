import { type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes, Parser } from 'parse5';
import { PageTokenizer } from './tokenizer.ts';

/** parse5's parser (the HTML Standard's own algorithm) on a tokenizer that is faster on whole pages. */
class PageParser extends Parser<DefaultTreeAdapterMap> {
  constructor() {
    super({ scriptingEnabled: false });
    this.tokenizer = new PageTokenizer(this);
  }
}

/** The tree of a whole page, as browsers without scripts build it. */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
  const parser = new PageParser();
  parser.tokenizer.write(html, true);
  return parser.document;
}
