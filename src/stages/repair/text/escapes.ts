import { decodeEntities } from '../../../text/entities.ts';
import { addCodePoints, type CodePoints } from './code-points.ts';

/** A stretch of text that stands for other characters. */
interface Escape {
  readonly from: number;
  readonly to: number;
  readonly codes: readonly number[];
  /** Its name in the ledger when it must go, damage or not; null when only damage makes it go. */
  readonly kind: string | null;
}

const ENTITY = /&(?:amp;)*(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,30});/g;
const AMP = /&(?:amp;)+/;
const MARKUP = /^&(?:lt|gt|amp|quot|apos|#0*(?:3[489]|60|62));$/i;
const UNICODE = /(?:\\u[0-9a-fA-F]{4})+/g;
const PYTHON = /(?:\\x[0-9a-fA-F]{2})+/g;
const PERCENT = /(?:%[0-9a-fA-F]{2})+/g;
const QUOTED_PRINTABLE = /(?:=[0-9A-F]{2})+/g;
const UTF_7 = /\+([A-Za-z0-9+/]{2,})-?/g;
const HEX = /[0-9a-fA-F]{2,4}/g;

const NON_ASCII = /[^\0-\x7f]/;
/** What every escape begins with. */
const ESCAPE = /[&\\%=+]/;

/** Whether a text holds anything that might be repaired: what is no ASCII, entities, or with `all` any escape. */
export function mayNeedRepair(text: string, all: boolean): boolean {
  return NON_ASCII.test(text) || (all ? ESCAPE.test(text) : hasEntities(text));
}

/** Whether a text holds entities. */
export function hasEntities(text: string): boolean {
  const at = text.indexOf('&');
  return at >= 0 && text.indexOf(';', at) > 0;
}

/**
 * A text with its escapes read: entities always (as evidence of damage), the others and plain entities
 * only with `all`. Each code point knows the stretch that it was written as.
 */
export function readEscapes(text: string, all: boolean): CodePoints {
  const escapes = all ? everyEscape(text) : entities(text, false);
  const codes: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const escaped = new Map<number, string>();
  let at = 0;
  for (const found of escapes) {
    if (found.from < at) continue;
    addCodePoints(text, at, found.from, codes, from, to);
    for (const [k, code] of found.codes.entries()) {
      if (found.kind !== null) escaped.set(codes.length, found.kind);
      codes.push(code);
      from.push(k === 0 ? found.from : found.to);
      to.push(found.to);
    }
    at = found.to;
  }
  addCodePoints(text, at, text.length, codes, from, to);
  return { codes, from, to, escaped };
}

function everyEscape(text: string): Escape[] {
  const found = [
    ...entities(text, true),
    ...runs(text, UNICODE, hexes).map(named('json')),
    ...runs(text, PYTHON, bytesOf).map(named('python')),
    ...runs(text, PERCENT, bytesOf).map(named('url')),
    ...runs(text, QUOTED_PRINTABLE, bytesOf).map(named('quoted-printable')),
    ...runs(text, UTF_7, utf7).map(named('utf-7')),
  ];
  return found.sort((a, b) => a.from - b.from);
}

function named(kind: string): (found: Escape) => Escape {
  return (found) => ({ ...found, kind });
}

function entities(text: string, all: boolean): Escape[] {
  const found: Escape[] = [];
  for (const match of text.matchAll(ENTITY)) {
    const once = match[0].replace(AMP, '&');
    if (MARKUP.test(once)) continue;
    const decoded = decodeEntities(once);
    if (decoded === once) continue;
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      codes: Array.from(decoded, (c) => c.codePointAt(0)!),
      kind: all ? 'entity' : null,
    });
  }
  return found;
}

function runs(text: string, pattern: RegExp, read: (run: string) => number[]): Escape[] {
  const found: Escape[] = [];
  for (const match of text.matchAll(pattern)) {
    const units = read(match[0]);
    if (!units.some((u) => u >= 0x80)) continue;
    const codes = Array.from(
      String.fromCharCode(...units).toWellFormed?.() ?? String.fromCharCode(...units),
    );
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      codes: codes.map((c) => c.codePointAt(0)!),
      kind: null,
    });
  }
  return found;
}

function hexes(run: string): number[] {
  return (run.match(HEX) ?? []).map((h) => Number.parseInt(h, 16));
}

/** Code units of escaped bytes: as UTF-8 when they are, as Latin-1 when not. */
function bytesOf(run: string): number[] {
  const bytes = Uint8Array.from(hexes(run));
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  } catch {
    return [...bytes];
  }
}

/** Code units of a stretch of UTF-7, none when it is none. */
function utf7(run: string): number[] {
  const coded = run.endsWith('-') ? run.slice(1, -1) : run.slice(1);
  const bytes = Buffer.from(coded, 'base64');
  const units = Array.from({ length: bytes.length >> 1 }, (_, i) => bytes.readUInt16BE(2 * i));
  const spare = (coded.length * 6) % 16;
  const isText =
    spare < 6 && units.length > 0 && units.every((u) => u >= 0xa0 && (u < 0xd800 || u >= 0xf900));
  return isText && sameBlocks(units) ? units : [];
}

/** Code points of one block share all bits but these. */
const BLOCK_BITS = 8;

/** Whether neighbours come from few blocks, as characters of one language do and chance does not. */
function sameBlocks(units: readonly number[]): boolean {
  const blocks = new Set(units.map((u) => u >> BLOCK_BITS));
  return units.length === 1 ? units[0]! < 0x2100 : blocks.size <= 1 + units.length / 2;
}
