import type { ChainLink, Edit } from '../../../document/document.ts';

/** The edit of a stretch of a text, from `offset` to `end` in UTF-16 units, that a chain explains: all have one shape. */
export function repairEdit(
  offset: number,
  end: number,
  replacement: string,
  rule: string,
  certainty: Edit['certainty'],
  chain: readonly ChainLink[],
): Edit {
  return { offset, length: end - offset, replacement, stage: 'repair', rule, certainty, chain };
}

/** The edit of a stretch that is an escape of a certain kind, and no damage. */
export function escapeEdit(offset: number, end: number, replacement: string, kind: string): Edit {
  return {
    offset,
    length: end - offset,
    replacement,
    stage: 'repair',
    rule: `escape-${kind}`,
    certainty: 'reversible',
  };
}
