import type { Fact, Origin } from '../../document/document.ts';
import { paywalledOf } from '../../recognize/paywall.ts';
import { type Site, siteOf } from '../../recognize/site.ts';
import { keyOf } from '../../text/tokens.ts';
import { httpAddress } from './address.ts';
import { type JsonLdObject, jsonLdObjects } from './json-ld-objects.ts';
import { type MetaList, metaNames } from './meta-names.ts';

const NO_FACTS: readonly Fact[] = [];
/** What stands in the JSON-LD of a page but belongs to other articles or to a live blog's entries. */
const PART_OF_PAGE = /\/(?:liveBlogUpdate|itemListElement|hasPart)\//;
const HTTP = /^https?:/i;
// In UTF-16 units: names of outlets and sections are shorter (set by hand on the open benchmark's pages).
const LONGEST_SITE = 80;
const LONGEST_SECTION = 60;

/**
 * What a page says of itself outside its text: meta elements, JSON-LD, attributes. Read once; each fact is worked out
 * when it is first asked for.
 */
export class PageFacts {
  /** All of them, in the order of the page. */
  readonly all: readonly Fact[];
  private readonly origin: Origin;
  private readonly owners: readonly string[];
  private readonly byName = new Map<string, Fact[]>();
  private objectsRead: readonly JsonLdObject[] | null = null;
  private siteRead: Site | null = null;

  /** @param owners whom the page's copyright lines name, mostly the outlet. */
  constructor(facts: readonly Fact[], origin: Origin, owners: readonly string[]) {
    this.all = facts;
    this.origin = origin;
    this.owners = owners;
    for (const fact of facts) {
      const known = this.byName.get(fact.name);
      if (known) known.push(fact);
      else this.byName.set(fact.name, [fact]);
    }
  }

  /** Facts of one name, in the order of the page. */
  named(name: string): readonly Fact[] {
    return this.byName.get(name) ?? NO_FACTS;
  }

  /** Facts with one of a list's names, in the order of the list, then of the page. */
  listed(list: MetaList): readonly Fact[] {
    const found: Fact[] = [];
    for (const name of metaNames(list)) found.push(...this.named(name));
    return found;
  }

  /** The JSON-LD objects that may be the article, the likeliest first. */
  get objects(): readonly JsonLdObject[] {
    this.objectsRead ??= jsonLdObjects(this.all);
    return this.objectsRead;
  }

  /** A property in the JSON-LD of the article: the values of the likeliest object that has it. */
  jsonLd(name: string): readonly Fact[] {
    for (const { facts } of this.objects) {
      const found = facts.filter((fact) => fact.name === name);
      if (found.length > 0) return found;
    }
    return NO_FACTS;
  }

  /** The language that the root element states, as it stands there. */
  get language(): string | undefined {
    return this.named('lang')[0]?.value;
  }

  /** Key of the page's own description; '' when it has none. */
  get description(): string {
    const names = metaNames('description');
    return keyOf(this.all.find(({ name }) => names.includes(name))?.value ?? '');
  }

  /** Facts of a list that state a title of this article, not of others that the page holds, in the page's order. */
  titles(list: 'title' | 'headingProof'): readonly Fact[] {
    const names = metaNames(list);
    return this.all.filter(({ name, from }) => names.includes(name) && !PART_OF_PAGE.test(from));
  }

  /** What is known of the outlet's name: metadata, the page's addresses, copyright lines. */
  get site(): Site {
    this.siteRead ??= siteOf(
      this.listed('siteProof').map(({ value }) => value),
      [this.origin.url, ...this.listed('address').map(({ value }) => value)],
      this.owners,
    );
    return this.siteRead;
  }

  /** The outlet's name as the page states it; null when it does not. */
  get siteName(): string | null {
    const [first, ...others] = metaNames('siteName');
    const found = [
      ...this.named(first!),
      ...this.jsonLd('publisher'),
      ...others.flatMap((name) => this.named(name)),
    ];
    const isName = (text: string) => text !== '' && text.length <= LONGEST_SITE && !HTTP.test(text);
    return found.map(({ value }) => value.trim()).find(isName) ?? null;
  }

  /** The section that the page's facts name; null when they name none. */
  get section(): string | null {
    const found = [...this.jsonLd('articleSection'), ...this.listed('section')];
    const isName = (text: string) =>
      text !== '' && text.length <= LONGEST_SECTION && !HTTP.test(text);
    return found.map(({ value }) => value.trim()).find(isName) ?? null;
  }

  /** The article's own address; null when none is known. */
  get url(): string | null {
    const own = httpAddress(this.origin.url);
    const base = own ?? undefined;
    const inJsonLd = this.jsonLd('url')[0] ?? this.jsonLd('mainEntityOfPage')[0];
    const stated = [this.named('canonical')[0], this.named('og:url')[0], inJsonLd];
    const all = [...stated.map((fact) => httpAddress(fact?.value, base)), own].filter(
      (url) => url !== null,
    );
    // A canonical address that is the front page is a mistake of the site.
    return all.find((url) => new URL(url).pathname.length > 1) ?? all[0] ?? null;
  }

  /** Whether the page says that the article is for subscribers; null when it does not say. */
  get paywalled(): boolean | null {
    return paywalledOf(this.all);
  }
}
