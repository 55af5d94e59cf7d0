import { phraseKey } from '../../text/phrase-key.ts';
import {
  type Author,
  isAgencies,
  isDesk,
  isFurniture,
  isHonorific,
  isNameShaped,
  isNoPerson,
  isRole,
  kindOf,
} from '../names.ts';
import { agencyNamed, alternatives, spelled, words } from '../words.ts';

/** What parts the pieces of a byline. */
export const SEPARATORS = /\s+[|•·–—/\\-]\s+|\s*[|•;]\s*|\s{3,}|\t|\n/u;
const COMMA = /\s*[,،、，]\s*/u;
/** A place after a name. */
export const PLACE_TAIL = new RegExp(
  `\\s+(?:${alternatives('place-before')})\\s+(?=["“«]?[\\p{Lu}\\p{Lo}(])(?=.{1,60}$).{1,60}$`,
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

function parts(text: string): Part[] {
  const segments = text
    .split(SEPARATORS)
    .flatMap((s) => splitSlash(s).map((segment, i) => ({ segment, joined: i > 0 })));
  const pieces = segments.flatMap(({ segment, joined }, s) =>
    segment.split(COMMA).map(
      (piece, c) =>
        ({
          piece,
          after: c > 0 ? 'comma' : joined ? 'and' : s > 0 ? 'separator' : 'start',
        }) as const,
    ),
  );
  return pieces
    .flatMap(({ piece, after }) =>
      splitAnd(piece).map((name, n) => ({
        text: withoutTail(name),
        after: n > 0 ? ('and' as const) : after,
      })),
    )
    .filter((part) => part.text !== '');
}

/** A name without "in Lisbon", "reports" and the like after it. */
function withoutTail(name: string): string {
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

/** Whether a name has several words. */
export const many = (text: string): boolean => text.includes(' ');

function add(part: Part, out: Gathered): void {
  const { text, after } = part;
  const first = out.authors.length === 0;
  const follows = !first && (after === 'comma' || after === 'separator');
  if (isAgencies(text) || isDesk(text)) {
    const written =
      out.authors.some((a) => a.kind === 'person') &&
      !words('desk').has(phraseKey(text)) &&
      isDesk(text);
    if (!written || after === 'and') out.authors.push({ name: text, kind: kindOf(text) });
    else out.role = true;
    return;
  }
  if (!first && isRole(text)) {
    out.role = true;
    return;
  }
  const person = out.authors.some((a) => a.kind === 'person');
  const kind = kindOf(text);
  if (follows && person && (kind !== 'person' || !many(text) || CITIES.has(text.toLowerCase()))) {
    out.role ||= kind === 'agency';
    return;
  }
  const shaped =
    isNameShaped(text.replace(THE, '')) &&
    !isNoPerson(text) &&
    (kind !== 'person' || !isFurniture(text));
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
  return found.slice(from, to).join(' ');
}

/** Reads a list of names, roles, places and agencies. */
export function gather(text: string): Gathered {
  const out: Gathered = { authors: [], role: false, stray: false };
  for (const part of parts(text)) add({ ...part, text: withoutRole(part.text) }, out);
  const seen = new Set<string>();
  const authors = out.authors.filter(
    (a) => !seen.has(phraseKey(a.name)) && seen.add(phraseKey(a.name)),
  );
  return { ...out, authors };
}
