import type { ChainLink, Edit } from '../../document.ts';
import type { Level } from './levels.ts';
import type { Plan } from './plan.ts';
import type { Points } from './points.ts';
import type { Whole } from './whole.ts';

/** A stretch of the code points that becomes something else. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly out: string;
  readonly links: readonly ChainLink[];
  readonly guessed: boolean;
  /** The kind of escape, when nothing but an escape is undone. */
  readonly escape: string | null;
}

/** The edits of a plan: one for each maximal run of characters that one chain changed, escapes undone with it. */
export function toEdits(text: string, spots: Points, plan: Plan | null): Edit[] {
  const edits: Edit[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    if (run.length > 0) edits.push(edit(text, spots, run));
    run = [];
  };
  for (const piece of pieces(spots, plan)) {
    const last = run.at(-1);
    const apart =
      last &&
      (last.to !== piece.from || last.links !== piece.links || last.escape !== piece.escape);
    if (apart) close();
    if (text.slice(spots.from[piece.from], spots.to[piece.to - 1]) === piece.out) close();
    else run.push(piece);
  }
  close();
  return edits;
}

const NO_LINKS: readonly ChainLink[] = [];
const BYTE_ORDER_MARK = 0xfeff;

/** The plan's steps, and the escapes between them that must go. */
function pieces({ codes, escaped }: Points, plan: Plan | null): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const escapesTo = (end: number): void => {
    for (; at < end; at++) {
      const kind = escaped.get(at);
      if (kind === undefined) continue;
      const out = String.fromCodePoint(codes[at]!);
      found.push({ from: at, to: at + 1, out, links: NO_LINKS, guessed: false, escape: kind });
    }
  };
  for (const step of plan?.steps ?? []) {
    escapesTo(step.from);
    const mark = step.from === 0 && step.out[0] === BYTE_ORDER_MARK;
    found.push({
      from: step.from,
      to: step.to,
      out: String.fromCodePoint(...(mark ? step.out.slice(1) : step.out)),
      links: plan!.candidates[step.option]!.chain.links,
      guessed: step.price > 0,
      escape: null,
    });
    at = step.to;
  }
  escapesTo(codes.length);
  return found;
}

function edit(text: string, { from, to }: Points, run: readonly Piece[]): Edit {
  const offset = from[run[0]!.from]!;
  const end = to[run.at(-1)!.to - 1]!;
  const { links, escape: kind } = run[0]!;
  const fields = {
    offset,
    length: end - offset,
    replacement: run.map((s) => s.out).join(''),
    stage: 'repair' as const,
    certainty: run.some((s) => s.guessed) ? ('inferred' as const) : ('reversible' as const),
  };
  if (kind !== null) return { ...fields, rule: `escape-${kind}` };
  return {
    ...fields,
    rule: ruleOf(links),
    chain: namedLinks(links, text.slice(offset, end)),
  };
}

/** The edits of a text that one chain explains from end to end. */
export function wholeEdits(text: string, spots: Points, { chain, level }: Whole): Edit[] {
  const edits: Edit[] = [];
  const { codes, ends } = level;
  for (let i = 0; i < codes.length; i++) {
    const start = i === 0 ? 0 : ends[i - 1]!;
    if (isKept(spots, level, i, start)) continue;
    let out = '';
    let k = i;
    for (let at = start; k < codes.length && !isKept(spots, level, k, at); at = ends[k++]!)
      if (k > 0 || codes[k] !== BYTE_ORDER_MARK) out += String.fromCodePoint(codes[k]!);
    const offset = spots.from[start]!;
    const end = spots.to[ends[k - 1]! - 1]!;
    edits.push({
      offset,
      length: end - offset,
      replacement: out,
      stage: 'repair',
      rule: ruleOf(chain.links),
      certainty: 'reversible',
      chain: namedLinks(chain.links, text.slice(offset, end)),
    });
    i = k;
  }
  return edits;
}

/** Whether an element of a level that begins there in the input is one of its characters, as it was. */
function isKept({ codes }: Points, level: Level, i: number, start: number): boolean {
  return level.codes[i]! < 0x80 && level.ends[i] === start + 1 && codes[start] === level.codes[i];
}

function ruleOf(links: readonly ChainLink[]): string {
  if (links.at(-1)!.was !== 'utf-8') return 'legacy';
  return links.length > 1 ? 'utf-8-layers' : 'utf-8';
}

const TURKISH = /[ĞİŞğış]/;
const BEYOND_LATIN_1 = /[^\0-\xff]/;

const variants = new WeakMap<readonly ChainLink[], Map<string, readonly ChainLink[]>>();

/** A chain's links, with the one charset named where several that agree are tried as one. */
function namedLinks(links: readonly ChainLink[], before: string): readonly ChainLink[] {
  const western = TURKISH.test(before)
    ? 'windows-1254'
    : BEYOND_LATIN_1.test(before)
      ? 'windows-1252'
      : 'iso-8859-1';
  let known = variants.get(links);
  if (!known) variants.set(links, (known = new Map()));
  let found = known.get(western);
  if (!found) {
    found = links.map((l) => (l.readAs === 'western' ? { was: l.was, readAs: western } : l));
    known.set(western, found);
  }
  return found;
}
