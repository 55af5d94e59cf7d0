import { once } from '../../../assets/once.ts';
import type { Warning } from '../../../contract/article.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import type { ParsedDateline } from '../../../recognize/dateline/parsed-dateline.ts';
import type { Author } from '../../../recognize/names.ts';
import { agencyNamed, alternatives } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/fold.ts';
import type { Labelled } from '../../label/labelled.ts';
import { texts } from '../spans.ts';
import { credited, inBylines } from './agency.ts';
import { type Writers, writers } from './author-elements.ts';
import { fromMeta, structured, unique } from './author-facts.ts';
import { labelled, near, type Printed, printed } from './bylines.ts';

const HANGUL = /\p{Script=Hangul}/u;
const OUTLET_MARK = /\s[-–—|]\s/u;

/** Who is credited, and the agency that is named. */
export interface Credits {
  readonly authors: readonly Author[];
  readonly agency: string | null;
  readonly warnings: readonly Warning[];
}

const NOT_LETTERS = /[^\p{L}\p{M}\d]/gu;
/** "— РИА Новости, Иван Примеров." */
const REPORTER = /[—–-]\s[^,]{2,24}, (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]+){1,2})\.$/u;
/** In UTF-16 units: longer brackets are a sentence's. */
const CLOSING = /[.!?…。！？”»"]\s?[(（]([^()（）]{2,60})[)）]\s*$/u;
/** Reporters in brackets behind a Chinese dateline. */
const reporters = once(
  () =>
    new RegExp(
      `^[(（]\\s?(?:(?:${alternatives('reporter-in-lead')})?(?:${alternatives('reporter')}))\\s?([^)）]{2,40})[)）]`,
      'u',
    ),
);

const people = (authors: readonly Author[]): number =>
  authors.filter((a) => a.kind === 'person').length;

const holds = (all: readonly Author[], some: readonly Author[]): boolean => {
  const keys = new Set(all.map((a) => phraseKey(a.name)));
  return some.every((a) => keys.has(phraseKey(a.name)));
};

/** Places that name the same authors, of a page that says it often: it is right against one that says another. */
const AGREED = 3;

/** How many of the lists hold the same authors. */
const countOf = (all: readonly (readonly Author[])[], some: readonly Author[]): number =>
  all.filter((a) => a.length > 0 && holds(a, some) && holds(some, a)).length;

/** Everything that names an author of a page. */
interface Sources {
  readonly byline: Printed;
  readonly ld: readonly Author[];
  readonly meta: readonly Author[];
  readonly marked: Writers;
  readonly near: readonly Author[];
  readonly labelled: readonly Author[];
}

/** Of what the page prints and what its data say, the one to trust: people before others, then in the order of trust. */
function choose({ byline, ld, meta, marked, near, labelled }: Sources): readonly Author[] {
  const { authors, sure, rank } = byline;
  const [certain, bare, far] = sure
    ? [authors, [], []]
    : rank <= 1
      ? [[], authors, []]
      : [[], [], authors];
  const all = [ld, certain, marked.near, meta, bare, marked.only, near, labelled];
  const agreed = all.find((a) => people(a) > 0 && countOf(all, a) >= AGREED);
  const desk = ld.some((a) => a.kind === 'desk') ? ld : null;
  const first = desk ?? all.find((a) => people(a) > 0) ?? all.find((a) => a.length > 0) ?? far;
  const chosen = agreed && countOf(all, first) === 1 ? agreed : first;
  // some places name the first author only
  const more = [certain, marked.near, ld].find(
    (a) => people(a) > people(chosen) && holds(a, chosen),
  );
  return more ?? chosen;
}

/** Reporters that a Chinese or Korean dateline names. */
function inDateline(dateline: ParsedDateline | null, lead: string): Author[] {
  if (!dateline) return [];
  const after = reporters().exec(lead.slice(dateline.length));
  if (after) return [...(parseByline(`记者 ${after[1]}`)?.authors ?? [])];
  const named = REPORTER.exec(dateline.raw)?.[1];
  if (named) return [{ name: named, kind: 'person' }];
  return [...(parseByline(dateline.raw)?.authors ?? [])].filter((a) => HANGUL.test(a.name));
}

/** Who is named in brackets behind the body's last sentence: `… he said. (By Jane Roe)`, `……。（记者 郭倩）`. */
function inClosing(document: Labelled, language: string | undefined): readonly Author[] {
  const last = texts(document, 'body').at(-1)?.text ?? '';
  const inside = CLOSING.exec(last)?.[1];
  const parsed = inside === undefined ? null : parseByline(inside, language);
  return parsed?.confident === true ? parsed.authors.filter(({ kind }) => kind === 'person') : [];
}

const letters = (text: string): string => phraseKey(text).replace(NOT_LETTERS, '');

/** The names of an outlet: as the page states it, and the label of its address ("wral" of www.wral.com). */
function outletNames(site: string | null, url: string | null): ReadonlySet<string> {
  const labels = url ? new URL(url).hostname.split('.') : [];
  const host = labels.slice(0, -1).filter((l) => l.length > 3);
  const own = [site ?? '', host.at(-1) ?? '', labels.slice(-2).join('.')].map(letters);
  return new Set(own.filter(Boolean));
}

/** An author without the outlet's name beside it; an outlet alone is an organization. */
function withoutOutlet(author: Author, outlet: ReadonlySet<string>): Author {
  if (author.kind === 'person' && outlet.has(letters(author.name)))
    return { ...author, kind: 'organization' };
  const pieces = author.name.split(OUTLET_MARK);
  const others = pieces.filter((p) => !outlet.has(letters(p)));
  return pieces.length > others.length && others.length === 1
    ? { ...author, name: others[0] as string }
    : author;
}

/** Finds authors and agency: bylines, structured data, the dateline and lines of credit. */
export function findCredits(
  document: Labelled,
  dateline: ParsedDateline | null,
  lead: string,
  language: string | undefined,
  site: string | null,
  url: string | null,
): Credits {
  const warnings: Warning[] = [];
  const byline = printed(document, language);
  const names = outletNames(site, url);
  const outlet = (list: Author[]): Author[] => unique(list.map((a) => withoutOutlet(a, names)));
  const ld = outlet(structured(document.page, warnings));
  const named = outlet(fromMeta(document.page));
  // "Example Post - Jane Roe"
  const others = named.filter((a) => !names.has(letters(a.name)));
  const meta = people(others) > 0 ? others : named;
  const authors = choose({
    byline,
    ld,
    meta,
    marked: writers(document, language),
    near: near(document, language),
    labelled: labelled(document, language),
  });
  const agency = authors.find(
    (a) => a.kind === 'agency' && (agencyNamed(a.name) !== null || a.name.includes(' ')),
  )?.name;
  return {
    authors:
      [authors, inDateline(dateline, lead), inClosing(document, language)].find(
        (found) => found.length > 0,
      ) ?? [],
    agency: dateline?.agency ?? agency ?? inBylines(document) ?? credited(document),
    warnings,
  };
}
