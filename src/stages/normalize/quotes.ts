import type { Edit, EditedText } from '../../document/document.ts';
import type { Change } from './characters.ts';

/** Closing marks and the opening marks that they may answer, in the languages that use them (CLDR delimiters). */
const OPENERS: Readonly<Record<string, string>> = {
  '”': '“„”',
  '’': '‘‚',
  '“': '„',
  '‘': '‚',
  '»': '«',
  '›': '‹',
};
/** Opening marks and the closing marks that answer them. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '‘': '’',
  '‚': '‘’',
  '«': '»',
  '‹': '›',
};

/** UTF-16 units within which a quotation's other end is looked for, so that the work stays linear; set by hand. */
const MAX_QUOTATION = 2000;
/** Danish, German and others point guillemets inwards: the first one of the text points to the right, at a word. */
const INVERTED = /^[^«»‹›]*[»›](?=[\p{L}\p{N}])/u;
const GUILLEMET = /[«»‹›]/;
const BEFORE_CLOSING = /(?<marks>[.,;:!?…]?(?: +[.,;:!?…])?) *$/;
const WORD = /^[\p{L}\p{N}]/u;
const ENDS_IN_WORD = /[\p{L}\p{N}.,;:!?…]$/u;

/**
 * Spacing and order around a repaired quote, where the quotes around it prove which side it closes:
 * `situation. , ”Price` → `situation,” Price`. `repaired` are offsets of repaired characters in the text.
 */
export function quoteChanges(text: string, repaired: readonly number[]): Change[] {
  let end = 0;
  const isInverted = INVERTED.test(text);
  return repaired.flatMap((at): Change[] => {
    if (isInverted && GUILLEMET.test(text[at] ?? '')) return [];
    const found = changeAround(text, at).filter((change) => change.offset >= end);
    end = found.reduce((last, change) => Math.max(last, change.offset + change.length), end);
    return found;
  });
}

function changeAround(text: string, at: number): Change[] {
  const mark = text[at] ?? '';
  const before = text.slice(Math.max(0, at - MAX_QUOTATION), at);
  const after = text.slice(at + 1, at + 1 + MAX_QUOTATION);
  if (OPENERS[mark] && isOpen(before, mark)) return closing(before, mark, after, at);
  if (CLOSERS[mark] && closes(after, mark)) return opening(before, mark, after, at);
  return [];
}

/** The offsets in `copy.text` of single characters that the repair stage gave, when it edited last. */
export function repairedCharacters(copy: EditedText): number[] {
  const layer = copy.layers.at(-1);
  if (layer?.[0]?.stage !== 'repair') return [];
  let shift = 0;
  return layer.flatMap((edit: Edit) => {
    const at = edit.offset + shift;
    shift += edit.replacement.length - edit.length;
    return edit.replacement.length === 1 ? [at] : [];
  });
}

/** A quotation is open before the mark: more openers than closers stand before it. */
function isOpen(before: string, mark: string): boolean {
  const openers = OPENERS[mark]!;
  let depth = 0;
  for (const character of before) {
    if (character === mark && depth > 0) depth -= 1;
    else if (openers.includes(character)) depth += 1;
  }
  return depth > 0;
}

/** The next quotation mark closes what this one would open. */
function closes(after: string, mark: string): boolean {
  for (const character of after) {
    if (CLOSERS[mark]!.includes(character)) return true;
    if (character === mark) return false;
  }
  return false;
}

function closing(before: string, mark: string, after: string, at: number): Change[] {
  if (!WORD.test(after) || !before.endsWith(' ')) return [];
  const marks = BEFORE_CLOSING.exec(before)!;
  const kept = marks.groups!['marks']!.trim().at(-1) ?? '';
  return [change(at - before.length + marks.index, at + 1, `${kept}${mark} `)];
}

function opening(before: string, mark: string, after: string, at: number): Change[] {
  if (!ENDS_IN_WORD.test(before) || !after.startsWith(' ') || !WORD.test(after.trimStart()))
    return [];
  const spaces = after.length - after.trimStart().length;
  return [change(at, at + 1 + spaces, ` ${mark}`)];
}

function change(start: number, end: number, replacement: string): Change {
  return { offset: start, length: end - start, replacement, rule: 'quote-spacing' };
}
