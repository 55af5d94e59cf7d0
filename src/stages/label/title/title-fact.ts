import type { LabelledBlock } from '../../../document/document.ts';
import { cutsOf } from '../../../recognize/separators.ts';
import { keyOf } from '../../../text/tokens.ts';
import type { AffixEvidence } from './affix-proofs.ts';
import { titleParts } from './affixes.ts';
import { kickerOf } from './kicker.ts';
import { MAX_TITLE_LENGTH, type Stated } from './stated.ts';

/** Words before the colon; more are a sentence of their own. Set by hand on the open benchmark's pages. */
const MAX_LEAD_WORDS = 8;

/** The metadata's title where no block of the page holds it whole; null where one does. */
export function chosenFact(
  main: LabelledBlock | undefined,
  stated: readonly Stated[],
  evidence: AffixEvidence,
): Stated | null {
  const [first] = stated;
  if (!first) return null;
  if (!main) return first;
  const { text } = main.copy;
  const { title } = titleParts(text, evidence);
  const key = keyOf(text.slice(title.start, title.end));
  if (main.context.hidden) {
    return text.length <= MAX_TITLE_LENGTH && stated.some(({ keys }) => keys.includes(key))
      ? null
      : first;
  }
  return withLead(key, stated, evidence);
}

/**
 * A headline whose first words, up to a colon, the page prints as a line of their own or not at all, while
 * both its JSON-LD and its Open Graph title hold them.
 */
function withLead(
  key: string,
  stated: readonly Stated[],
  { vocabulary, sections, site }: AffixEvidence,
): Stated | null {
  const headline = stated.find(({ fact }) => fact.name === 'headline');
  const shared = stated.find(({ fact }) => fact.name === 'og:title');
  if (!headline || !shared || headline.keys[0] !== shared.keys[0]) return null;
  const { value } = shared;
  if (kickerOf(value, vocabulary)) return null;
  const lead = cutsOf(value).find(
    ({ end, kind }) => kind === 'colon' && keyOf(value.slice(end)) === key,
  );
  if (!lead) return null;
  const words = value.slice(0, lead.start);
  const affix =
    vocabulary.isSection(words) || sections.has(keyOf(words)) || site.proofOf(words) !== null;
  return !affix && words.split(' ').length <= MAX_LEAD_WORDS ? shared : null;
}
