import type { Edit } from '../../../../document/document.ts';

// Marks reach 600 units at most, which is set by hand, so that marks that are never closed cost no more.
const PICTURE =
  /!\[(?<text>[^\]]{0,600})\]\((?:[^()\s]*(?:\([^()\s]*\))?[^()\s]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/g;
const LINK =
  /(?<!!)\[(?<text>(?:[^[\]]|\[[^[\]]{0,80}\]){0,600})\]\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\))?[^()\s]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/g;
const BOLD =
  /(?<![\p{L}\p{N}_*\\])(?<sign>\*\*\*?|__)(?=\S)(?<text>(?:(?!\k<sign>)[^\\]|\\.){1,600}?)(?<=\S)\k<sign>(?![\p{L}\p{N}_*])/gu;
const ITALIC =
  /(?<![\p{L}\p{N}_*\\])(?<sign>[*_])(?=[^\s*_])(?<text>[^*_\n]{1,600}?)(?<=\S)\k<sign>(?![\p{L}\p{N}_*])/gu;
const BOLD_INSIDE = /(?<sign>\*\*)(?=\S)(?<text>[^*]{1,600}?)(?<=\S)\k<sign>/gu;
const CODE = /(?<!`)(?<sign>`)(?<text>[^`\n]{1,600})`(?!`)/g;
const ESCAPE = /\\(?=[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g;

/** Changes of one pass, and which share of the text stood in links. */
export interface Pass {
  readonly edits: readonly Edit[];
  readonly linked: number;
}

/** The passes that take inline marks of Markdown off a text, the outer ones first. */
export const INLINE_PASSES: readonly ((text: string) => Pass)[] = [
  (text) => pass(text, PICTURE),
  (text) => pass(text, LINK),
  (text) => pass(text, BOLD),
  (text) => pass(text, BOLD_INSIDE),
  (text) => pass(text, ITALIC),
  (text) => pass(text, CODE),
  (text) => ({ edits: removals(text, ESCAPE), linked: 0 }),
];

function pass(text: string, pattern: RegExp): Pass {
  let linked = 0;
  const edits = [...text.matchAll(pattern)].flatMap((match): Edit[] => {
    const inside = match.groups!['text']!;
    const start = match.index + match[0].indexOf(inside, openingOf(match));
    const end = start + inside.length;
    linked += inside.length;
    return [edit(match.index, start - match.index), edit(end, match.index + match[0].length - end)];
  });
  return { edits: edits.filter(({ length }) => length > 0), linked };
}

/** Units before the text in a match, at least: its signs or its bracket. */
function openingOf(match: RegExpMatchArray): number {
  const sign = match.groups!['sign'];
  if (sign !== undefined) return sign.length;
  return match[0].startsWith('!') ? 2 : 1;
}

function removals(text: string, pattern: RegExp): Edit[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => edit(index, found.length));
}

function edit(offset: number, length: number): Edit {
  return {
    offset,
    length,
    replacement: '',
    stage: 'blocks',
    rule: 'markdown',
    certainty: 'reversible',
  };
}
