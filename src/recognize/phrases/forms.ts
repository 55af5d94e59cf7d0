import type { RemovedLabel } from '../../contract/labels.ts';
import { FORMS } from '../../generated/lexicon.ts';
import { hashOf } from '../../text/hash.ts';
import { weightOf } from '../../text/shape.ts';

const MAX_WEIGHT = 240;
const MAX_FEW_WORDS = 5;
const ANY = '…';
const FEW = '{}';
const ANCHORS_END = ':';
const HASH_BITS = 16;
const HASHES = 1 << HASH_BITS;
/** What somebody says is quoted in the article, however it is worded. */
const QUOTED = /["“”«»„‟「『]/;

/** Alternatives of a part, each a list of tokens; an empty one makes the part optional. */
type Part = typeof ANY | typeof FEW | readonly (readonly string[])[];

/** A form; most are never tried, so that its parts are read when it is. */
interface Form {
  readonly text: string;
  readonly label: RemovedLabel;
  parts: readonly Part[] | null;
}

/** The label of the form of which the tokens of a line's key are made; of several the one with the most parts. */
export type FormMatcher = (line: string, key: string) => RemovedLabel | null;

/**
 * Makes a matcher of the forms in data/languages: lines in which sites and their software exchange words, such
 * as `{This|Our} {website|site} {uses|stores} … cookies …`. A form is tried where one of its anchors stands.
 */
export function createFormMatcher(): FormMatcher {
  const byAnchor = new Map<string, Form[]>();
  for (const row of FORMS) {
    const [label, ...forms] = row.split('\t') as [RemovedLabel, ...string[]];
    for (const entry of forms) {
      const colon = entry.indexOf(ANCHORS_END);
      const form: Form = { text: entry.slice(colon + 1), label, parts: null };
      for (const anchor of entry.slice(0, colon).split('|')) {
        const list = byAnchor.get(anchor);
        if (list) list.push(form);
        else byAnchor.set(anchor, [form]);
      }
    }
  }
  const hashes = new Uint8Array(HASHES);
  for (const anchor of byAnchor.keys()) hashes[slotOf(hashOf(anchor))] = 1;
  return (line, key) => {
    if (line.length > MAX_WEIGHT || weightOf(line) > MAX_WEIGHT || QUOTED.test(line)) return null;
    let tokens: string[] | null = null;
    let best: RemovedLabel | null = null;
    let most = 0;
    for (let start = 0; start < key.length; ) {
      const space = key.indexOf(' ', start);
      const end = space < 0 ? key.length : space;
      // Few words are anchors; the others need not become strings of their own.
      const may = hashes[slotOf(hashOf(key, undefined, start, end))] === 1;
      for (const form of (may && byAnchor.get(key.slice(start, end))) || []) {
        form.parts ??= form.text.split('/').map(partOf);
        tokens ??= key.split(' ');
        if (form.parts.length <= most || !matches(form.parts, tokens)) continue;
        best = form.label;
        most = form.parts.length;
      }
      start = end + 1;
    }
    return best;
  };
}

function slotOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function partOf(text: string): Part {
  if (text === ANY || text === FEW) return text;
  return text.split('|').map((words) => (words === '' ? [] : words.split(' ')));
}

/** Matches parts one after another, in time of the product of both lengths. */
function matches(parts: readonly Part[], tokens: readonly string[]): boolean {
  let reached = [0];
  for (const part of parts) {
    const next = new Set<number>();
    if (part === ANY) {
      for (let at = reached[0]!; at <= tokens.length; at++) next.add(at);
    } else {
      for (const at of reached) for (const end of ends(part, tokens, at)) next.add(end);
    }
    if (next.size === 0) return false;
    reached = [...next].sort((a, b) => a - b);
  }
  return reached.at(-1) === tokens.length;
}

/** Where a part may end that begins at this token. */
function ends(
  part: Exclude<Part, typeof ANY>,
  tokens: readonly string[],
  at: number,
): readonly number[] {
  if (part === FEW) {
    const most = Math.min(MAX_FEW_WORDS, tokens.length - at);
    return Array.from({ length: Math.max(0, most) }, (_, i) => at + i + 1);
  }
  return part.flatMap((words) =>
    words.every((word, i) => tokens[at + i] === word) ? [at + words.length] : [],
  );
}
