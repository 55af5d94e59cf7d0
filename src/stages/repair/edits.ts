import type { ChainLink, Edit } from '../../document.ts';
import type { Plan } from './plan.ts';
import type { Step } from './search.ts';

/** A text as code points, with the offset of each in UTF-16 units (one more for the end). */
export interface Points {
  readonly codes: readonly number[];
  readonly offsets: readonly number[];
}

/** Splits a text into code points. */
export function points(text: string): Points {
  const codes: number[] = [];
  const offsets: number[] = [];
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i)!;
    codes.push(code);
    offsets.push(i);
    i += code > 0xffff ? 2 : 1;
  }
  offsets.push(text.length);
  return { codes, offsets };
}

/** The edits of a plan: one for each maximal run of characters that one chain changed. */
export function toEdits(text: string, { offsets }: Points, plan: Plan): Edit[] {
  const edits: Edit[] = [];
  let run: Step[] = [];
  const close = (): void => {
    if (run.length > 0) edits.push(edit(text, offsets, plan, run));
    run = [];
  };
  for (const step of plan.steps) {
    const last = run.at(-1);
    if (last && (last.to !== step.from || last.option !== step.option)) close();
    const same = text.slice(offsets[step.from]!, offsets[step.to]!) === String.fromCodePoint(...step.out);
    if (same) close();
    else run.push(step);
  }
  close();
  return edits;
}

function edit(text: string, offsets: readonly number[], plan: Plan, run: readonly Step[]): Edit {
  const offset = offsets[run[0]!.from]!;
  const length = offsets[run.at(-1)!.to]! - offset;
  const replacement = run.map((s) => String.fromCodePoint(...s.out)).join('');
  const guessed = run.some((s) => s.price > 0);
  const links = plan.candidates[run[0]!.option]!.chain.links;
  const layers = links.length;
  return {
    offset,
    length,
    replacement,
    stage: 'repair',
    rule: links.at(-1)!.was === 'utf-8' ? (layers > 1 ? 'utf-8-layers' : 'utf-8') : 'legacy',
    certainty: guessed ? 'inferred' : 'reversible',
    chain: links.map((link) => named(link, text.slice(offset, offset + length))),
  };
}

const TURKISH = /[ĞİŞğış]/;
const BEYOND_LATIN_1 = /[^\0-\xff]/;

/** Names the one charset where several that agree are tried as one. */
function named(link: ChainLink, before: string): ChainLink {
  if (link.readAs !== 'western') return link;
  const readAs = TURKISH.test(before)
    ? 'windows-1254'
    : BEYOND_LATIN_1.test(before)
      ? 'windows-1252'
      : 'iso-8859-1';
  return { was: link.was, readAs };
}
