import type { Edit } from '../../document/document.ts';
import { costOf, plainCost } from '../../language-model/text-cost.ts';
import type { Model } from '../../language-model/trigram-model.ts';
import { matchesOf } from '../../text/matches.ts';
import { REPLACEMENT } from './text/characters.ts';

/** Where a reader of PDF puts one character for a ligature of a font: before small letters of Latin script. */
const STAND_IN = /[\0\uf001\uf002](?=\p{Ll})/gu;
/** The same inside a word. */
const INSIDE = /\p{Ll}[\0\uf001\uf002]\p{Ll}/u;
const SMALL_LATIN = /(?=\p{sc=Latn})\p{Ll}/u;
/** NUL, of which readers make every ligature that a font does not name. */
const UNNAMED = '\0';
/** What old fonts of Microsoft and Apple have in the private area (WGL4 before 1998). */
const NAMED: Readonly<Record<string, string>> = { '\uf001': 'fi', '\uf002': 'fl' };
const LIGATURE_AND_SPACE = /[\ufb00-\ufb04] /;
/** The same with the letters beside, a space before it. */
const SPACED = /(?<before>\p{Ll}{0,3} ?)(?<ligature>[\ufb00-\ufb04]) (?<after>\p{Ll}{2,12})/gu;
/** Bits that a word must save over its two halves: ﬀ ends many words, ﬁ and ﬂ few, the others none. Set by hand. */
const ENDS_WORDS: Readonly<Record<string, number>> = { '\ufb00': 8, '\ufb01': 5, '\ufb02': 5 };
/** Bits that a word must save with a space less before its ligature. Set by hand. */
const JOINED = 4;
/** Ligatures of an article that are no accident. Set by hand. */
const MIN_PLACES = 2;
/** UTF-16 units of text for each of them at least: zeros that stand closer are bytes of UTF-16. Set by hand. */
const MIN_LETTERS_EACH = 6;

/**
 * What is left of ligatures in text that was read from PDF: named stand-ins become letters, unnamed ones U+FFFD, since
 * which ligature it was is lost, and the space goes that stands behind a ligature inside a word.
 *
 * @param model asked for only where a text holds a ligature with a space
 */
export function ligatureEdits(
  model: () => Model,
  texts: readonly string[],
): readonly (readonly Edit[])[] {
  const standIns = standInsOf(texts);
  return texts.map((text, i) => {
    const spaces = LIGATURE_AND_SPACE.test(text) ? spacesOf(model(), text) : [];
    return [...standIns[i]!, ...spaces].sort((a, b) => a.offset - b.offset);
  });
}

function standInsOf(texts: readonly string[]): readonly (readonly Edit[])[] {
  const found = texts.map((text) =>
    matchesOf(text, STAND_IN)
      .filter(({ index }) => SMALL_LATIN.test(text[index + 1]!))
      .map(({ index, 0: sign }) => ({ index, sign })),
  );
  const places = found.reduce((sum, list) => sum + list.length, 0);
  const length = texts.reduce((sum, text, i) => sum + (found[i]!.length > 0 ? text.length : 0), 0);
  const isMeant =
    places >= MIN_PLACES &&
    length >= places * MIN_LETTERS_EACH &&
    texts.some((t) => INSIDE.test(t));
  if (!isMeant) return texts.map(() => []);
  return found.map((list) =>
    list.map(({ index, sign }) =>
      sign === UNNAMED
        ? ligatureEdit(index, 1, String.fromCharCode(REPLACEMENT), 'lost-ligature')
        : ligatureEdit(index, 1, NAMED[sign]!, 'ligature'),
    ),
  );
}

/** The spaces behind ligatures without which what stands there is much more like a word. */
function spacesOf(model: Model, text: string): Edit[] {
  return Array.from(text.matchAll(SPACED)).flatMap(({ index, groups }) => {
    const [before, ligature, after] = [groups!['before']!, groups!['ligature']!, groups!['after']!];
    const letters = ligature.normalize('NFKC');
    const at = index + before.length;
    const own = bitsOf(model, `${before}${letters} ${after}`);
    const closed = own - bitsOf(model, `${before}${letters}${after}`);
    const both = own - bitsOf(model, `${before.trimEnd()}${letters}${after}`);
    const behind = ligatureEdit(at + 1, 1, '', 'ligature-space');
    if (before.endsWith(' ') && before.length > 1 && both > closed + JOINED)
      return [ligatureEdit(at - 1, 1, '', 'ligature-space'), behind];
    return closed > (ENDS_WORDS[ligature] ?? 0) ? [behind] : [];
  });
}

function bitsOf(model: Model, text: string): number {
  const codes = Array.from(text, (character) => character.codePointAt(0)!);
  return costOf(model, codes, codes.length, plainCost, () => true);
}

function ligatureEdit(offset: number, length: number, replacement: string, rule: string): Edit {
  const certainty = rule === 'ligature' ? 'reversible' : 'inferred';
  return { offset, length, replacement, stage: 'repair', rule, certainty };
}
