import { LAYERS } from '../../../src/stages/repair/charsets/chains.ts';
import { UTF_8 } from '../../../src/stages/repair/charsets/layers.ts';
import {
  type Candidate,
  candidateOf,
  NOTHING_SEEN,
  type Plan,
} from '../../../src/stages/repair/hypothesis.ts';
import { survey } from '../../../src/stages/repair/prefilter/survey.ts';
import { legacyArcs, utf8Arcs } from '../../../src/stages/repair/search/lattice.ts';
import { plan } from '../../../src/stages/repair/search/plan.ts';
import { untouchedText } from '../../../src/stages/repair/text/layered-text.ts';
import { type WeighedText, weighText } from '../../../src/stages/repair/text/weighed-text.ts';
import { createWorkspace } from '../../../src/stages/repair/workspace.ts';

/** What the tests of single guards share: a guard is asked about what the search proposes, the other guards aside. */
export const workspace = createWorkspace();

/** A text as its code points. */
export function codesOf(text: string): number[] {
  return Array.from(text, (c) => c.codePointAt(0)!);
}

/** A text weighed as it stands. */
export function weighed(text: string): WeighedText {
  return weighText(workspace.model, codesOf(text));
}

/** Everything in a text that one layer of damage (`was>readAs`) could explain. */
export function candidate(text: string, key: string): Candidate {
  const chain = LAYERS.find((layer) => layer.key === key)!;
  const { decoders, ordinals } = workspace;
  const [link] = chain.links;
  const untouched = untouchedText(ordinals, codesOf(text));
  const bit = UTF_8.indexOf(chain);
  const arcs =
    bit < 0
      ? legacyArcs(decoders, untouched, link!)
      : utf8Arcs(decoders, untouched, link!, 1 << bit);
  if (arcs.length === 0) throw new Error(`${key} explains nothing in ${text}`);
  return candidateOf(chain, arcs);
}

/** The plan that the search has for a text, before any guard is asked about it. */
export function planFor(text: string): Plan {
  const evidence = { survey: survey(text, null), seen: NOTHING_SEEN, strange: 1000 };
  const found = plan(workspace, codesOf(text), evidence);
  if (found === null) throw new Error(`no plan for ${text}`);
  return found;
}
