import { once } from '../../assets/once.ts';
import { phraseTables } from '../../assets/phrases.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import { weightOf } from '../../text/shape.ts';
import { readMultiIndex, readStrings } from '../../text/string-index.ts';

/** Of a line, in units of `weightOf` and in UTF-16 units: longer ones are text (set by hand on the open benchmark). */
const MAX_WEIGHT = 240;
/** Tokens that `{}` stands for at most, as data/README.md says. */
const MAX_FEW_WORDS = 5;
const ANY = '…';
const FEW = '{}';
/** What somebody says is quoted in the article, however it is worded. */
const QUOTED = /["“”«»„‟「『]/;

/** Alternatives of a part, each a list of tokens; an empty one makes the part optional. */
type Part = typeof ANY | typeof FEW | readonly (readonly string[])[];

/** The forms by number; their parts are read when one is first tried, as most never are. */
interface Forms {
  readonly partsOf: (form: number) => readonly Part[];
  readonly labelOf: (form: number) => RemovedLabel;
  /** Numbers of the forms that have a word, which stands from `start` to `end` in the key, as an anchor. */
  readonly byAnchor: (key: string, start: number, end: number) => Uint16Array;
}

/** The label of the form of which the tokens of a line's key are made; of several the one with the most parts. */
export type FormMatcher = (line: string, key: string) => RemovedLabel | null;

/**
 * Makes a matcher of the forms in data/languages: lines in which sites and their software exchange words, such
 * as `{This|Our} {website|site} {uses|stores} … cookies …`. A form is tried where one of its anchors stands.
 */
export function createFormMatcher(): FormMatcher {
  return (line, key) => {
    if (line.length > MAX_WEIGHT || weightOf(line) > MAX_WEIGHT || QUOTED.test(line)) return null;
    const { byAnchor, partsOf, labelOf } = forms();
    let tokens: string[] | null = null;
    let best: RemovedLabel | null = null;
    let most = 0;
    for (let start = 0; start < key.length; ) {
      const space = key.indexOf(' ', start);
      const end = space < 0 ? key.length : space;
      const found = byAnchor(key, start, end);
      for (let i = 0; i < found.length; i++) {
        const form = found[i]!;
        const parts = partsOf(form);
        tokens ??= key.split(' ');
        if (parts.length <= most || !matches(parts, tokens)) continue;
        best = labelOf(form);
        most = parts.length;
      }
      start = end + 1;
    }
    return best;
  };
}

const forms = once((): Forms => {
  const tables = phraseTables();
  const texts = readStrings(tables, 'forms');
  const labels = tables.uint8('forms:labels');
  const parts: (readonly Part[] | null)[] = Array.from({ length: texts.size }, () => null);
  return {
    byAnchor: readMultiIndex(tables, 'forms:anchors'),
    labelOf: (form) => tables.values.labels[labels[form]!] as RemovedLabel,
    partsOf: (form) => {
      parts[form] ??= texts.at(form).split('/').map(partOf);
      return parts[form]!;
    },
  };
});

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
