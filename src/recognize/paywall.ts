import type { Fact } from '../document/document.ts';
import { spelled } from './words.ts';

const FALSE = /(?:^|\/)false$/i;
const TRUE = /(?:^|\/)true$/i;
const TIERS = ['article:content_tier', 'content_tier', 'og:article:content_tier'];
const PAID: ReadonlySet<string> = new Set(['locked', 'metered', 'premium', 'paid']);

/**
 * Whether a page's own data say that its article is for subscribers: schema.org's `isAccessibleForFree`, else the
 * `content_tier` of Open Graph. Null when they do not say.
 */
export function paywalledOf(facts: readonly Fact[]): boolean | null {
  const value = (name: string) => facts.find((fact) => fact.name === name)?.value ?? '';
  const free = value('isAccessibleForFree');
  if (FALSE.test(free)) return true;
  const tier =
    TIERS.map(value)
      .find((found) => found !== '')
      ?.toLowerCase() ?? '';
  if (PAID.has(tier)) return true;
  return TRUE.test(free) || tier === 'free' ? false : null;
}

/** Whether an offer of the site says that the article goes on for those who take it: "Subscribe to keep reading". */
export function asksForPay(offer: string): boolean {
  const lower = offer.toLowerCase();
  return [...spelled('paywall')].some((phrase) => lower.includes(phrase));
}
