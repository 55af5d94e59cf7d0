import { normalForm } from '../text/normal-form.ts';
import { keyOf } from '../text/tokens.ts';
import { isDomain, withoutArticle } from './outlets.ts';

const MARKS = /\p{M}+/gu;
const NOT_ASCII = /[^\x00-\x7f]/;
const NO_ASCII_LETTER = /[^a-z0-9]+/g;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
const UMLAUT = /[äöüß]/g;
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
/** In UTF-16 units: shorter parts of a host are countries and services (set by hand on the open benchmark). */
const MIN_LABEL = 3;
/** The same for the name that a longer text begins with (set by hand on the open benchmark). */
const MIN_LEADING_LABEL = 3;
/** Words of a name that metadata state; longer ones are slogans or headlines (set by hand on the open benchmark). */
const MAX_SITE_WORDS = 8;
/** Words of a text that begins with the name (set by hand on the open benchmark): `Courier Online`. */
const MAX_NAME_WORDS = 5;
// Labels that name a part of a site or a kind of address, not the site.
const NO_NAMES = new Set(['www', 'com', 'org', 'net', 'news', 'amp', 'mobile', 'blog', 'edition']);

/** How a text is known to be the site's name: its own metadata say so, or its address does. */
export type SiteProof = 'named' | 'address' | null;

/** What is known of a site's name. */
export interface Site {
  /** The proof that a text is the site's name; a slogan or section behind the name is none. */
  proofOf(text: string): SiteProof;
  /** Whether a text begins with the site's name: `Courier Online` on courier.example. */
  beginsWithName(text: string): boolean;
}

/**
 * Collects a site's names.
 *
 * @param stated names that the page's metadata state.
 * @param addresses of the page; what is no address is left out.
 * @param owners further names that the page gives the site, in copyright lines.
 */
export function siteOf(
  stated: readonly string[],
  addresses: readonly (string | undefined)[],
  owners: readonly string[],
): Site {
  const names = [...stated, ...owners];
  // Some systems state the headline as the application's name.
  const short = names.filter((name) => name.split(' ').length <= MAX_SITE_WORDS);
  const keys = new Set(short.flatMap((name) => [keyOf(name), keyOf(withoutArticle(name))]));
  keys.delete('');
  const labels = labelsOf(addresses);
  return {
    proofOf: (text) => {
      if (keys.has(keyOf(text)) || keys.has(keyOf(withoutArticle(text)))) return 'named';
      if (isDomain(text)) return 'named';
      return spellings(text).some((spelling) => labels.has(spelling)) ? 'address' : null;
    },
    beginsWithName: (text) => {
      const words = text.split(' ');
      if (words.length > MAX_NAME_WORDS) return false;
      return words.some((_, i) => {
        const first = words.slice(0, i + 1).join(' ');
        if (keys.has(keyOf(first))) return true;
        return spellings(first).some((s) => s.length >= MIN_LEADING_LABEL && labels.has(s));
      });
    },
  };
}

/** The words of hosts that may be the site's name, without hyphens, and whole hosts. */
function labelsOf(addresses: readonly (string | undefined)[]): Set<string> {
  const labels = new Set<string>();
  for (const address of addresses) {
    if (!address || !URL.canParse(address)) continue;
    const host = new URL(address).hostname;
    const parts = host.split('.');
    // The last label is the top-level domain.
    for (const part of parts.slice(0, -1)) {
      const label = part.replaceAll('-', '');
      if (label.length >= MIN_LABEL && !NO_NAMES.has(label)) labels.add(label);
    }
    labels.add(
      parts
        .filter((part) => part !== 'www')
        .join('')
        .replaceAll('-', ''),
    );
  }
  return labels;
}

/** A name as an address may spell it: letters only, with and without its article, marks dropped or spelt out. */
function spellings(text: string): string[] {
  return [text, withoutArticle(text)].flatMap((name) => {
    const lower = name.toLowerCase();
    if (!NOT_ASCII.test(lower)) return [lower.replace(NO_ASCII_LETTER, '')];
    const plain = squashed(lower);
    return [plain, squashed(lower.replace(UMLAUT, (letter) => UMLAUTS[letter]!))];
  });
}

function squashed(text: string): string {
  return normalForm(text, 'NFD').replace(MARKS, '').replace(NO_LETTER, '');
}
