import type { Article } from '../../src/contract/article.ts';
import type { Source } from '../../src/contract/input.ts';
import { replay, restore } from '../../src/ledger/replay.ts';
import { createDecode } from '../../src/stages/decode/index.ts';
import { visibleOf } from '../../src/text/visible.ts';
import { cleanFull } from './desk.ts';
import { textNodesOf } from './html-text.ts';

const FIELDS = ['title', 'kicker', 'subtitle', 'section', 'byline', 'relativeDate'] as const;

/** What conservation compares: what is expected and what the ledger gives. */
export interface Conserved {
  readonly article: Article;
  /** Fields that replaying must give, by JSON pointer. */
  readonly fields: Readonly<Record<string, string>>;
  readonly replayed: Readonly<Record<string, string>>;
  /** The visible text of the source, and what the article and its ledger give back. */
  readonly visible: string;
  readonly restored: string;
}

/** Cleans an input with the full ledger and runs the ledger in both directions. */
export function conserve(input: Partial<Source> & Pick<Source, 'content'>): Conserved {
  const source: Source = { id: 'case', format: 'auto', ...input };
  const article = cleanFull(source);
  const { text, format } = createDecode()(source);
  return {
    article,
    fields: fieldsOf(article),
    replayed: replay(source, article),
    visible: visibleOf(format === 'html' ? textNodesOf(text).join('') : text),
    restored: visibleOf(restore(article).join('')),
  };
}

/** The fields of an article whose text stems from spans, by JSON pointer. */
function fieldsOf(article: Article): Record<string, string> {
  const homes = new Set(article.spans!.filter((s) => s.syntax === undefined).map((s) => s.home));
  const fields: Record<string, string> = {};
  for (const name of FIELDS) {
    if (article[name] !== null && homes.has(`/${name}`)) fields[`/${name}`] = article[name];
  }
  for (const name of ['published', 'modified'] as const) {
    if (homes.has(`/${name}`)) fields[`/${name}`] = article[name]!.raw;
  }
  article.body.forEach(({ text }, i) => {
    fields[`/body/${i}`] = text;
  });
  article.removed!.forEach(({ text }, i) => {
    fields[`/removed/${i}`] = text;
  });
  return fields;
}
