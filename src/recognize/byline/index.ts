import { phraseKey } from '../../text/fold.ts';
import { type FoundDate, findDates } from '../dates/find.ts';
import { type Author, hasBoilerplateWord, isDesk, isNameShaped, isNoPerson } from '../names.ts';
import { alternatives, spelled, words } from '../words.ts';
import { eastAsian, isEditorLine } from './east-asian.ts';
import { uninverted } from './inverted.ts';
import { beginsCredit, withoutCredit, withoutOtherWork } from './other-work.ts';
import type { ParsedByline } from './parsed-byline.ts';
import {
  type Gathered,
  gather,
  many,
  PLACE_TAIL,
  SEPARATORS,
  SPACE,
  trim,
  VERB_TAIL,
  withoutTail,
} from './parts.ts';
import { BEFORE_DATE, type Prefix, prefixOf } from './prefix.ts';
import { isReporting, reportingByline } from './reporting.ts';
import { isEastAsianName } from './surnames.ts';

/** In UTF-16 units: of a longer line nothing is read (set by hand on the open benchmark). */
const LIMIT = 300;
/**
 * In UTF-16 units, without dates, addresses and brackets: a longer line is text (set by hand on the open benchmark).
 */
const LONGEST = 200;
const EMAIL =
  /(?:\p{L}[\p{L}-]{1,15}\s?:\s?)?[(<[]?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){0,6}[)>\]]?/gu;
const HANDLE = /[(]?(?<![\w.])@\w{2,30}[)]?/gu;
const URL = /https?:\/\/\S{1,200}/gu;
const BRACKETS = /\s?[([（【][^()[\]（）【】]{0,80}[)\]）】]/gu;
const LEAD_DASH = /^\s*[—–―-]{1,2}\s*/u;
const SENTENCE = /[.!?…。！？।]["”’»)]?$/u;
const ABBREVIATION = /(?:\b\p{L}|jr|sr|dr|prof|st|inc|ltd|ph\.d)\.$/iu;
const STOP = /[.!?]\s/;
const INNER_SENTENCE = /\p{Ll}{3,}[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}+/u;
const ARTICLE = new RegExp(`^(?:${alternatives('name-article')})\\s+`, 'iu');
const CAPITAL = /^\p{Lu}/u;
const THE = /^the\s/iu;
const BEFORE_LABEL = /(?<=\p{L})[\s|,]+/gu;
const SPEAKER = /[:：]$/u;
const SPOKEN_TO = /[,،、，]$/u;
const COLON_END = /\s*[:：]?\s*$/u;
const BY = new RegExp(`\\s(?:${alternatives('by-word')})\\s+(?=\\p{Lu})`, 'iu');

/** The line without dates, addresses, handles and brackets. */
function bare(line: string, dates: readonly FoundDate[]): string {
  let text = line;
  for (const date of dates.toReversed()) {
    if (date.kind === 'absolute' || date.start > 0)
      text = `${withoutDateLabel(text.slice(0, date.start).replace(BEFORE_DATE, ''))} | ${text.slice(date.end)}`;
  }
  if (text.includes('@')) text = text.replace(EMAIL, ' ').replace(HANDLE, ' ');
  text = text.replace(URL, ' ');
  // `Words and photos by Jane Roe` says who took the pictures before the name.
  const names = prefixOf(text)?.length ?? 0;
  text = text.slice(0, names) + withoutOtherWork(withoutCredit(text.slice(names)));
  return text.replace(BRACKETS, '').trim();
}

/** A text without the words before a date at its end, which a letter, space and marks part from the rest. */
function withoutDateLabel(text: string): string {
  for (const { 0: marks, index } of text.matchAll(BEFORE_LABEL)) {
    const rest = text.slice(index + marks.length).toLowerCase();
    const isLabel = (label: string) =>
      spelled('modified').has(label) || spelled('published').has(label);
    if (isLabel(rest.trimEnd()) || isLabel(rest.replace(COLON_END, '')))
      return text.slice(0, index);
  }
  return text;
}

const LABEL_MARKS = /[\s:|]+$/u;

/** What stood before a date that was cut off: "Published on", "am". */
function isDateLabel(text: string): boolean {
  const key = phraseKey(text.replace(LABEL_MARKS, ''));
  return words('byline-date').has(key) || words('before-date').has(key);
}

function plausible(line: string): boolean {
  if (line.length === 0 || line.length > LONGEST || beginsCredit(line)) return false;
  if (SENTENCE.test(line) && !ABBREVIATION.test(line)) return false;
  return !(STOP.test(line) && INNER_SENTENCE.test(line));
}

/**
 * Reads a byline.
 * @param line the whole line as printed
 * @param datesOf finds the dates of the line, or of what stands behind a dash at its start: for who has read them already
 * @returns null when the line is none
 * @example parseByline('By Jane Roe and Tom Doe in Lisbon')?.authors.map((a) => a.name) // ['Jane Roe', 'Tom Doe']
 */
export function parseByline(
  line: string,
  language?: string,
  datesOf: (text: string) => readonly FoundDate[] = (text) => findDates(text, language),
): ParsedByline | null {
  const whole = line.slice(0, LIMIT).trim();
  if (line.length > LIMIT || whole.length === 0) return null;
  if (isReporting(whole)) return reportingByline(whole);
  if (isEditorLine(whole)) return null;
  const east = eastAsian(whole);
  if (east) return east;
  if (isEastAsianName(whole))
    return { authors: [{ name: whole, kind: 'person' }], confident: false };
  const dash = LEAD_DASH.exec(whole)?.[0] ?? '';
  const named = whole.slice(dash.length);
  let text = trim(bare(named, datesOf(named)));
  // a label of the date that was cut off is no name
  text = text
    .split(SEPARATORS)
    .filter((s) => !isDateLabel(s))
    .join(' | ');
  text = withoutStop(text);
  if (!plausible(text)) return null;
  const prefix = prefixOf(text) ?? laterPrefix(text);
  const names = prefix ? uninverted(text.slice(prefix.length).replace(ARTICLE, '')) : text;
  const found = gather(names, 'stray');
  if (found.authors.length === 0 || found.stray) return null;
  if (prefix)
    return {
      authors: found.authors,
      confident: found.authors.some(
        (a) => a.kind !== 'person' || many(a.name) || !CAPITAL.test(a.name),
      ),
    };
  // "JANE ROE, HOST:" says who speaks, "Dear editors," who is spoken to.
  if (SPEAKER.test(whole) && !VERB_TAIL.test(whole)) return null;
  if (SPOKEN_TO.test(whole) && found.authors.every(({ kind }) => kind === 'desk')) return null;
  return bareNames(text, found, dash !== '');
}

/** An article of English before a name: `A New Voice for the Old Organ`. `An` is a name itself before other letters. */
const AN = /^(?:A \p{Lu}\p{Ll}|An [AEIOU]\p{Ll})/u;

/** `By Jane Roe.` without its end mark, where nothing but a name of several words stands behind the prefix. */
function withoutStop(text: string): string {
  if (!text.endsWith('.')) return text;
  const name = text.slice(prefixOf(text)?.length ?? text.length, -1);
  return name.includes(' ') && isNameShaped(name) ? text.slice(0, -1) : text;
}

/** Words of an outlet's or a section's name, and the bar behind it. */
const WORDS_BEFORE_BY = 6;

/** "3 May 2024 | By Jane Roe": the prefix opens a later part. */
function laterPrefix(text: string): Prefix | null {
  if (!text.includes('|')) return null;
  const at = text.search(BY);
  if (
    at < 0 ||
    !SEPARATORS.test(text.slice(0, at + 1)) ||
    text.slice(0, at).split(SPACE).length > WORDS_BEFORE_BY
  )
    return null;
  const prefix = prefixOf(text.slice(at + 1));
  return prefix ? { length: at + 1 + prefix.length } : null;
}

function bareNames(text: string, found: Gathered, dash: boolean): ParsedByline | null {
  if (
    (hasBoilerplateWord(text) && !found.role) ||
    text.includes(':') ||
    (words('byline-prefix').has(phraseKey(text)) && !isDesk(text))
  )
    return null;
  const tail = PLACE_TAIL.test(text) || VERB_TAIL.test(text);
  const [only] = found.authors as [Author, ...Author[]];
  const single = found.authors.length === 1 && !many(only.name) && only.kind === 'person';
  if (single && !dash) return null;
  if (AN.test(only.name)) return null;
  if (
    THE.test(only.name) &&
    !only.name.split(' ').some((w) => words('organization').has(phraseKey(w)))
  )
    return null;
  if (tail && isNoPerson(withoutTail(text))) return null;
  const desk =
    found.authors.every((a) => a.kind === 'desk' || a.kind === 'agency') &&
    found.authors.some((a) => a.kind === 'desk');
  const role = found.role && only.kind === 'person';
  return {
    authors: found.authors,
    confident: role || (dash && !single) || (desk && found.authors.length > 1),
  };
}
