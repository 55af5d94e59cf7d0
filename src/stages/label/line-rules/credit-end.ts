import { parseByline } from '../../../recognize/byline/index.ts';
import { kindOf } from '../../../recognize/names.ts';
import { isOutlet } from '../../../recognize/outlets.ts';
import { agencyNamed } from '../../../recognize/words.ts';
import { wordsOf } from '../../../text/shape.ts';
import type { Reading } from '../../read/reading.ts';

/** Who took a picture, and for whom: `Jane Roe / Reuters`. */
const PICTURE_BY =
  /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,2} ?\/ ?\p{Lu}[\p{L}&.-]*(?: \p{Lu}[\p{L}&.-]*){0,2}$/u;
/** Words of what is said of a picture before that; set by hand. */
const MIN_WORDS = 4;
const BRACKET_END = /[)）]$/u;
/** UTF-16 units at a text's end in which its credit stands; set by hand. */
const REACH = 120;
const DASH = /[–—-]/u;
/** What stands in a credit behind a dash, which may as well part a quotation from who said it. */
const SEPARATED = /[:：/]/u;
/** An older picture, and whose: `FILE | LAKE REGION MEDIA`. */
const FROM_FILE = /^FILE(?: PHOTO)? ?[|/–—-] ?\S/u;
/** A wire agency, a slash and who took its picture, without an end mark before: `… on the quay AFP/Anna Berg`. */
const AGENCY_END = /(?<=\s)(\p{Lu}\p{L}+) ?\/ ?(\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}.'’-]+){1,2}$/u;
const LAST_SENTENCE =
  /[。！？]\s*(?=[^。！？]{3,30}$)|[.!?…。)\]]["”’»]?\s+(?=\p{Lu}[^.!?]{3,60}\.?$)|\s[|–—-]\s+(?=\p{Lu}[^.!?–—]{3,60}$)|\s*[(（]\s*(?=[^()（）]{3,60}[)）]$)/u;

/** Whether a text ends in the credit of a picture: `The ferry at the quay (Photo: VNA)`, `… . Jane Roe / Reuters`. */
export function endsInCredit(text: string, { phrases, language }: Reading): boolean {
  const tail = text.slice(-REACH);
  if (isAgencyPicture(tail)) return true;
  const last = LAST_SENTENCE.exec(tail);
  if (last === null) return false;
  const end = tail.slice(last.index + last[0].length);
  if (DASH.test(last[0]) && !SEPARATED.test(end)) return false;
  const isPictured = isPictureBy(end.replace(BRACKET_END, '')) || FROM_FILE.test(end);
  const before = text.slice(0, text.length - tail.length + last.index);
  if (isPictured && wordsOf(before).length >= MIN_WORDS) return true;
  const label = phrases(end)?.label;
  if (label !== 'credit' && label !== 'caption') return false;
  return parseByline(end, language)?.confident !== true;
}

/** Whether a text ends in an agency, a slash and a name that is no agency's. */
function isAgencyPicture(text: string): boolean {
  if (!text.includes('/')) return false;
  const [, agency, name] = AGENCY_END.exec(text) ?? [];
  if (agency === undefined || name === undefined) return false;
  return agencyNamed(agency) !== null && agencyNamed(name) === null;
}

/** Whether a text is a name, a slash, and for whom they take pictures: two names are players of a pair. */
function isPictureBy(text: string): boolean {
  if (!PICTURE_BY.test(text)) return false;
  const whom = text.slice(text.indexOf('/') + 1).trim();
  return !whom.includes(' ') || kindOf(whom) !== 'person' || isOutlet(whom);
}
