import { STRANGE_FOR_LEGACY } from '../costs.ts';
import type { Survey } from '../prefilter/survey.ts';

/** What is known of a text before it is searched. */
export interface TextEvidence {
  readonly survey: Survey;
  /** Keys of the chains that the article has shown. */
  readonly seen: ReadonlySet<string>;
  /** Bits that its strange characters cost. */
  readonly strange: number;
}

/** Whether nothing can have happened to a text that would pay for being repaired. */
export function isHopeless({ survey, strange, seen }: TextEvidence): boolean {
  const { live, lossy, legacy } = survey;
  if (live !== 0 || lossy) return false;
  if (seen.size > 0 && ![...seen].some(isLegacyKey)) return true;
  return strange < STRANGE_FOR_LEGACY || (legacy[0] | legacy[1]) === 0;
}

/** Whether a chain of that name ends with a legacy layer. */
function isLegacyKey(key: string): boolean {
  return !key.slice(key.lastIndexOf(' ') + 1).startsWith('utf-8>');
}
