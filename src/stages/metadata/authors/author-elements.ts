import type { Fact } from '../../../document/document.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { isNotWriting } from '../../../recognize/byline/other-work.ts';
import { withoutPrefix } from '../../../recognize/byline/prefix.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { findDates } from '../../../recognize/dates/find.ts';
import { isDateLabel } from '../../../recognize/dates/line.ts';
import { type Author, hasBoilerplateWord, kindOf } from '../../../recognize/names.ts';
import { alternatives, words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/fold.ts';
import type { Labelled } from '../../label/labelled.ts';
import { isOfOtherArticle, nearTitle } from '../spans.ts';
import { ADDRESS, clean, isNobody, unique } from './author-facts.ts';

/** Markup that names a person rather than a line or box about one. */
const isNaming = namesPart('author-name');
/** "View all posts by …", "This post was written by …". */
const AFTER_BY = new RegExp(`^[^.!?]{0,40}\\s(?:${alternatives('by-word')})\\s(.{3,80})$`, 'iu');
const SPACE = /\s+/u;
const MARKS = /^[\s,.;:|•·~–—/-]+|[\s,;:|•·~–—/-]+$/gu;
const DIGITS_ONLY = /^[\d\s.,:/-]+$/u;
/** In UTF-16 units, of a name that markup alone calls one (set by hand on the open benchmark). */
const LONGEST_NAME = 40;
/** Words of such a name (set by hand on the open benchmark). */
const MOST_WORDS = 4;
/** Authors that stand between title and body; more are a list of something else (set by hand on the open benchmark). */
const MOST_NAMES = 6;

/** A name that stands in an element which markup calls the author. */
interface Written {
  readonly authors: readonly Author[];
  readonly text: string;
  /** The element holds the name alone. */
  readonly naming: boolean;
}

/** Whether a text that markup calls a name can be one: also of one word or with digits ("c1ph4"). */
function nameOnly(text: string): boolean {
  if (text.length > LONGEST_NAME || text.split(SPACE).length > MOST_WORDS) return false;
  const key = phraseKey(text);
  return (
    !DIGITS_ONLY.test(text) &&
    !ADDRESS.test(text) &&
    !isNobody(text) &&
    !hasBoilerplateWord(text) &&
    !words('byline-prefix').has(key) &&
    !isDateLabel(text) &&
    !words('role').has(key)
  );
}

function read(fact: Fact, language: string | undefined): Written | null {
  const naming = isNaming(fact.type ?? '');
  const [first] = findDates(fact.value, language);
  const text = fact.value.slice(0, first?.start || undefined).replace(MARKS, '');
  const after = AFTER_BY.exec(text)?.[1];
  const parsed = parseByline(text, language) ?? (after ? parseByline(after, language) : null);
  if (parsed && !isDateLabel(text))
    return { authors: parsed.authors, text, naming: naming || after !== undefined };
  const name = withoutPrefix(text);
  if (!(naming || name !== text) || !nameOnly(name)) return null;
  const found = clean(name);
  return {
    authors: found.length > 0 ? found : [{ name, kind: kindOf(name) }],
    text,
    naming: true,
  };
}

/** Authors whom elements with author markup name. */
export interface Writers {
  /** Those that stand between title and body. */
  readonly near: readonly Author[];
  /** The one name that all elements give. */
  readonly only: readonly Author[];
}

/** Reads the elements whose markup calls them the author. */
export function writers(document: Labelled, language: string | undefined): Writers {
  const found = document.page
    .named('writer')
    .filter((fact) => !isNotWriting(fact.value))
    .map((fact) => read(fact, language))
    .filter((w) => w !== null);
  const named = unique(
    found.filter((w) => w.naming && !isElsewhere(document, w)).flatMap((w) => w.authors),
  );
  return {
    near: unique(beside(document, found).flatMap((w) => w.authors)).slice(0, MOST_NAMES),
    only: named.length === 1 ? named : [],
  };
}

/** The elements whose text stands in the first line at the title that holds any, and in those right after it. */
function beside(document: Labelled, found: readonly Written[]): readonly Written[] {
  if (found.length === 0) return [];
  const lines = nearTitle(document).map(({ index, block }) => ({
    index,
    written: found.filter((w) => block.copy.text.includes(w.text)),
  }));
  // What stands over the title may be the byline of another article.
  const below = lines.filter(({ index }) => index > document.layout.title);
  const place = below.some(({ written }) => written.length > 0) ? below : lines;
  const first = place.findIndex(({ written }) => written.length > 0);
  const gap = place.findIndex(({ written }, i) => i > first && written.length === 0);
  const last = gap < 0 ? undefined : gap;
  return first < 0 ? [] : place.slice(first, last).flatMap(({ written }) => written);
}

/** Whether a name stands nowhere but in boxes with another article's headline. */
function isElsewhere(document: Labelled, { text }: Written): boolean {
  let found = false;
  for (const [i, { copy }] of document.blocks.entries()) {
    if (!copy.text.includes(text)) continue;
    if (!isOfOtherArticle(document, i)) return false;
    found = true;
  }
  return found;
}
