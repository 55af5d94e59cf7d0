import { WORDS } from '../../generated/lexicon.ts';
import { keyOf } from '../../tokens.ts';

const MAX_LENGTH = 40;
let labels: ReadonlySet<string> | undefined;

/** Whether the text is what stands before a date, as `Published on` does; it is not cut off from it. */
export function isDateLabel(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  labels ??= new Set(
    Object.values(WORDS).flatMap((lists) =>
      [...(lists['published'] ?? []), ...(lists['modified'] ?? [])].map(keyOf),
    ),
  );
  return labels.has(keyOf(text));
}
