import type { Article } from '../contract/article.ts';

/** What was removed from an article and changed in it, apart from the article. */
export type LedgerRow = Pick<Article, 'id' | 'removed' | 'changes' | 'spans'>;

/** What names of files of ledgers end in, before the format's ending. */
export const LEDGER = '.ledger';

/** Parts an article from its ledger. */
export function splitLedger(article: Article): { article: Article; ledger: LedgerRow } {
  const { removed, changes, spans, ...rest } = article;
  return { article: rest, ledger: { id: article.id, removed, changes, spans } };
}
