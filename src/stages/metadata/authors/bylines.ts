import { once } from '../../../assets/once.ts';
import type { Element } from '../../../document/document.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { isNotWriting } from '../../../recognize/byline/other-work.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { isDateLabel } from '../../../recognize/dates/line.ts';
import type { Author } from '../../../recognize/names.ts';
import { alternatives, words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/fold.ts';
import type { Labelled } from '../../label/labelled.ts';
import { bylineOf, datesOf, isOfOtherArticle, nearness, nearTitle, texts } from '../spans.ts';
import { clean, unique } from './author-facts.ts';

const chineseAuthor = once(
  () =>
    new RegExp(
      `(?:${alternatives('author-in-line')})\\s?[:：]\\s?([\\p{Script=Han}·]{2,8})(?![\\p{Script=Han}])`,
      'u',
    ),
);
const namesWriter = namesPart('author-line');
/** Elements around a line that are looked at (set by hand on the open benchmark). */
const WRITER_DEPTH = 3;
const LABEL_END = /[:：]\s*$/u;
/** In UTF-16 units, of a label in a block of its own (set by hand on the open benchmark): `Words and pictures:`. */
const LONGEST_LABEL = 30;
/** In UTF-16 units, of the block behind such a label (set by hand on the open benchmark). */
const LONGEST_NAME = 60;
/** Names that a line without a prefix may hold (set by hand on the open benchmark). */
const MOST_UNMARKED = 3;
/** Bylines further from title and body belong to comments and other articles: of 19 in the benchmarks none was right. */
const FURTHEST = 10;

/** Authors of the byline lines. */
export interface Printed {
  readonly authors: Author[];
  readonly sure: boolean;
  /** See nearness. */
  readonly rank: number;
}

/** Whether the markup around a block says that it names a writer. */
function writerElement(element: Element | null): boolean {
  for (let e = element, depth = 0; e && depth < WRITER_DEPTH; e = e.parent, depth++)
    if (namesWriter(e.words)) return true;
  return false;
}

/** A name in a short line between title and body, where nothing else tells who wrote. */
export function near(document: Labelled, language: string | undefined): Author[] {
  if (document.format !== 'html') return [];
  for (const found of nearTitle(document)) {
    const { block, text } = found;
    const label = chineseAuthor().exec(text);
    if (label) return clean(label[1] as string);
    const parsed = isDateLabel(text) || isNotWriting(text) ? null : bylineOf(found, language);
    const [first] = parsed?.authors ?? [];
    if (!parsed || !first || first.kind !== 'person') continue;
    const marked =
      writerElement(block.context.element) ||
      datesOf(found, language).some(({ date }) => date.value !== null);
    if (
      parsed.confident ||
      (marked && first.name.includes(' ') && parsed.authors.length <= MOST_UNMARKED)
    )
      return [...parsed.authors];
  }
  return [];
}

/** A label in a block of its own ("Author:") and the name in the next. */
export function labelled(document: Labelled, language: string | undefined): readonly Author[] {
  const rankOf = nearness(document);
  for (const [i, { copy }] of document.blocks.entries()) {
    const next = document.blocks[i + 1];
    if (!next || copy.text.length > LONGEST_LABEL || !LABEL_END.test(copy.text)) continue;
    if (next.copy.text.length > LONGEST_NAME || !words('byline-prefix').has(phraseKey(copy.text)))
      continue;
    const parsed =
      rankOf(i + 1) <= FURTHEST && parseByline(`${copy.text} ${next.copy.text}`, language);
    if (parsed) return parsed.authors;
  }
  return [];
}

/** Authors of the byline lines, those of a line that is surely one first. */
export function printed(document: Labelled, language: string | undefined): Printed {
  const rankOf = nearness(document);
  const found = texts(document, 'byline')
    .filter(({ text, index }) => !isNotWriting(text) && !isOfOtherArticle(document, index))
    .map((text) => ({ parsed: bylineOf(text, language), rank: rankOf(text.index) }))
    .filter(({ parsed, rank }) => parsed && rank <= FURTHEST)
    .sort((a, b) => a.rank - b.rank);
  const sure = found.filter((f) => f.parsed?.confident);
  const used = sure.length > 0 ? sure.filter((f) => f.rank === sure[0]?.rank) : found.slice(0, 1);
  return {
    authors: unique(used.flatMap((f) => f.parsed?.authors ?? [])),
    sure: sure.length > 0,
    rank: used[0]?.rank ?? 0,
  };
}
