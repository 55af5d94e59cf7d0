import type { Edit } from '../../../../document/document.ts';

// Marks reach 600 units at most, which is set by hand, so that marks that are never closed cost no more.
const PICTURE =
  /!\[(?<text>[^\]]{0,600})\]\((?:[^()\s]*(?:\([^()\s]*\))?[^()\s]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/g;
const LINK =
  /(?<!!)\[(?<text>(?:[^[\]]|\[[^[\]]{0,80}\]){0,600})\]\((?:<[^<>]*>|[^()\s]*(?:\([^()\s]*\))?[^()\s]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)/g;
const REFERENCE = /(?<!!)\[(?<text>[^[\]\n]{1,600})\]\[[^[\]\n]{0,80}\]/g;
const BOLD =
  /(?<![\p{L}\p{N}_*\\])(?<sign>\*\*\*?|__)(?=\S)(?<text>(?:(?!\k<sign>)[^\\]|\\.){1,600}?)(?<=\S)\k<sign>(?![\p{L}\p{N}_*])/gu;
const ITALIC =
  /(?<![\p{L}\p{N}_*\\])(?<sign>[*_])(?=[^\s*_])(?<text>[^*_\n]{1,600}?)(?<=\S)\k<sign>(?![\p{L}\p{N}_*])/gu;
const BOLD_INSIDE = /(?<sign>\*\*)(?=\S)(?<text>[^*]{1,600}?)(?<=\S)\k<sign>/gu;
const CODE = /(?<!`)(?<sign>`)(?<text>[^`\n]{1,600})`(?!`)/g;
const ESCAPE = /\\(?=[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~])/g;

/** What the ledger calls these changes. */
const RULE = 'markdown';

/** Changes of one pass, and which share of the text stood in links. */
export interface Pass {
  readonly edits: readonly Edit[];
  readonly linked: number;
}

/** The passes that take inline marks of Markdown off a text, the outer ones first. */
export const INLINE_PASSES: readonly ((text: string) => Pass)[] = [
  (text) => taggedPass(text, PICTURE),
  (text) => taggedPass(text, LINK),
  (text) => taggedPass(text, REFERENCE),
  (text) => taggedPass(text, BOLD),
  (text) => taggedPass(text, BOLD_INSIDE),
  (text) => taggedPass(text, ITALIC),
  (text) => taggedPass(text, CODE),
  (text) => ({ edits: removals(text, ESCAPE), linked: 0 }),
];

/** Takes off what stands around each match's text. @param pattern with a group `text`; for a tag, with a group `tag` */
export function taggedPass(text: string, pattern: RegExp, rule: string = RULE): Pass {
  let linked = 0;
  const edits = [...text.matchAll(pattern)].flatMap((match): Edit[] => {
    const inside = match.groups!['text']!;
    const start = match.index + match[0].indexOf(inside, openingOf(match));
    const end = start + inside.length;
    linked += inside.length;
    return [
      edit(match.index, start - match.index, rule),
      edit(end, match.index + match[0].length - end, rule),
    ];
  });
  return { edits: edits.filter(({ length }) => length > 0), linked };
}

/** Units before the text in a match, at least: its signs or its bracket. */
function openingOf(match: RegExpMatchArray): number {
  const { sign, tag } = match.groups!;
  if (tag !== undefined) return match[0].indexOf(']') + 1;
  if (sign !== undefined) return sign.length;
  return match[0].startsWith('!') ? 2 : 1;
}

function removals(text: string, pattern: RegExp): Edit[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => edit(index, found.length, RULE));
}

function edit(offset: number, length: number, rule: string): Edit {
  return {
    offset,
    length,
    replacement: '',
    stage: 'blocks',
    rule,
    certainty: 'reversible',
  };
}
