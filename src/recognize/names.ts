import { once } from '../assets/once.ts';
import type { Article } from '../contract/article.ts';
import { phraseKey } from '../text/fold.ts';
import { keyOf } from '../text/tokens.ts';
import { agencyNamed, alternatives, keyed, spelled, words } from './words.ts';

const ASCII = /^[\x20-\x7e]+$/;

/** Somebody who is credited. */
export type Author = Article['authors'][number];

const SPACE = /\s+/;
const CASELESS = /^(?:[\p{Lo}\p{sc=Geor}\p{M}·・．.'’-]|\u200c|\u200d)+$/u;
const HAN = /^[\u3400-\u9fff々〆ヶ\u3040-\u30ff·・]+$/;
const HANGUL = /^[\uac00-\ud7af]+$/;
const PLAIN_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}'’ʼ.-]*|\p{Lu}\.|[dDlLO]['’]\p{Lu}[\p{L}'’-]*|al-\p{Lu}\p{L}+|ʻ\p{Lu}\p{L}+|\p{Ll}{1,3}-\p{Lu}\p{L}+)$/u;
const DIGIT = /\d/;
const FINAL_STOP = /\.$/;
/** "example.com", "beispiel.de/mm", "example.com, Lisbon". */
const DOMAIN = /^(?:www\.)?[\p{L}\d-]{2,}(?:\.[\p{L}\d-]{2,})*\.[a-z]{2,6}(?=$|[/,\s])/iu;
const HONORIFICS = spelled('honorific');
const PARTICLES = spelled('name-particle');
const FIRST_PARTICLES = spelled('name-particle-first');
/** Words of a name; one more is allowed for (set by hand on the open benchmark). */
const NAME_WORDS = 5;
/** In UTF-16 units (set by hand on the open benchmark). */
const LONGEST_NAME = 60;
const desks = words('desk-word');
const deskEndings = [...desks].filter((d) => d.length > 1 && !ASCII.test(d));
const hanOrganizations = [...words('organization')].filter((o) => o.length > 1 && HAN.test(o));
/** Words of agencies' names: between spaces, anywhere in Han, at the end in Hangul. */
const agencyWord = once(
  () =>
    new RegExp(
      `(?:^|\\s)(?:${alternatives('agency-word')})(?:\\s|$)|${alternatives('agency-part')}|(?:${alternatives('agency-end')})$`,
      'iu',
    ),
);
/** Words of boilerplate that are capitalised like names. */
const BOILERPLATE = words('boilerplate-word');
const NOT_NAMES = spelled('no-name');

/** Whether a word is a title such as "Dr.". */
export const isHonorific = (word: string): boolean =>
  HONORIFICS.has(word.toLowerCase().replace(FINAL_STOP, ''));

const isPlain = (word: string): boolean => PLAIN_WORD.test(word) || isHonorific(word);

/** Whether a text has the shape of a name: capitalised words, or few words in a script without capitals. */
export function isNameShaped(text: string): boolean {
  const parts = text.split(SPACE);
  if (text.length > LONGEST_NAME || parts.length > NAME_WORDS + 1 || DIGIT.test(text)) return false;
  if (parts.every((p) => HAN.test(p)))
    return text.replace(SPACE, '').length <= 8 || text.includes('·') || text.includes('・');
  if (parts.every((p) => HANGUL.test(p))) return text.length <= 6;
  if (parts.every((p) => CASELESS.test(p))) return parts.length <= 5 && text.length <= 40;
  const [first] = parts as [string, ...string[]];
  if (!isPlain(first) && !FIRST_PARTICLES.has(first)) return false;
  const capitals = parts.filter(isPlain);
  const rest = parts.filter((p) => !isPlain(p));
  return (
    capitals.length > 0 &&
    isPlain(parts.at(-1) as string) &&
    rest.every((p) => PARTICLES.has(p.toLowerCase()))
  );
}

/** Whether a text holds a word of boilerplate ("Share", "Facebook"), as no name does. */
export const hasBoilerplateWord = (text: string): boolean =>
  text.split(SPACE).some((w) => BOILERPLATE.has(phraseKey(w)));

/** Whether a capitalised text cannot be a person: weekdays, months, pronouns. */
export const isNoPerson = (text: string): boolean =>
  text.split(SPACE).some((w) => NOT_NAMES.has(w.toLowerCase()));

/** Whether a text names a job. */
export function isRole(text: string): boolean {
  const key = phraseKey(text);
  if (words('role').has(key)) return true;
  const parts = key.split(SPACE);
  return parts.some((w) => words('role').has(w) && w !== 'staff') && parts.length <= 8;
}

/** Whether a text stands for the newsroom itself. */
export function isDesk(text: string): boolean {
  const key = phraseKey(text);
  if (words('desk').has(key)) return true;
  const parts = key.split(SPACE);
  return (
    desks.has(parts[0] as string) ||
    desks.has(parts.at(-1) as string) ||
    (!ASCII.test(key) && deskEndings.some((d) => key.endsWith(d)))
  );
}

/** Whether a text means wire services without a name. */
export const isAgencies = (text: string): boolean => words('agencies').has(phraseKey(text));

/** An accent that is written counts: `Báo` is a newspaper, `Bảo` a given name. */
function isOrganizationWord(word: string): boolean {
  const folded = phraseKey(word);
  if (!words('organization').has(folded)) return false;
  const key = keyOf(word);
  return key === folded || keyed('organization').has(key);
}

/** What kind of author a name is. */
export function kindOf(name: string): Author['kind'] {
  if (isAgencies(name)) return 'agency';
  if (isDesk(name)) return 'desk';
  if (agencyNamed(name) !== null || agencyWord().test(name)) return 'agency';
  if (name.includes('.') && DOMAIN.test(name)) return 'organization';
  const key = phraseKey(name);
  const parts = key.split(SPACE);
  if (name.split(SPACE).some(isOrganizationWord)) return 'organization';
  if (parts[0] === 'the' || HAN.test(key) || HANGUL.test(key)) {
    const long = key.length > 4 && hanOrganizations.some((o) => key.endsWith(o));
    return long || parts[0] === 'the' ? 'organization' : 'person';
  }
  return 'person';
}
