import type { Article } from '../contract/article.ts';

type Author = Article['authors'][number];
type Dated = NonNullable<Article['published']>;

/** Somebody credited or publishing, as schema.org types them. */
interface Party {
  readonly '@type': 'Person' | 'Organization' | 'NewsMediaOrganization';
  readonly name: string;
}

/** A schema.org `NewsArticle`, or a `WebPage` where a page holds no article; what is not known is left out. */
export interface NewsArticle {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'NewsArticle' | 'WebPage';
  readonly identifier: string;
  readonly mainEntityOfPage?: { readonly '@type': 'WebPage'; readonly '@id': string };
  readonly url?: string;
  readonly name?: string;
  readonly headline?: string;
  readonly alternativeHeadline?: string;
  readonly description?: string;
  readonly datePublished?: string;
  readonly dateModified?: string;
  readonly author?: readonly Party[];
  readonly publisher?: Party;
  readonly sourceOrganization?: Party;
  readonly dateline?: string;
  readonly locationCreated?: { readonly '@type': 'Place'; readonly name: string };
  readonly articleSection?: string;
  readonly keywords?: readonly string[];
  readonly inLanguage?: string;
  readonly isAccessibleForFree?: boolean;
  readonly wordCount?: number;
  readonly articleBody?: string;
}

const SENTENCE_END = /[.!?…。！？।؟۔]["'”’»」』)]*$/u;
// In a script element `</script>` or `<!--` inside a string would end or hide the data (HTML Standard, 4.12.1.3).
const LESS_THAN = /</g;

/**
 * The article as schema.org structured data (https://schema.org/NewsArticle), with the properties that
 * Google's documentation of Article recommends (author, dateModified, datePublished, headline) as far as
 * they are known. A subtitle that is a sentence is the description, another one the alternative headline.
 *
 * @example JSON.stringify(toJsonLd(clean(page)))
 */
export function toJsonLd(article: Article): NewsArticle {
  const none = article.body.length === 0;
  const { title, subtitle, url, site, agency, dateline } = article;
  const sentence = subtitle !== null && SENTENCE_END.test(subtitle.slice(-8));
  return known({
    '@context': 'https://schema.org',
    '@type': none ? 'WebPage' : 'NewsArticle',
    identifier: article.id,
    mainEntityOfPage: url === null || none ? null : { '@type': 'WebPage', '@id': url },
    url,
    name: none ? title : null,
    headline: none ? null : title,
    alternativeHeadline: sentence ? null : subtitle,
    description: sentence ? subtitle : null,
    datePublished: dateOf(article.published),
    dateModified: dateOf(article.modified),
    author: article.authors.length > 0 ? article.authors.map(partyOf) : null,
    publisher: site === null ? null : outlet(site),
    sourceOrganization: agency === null ? null : outlet(agency),
    dateline: dateline?.raw ?? null,
    locationCreated: dateline?.place ? { '@type': 'Place', name: dateline.place } : null,
    articleSection: article.section,
    keywords: article.tags.length > 0 ? article.tags : null,
    inLanguage: article.language,
    isAccessibleForFree: article.paywalled === null ? null : !article.paywalled,
    wordCount: none ? null : wordsIn(article.text, article.language),
    articleBody: none ? null : article.text,
  });
}

/** The structured data as indented JSON that can stand in a `<script type="application/ld+json">` as it is. */
export function jsonLdText(article: Article): string {
  return `${JSON.stringify(toJsonLd(article), null, 2).replace(LESS_THAN, '\\u003c')}\n`;
}

type Nullable<Type> = { [Key in keyof Type]: Exclude<Type[Key], undefined> | null };

/** An object without the properties that are null. */
function known(properties: Nullable<Required<NewsArticle>>): NewsArticle {
  const entries = Object.entries(properties).filter(([, value]) => value !== null);
  return Object.fromEntries(entries) as unknown as NewsArticle;
}

function partyOf({ name, kind }: Author): Party {
  if (kind === 'person') return { '@type': 'Person', name };
  return kind === 'agency' ? outlet(name) : { '@type': 'Organization', name };
}

function outlet(name: string): Party {
  return { '@type': 'NewsMediaOrganization', name };
}

/** schema.org dates are days or moments; a year or a month alone is none. */
function dateOf(date: Dated | null): string | null {
  return date === null || date.precision === 'year' || date.precision === 'month'
    ? null
    : date.value;
}

/** Words by the Unicode rules (UAX #29), of scripts without spaces by dictionary. */
function wordsIn(text: string, language: string | null): number {
  let count = 0;
  for (const { isWordLike } of segmenterOf(language).segment(text)) if (isWordLike) count += 1;
  return count;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string | null): Intl.Segmenter {
  const locale = language !== null && isLocale(language) ? language : 'und';
  const made = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, made);
  return made;
}

function isLocale(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}
