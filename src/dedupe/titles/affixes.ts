import { once } from '../../assets/once.ts';
import { isDomain, isKnownOutlet, isOutlet } from '../../recognize/outlets.ts';
import { type Site, siteOf } from '../../recognize/site.ts';
import { createVocabulary } from '../../recognize/vocabulary.ts';
import { alternatives } from '../../recognize/words.ts';

/** What is known of where a title was printed. */
export interface TitleSource {
  readonly site?: string | null | undefined;
  readonly url?: string | null | undefined;
}

const vocabulary = createVocabulary();
/** Bars and doubled marks part with or without spaces, dashes and single marks with them; a long dash also without. */
const SEPARATOR =
  /\s*(?:[|｜│┃]|::|\s[-–—―·•«»/~]+(?=\s)|[—―])\s*|(?<=\p{Ll}|\p{Lu}{2}):\s+|：\s*/gu;
const COLON = /^\s*[:：]\s*$/;
/** `[UPDATED]`, `(Video)` at either end. */
const BRACKETED =
  /^\s*[[(【［（]\s*([^\])】］）]{1,40})[\])】］）]\s*[:：]?|[[(【［（]\s*([^\])】］）]{1,40})[\])】］）]\s*$/u;
/** `UPDATE 2-`: how wires mark versions. */
const wireMarker = once(
  () =>
    new RegExp(
      `^\\s*(?:${alternatives('wire-marker').toUpperCase()})(?: ?\\d{1,2})?\\s?-\\s?(?=\\S)`,
    ),
);
const LETTER = /[\p{L}\p{N}]/u;
const WORD = /[\p{L}\p{N}]+/gu;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Hang}]/u;
// What is left of a title must hold so many words, or, of scripts without spaces, characters. Set by hand.
const MIN_WORDS = 2;
const MIN_CHARACTERS = 4;
/** Affixes at either end of a title: site, section, kicker, with room. Set by hand. */
const MAX_AFFIXES = 8;

/**
 * A title without what outlets put around it: their names, sections, kickers (`Exclusive:`), marks of versions
 * (`UPDATE 2-`). What says which story it is stays.
 */
export function withoutAffixes(title: string, source: TitleSource): string {
  const site = siteOf(
    source.site ? [source.site] : [],
    [source.url ?? undefined, source.site ? `https://${source.site}` : undefined],
    [],
  );
  let core = title.trim();
  for (let i = 0; i < MAX_AFFIXES; i++) {
    const next = withoutOne(core, site);
    if (next === core || !saysEnough(next)) return core;
    core = next;
  }
  return core;
}

function withoutOne(title: string, site: Site): string {
  const bracketed = BRACKETED.exec(title);
  if (bracketed && vocabulary.isKicker(bracketed[1] ?? bracketed[2]!)) {
    return title.replace(bracketed[0], '').trim();
  }
  const wire = wireMarker().exec(title);
  if (wire) return title.slice(wire[0].length);
  const cuts = [...title.matchAll(SEPARATOR)];
  const last = cuts.at(-1);
  if (last && !COLON.test(last[0]) && isTail(title.slice(last.index + last[0].length), site)) {
    return title.slice(0, last.index).trim();
  }
  const first = cuts[0];
  if (first && isHead(title.slice(0, first.index), COLON.test(first[0]), site)) {
    return title.slice(first.index + first[0].length).trim();
  }
  return title;
}

function isTail(text: string, site: Site): boolean {
  const part = text.trim();
  if (part === '') return true;
  return (
    vocabulary.isSection(part) || isDomain(part) || isOutlet(part) || site.proofOf(part) !== null
  );
}

/** Before a colon, only what is surely no part of the title: people and companies stand there too. */
function isHead(text: string, colon: boolean, site: Site): boolean {
  const part = text.trim();
  if (part === '') return true;
  if (vocabulary.isKicker(part) || isKnownOutlet(part) || site.proofOf(part) !== null) return true;
  return !colon && (vocabulary.isSection(part) || isDomain(part) || isOutlet(part));
}

function saysEnough(title: string): boolean {
  if (!LETTER.test(title)) return false;
  if (UNSPACED.test(title)) return title.length >= MIN_CHARACTERS;
  return (title.match(WORD)?.length ?? 0) >= MIN_WORDS;
}
