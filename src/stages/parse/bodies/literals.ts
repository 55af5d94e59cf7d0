import { endsSentence } from '../../../text/shape.ts';

/** A string of a script that reads as prose. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

const KEY = /(?:"(\w+)"|(\w+))\s*:\s*$/;
/** UTF-16 units before a string in which its key stands. */
const KEY_REACH = 60;
// What says something of the article, or of others, but is not its text.
const NO_BODY =
  /^(?:meta\w*|\w*description|\w*excerpt|\w*summary|\w*caption|alt\w*|\w*bio\w*|abstract|teaser\w*|dek|deck|standfirst|subtitle|headline|title|seo\w*|\w*credit\w*|\w*comment\w*|disclaimer|copyright|cookie\w*|message|label|className|style|href|url|src)$/i;
const TAG = /<[a-z/][^>]*>/gi;
// Declarations of a style sheet, and elements that hold code.
const CODE = /[a-z-]+:\s?[^;<]{1,200};\s?[a-z-]+:|url\(data:|<(?:style|script)\b/i;
const WORDS = /\s|[\u3040-\u9fff\u0e00-\u0e7f]/;
// UTF-16 units, set by hand: of prose; of a script that is read; strings that are looked at.
const MIN_PROSE = 60;
const LONGEST_SCRIPT = 3_000_000;
const MOST_STRINGS = 100_000;

/** The strings of a script that read as prose, in order; those of one key only, where it is given. */
export function proseLiterals(script: string, only: string | null): Literal[] {
  const found: Literal[] = [];
  const limit = Math.min(script.length, LONGEST_SCRIPT);
  let start = script.indexOf('"');
  for (let seen = 0; start >= 0 && start < limit && seen < MOST_STRINGS; seen++) {
    const end = stringEnd(script, start + 1, limit);
    const literal = end - start < MIN_PROSE ? null : proseAt(script, start, end, only);
    if (literal !== null) found.push(literal);
    start = script.indexOf('"', end);
  }
  return found;
}

/** Behind the quote that ends a string, or where the line ends. A loop, so that each unit is looked at once. */
function stringEnd(script: string, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const unit = script[at]!;
    if (unit === '"') return at + 1;
    if (unit === '\n') return at;
    at += unit === '\\' ? 2 : 1;
  }
  return limit;
}

function proseAt(script: string, start: number, end: number, only: string | null): Literal | null {
  const named = KEY.exec(script.slice(Math.max(0, start - KEY_REACH), start));
  const key = named?.[1] ?? named?.[2] ?? '';
  if (only === null ? NO_BODY.test(key) : key !== only) return null;
  const value = decoded(script.slice(start, end));
  if (value === null || (only === null && !readsAsProse(value))) return null;
  return { start, end, value };
}

function decoded(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** Words in sentences, with or without markup; no code, style or data. */
function readsAsProse(value: string): boolean {
  if (CODE.test(value)) return false;
  const text = value.replace(TAG, ' ').trim();
  if (text.length < MIN_PROSE || text.includes('{') || text.includes('function(')) return false;
  return endsSentence(text) && WORDS.test(text);
}
