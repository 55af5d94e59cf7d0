import { fold } from '../../text/fold.ts';
import { SMALL_LETTER } from '../../text/letters.ts';
import { weekdayOf } from '../dates/calendar.ts';
import { findDates } from '../dates/find.ts';
import { hasBoilerplateWord, isAgencies, isDesk, isNoPerson } from '../names.ts';
import { agencyNamed, alternatives, spelled, words } from '../words.ts';
import type { ParsedDateline } from './parsed-dateline.ts';

const SPACE_OR_SLASH = /[\s/]+/u;
const NOT_IN_PLACES = /[\d!?…]/u;
const PLACE_WORDS = /[\s,/]+/u;

/** Place and date of a dateline. */
export interface Head {
  readonly place: string | null;
  readonly date: string | null;
}

const EDGES = /^[\s,.;:/|–—-]+|[\s,;:/|–—-]+$/gu;
const FINAL_STOP = /(?<=\p{L}{3,})\.$/u;
const CAPITAL_WORD = /^["«“]?(?:\p{Lu}[\p{L}\p{M}'’.-]*|[dlDL]['’]\p{Lu}[\p{L}'’-]*)["»”]?$/u;
const LOWER = new RegExp(SMALL_LETTER, 'u');
const CASED = /[\p{Lu}\p{Ll}]/u;
const CASELESS_WORD = /^[\p{Lo}\p{sc=Geor}\p{M}\u200c\u0640-]+$/u;
const LOOSE_DAY = /[,،]?\s+(\d{1,2})\.?$/u;
const BEFORE_DATE = new RegExp(`[,\\s]+(?:${alternatives('before-date')})$`, 'iu');
const REGION = /\s?(?:\[[\p{L} .'-]{2,30}\]|\([\p{L} .'-]{2,30}\))/gu;
/** Of a place (set by hand on the open benchmark): `Port of Spain, Trinidad and Tobago`. */
const MOST_WORDS = 6;
/**
 * Of a place of which only the first word needs a capital, beside a date and a known agency (set by hand on the open
 * benchmark).
 */
const PROVEN_WORDS = 2;
/** In UTF-16 units, of a place (set by hand on the open benchmark). */
const LONGEST = 60;
const DATE_NOISE = /^[\s,.()/]*(?:d\.?)?$/u;
const PARTICLES = spelled('place-particle');
/** `WASHINGTON —`: capitals, perhaps a region, then a long dash. */
const ALONE =
  /^((?:\p{Lu}[\p{Lu}\p{M}'’.-]+)(?:[ /]\p{Lu}[\p{Lu}\p{M}'’.-]+){0,3})(,\s(?:\p{Lu}[\p{L}\p{M}.'’]+)(?:\s(?:of|and|the|\p{Lu}[\p{L}.'’]*)){0,3})?(\s?(?:—|–|--)|\s-)(?=\s["“«„'‘(¿¡]?[\p{Lu}\d])/u;
const WITH_DATE =
  /^((?:\p{Lu}[\p{L}\p{M}'’.-]+)(?:[ /]\p{Lu}[\p{L}\p{M}'’.-]+){0,3}),\s(.{3,30}?)(\s?(?:—|–|--)|\s-)(?=\s["“«„'‘(¿¡]?[\p{Lu}\d])/u;
/** One of these stands in each of the forms, which take long to make and to ask. */
const DASH = /[—–-]/;
const SENTENCE_CASE = /\p{Ll}{2}/u;
const SHORT_PLACES = spelled('place-short');
/**
 * Letters of a place in capitals that nothing but a dash sets off; shorter ones are abbreviations unless a list has
 * them (set by hand on the open benchmark).
 */
const SHORTEST_ALONE = 5;
const NOT_PLACES = words('no-place');

function isPlaceWord(word: string): boolean {
  return CASED.test(word) ? CAPITAL_WORD.test(word) : CASELESS_WORD.test(word);
}

/**
 * Whether a text has the shape of a place: capitalised words, few of them; beside a date and a known agency the first
 * capital is enough ("Ново село").
 */
function placeLike(text: string, proven = false): boolean {
  const bare = text.replace(REGION, '').replace(FINAL_STOP, '').trim();
  if (bare === '' || bare.length > LONGEST || NOT_IN_PLACES.test(bare)) return false;
  if (agencyNamed(bare) !== null || isAgencies(bare) || isDesk(bare)) return false;
  const found = bare.split(PLACE_WORDS).filter(Boolean);
  if (found.length > MOST_WORDS || !isPlaceWord(found[0] as string)) return false;
  if (proven && found.length <= PROVEN_WORDS) return !organization(found);
  if (!isPlaceWord(found.at(-1) as string)) return false;
  const caseless = found.every((w) => !CASED.test(w));
  if (caseless && found.length > 4) return false;
  if (found.some((w) => weekdayOf(fold(w)) !== null && found.length === 1)) return false;
  return (
    found.every((w) => isPlaceWord(w) || PARTICLES.has(w.toLowerCase())) && !organization(found)
  );
}

function organization(found: readonly string[]): boolean {
  const keys = found.map((w) => fold(w));
  return (
    (keys.length === 1 && NOT_PLACES.has(keys[0] as string)) ||
    (keys.length > 1 && words('organization').has(keys.at(-1) as string))
  );
}

/**
 * Reads place and date before an agency.
 * @param sure an agency that is known follows, so that a lone day ("MADRID, 3") counts as a date
 * @returns null when the text is neither
 */
export function readHead(text: string, sure: boolean): Head | null {
  const clean = text.replace(EDGES, '');
  const dates = findDates(clean).filter((d) => d.kind === 'absolute');
  const [date] = dates;
  if (dates.length > 1) return null;
  if (date) {
    const place = clean
      .slice(0, date.start)
      .replace(EDGES, '')
      .replace(BEFORE_DATE, '')
      .replace(FINAL_STOP, '');
    const rest = clean.slice(date.end);
    if (place === '' && DATE_NOISE.test(rest)) return { place: null, date: date.raw };
    if (place === '' || !placeLike(place, sure) || !noise(rest)) return null;
    return { place, date: date.raw };
  }
  const day = sure ? LOOSE_DAY.exec(clean) : null;
  if (day && Number(day[1]) >= 1 && Number(day[1]) <= 31) {
    const place = clean.slice(0, day.index).replace(EDGES, '');
    return placeLike(place) ? { place, date: day[1] as string } : null;
  }
  const place = clean.replace(FINAL_STOP, '');
  return placeLike(place) ? { place, date: null } : null;
}

/** Nothing but marks, a weekday, or the month's other name stands after the date. */
function noise(rest: string): boolean {
  if (DATE_NOISE.test(rest)) return true;
  const found = rest
    .replace(/[\s,.()/]+/gu, ' ')
    .trim()
    .split(' ');
  return (
    found.length <= 2 &&
    rest.length < 24 &&
    findDates(`1 ${found.join(' ')}`).length +
      found.filter((w) => weekdayOf(fold(w)) !== null).length >
      0
  );
}

/** `Jakarta - `, `JAKARTA, KOMPAS.com -`, `TEMPO.CO, Jakarta -`: the habit of Indonesian sites, with the cities that they write from. */
const INDONESIAN = new RegExp(
  `^(?:[\\p{L}\\d]{3,16}\\.(?:com|co|id|co\\.id|net),\\s)?(${alternatives('dateline-city')})(?:,\\s[\\p{L}\\d. ]{3,24})?\\s(?:-|–|—|--)(?=\\s["“]?\\p{Lu})`,
  'iu',
);

const plain = (text: string): boolean =>
  text.split(SPACE_OR_SLASH).every((w) => !NOT_PLACES.has(fold(w)));

/** `WASHINGTON —`, `KYIV, Ukraine —`, `PARIS, 24 nov —`: no agency is named. */
export function placeOnly(text: string): ParsedDateline | null {
  if (!DASH.test(text)) return null;
  const dated = WITH_DATE.exec(text);
  if (dated && (dated[1] as string).toUpperCase() === dated[1]) {
    const head = readHead(`${dated[1]}, ${dated[2]}`, false);
    if (head?.date)
      return {
        raw: dated[0],
        place: head.place,
        date: head.date,
        agency: null,
        length: dated[0].length,
      };
  }
  const city = INDONESIAN.exec(text);
  if (city)
    return {
      raw: city[0],
      place: city[1] as string,
      date: null,
      agency: null,
      length: city[0].length,
    };
  const match = ALONE.exec(text);
  if (!match) return null;
  const [raw, place, region = ''] = match as unknown as [string, string, string | undefined];
  const letters = place.replace(/[^\p{L}]/gu, '').length;
  if (LOWER.test(place) || !plain(place) || agencyNamed(place) !== null) return null;
  if (letters < SHORTEST_ALONE && region === '' && !SHORT_PLACES.has(place.toLowerCase()))
    return null;
  if (hasBoilerplateWord(place) || isNoPerson(place)) return null;
  // a headline in capitals goes on in capitals
  if (!SENTENCE_CASE.test(text.slice(raw.length, raw.length + 30))) return null;
  return { raw, place: place + region, date: null, agency: null, length: raw.length };
}
