import { once } from '../../assets/once.ts';
import { phraseTables } from '../../assets/phrases.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import { weightOf } from '../../text/shape.ts';
import { type MultiIndex, readMultiIndex, readStrings } from '../../text/string-index.ts';
import { type MarkEnds, matchesAll } from './glob.ts';

// Set by hand on the lines of boilerplate and the sentences of test/stages/label/cases.
/** Letters of a line, those of scripts without spaces counted 2.5 times. */
const MAX_WEIGHT = 240;
/** Words that `{}` may stand for. */
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
  /** Calls back with each form that has a word, which stands from `start` to `end` in the key, as an anchor. */
  readonly byAnchor: MultiIndex;
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
    const tryForm = (form: number): void => {
      const parts = partsOf(form);
      tokens ??= key.split(' ');
      if (parts.length <= most || !mayFit(parts, tokens)) return;
      if (!matchesAll(parts, tokens, endsOf)) return;
      best = labelOf(form);
      most = parts.length;
    };
    for (let start = 0; start < key.length; ) {
      const space = key.indexOf(' ', start);
      const end = space < 0 ? key.length : space;
      byAnchor(key, start, end, tryForm);
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

/** Whether the first and the last part of a form can stand at the ends of a line: most forms that are tried fail there. */
function mayFit(parts: readonly Part[], tokens: readonly string[]): boolean {
  const first = parts[0]!;
  const last = parts.at(-1)!;
  const starts = typeof first === 'string' || first.some((words) => standsAt(words, tokens, 0));
  if (!starts) return false;
  return (
    typeof last === 'string' ||
    last.some((words) => standsAt(words, tokens, tokens.length - words.length))
  );
}

function standsAt(words: readonly string[], tokens: readonly string[], at: number): boolean {
  for (let i = 0; i < words.length; i++) if (tokens[at + i] !== words[i]) return false;
  return true;
}

const endsOf: MarkEnds<Part> = (part, tokens, at, mark) => {
  if (part === ANY || part === FEW) {
    const last = part === ANY ? tokens.length : Math.min(tokens.length, at + MAX_FEW_WORDS);
    for (let end = part === ANY ? at : at + 1; end <= last; end++) mark(end);
    return;
  }
  for (const words of part) {
    if (standsAt(words, tokens, at)) mark(at + words.length);
  }
};
