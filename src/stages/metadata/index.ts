import type { Warning } from '../../contract/article.ts';
import type { Described, Stage, Titled } from '../../document/document.ts';
import { parseDateline } from '../../recognize/dateline/index.ts';
import { detectLanguage } from '../../recognize/language.ts';
import { paywalledOf } from '../../recognize/paywall.ts';
import { findCredits } from './authors/index.ts';
import { withOwnDate } from './dates/own-date.ts';
import { findPublished } from './dates/published.ts';
import { address, factsNamed, ldFacts } from './facts.ts';
import { bodyTexts, leadOf, texts } from './spans.ts';

export { sectionFact } from './facts.ts';

/** How facts are found. */
export type MetadataOptions = Readonly<Record<string, never>>;

const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i;
const SURE = 0.5;
const UNSURE = 0.12;
const SAMPLE = 6000;
const TAG_LIST = /\s*[,;،、，]\s*/u;
const LONGEST_TAG = 60;
const MOST_TAGS = 50;
const SITE_META = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'publisher',
  'apple-mobile-web-app-title',
  'cre',
];
const LONGEST_SITE = 80;
const HTTP = /^https?:/i;

/** The language that the page states, where its text does not speak against it; region and script are left off. */
function languageOf(document: Titled): { language: string | null; stated: string | undefined } {
  const body = [...texts(document, 'title'), ...bodyTexts(document)];
  let sample = '';
  for (const { text } of body) {
    sample += `${text}\n`;
    if (sample.length > SAMPLE) break;
  }
  const detected = detectLanguage(sample);
  const values = [
    ...factsNamed(
      document.facts,
      'lang',
      'content-language',
      'og:locale',
      'inLanguage',
      'dc.language',
      'language',
    ),
  ];
  const stated = values.map((f) => f.value.trim().replace('_', '-')).find((v) => TAG.test(v));
  const base = stated?.split('-', 1)[0]?.toLowerCase();
  const found = detected && detected.certainty >= UNSURE ? detected.language : null;
  if (base === undefined) return { language: found, stated };
  if (detected && detected.certainty >= SURE && detected.language !== base)
    return { language: same(base, detected.language), stated };
  return { language: base === 'iw' ? 'he' : base === 'in' ? 'id' : base, stated };
}

/** Norwegian and the like have two codes for one language. */
function same(stated: string, detected: string): string {
  const pairs = [
    'no nb',
    'no nn',
    'no da',
    'tl fil',
    'iw he',
    'in id',
    'sh sr',
    'sh hr',
    'sh bs',
    'hr bs',
    'hr sr',
    'sr bs',
    'bs sr',
    'bs hr',
    'sr hr',
    'zh yue',
    'ms id',
    'nn nb',
  ];
  return pairs.includes(`${stated} ${detected}`) ? stated : detected;
}

function urlOf(document: Titled): string | null {
  const { facts, origin } = document;
  const own = address(origin.url);
  const base = own ?? undefined;
  const canonical = address(factsNamed(facts, 'canonical')[0]?.value, base);
  const open = address(factsNamed(facts, 'og:url')[0]?.value, base);
  const ld = address(
    (ldFacts(facts, 'url')[0] ?? ldFacts(facts, 'mainEntityOfPage')[0])?.value,
    base,
  );
  const all = [canonical, open, ld, own].filter((u): u is string => u !== null);
  // a canonical address that is the front page is a mistake of the site
  return all.find((u) => new URL(u).pathname.length > 1) ?? all[0] ?? null;
}

function siteOf(document: Titled): string | null {
  const { facts } = document;
  const found = [
    ...factsNamed(facts, 'og:site_name'),
    ...ldFacts(facts, 'publisher'),
    ...factsNamed(facts, ...SITE_META.slice(1)),
  ];
  return (
    found
      .map((f) => f.value.trim())
      .find((v) => v !== '' && v.length <= LONGEST_SITE && !HTTP.test(v)) ?? null
  );
}

function tagsOf(document: Titled): string[] {
  const { facts } = document;
  const groups = [
    factsNamed(facts, 'article:tag'),
    ldFacts(facts, 'keywords'),
    factsNamed(facts, 'parsely-tags', 'sailthru.tags'),
    factsNamed(facts, 'news_keywords'),
    factsNamed(facts, 'keywords'),
  ];
  const group = groups.find((g) => g.length > 0) ?? [];
  const seen = new Set<string>();
  const out: string[] = [];
  for (const tag of group.flatMap((f) => f.value.split(TAG_LIST))) {
    const text = tag.trim();
    const key = text.toLowerCase();
    if (text === '' || text.length > LONGEST_TAG || seen.has(key) || out.length >= MOST_TAGS)
      continue;
    seen.add(key);
    out.push(text);
  }
  return out;
}

/**
 * Makes the stage that gathers the facts about an article: authors, agency, dateline, dates, language, address, site,
 * tags, paywall. What is not known is null.
 */
export function createMetadata(_options: MetadataOptions = {}): Stage<Titled, Described> {
  return (document) => {
    const { language, stated } = languageOf(document);
    // the region of a stated language decides how "03/05/2024" is read
    const locale =
      stated && language !== null && stated.toLowerCase().startsWith(language)
        ? stated
        : (language ?? undefined);
    const lead = leadOf(document) ?? '';
    const dateline = parseDateline(lead);
    const url = urlOf(document);
    const site = siteOf(document);
    const credits = findCredits(document, dateline, lead, locale, site, url);
    const { warnings: dateWarnings, ...dates } = findPublished(
      document,
      dateline,
      lead,
      locale,
      url,
    );
    const warnings: Warning[] = [...document.warnings, ...credits.warnings, ...dateWarnings];
    return {
      ...document,
      blocks: withOwnDate(document, dates.published, locale),
      warnings,
      metadata: {
        authors: [...credits.authors],
        agency: credits.agency,
        dateline: dateline && {
          raw: dateline.raw,
          place: dateline.place,
          date: dateline.date,
          agency: dateline.agency,
        },
        ...dates,
        language,
        url,
        site,
        tags: tagsOf(document),
        paywalled: paywalledOf(document.facts),
      },
    };
  };
}
