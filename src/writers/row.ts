import type { Article } from '../contract/article.ts';

/** An article as one flat row of texts, numbers and booleans, for tables; what is not known is `null`. */
export interface ArticleRow {
  readonly id: string;
  readonly url: string | null;
  readonly site: string | null;
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly kicker: string | null;
  readonly section: string | null;
  readonly byline: string | null;
  /** Names, parted by `; `. */
  readonly authors: string | null;
  readonly agency: string | null;
  readonly dateline: string | null;
  /** ISO 8601: a year, a month, a day or a moment. */
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  /** Parted by `; `. */
  readonly tags: string | null;
  readonly paywalled: boolean | null;
  readonly text: string;
  /** Codes, parted by `; `. */
  readonly warnings: string | null;
  /** Of what the article was made: the file, the row or record in it, its size in bytes, its hash and its encoding. */
  readonly path: string | null;
  readonly record: number | null;
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: string;
}

const BETWEEN = '; ';

/** The columns of `toRow`, in order. */
export const ROW_COLUMNS = [
  'id',
  'url',
  'site',
  'title',
  'subtitle',
  'kicker',
  'section',
  'byline',
  'authors',
  'agency',
  'dateline',
  'published',
  'modified',
  'language',
  'tags',
  'paywalled',
  'text',
  'warnings',
  'path',
  'record',
  'bytes',
  'sha256',
  'encoding',
] as const satisfies readonly (keyof ArticleRow)[];

/**
 * The article as a flat row, for tables and databases: lists are joined, dates are their ISO value, the ledger is left out.
 *
 * @example toRow(clean(page)).authors // 'Jane Roe; John Doe'
 */
export function toRow(article: Article): ArticleRow {
  const { source } = article;
  return {
    id: article.id,
    url: article.url ?? source.url,
    site: article.site,
    title: article.title,
    subtitle: article.subtitle,
    kicker: article.kicker,
    section: article.section,
    byline: article.byline,
    authors: joined(article.authors.map(({ name }) => name)),
    agency: article.agency,
    dateline: article.dateline?.raw ?? null,
    published: article.published?.value ?? null,
    modified: article.modified?.value ?? null,
    language: article.language,
    tags: joined(article.tags),
    paywalled: article.paywalled,
    text: article.text,
    warnings: joined([...new Set(article.warnings.map(({ code }) => code))]),
    path: source.path,
    record: source.record,
    bytes: source.bytes,
    sha256: source.sha256,
    encoding: source.encoding.name,
  };
}

function joined(list: readonly string[]): string | null {
  return list.length === 0 ? null : list.join(BETWEEN);
}
