import { once } from '../../assets/once.ts';
import { matchesOf } from '../../text/matches.ts';
import { isKnownOutlet } from '../outlets.ts';
import { agencyPrinted, alternatives } from '../words.ts';
import { eastAsianDateline } from './east-asian.ts';
import type { ParsedDateline } from './parsed-dateline.ts';
import { type Head, placeOnly, readHead } from './place.ts';

const agenciesJoined = once(
  () => new RegExp(`\\s?[/,+&-]\\s?|\\s(?:${alternatives('agency-and')})\\s`, 'u'),
);
const AGENCY_TAIL =
  /^([\p{L}][\p{L}\p{M}\d.,’'«» /-]{1,48}?)(\s?\.?\s?[—–-]{1,2}(?=\s)|\.(?=\s|$)|:(?=\s)|\s?\/(?=\s|$))/u;

/** Only so much of a paragraph is looked at. */
const REACH = 160;
/** In UTF-16 units: place and date before the agency are not longer (set by hand on the open benchmark). */
const HEAD = 100;
/** An agency in brackets or slashes after place and date. */
const MARKED = /\s*(?:\(\s?([^()]{2,40})\)|\/\s?([^/()]{2,30}?)\s?\/|\[\s?([^[\]]{2,40})\])/gu;
const CLOSE = /^(?:\s?\.?\s?(?:[—–―_-]{1,3}|:)(?=\s|["“«„'‘]|\p{L}|$)|\.(?=\s|$))/u;
const FIRST = /^\((?<agency>[^()]{2,30})\)\s?(?<mark>\.?[—–-]{1,2}|:)(?=\s)/u;
const FIRST_HEAD = /^\s+([^().]{2,70}?)\s(?:[—–-]{1,2})(?=\s)/u;
const NEXT_CAPITAL = /^\s*["“«„'‘(¿¡]?[\p{Lu}\p{Lo}\d]/u;
const UNKNOWN = /^\p{Lu}[\p{L}.-]{2,}(?: \p{Lu}[\p{L}.-]*){0,2}$/u;
/** "/Корр. БЕЛТА/". */
const correspondent = once(() => new RegExp(`^(?:${alternatives('correspondent')})\\s`, 'iu'));
const DASH = /[—–―_-]/u;
const DOMAIN = /^(.{2,30}?)(?:\.(?:ru|com|net|org|ua|by|kz|co))$/iu;
const PARTY = /^(?:[A-Z]{1,2}|[A-Z]-[\p{L}. ]{2,14})$/u;

/** The agency as printed, when a text names one: also "dpa/tmn", "AFP, Reuters". */
function agencyIn(text: string): string | null {
  const clean = text.trim();
  if (agencyPrinted(clean.replace(correspondent(), ''))) return clean;
  const domain = DOMAIN.exec(clean);
  if (domain && agencyPrinted(domain[1] as string)) return clean;
  const pieces = clean.split(agenciesJoined());
  return pieces.length > 1 && agencyPrinted(pieces[0] as string) ? clean : null;
}

function result(text: string, length: number, head: Head, agency: string | null): ParsedDateline {
  const start = text.length - text.trimStart().length;
  return {
    raw: text.slice(start, length).trimEnd(),
    place: head.place,
    date: head.date,
    agency,
    length,
  };
}

interface Marked {
  readonly head: Head;
  readonly inside: string;
  /** Between slashes rather than brackets. */
  readonly slashes: boolean;
  readonly close: string;
  readonly rest: string;
}

/** The agency of a marked dateline; null when marks and words around it do not prove one. */
function agencyOf({ head, inside, slashes, close, rest }: Marked): string | null {
  const known = agencyIn(inside);
  const dash = DASH.test(close) || close.endsWith(':');
  if (head.place === null && !dash) return null;
  if (known === null) {
    if (head.place !== null && dash && isKnownOutlet(inside)) return inside.trim();
    const dated = head.date !== null && head.place !== null && dash;
    return dated && UNKNOWN.test(inside) && !PARTY.test(inside) ? inside.trim() : null;
  }
  if (slashes) return known;
  if (close === '') return plainStart(head, rest) ? known : null;
  return close === '.' && head.date === null ? null : known;
}

/** `CAIRO, November 24. /TASS/.`, `LONDON (Reuters) -`, `BERLIN, 3. März (dpa)`. */
function marked(text: string): ParsedDateline | null {
  const window = text.slice(0, REACH);
  for (const match of window.matchAll(MARKED)) {
    if (match.index > HEAD) return null;
    const inside = (match[1] ?? match[2] ?? match[3]) as string;
    const head = readHead(window.slice(0, match.index), agencyIn(inside) !== null);
    if (!head) continue;
    const end = match.index + match[0].length;
    const rest = window.slice(end);
    const close = CLOSE.exec(rest)?.[0] ?? '';
    const agency = agencyOf({ head, inside, slashes: match[2] !== undefined, close, rest });
    if (agency !== null) return result(text, end + close.length, head, agency);
  }
  return null;
}

/** Without a closing mark the text must go on as a new sentence. */
function plainStart(head: Head, rest: string): boolean {
  return (
    (head.date !== null || head.place?.toUpperCase() === head.place) && NEXT_CAPITAL.test(rest)
  );
}

/** `МОСКВА, 24 ноя — РИА Новости.`, `القاهرة - رويترز -`, `Київ. 12 березня. УНІАН.` */
function dashed(text: string): ParsedDateline | null {
  const window = text.slice(0, REACH);
  for (const match of candidates(window)) {
    const agency = agencyIn(match.agency);
    if (agency === null) continue;
    const head = readHead(match.head, true);
    if (!head || (head.place === null && head.date === null)) continue;
    if (
      head.date === null &&
      !DASH.test(match.close) &&
      !DASH.test(match.joint) &&
      !match.close.includes('/')
    )
      continue;
    if (head.date === null && match.joint.trim() === '.') continue;
    return result(text, match.length, head, agency);
  }
  return null;
}

interface Candidate {
  readonly head: string;
  readonly joint: string;
  readonly agency: string;
  readonly close: string;
  readonly length: number;
}

/** `— РИА Новости, Иван Примеров.` */
const REPORTER = /^(.{2,24}), \p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}.-]+){1,2}$/u;
const JOINT = /\.?\s[—–-]{1,2}\s|\.\s|,\s|\s?\/\s?/gu;

function* candidates(window: string): Generator<Candidate> {
  const joints = matchesOf(window.slice(0, HEAD), JOINT).slice(0, 6);
  for (const joint of joints) {
    const from = joint.index + joint[0].length;
    const tail = AGENCY_TAIL.exec(window.slice(from));
    if (!tail) continue;
    const named = REPORTER.exec(tail[1] as string);
    if (named && tail[2] === '.') {
      yield {
        head: window.slice(0, joint.index),
        joint: joint[0],
        agency: named[1] as string,
        close: '.',
        length: from + tail[0].length,
      };
      continue;
    }
    yield {
      head: window.slice(0, joint.index),
      joint: joint[0],
      agency: tail[1] as string,
      close: tail[2] as string,
      length: from + tail[0].length,
    };
  }
}

/** `(ANSA) - ROMA, 24 NOV -`, `(Reuters) -`. */
function agencyFirst(text: string): ParsedDateline | null {
  const window = text.slice(0, REACH);
  const match = FIRST.exec(window);
  const inside = match?.groups?.['agency'] ?? '';
  const agency = agencyIn(inside) ?? (isKnownOutlet(inside) ? inside : null);
  if (!match || !agency) return null;
  const place = FIRST_HEAD.exec(window.slice(match[0].length));
  const head = place && readHead(place[1] as string, true);
  if (place && head && (head.date !== null || head.place?.toUpperCase() === head.place)) {
    return result(text, match[0].length + place[0].length, head, agency);
  }
  return result(text, match[0].length, { place: null, date: null }, agency);
}

/**
 * Reads a dateline at the start of an article's first paragraph.
 * @returns null when there is none
 * @example parseDateline('LONDON (Reuters) - The bank …')?.agency // 'Reuters'
 */
export function parseDateline(text: string): ParsedDateline | null {
  const start = text.length - text.trimStart().length;
  const body = text.slice(start, start + REACH * 2);
  const found =
    eastAsianDateline(body) ?? agencyFirst(body) ?? marked(body) ?? dashed(body) ?? placeOnly(body);
  return found && { ...found, length: found.length + start };
}
