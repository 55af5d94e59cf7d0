import { phraseKey } from '../../text/fold.ts';
import { startsSmall } from '../../text/letters.ts';
import {
  type Author,
  hasBoilerplateWord,
  isAgencies,
  isDesk,
  isHonorific,
  isNameShaped,
  isNoPerson,
  isRole,
  kindOf,
} from '../names.ts';
import { isKnownOutlet, isOutlet } from '../outlets.ts';
import { agencyNamed, alternatives, spelled, words } from '../words.ts';

/** What parts the pieces of a byline. */
export const SEPARATORS = /\s+[|•·–—/\\-]\s+|\s*[|•;]\s*|\s{3,}|\t|\n/u;
const COMMA = /\s*[,،、，]\s*/u;
/** A place after a name. */
export const PLACE_TAIL = new RegExp(
  `\\s+(?:${alternatives('place-before')})\\s+(?=["“«]?[\\p{Lu}\\p{Lo}(])(?=.{1,60}$).{1,60}$`,
  'u',
);
/** A place that a comma parts from a name: `, de Serrinha`, `, in Lisbon`. */
const PLACE_PART = new RegExp(
  `^(?:${alternatives('place-before')}|de|do|da|di)\\s(?=\\p{Lu}).{1,40}$`,
  'u',
);
/** A verb or employer after a name. */
export const VERB_TAIL = new RegExp(
  `\\s+(?:${alternatives('byline-verb')}|(?:${alternatives('byline-verb-open')}) .{0,80})\\s*:?$`,
  'iu',
);
const AND = new Set([...words('byline-and')].filter((w) => w !== 'in'));
const CITIES = spelled('city');
const TRIM = /^[\s,;:|•·–—\-"“”]+|[\s,;:|•·–—\-"“”]+$/gu;
/** White space. */
export const SPACE = /\s+/u;
const THE = /^[Tt]he (?=\p{Lu})/u;
const INITIAL = /^\p{Lu}\.?$/u;
const GLUED = /\p{Ll}{2}\p{Lu}/u;
const IBERIAN_AND = /^[yei]$/u;

/** A text without marks and spaces at its ends. */
export const trim = (text: string): string => text.replace(TRIM, '');

/** Splits at words that join names. */
function splitAnd(text: string): string[] {
  const out: string[] = [];
  let current: string[] = [];
  const parts = text.split(SPACE);
  parts.forEach((word, i) => {
    const joins =
      i > 0 &&
      i < parts.length - 1 &&
      (word === '&' || word === '+' || (AND.has(phraseKey(word)) && !INITIAL.test(word)));
    // "José Ortega y Gasset": a lone surname after it belongs to the name
    if (joins && !(IBERIAN_AND.test(word) && parts.length - i === 2 && current.length === 2)) {
      out.push(current.join(' '));
      current = [];
    } else current.push(word);
  });
  out.push(current.join(' '));
  return out.filter(Boolean);
}

interface Part {
  readonly text: string;
  /** What stood before it. */
  readonly after: 'start' | 'comma' | 'and' | 'separator';
}

/** The parts of a list between separators, slashes and commas, in order, read as they are asked for. */
function* piecesOf(text: string): Generator<Part> {
  for (const [s, whole] of text.split(SEPARATORS).entries()) {
    for (const [i, segment] of splitSlash(whole).entries()) {
      const outer = i > 0 ? 'and' : s > 0 ? 'separator' : 'start';
      for (const [c, piece] of segment.split(COMMA).entries()) {
        yield { text: piece, after: c > 0 ? 'comma' : outer };
      }
    }
  }
}

/** The parts of a list of names, those that `and` joins apart, without what stands behind a name. */
function* partsOf(text: string): Generator<Part> {
  for (const piece of piecesOf(text)) {
    for (const [n, name] of splitAnd(piece.text).entries()) {
      const bare = withoutTail(name);
      if (bare !== '') yield { text: bare, after: n > 0 ? 'and' : piece.after };
    }
  }
}

/** A name without "in Lisbon", "reports" and the like after it. */
export function withoutTail(name: string): string {
  return trim(isDesk(name) ? name : name.replace(PLACE_TAIL, '').replace(VERB_TAIL, ''));
}

/** "Jane Roe/dpa": a slash parts names where one side is an agency or a desk. */
function splitSlash(text: string): string[] {
  const pieces = text.split('/').map(trim);
  return pieces.length > 1 && pieces.some((p) => agencyNamed(p) !== null || isDesk(p))
    ? pieces
    : [text];
}

/** Who stands in a text of names. */
export interface Gathered {
  readonly authors: Author[];
  /** A job title stood beside a name. */
  role: boolean;
  /** Something stood there that is neither a name nor a role, place or outlet. */
  stray: boolean;
}

/** Words of a person's name with an outlet's behind it. */
const MIN_SIGNED_WORDS = 3;
/** Words of a person's name before an outlet's. */
const MAX_PERSON_WORDS = 3;

/** Whether a name has several words. */
export const many = (text: string): boolean => text.includes(' ');

/** A newsroom or agencies without a name; behind a person, words that are no newsroom's own name are the person's job. */
function addNewsroom({ text, after }: Part, person: boolean, out: Gathered): void {
  const written = person && !words('desk').has(phraseKey(text)) && isDesk(text);
  if (!written || after === 'and') out.authors.push({ name: text, kind: kindOf(text) });
  else out.role = true;
}

function add(part: Part, out: Gathered): void {
  const { text, after } = part;
  const first = out.authors.length === 0;
  const person = out.authors.some((a) => a.kind === 'person');
  const follows = !first && (after === 'comma' || after === 'separator');
  // "Jane Roe, Staff writer": the same words are a credit where nobody is named.
  if (follows && person && isRole(text)) {
    out.role = true;
    return;
  }
  if (follows && person && PLACE_PART.test(text)) return;
  if (isAgencies(text) || isDesk(text)) {
    addNewsroom(part, person, out);
    return;
  }
  if (!first && isRole(text)) {
    out.role = true;
    return;
  }
  const kind = kindOf(text);
  if (follows && person && (kind !== 'person' || !many(text) || CITIES.has(text.toLowerCase()))) {
    out.role ||= kind === 'agency';
    return;
  }
  const shaped =
    !words('byline-prefix').has(phraseKey(text)) &&
    isNameShaped(text.replace(THE, '')) &&
    !isNoPerson(text) &&
    (kind !== 'person' || !hasBoilerplateWord(text));
  if (shaped || agencyNamed(text) !== null) out.authors.push({ name: text, kind });
  else if (first || after === 'and') out.stray = true;
}

/** "Jane Roe Political Editor", "Senior Reporter Jane Roe": a job without a comma. */
function withoutRole(text: string): string {
  const found = text.split(SPACE);
  if (found.length < 3 || isDesk(text)) return text;
  let from = 0;
  let to = found.length;
  const role = (i: number): boolean => {
    const word = found[i] as string;
    // "Beispiel-Online-Experte"
    const last = word.slice(word.lastIndexOf('-') + 1);
    return words('role').has(phraseKey(last)) && !isHonorific(word);
  };
  while (to - from > 2 && role(from)) from++;
  while (to - from > 2 && role(to - 1)) to--;
  // "Anna Noll Director of Communications"
  const office = found.findIndex(
    (_, i) => i >= from + 2 && role(i) && startsSmall(found[i + 1] ?? ''),
  );
  return found.slice(from, office < 0 ? to : Math.min(office, to)).join(' ');
}

/** "Jane Roe Fox News": a person with the outlet behind, without a comma. */
function withoutOutlet(name: string): string {
  const found = name.split(SPACE);
  const kind = kindOf(name);
  if (found.length < MIN_SIGNED_WORDS || kind === 'desk' || isKnownOutlet(name)) return name;
  if (kind === 'person' || agencyNamed(name) !== null) return name;
  for (let at = 2; at <= MAX_PERSON_WORDS && at < found.length; at++) {
    const person = found.slice(0, at).join(' ');
    const rest = found.slice(at).join(' ');
    const isSigned = (isKnownOutlet(rest) || agencyNamed(rest) !== null) && isNameShaped(person);
    if (isSigned && kindOf(person) === 'person') return person;
  }
  return name;
}

/** "Tarnbrook Ledger reporter": an outlet's job without a name. */
function isOutletsJob(text: string, name: string): boolean {
  // "Jane RoeTravel News Reporter" holds a name that was glued to the job.
  if (kindOf(name) === 'agency' || GLUED.test(name)) return false;
  if (name === text) return kindOf(text) === 'organization' && words('role').has(lastWord(text));
  return text.startsWith(name) && isOutlet(name);
}

/** "Jane Roe, Local Democracy Reporter": what is left of a job behind a name is no other name. */
function isJob({ text, after }: Part, name: string, { authors }: Gathered): boolean {
  const follows = authors.some(({ kind }) => kind === 'person') && after !== 'and';
  return follows && name !== text && hasBoilerplateWord(name.split(SPACE)[0] ?? '');
}

function lastWord(text: string): string {
  return phraseKey(text.slice(text.lastIndexOf(' ') + 1));
}

/**
 * Reads a list of names, roles, places and agencies.
 *
 * @param until `stray`: stop at the first that is none of these, since most lines are no lists of names.
 */
export function gather(text: string, until: 'end' | 'stray' = 'end'): Gathered {
  const out: Gathered = { authors: [], role: false, stray: false };
  for (const part of partsOf(text)) {
    const name = withoutRole(part.text);
    if (isOutletsJob(part.text, name) || isJob(part, name, out)) out.role = true;
    else add({ text: withoutOutlet(name), after: part.after }, out);
    if (out.stray && until === 'stray') break;
  }
  const seen = new Set<string>();
  const authors = out.authors.filter(
    (a) => !seen.has(phraseKey(a.name)) && seen.add(phraseKey(a.name)),
  );
  return { ...out, authors };
}
