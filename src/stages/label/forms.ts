import { FORMS } from '../../generated/lexicon.ts';
import type { RemovedLabel } from '../../labels.ts';
import { weightOf } from './shape.ts';

const MAX_WEIGHT = 240;
const MAX_FEW_WORDS = 5;
const ANY = '…';
const FEW = '{}';
/** What somebody says is quoted in the article, however it is worded. */
const QUOTED = /["“”«»„‟「『]/;

/** Alternatives of a part, each a list of tokens; an empty one makes the part optional. */
type Part = typeof ANY | typeof FEW | readonly (readonly string[])[];

interface Form {
  readonly parts: readonly Part[];
  readonly label: RemovedLabel;
}

/** The label of the form of which a line's tokens are made; of several the one with the most parts. */
export type FormMatcher = (line: string, tokens: readonly string[]) => RemovedLabel | null;

/**
 * Makes a matcher of the forms in data/languages: lines in which sites and their software exchange words, such
 * as `{This|Our} {website|site} {uses|stores} … cookies …`. A form is tried where one of its anchors stands.
 */
export function createFormMatcher(): FormMatcher {
  const byAnchor = new Map<string, Form[]>();
  for (const row of FORMS) {
    const [label, ...forms] = row.split('\t') as [RemovedLabel, ...string[]];
    for (const text of forms) {
      const parts = text.split('/').map(partOf);
      for (const anchor of anchorsOf(parts)) {
        const list = byAnchor.get(anchor);
        if (list) list.push({ parts, label });
        else byAnchor.set(anchor, [{ parts, label }]);
      }
    }
  }
  return (line, tokens) => {
    if (line.length > MAX_WEIGHT || weightOf(line) > MAX_WEIGHT || QUOTED.test(line)) return null;
    let best: Form | null = null;
    for (const token of new Set(tokens)) {
      for (const form of byAnchor.get(token) ?? []) {
        const better = !best || form.parts.length > best.parts.length;
        if (better && matches(form.parts, tokens)) best = form;
      }
    }
    return best?.label ?? null;
  };
}

function partOf(text: string): Part {
  if (text === ANY || text === FEW) return text;
  return text.split('|').map((words) => (words === '' ? [] : words.split(' ')));
}

/** For each alternative of the part that says most, its longest token. */
function anchorsOf(parts: readonly Part[]): Set<string> {
  let best: string[] = [];
  let most = 0;
  for (const part of parts) {
    if (part === ANY || part === FEW || part.some((words) => words.length === 0)) continue;
    const anchors = part.map((words) => words.reduce((a, b) => (b.length > a.length ? b : a)));
    const least = Math.min(...anchors.map((anchor) => anchor.length));
    if (least > most) [best, most] = [anchors, least];
  }
  return new Set(best);
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
