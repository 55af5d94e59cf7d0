import type { Span } from '../../../document/document.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { isDateLine, labelledDates } from '../../../recognize/dates/line.ts';
import { FACT_SEPARATOR } from '../../../recognize/separators.ts';
import type { Vocabulary } from '../../../recognize/vocabulary.ts';
import { remembering } from '../../../text/memo.ts';
import { visibleRange } from '../../../text/visible.ts';
import { wordsOf } from '../../read/shape.ts';
import { iconNames } from '../phrases/icons.ts';
import type { PhraseMatcher } from '../phrases/index.ts';
import { type Verdict, verdict } from '../verdict.ts';

const MAX_LINE_LENGTH = 240;
const MAX_SECTION_WORDS = 4;

/** What a piece of a line of facts may be told by. */
export interface PieceContext {
  readonly phrases: PhraseMatcher;
  readonly vocabulary: Vocabulary;
  readonly language: string | undefined;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly icon: boolean;
  readonly separator: boolean;
}

/**
 * The spans of a line that holds several facts: icon names, a section, dates, a byline, parted by bars,
 * dots, dashes or glued icons. Null unless every piece of it can be told.
 */
export function mixedSpans(text: string, context: PieceContext): readonly Span[] | null {
  if (text.length > MAX_LINE_LENGTH) return null;
  const { phrases, vocabulary } = context;
  let find = finders.get(phrases);
  if (!find) {
    find = remembering((line, language) => spansOf(line, { phrases, vocabulary, language }));
    finders.set(phrases, find);
  }
  return find(text, context.language);
}

// The head's rules ask for the spans of one line several times.
const finders = new WeakMap<PhraseMatcher, ReturnType<typeof remembering<Span[] | null>>>();

function spansOf(text: string, context: PieceContext): Span[] | null {
  const pieces = piecesOf(text);
  if (pieces.length < 2) return null;
  const afterIcon = pieces.some((piece) => piece.icon);
  const spans: Span[] = [];
  let leading: Piece | null = null;
  for (const piece of pieces) {
    const before = spans.at(-1);
    if (piece.separator) {
      if (before) spans.push({ ...before, start: piece.start, end: piece.end, syntax: true });
      else leading = piece;
      continue;
    }
    const found = piece.icon
      ? verdict('icon-name', 'icon-name', 0.95)
      : factVerdict(text.slice(piece.start, piece.end), context, afterIcon);
    if (!found) return null;
    if (leading) spans.push({ start: leading.start, end: leading.end, ...found, syntax: true });
    leading = null;
    spans.push({ start: piece.start, end: piece.end, ...found });
  }
  return spans.some((span) => span.label !== 'section') ? spans : null;
}

/** What a short line of facts is: a date line, a byline, a section, or a phrase; null when it cannot be told. */
function factVerdict(
  text: string,
  { phrases, vocabulary, language }: PieceContext,
  trusting: boolean,
): Verdict | null {
  const phrase = phrases(text);
  if (phrase) return verdict(phrase.label, phrase.rule, 0.9);
  if (vocabulary.isReadTime(text)) return verdict('site-template', 'reading-time', 0.9);
  if (isDateLine(text, language)) return verdict('date', 'date-line', 0.9);
  if (vocabulary.isSection(text)) return verdict('section', 'section-name', 0.9);
  if (parseByline(text, language)?.confident) return verdict('byline', 'byline', 0.9);
  const short = wordsOf(text).length <= MAX_SECTION_WORDS;
  return trusting && short ? verdict('section', 'beside-icon', 0.7) : null;
}

function piecesOf(text: string): Piece[] {
  const cuts = [
    ...iconNames(text).map(({ start, end }) => ({ start, end, icon: true, separator: false })),
    ...Array.from(text.matchAll(FACT_SEPARATOR), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
      icon: false,
      separator: true,
    })),
    ...labelledDates(text).map(({ date }) => ({
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
