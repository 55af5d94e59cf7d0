import type { Token } from 'parse5';
import { nextHash, sharedName } from './names.ts';
import {
  APOSTROPHE,
  EQUALS,
  GREATER_THAN,
  isLetter,
  isNameUnit,
  isSpace,
  isUpper,
  QUOTE,
  SOLIDUS,
  unquotedEnd,
  valueEnd,
} from './units.ts';

/** A tag as it stands in the page; one is filled again and again, but its list of attributes is new for each tag. */
export interface PlainTag {
  isEnd: boolean;
  name: string;
  attrs: Token.Attribute[];
  selfClosing: boolean;
}

/** More attributes than this are left to parse5, which then looks for doubled names in a set. Few tags have 10. */
const MAX_ATTRIBUTES = 24;

/** An empty tag to be filled. */
export function createPlainTag(): PlainTag {
  return { isEnd: false, name: '', attrs: [], selfClosing: false };
}

/**
 * Reads a whole tag in which every character means itself, as nearly all tags are: no references in values, no NUL or
 * carriage return, nothing that the HTML Standard (13.2.5) calls an error except a doubled name, whose first stays.
 *
 * @param from where the `<` stands.
 * @returns where the tag's `>` stands; -1 for what is not such a tag, which is for parse5 to read.
 */
export function readPlainTag(html: string, from: number, tag: PlainTag): number {
  const isEnd = html.charCodeAt(from + 1) === SOLIDUS;
  const start = isEnd ? from + 2 : from + 1;
  if (!isLetter(html.charCodeAt(start))) return -1;
  const name = readName(html, start);
  let at = start + name.length;
  const attrs: Token.Attribute[] = [];
  tag.isEnd = isEnd;
  tag.name = name;
  tag.attrs = attrs;
  tag.selfClosing = false;
  for (;;) {
    while (isSpace(html.charCodeAt(at))) at += 1;
    const code = html.charCodeAt(at);
    if (code === GREATER_THAN) return at;
    if (code === SOLIDUS && html.charCodeAt(at + 1) === GREATER_THAN && !isEnd) {
      tag.selfClosing = true;
      return at + 1;
    }
    if (!isLetter(code) || isEnd) return -1;
    at = readAttribute(html, at, attrs);
    if (at < 0 || attrs.length > MAX_ATTRIBUTES) return -1;
  }
}

/** Reads the attribute that begins here; gives where it ends, or -1. */
function readAttribute(html: string, start: number, attrs: Token.Attribute[]): number {
  const name = readName(html, start);
  const end = start + name.length;
  const code = html.charCodeAt(end);
  if (code !== EQUALS) {
    if (!isSpace(code) && code !== GREATER_THAN && code !== SOLIDUS) return -1;
    add(attrs, name, '');
    return end;
  }
  const first = end + 1;
  const quote = html.charCodeAt(first);
  if (quote === QUOTE || quote === APOSTROPHE) {
    const last = valueEnd(html, first + 1, quote);
    if (html.charCodeAt(last) !== quote) return -1;
    add(attrs, name, html.slice(first + 1, last));
    return last + 1;
  }
  const last = unquotedEnd(html, first);
  const stop = html.charCodeAt(last);
  if (last === first || (!isSpace(stop) && stop !== GREATER_THAN)) return -1;
  add(attrs, name, html.slice(first, last));
  return last;
}

function add(attrs: Token.Attribute[], name: string, value: string): void {
  for (let i = 0; i < attrs.length; i++) if (attrs[i]!.name === name) return;
  attrs.push({ name, value });
}

/** The name that begins here, in lower case; as long as it is in the page, since only ASCII letters are in it. */
function readName(html: string, start: number): string {
  let hash = 0;
  let end = start;
  let hasUpper = false;
  for (let unit = html.charCodeAt(end); isNameUnit(unit); unit = html.charCodeAt(end)) {
    hasUpper ||= isUpper(unit);
    hash = nextHash(hash, unit);
    end += 1;
  }
  return hasUpper ? html.slice(start, end).toLowerCase() : sharedName(html, start, end, hash);
}
