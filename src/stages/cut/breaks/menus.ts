import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

// How much more likely a word is in a bar of links than in running text, in bits; set by hand on texts of one line.
const UPPER = 1.4;
const NUMBER = 0.6;
const SIGN = 2;
const LOWER = -1.8;
const COMMON = -2.2;
const COMMA = -1;
const STOP = -3;
/** What going over from one to the other costs, in bits. */
const SWITCH = 8;
/** Words before the seam in which the end of a sentence is looked for, and words of a sentence's start. */
const NEAR = 5;
const MAX_START = 4;

/**
 * Where running text and bars of links (menus, lists of sections and headlines without any mark) meet: the cheapest
 * reading of all words as one or the other. Only where a script has capitals.
 */
export function menuBreaks(tokens: readonly Token[]): Break[] {
  const inMenu = menuWords(tokens);
  const out: Break[] = [];
  for (let i = 1; i < tokens.length; i++) {
    if (inMenu[i] === inMenu[i - 1]) continue;
    const at = inMenu[i] ? menuStart(tokens, i) : proseStart(tokens, i);
    if (at > 0) out.push(breakAt(tokens[at]!.start));
  }
  return out;
}

/** For each word whether it stands in a bar of links (Viterbi over two states). */
function menuWords(tokens: readonly Token[]): boolean[] {
  let [prose, menu] = [0, -SWITCH];
  const cameFromMenu: [boolean, boolean][] = [];
  for (const token of tokens) {
    const gain = gainOf(token);
    const [toProse, toMenu] = [menu - SWITCH > prose, menu >= prose - SWITCH];
    [prose, menu] = [
      (toProse ? menu - SWITCH : prose) - gain / 2,
      (toMenu ? menu : prose - SWITCH) + gain / 2,
    ];
    cameFromMenu.push([toProse, toMenu]);
  }
  let state = menu > prose;
  const out: boolean[] = tokens.map(() => false);
  for (let i = tokens.length - 1; i >= 0; i--) {
    out[i] = state;
    state = cameFromMenu[i]![state ? 1 : 0];
  }
  return out;
}

function gainOf({ kind, common, stop, comma }: Token): number {
  const word =
    kind === 'upper'
      ? UPPER
      : kind === 'number'
        ? NUMBER
        : kind === 'sign'
          ? SIGN
          : kind === 'lower'
            ? common
              ? COMMON
              : LOWER
            : 0;
  return word + (stop ? STOP : 0) + (comma ? COMMA : 0);
}

/** The first word of the sentence that begins behind a bar of links; `at` is its first likely word. */
function proseStart(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0 && tokens[start]!.kind === 'lower' && tokens[start - 1]!.kind !== 'upper')
    start -= 1;
  const first = Math.max(0, start - MAX_START);
  for (let i = start; i >= first; i--) {
    if (tokens[i]!.kind === 'upper' && (i === 0 || tokens[i - 1]!.stop)) return i;
  }
  for (let i = start; i >= first; i--) {
    const { kind, common } = tokens[i]!;
    if (kind === 'upper' && common) return i;
    if (i < start && kind !== 'upper') break;
  }
  const found = tokens[start]!.kind === 'lower' && start > 0 ? start - 1 : start;
  return leadsOn(tokens[found - 1]) ? 0 : found;
}

/** Whether a word must go on: a short common one, or one before a comma. */
function leadsOn(token: Token | undefined): boolean {
  return (
    token !== undefined && !token.stop && (token.comma || (token.common && token.kind === 'lower'))
  );
}

/** The first word of the bar of links that begins behind a sentence; `at` is its first likely word. */
function menuStart(tokens: readonly Token[], at: number): number {
  for (let i = at; i > Math.max(0, at - NEAR); i--) if (tokens[i - 1]!.stop) return i;
  for (let i = at; i < Math.min(tokens.length, at + NEAR); i++) if (tokens[i - 1]!.stop) return i;
  let start = at;
  const most = Math.min(tokens.length, at + NEAR);
  while (start < most && (tokens[start]!.kind === 'lower' || leadsOn(tokens[start - 1])))
    start += 1;
  return start < most && tokens[start]!.kind === 'upper' ? start : 0;
}
