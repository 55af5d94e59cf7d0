import type { Warning } from '../../../contract/article.ts';
import type { Fact } from '../../../document/document.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { uninverted } from '../../../recognize/byline/inverted.ts';
import { isCredit, isNotWriting } from '../../../recognize/byline/other-work.ts';
import { type Author, isNameShaped, kindOf } from '../../../recognize/names.ts';
import { alternatives, spelled, words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/fold.ts';
import { metaNames } from '../../read/meta-names.ts';
import type { PageFacts } from '../../read/page-facts.ts';

const SPACE = /\s+/u;
/** Addresses in the place of a name. */
export const ADDRESS = /^(?:https?:)?\/\/|^www\.|@\w|[[(](?:at|ät)[\])]|^[\w.-]+\.[a-z]{2,4}\//i;
const MAIL = /[<([]?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}[>)\]]?/g;
const AROUND_NAME = /^[\s"'()<>]+|[\s"'()<>]+$/g;
/** Tags, the year of a copyright behind a name, an outlet or an agency in brackets behind it. */
const BESIDE_NAME =
  /<\/?[a-z][^<>]{0,200}>|\s*(?:\(c\)|©)\s*\d{4}.*$|(?<=\S)\s*[([][^()[\]]{1,40}[)\]]\s*$/giu;
const ORGANIZATION = /organization$/i;
const LIST = new RegExp(`\\s*[,;|]\\s*|\\s+(?:${alternatives('author-and')})\\s+`, 'u');
const WRITTEN = new RegExp(alternatives('written-by'), 'iu');
/** Facts that are read for authors; articles of news have fewer (set by hand on the open benchmark). */
const MOST_AUTHORS = 20;
/** In UTF-16 units, of a name (set by hand on the open benchmark). */
const LONGEST = 80;
/** Words of a text without a byline’s form that is names (set by hand on the open benchmark). */
const MOST_WORDS = 8;
const NO_LETTERS = /^[^\p{L}]*$|^\d/u;
/** What Cloudflare puts in the place of addresses. */
const PROTECTED = /^\[?email.protected\]?$/i;
/** Defaults of content systems. */
const NO_AUTHOR = words('no-author');

/** Numbers, and the names that content systems give to nobody. */
export const isNobody = (text: string): boolean =>
  NO_LETTERS.test(text) || PROTECTED.test(text) || NO_AUTHOR.has(phraseKey(text));

/** Who made the page, or did other work than writing: `Website design by …`, `Edited by …`. */
function isOtherWork(text: string): boolean {
  const lower = text.toLowerCase();
  return isNotWriting(text) || [...spelled('site-maker')].some((work) => lower.includes(work));
}

/** "Written by" in the cards of Twitter, where the first label says so. */
function cards(page: PageFacts): readonly Fact[] {
  return WRITTEN.test(page.named('twitter:label1')[0]?.value ?? '')
    ? page.named('twitter:data1')
    : [];
}

/**
 * A value without the mail address beside a name (`jane@courier.example (Jane Roe)`) and without what follows a name
 * behind a tab, where a system joined two fields; surnames stand last.
 */
function nameIn(value: string): string {
  const [first = ''] = value.trim().split('\t');
  const bare = first.trim();
  const name = bare.replace(MAIL, ' ').replace(BESIDE_NAME, ' ').replace(AROUND_NAME, '');
  return uninverted(name === '' ? bare : name);
}

/** The names in a value of structured data. */
export function clean(value: string): Author[] {
  const text = nameIn(value);
  if (text === '' || text.length > LONGEST * 3 || isNobody(text)) return [];
  const parsed = parseByline(text);
  if (parsed) return [...parsed.authors];
  if (text.split(SPACE).length > MOST_WORDS || isCredit(text)) return [];
  const pieces = text.split(LIST).filter(Boolean);
  const names = pieces.every((p) => isNameShaped(p)) ? pieces : [text];
  return names.filter((n) => n.length <= LONGEST).map((name) => ({ name, kind: kindOf(name) }));
}

/** Authors, each once. */
export function unique(authors: readonly Author[]): Author[] {
  const seen = new Set<string>();
  return authors.filter(({ name }) => {
    const key = phraseKey(name);
    return key !== '' && !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** Somebody whom structured data call an organization; "Morgan & Morgan" is one. */
function organization(name: string): Author {
  const kind = kindOf(name);
  return { name, kind: kind === 'person' ? 'organization' : kind };
}

function fromFacts(facts: readonly Fact[], warnings: Warning[]): Author[] {
  const out: Author[] = [];
  for (const fact of facts.slice(0, MOST_AUTHORS)) {
    const name = nameIn(fact.value);
    if (ADDRESS.test(name)) {
      warnings.push({
        code: 'structured-data',
        message: `${fact.from} is no name: ${JSON.stringify(fact.value.slice(0, LONGEST))}`,
      });
      continue;
    }
    const person = fact.type === 'Person' && isNameShaped(name) && !parseByline(name)?.confident;
    if (isNobody(name) || isOtherWork(name)) continue;
    if (ORGANIZATION.test(fact.type ?? '') && name.length <= LONGEST) out.push(organization(name));
    else if (person) out.push({ name, kind: kindOf(name) });
    else out.push(...clean(name));
  }
  return unique(out);
}

/** The first meta element that names somebody. */
export function fromMeta(page: PageFacts): Author[] {
  for (const name of metaNames('author')) {
    const found = fromFacts(page.named(name), []);
    if (found.length > 0) return found;
  }
  return fromFacts(cards(page), []);
}

/** Authors that the JSON-LD of the article names. */
export function structured(page: PageFacts, warnings: Warning[]): Author[] {
  for (const object of page.objects) {
    const found = fromFacts(
      object.facts.filter((f) => f.name === 'author'),
      warnings,
    );
    if (found.length > 0) return found;
  }
  return [];
}
