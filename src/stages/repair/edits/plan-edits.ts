import type { ChainLink, Edit } from '../../../document/document.ts';
import type { Plan } from '../hypothesis.ts';
import { BYTE_ORDER_MARK } from '../text/characters.ts';
import type { CodePoints } from '../text/code-points.ts';
import { linkNamer, ruleOf } from './chain-names.ts';
import { escapeEdit, repairEdit } from './repair-edit.ts';

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
export function planEdits(text: string, points: CodePoints, plan: Plan | null): Edit[] {
  const edits: Edit[] = [];
  let run: Piece[] = [];
  const close = (): void => {
    if (run.length > 0) edits.push(edit(text, points, run));
    run = [];
  };
  for (const piece of pieces(points, plan)) {
    const last = run.at(-1);
    const apart =
      last &&
      (last.to !== piece.from || last.links !== piece.links || last.escape !== piece.escape);
    if (apart) close();
    if (text.slice(points.from[piece.from], points.to[piece.to - 1]) === piece.out) close();
    else run.push(piece);
  }
  close();
  return edits;
}

const NO_LINKS: readonly ChainLink[] = [];

/** The plan's steps, and the escapes between them that must go. */
function pieces({ codes, escaped }: CodePoints, plan: Plan | null): Piece[] {
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
      guessed: step.cost > 0,
      escape: null,
    });
    at = step.to;
  }
  escapesTo(codes.length);
  return found;
}

function edit(text: string, { from, to }: CodePoints, run: readonly Piece[]): Edit {
  const offset = from[run[0]!.from]!;
  const end = to[run.at(-1)!.to - 1]!;
  const replacement = run.map((piece) => piece.out).join('');
  const certainty = run.some((piece) => piece.guessed) ? 'inferred' : 'reversible';
  const { links, escape: kind } = run[0]!;
  if (kind !== null) return escapeEdit(offset, end, replacement, kind);
  const chain = linkNamer(links)(text, offset, end);
  return repairEdit(offset, end, replacement, ruleOf(links), certainty, chain);
}
