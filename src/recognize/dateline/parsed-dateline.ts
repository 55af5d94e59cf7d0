import type { Article } from '../../contract/article.ts';

/** A dateline, and how much of the text it takes up: `length` in UTF-16 units from the text's start. */
export type ParsedDateline = NonNullable<Article['dateline']> & { readonly length: number };
