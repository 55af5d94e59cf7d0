import { isKnownOutlet, isOutlet } from '../../../recognize/outlets.ts';
import type { CutKind } from '../../../recognize/separators.ts';
import type { Site } from '../../../recognize/site.ts';
import type { Vocabulary } from '../../../recognize/vocabulary.ts';
import { wordsOf } from '../../../text/shape.ts';
import { keyOf } from '../../../text/tokens.ts';

/** What proves that a part is an affix and not a half of the headline. */
export interface AffixEvidence {
  /** Keys of other copies of the title, in the page's metadata or in other lines of a plain text. */
  readonly titles: ReadonlySet<string>;
  /** The outlet's names and address. */
  readonly site: Site;
  /** Keys of the article's section as the page states it. */
  readonly sections: ReadonlySet<string>;
  /**
   * Where the line stands. `text`: a spaced bar before a few words is proof enough, and names from the data
   * files are. `page`: in what readers see, a copy without its beginning proves nothing: newsrooms shorten
   * headlines for their metadata. `head`: in the `<title>` element or metadata it does.
   */
  readonly place: 'text' | 'page' | 'head';
  readonly vocabulary: Vocabulary;
  /** Keys of a plain text's boilerplate, in which sites say their names (`Subscribers of the Harbour Echo get more`). */
  readonly boilerplate: readonly string[];
}

const CAPITAL_WORD = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"“„«(&]/u;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
// Words, set by hand; of scripts without spaces characters.
const MAX_AFFIX_WORDS = 4;
const MAX_UNSPACED_AFFIX = 8;
/** Lines of boilerplate that say a name. */
const MIN_SAID = 2;
const MIN_TITLE_WORDS = 2;
const MIN_UNSPACED_TITLE = 4;

/** Whether the part behind a separator is an affix. */
export function isAffix(text: string, by: CutKind, evidence: AffixEvidence): boolean {
  const { site, sections, vocabulary, place } = evidence;
  const proof = site.proofOf(text);
  if (keyOf(text) === '' || proof === 'named') return true;
  if (by === 'colon') return false;
  if (proof !== null || sections.has(keyOf(text))) return true;
  if (by === 'underscore' && isShort(text)) return true;
  if (isBar(by)) {
    if (vocabulary.isSection(text) || site.beginsWithName(text)) return true;
    return place === 'text' && isShort(text);
  }
  if (place !== 'text') return false;
  return isOutlet(text) || isSectionName(text, vocabulary) || isSaidOften(text, evidence);
}

/** A name of several words, behind a dash, that two lines of the boilerplate say as well. */
function isSaidOften(text: string, { boilerplate }: AffixEvidence): boolean {
  const words = text.split(' ');
  if (words.length < 2 || words.length > MAX_AFFIX_WORDS) return false;
  if (!CAPITAL_WORD.test(words[0]!) || !CAPITAL_WORD.test(words.at(-1)!)) return false;
  const key = ` ${keyOf(text)} `;
  return boilerplate.filter((line) => ` ${line} `.includes(key)).length >= MIN_SAID;
}

/** Whether the part before a separator is an affix of the rest. */
export function isPrefix(
  text: string,
  by: CutKind,
  rest: string,
  evidence: AffixEvidence,
): boolean {
  const { site, sections, vocabulary, titles, place } = evidence;
  if (!isHeadline(rest)) return false;
  const said = titles.has(keyOf(rest));
  const proof = site.proofOf(text);
  if (keyOf(text) === '' || proof === 'named') return true;
  const section = sections.has(keyOf(text)) || vocabulary.isSection(text);
  if (by === 'colon') return said && (proof !== null || section);
  if (proof !== null || sections.has(keyOf(text))) return true;
  if (place === 'text' && (isBar(by) ? isOutlet(text) : isLongKnown(text))) return true;
  return section && (said || isBar(by));
}

/** Whether a part is set off as the parts of titles in browsers are. */
function isBar(by: CutKind): boolean {
  return by === 'bar' || by === 'underscore';
}

/** A name of one word in front of a dash is as often what the headline is about. */
function isLongKnown(text: string): boolean {
  return text.includes(' ') && isKnownOutlet(text);
}

/** In plain text a section's name behind a dash is written as names are. */
function isSectionName(text: string, vocabulary: Vocabulary): boolean {
  return CAPITAL_WORD.test(text) && vocabulary.isSection(text);
}

/** At most four words: what an outlet's or a section's name has. */
function isShort(text: string): boolean {
  return UNSPACED.test(text)
    ? keyOf(text).split(' ').length <= MAX_UNSPACED_AFFIX
    : wordsOf(text).length <= MAX_AFFIX_WORDS;
}

/** Whether what is left when an affix is off can still be a headline. */
export function isHeadline(text: string): boolean {
  const words = keyOf(text).split(' ').length;
  return words >= (UNSPACED.test(text) ? MIN_UNSPACED_TITLE : MIN_TITLE_WORDS);
}

export function affixKindOf(
  text: string,
  { site, sections, vocabulary, place }: AffixEvidence,
): 'section' | 'outlet' {
  if (site.proofOf(text) !== null) return 'outlet';
  if (sections.has(keyOf(text)) || vocabulary.isSection(text)) return 'section';
  if (isOutlet(text)) return 'outlet';
  const words = text.split(' ');
  // Outlets in many languages have small letters behind the first word (`Gazeta dolińska`), and end a page's title.
  const named = place === 'text' ? isCapital(words.at(-1)!) : words.some(isCapital);
  return named ? 'outlet' : 'section';
}

function isCapital(word: string): boolean {
  return CAPITAL_WORD.test(word);
}
