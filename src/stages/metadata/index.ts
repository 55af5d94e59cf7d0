import type { Stage } from '../../document/document.ts';
import { parseDateline } from '../../recognize/dateline/index.ts';
import type { Labelled } from '../label/labelled.ts';
import { findCredits } from './authors/index.ts';
import { withOwnDate } from './dates/own-date.ts';
import { findPublished } from './dates/published.ts';
import type { Described } from './described.ts';
import { languageOf } from './language.ts';
import { hasPaywallBelow } from './paywall-words.ts';
import { leadOf } from './spans.ts';
import { tagsOf } from './tags.ts';

/**
 * Makes the stage that gathers the facts about an article: authors, agency, dateline, dates, language, address, site,
 * tags, paywall. What is not known is null.
 */
export function createMetadata(): Stage<Labelled, Described> {
  return (document) => {
    const { page } = document;
    const { language, locale } = languageOf(document);
    const lead = leadOf(document) ?? '';
    const dateline = parseDateline(lead);
    const { url, siteName } = page;
    const credits = findCredits(document, dateline, lead, locale, siteName, url);
    const dates = findPublished(document, dateline, lead, locale, url);
    return {
      ...document,
      blocks: withOwnDate(document, dates.published, locale),
      warnings: [...document.warnings, ...credits.warnings, ...dates.warnings],
      metadata: {
        authors: [...credits.authors],
        agency: credits.agency,
        dateline: dateline && {
          raw: dateline.raw,
          place: dateline.place,
          date: dateline.date,
          agency: dateline.agency,
        },
        published: dates.published,
        modified: dates.modified,
        pageDate: dates.pageDate,
        relativeDate: dates.relativeDate,
        language,
        url,
        site: siteName,
        tags: tagsOf(page),
        paywalled: page.paywalled ?? (hasPaywallBelow(document) ? true : null),
      },
    };
  };
}
