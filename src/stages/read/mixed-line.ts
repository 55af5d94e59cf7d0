import type { Span } from '../../document/document.ts';
import { spanOf } from '../../document/spans.ts';
import { type Verdict, verdict } from '../../document/verdict.ts';
import { parseByline } from '../../recognize/byline/index.ts';
import { bylineTail } from '../../recognize/byline/tail.ts';
import { dateLineOf, type LabelledDate } from '../../recognize/dates/line.ts';
import type { IconName } from '../../recognize/phrases/icons.ts';
import { FACT_SEPARATOR } from '../../recognize/separators.ts';
import { spelled } from '../../recognize/words.ts';
import { matchesOf } from '../../text/matches.ts';
import { wordsOf } from '../../text/shape.ts';
import { keyOf } from '../../text/tokens.ts';
import { visibleRange } from '../../text/visible.ts';
import {
  isDay,
  NAME_BESIDE_DATE,
  nameBesideDay,
  nameBesideTime,
  nameVerdict,
} from './name-beside-date.ts';
import type { Reading } from './reading.ts';

/** One of the signs of FACT_SEPARATOR. */
const MAY_SEPARATE = /[|•·｜│／–—/-]/;
// Set by hand on the open benchmark's texts: UTF-16 units, beyond which a line is prose; words of a section's name.
const MAX_LINE_LENGTH = 240;
const MAX_SECTION_WORDS = 4;
/** How often a page was read or shared: `1.2k`. */
const COUNT = /^[\d.,]+\s?[km]?$/iu;
/** Capital letters for an agency, between a name and a date. */
const TAG = /^\p{Lu}{2,6}$/u;

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly icon: boolean;
  readonly separator: boolean;
}

/** Whether a line may be one of several facts: those are short. */
export function mayBeMixed(text: string): boolean {
  return text.length <= MAX_LINE_LENGTH;
}

/** What is known of a line that may hold several facts. */
export interface MixedLine {
  readonly text: string;
  readonly icons: readonly IconName[];
  readonly dates: readonly LabelledDate[];
  readonly reading: Reading;
}

/**
 * The spans of a line that holds several facts: icon names, a section, dates, a byline, parted by bars,
 * dots, dashes or glued icons. Null unless every piece of it can be told.
 */
export function mixedSpans(line: MixedLine): readonly Span[] | null {
  const { text, icons, dates, reading } = line;
  const tail = bylineTail(text, reading.language);
  if (tail !== null) return bylineSpans(text, tail);
  if (icons.length + dates.length === 0 && !MAY_SEPARATE.test(text)) return null;
  return nameBesideTime(line) ?? spansOf(line, () => null);
}

/**
 * The spans of a line that names people beside the day on which they wrote, with commas or as `mixedSpans` has it. Null where
 * it does not. What such a line is depends on the lines around it: lists of events and of persons are written so too.
 */
export function signedSpans(line: MixedLine): readonly Span[] | null {
  if (!line.dates.some(isDay)) return null;
  const name = (text: string, before: Span | undefined) =>
    before?.rule === NAME_BESIDE_DATE && TAG.test(text)
      ? verdict('byline', NAME_BESIDE_DATE)
      : nameVerdict(text, line.reading);
  const spans = nameBesideDay(line) ?? spansOf(line, name);
  return spans?.some(({ rule }) => rule === NAME_BESIDE_DATE) ? spans : null;
}

/** The spans of a line's pieces; `more` tells pieces that are no known fact. Null unless each can be told. */
function spansOf(
  { text, icons, dates, reading }: MixedLine,
  more: (piece: string, before: Span | undefined) => Verdict | null,
): readonly Span[] | null {
  const pieces = piecesOf(text, icons, dates);
  if (pieces.length < 2) return null;
  const afterIcon = pieces.some((piece) => piece.icon);
  let icon = '';
  const spans: Span[] = [];
  let leading: Piece | null = null;
  for (const piece of pieces) {
    const before = spans.at(-1);
    if (piece.separator) {
      if (before) spans.push(spanOf(before, piece.start, piece.end, true));
      else leading = piece;
      continue;
    }
    const said = text.slice(piece.start, piece.end);
    const found = piece.icon
      ? verdict('icon-name', 'icon-name')
      : (personVerdict(said, icon, reading) ??
        factVerdict(said, reading, afterIcon) ??
        more(said, before));
    if (!found) return null;
    icon = piece.icon ? said : '';
    if (leading) spans.push(spanOf(found, leading.start, leading.end, true));
    leading = null;
    spans.push(spanOf(found, piece.start, piece.end, false));
  }
  const hasFact = spans.some(({ label }) => label !== 'section');
  return hasFact && !spans.every(isButton) ? spans : null;
}

/** An icon, or the count beside one. */
function isButton({ label }: Span): boolean {
  return label === 'icon-name' || label === 'social';
}

/** A byline, and the words of buttons that it was glued to. */
function bylineSpans(text: string, tail: number): readonly Span[] {
  const name = visibleRange(text, 0, tail);
  const byline = verdict('byline', 'byline');
  const buttons = verdict('social', 'byline-tail');
  const end = name?.end ?? tail;
  const gap = end < tail ? [spanOf(byline, end, tail, true)] : [];
  return [
    spanOf(byline, name?.start ?? 0, end, false),
    ...gap,
    spanOf(buttons, tail, text.length, false),
  ];
}

/** The names of persons right behind an icon that stands for one. */
function personVerdict(text: string, icon: string, { language }: Reading): Verdict | null {
  if (!spelled('person-icon').has(icon)) return null;
  const authors = parseByline(text, language)?.authors ?? [];
  const isNames = authors.length > 0 && authors.every(({ kind }) => kind === 'person');
  return isNames ? verdict('byline', 'beside-icon') : null;
}

/** What a short line of facts is: a date line, a byline, a section, or a phrase; null when it cannot be told. */
function factVerdict(
  text: string,
  { phrases, vocabulary, language }: Reading,
  trusting: boolean,
): Verdict | null {
  const key = keyOf(text);
  const phrase = phrases(text, key);
  if (phrase) return verdict(phrase.label, phrase.rule);
  if (vocabulary.isReadTime(key)) return verdict('site-template', 'reading-time');
  if (dateLineOf(text, language)) return verdict('date', 'date-line');
  if (vocabulary.isSectionKey(key)) return verdict('section', 'section-name');
  if (parseByline(text, language)?.confident) return verdict('byline', 'byline');
  if (!trusting) return null;
  if (COUNT.test(text)) return verdict('social', 'beside-icon');
  return wordsOf(text).length <= MAX_SECTION_WORDS ? verdict('section', 'beside-icon') : null;
}

function piecesOf(
  text: string,
  icons: readonly IconName[],
  dates: readonly LabelledDate[],
): Piece[] {
  const cuts = [
    ...icons.map(({ start, end }) => ({ start, end, icon: true, separator: false })),
    ...matchesOf(text, FACT_SEPARATOR).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      icon: false,
      separator: true,
    })),
    ...dates.map(({ date }) => ({
      start: date.end,
      end: date.end,
      icon: false,
      separator: true,
    })),
  ].sort((a, b) => a.start - b.start);
  const out: Piece[] = [];
  let from = 0;
  const plain = (start: number, end: number) => {
    const range = visibleRange(text, start, end);
    if (range) out.push({ ...range, icon: false, separator: false });
  };
  for (const cut of cuts) {
    if (cut.start < from) continue;
    plain(from, cut.start);
    const range = visibleRange(text, cut.start, cut.end);
    if (range) out.push({ ...cut, ...range });
    from = cut.end;
  }
  plain(from, text.length);
  return out;
}
