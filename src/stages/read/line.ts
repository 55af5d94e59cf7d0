import type { Block, Span } from '../../document/document.ts';
import { parseByline } from '../../recognize/byline/index.ts';
import type { ParsedByline } from '../../recognize/byline/parsed-byline.ts';
import { parseDateline } from '../../recognize/dateline/index.ts';
import type { ParsedDateline } from '../../recognize/dateline/parsed-dateline.ts';
import { type FoundDate, findDates } from '../../recognize/dates/find.ts';
import {
  dateLineOf,
  dateLineWith,
  type LabelledDate,
  labelledDates,
  mayBeDateLine,
} from '../../recognize/dates/line.ts';
import { type IconName, iconNames } from '../../recognize/phrases/icons.ts';
import type { PhraseMatch } from '../../recognize/phrases/index.ts';
import { endsSentence, sentencesIn, weightOf, wordsOf } from '../../text/shape.ts';
import { keyOf } from '../../text/tokens.ts';
import { hasFactPart, mayBeFactLine } from './fact-line.ts';
import { mayBeMixed, mixedSpans, signedSpans } from './mixed-line.ts';
import { phraseInSentences } from './phrase-in-sentences.ts';
import type { Reading } from './reading.ts';

// Weights in letters of an alphabet (see weightOf); set by hand on the open benchmark's texts and pages.
export const MIN_PROSE_WEIGHT = 80;
export const MIN_UNENDED_PROSE_WEIGHT = 160;
const MIN_SENTENCE_WEIGHT = 30;
// Shares of a line's characters that stand in links; set by hand on the open benchmark's pages.
const MAX_SENTENCE_LINK_SHARE = 0.3;
const MAX_PROSE_LINK_SHARE = 0.5;

/** The same of a box of two or three sentences; set by hand. */
const MAX_BOX_WEIGHT = 260;

/** Words of a caption that was cut out of a text in one line; set by hand, captions have some ten. */
const MAX_GLUED_CAPTION = 20;

/** Not asked yet: what is asked may be null or undefined itself. */
const UNREAD = Symbol('unread');
type Lazy<Value> = Value | typeof UNREAD;

/** What was read in one language; asked in another, it is read anew. */
interface InLanguage<Value> {
  readonly language: string | undefined;
  readonly value: Value;
}

/**
 * One block, and what it is made of. Each fact is computed when it is first asked for and kept; the block's text does
 * not change any more. Results are shared, so they must not be changed.
 */
export class Line {
  readonly block: Block;
  readonly text: string;
  /** What it was read with. */
  readonly reading: Reading;
  private keyRead: Lazy<string> = UNREAD;
  private weightRead = -1;
  private sentencesRead = -1;
  private wordsRead = -1;
  private proseRead: boolean | null = null;
  private endsRead: boolean | null = null;
  private factRead: boolean | null = null;
  private iconsRead: readonly IconName[] | null = null;
  private phraseRead: Lazy<PhraseMatch | null> = UNREAD;
  private datelineRead: Lazy<ParsedDateline | null> = UNREAD;
  private mixedRead: Lazy<readonly Span[] | null> = UNREAD;
  private signedRead: Lazy<readonly Span[] | null> = UNREAD;
  private bylineRead: InLanguage<ParsedByline | null> | null = null;
  private dateLineRead: InLanguage<FoundDate | null> | null = null;
  private datesRead: InLanguage<readonly LabelledDate[]> | null = null;

  constructor(block: Block, reading: Reading) {
    this.block = block;
    this.text = block.copy.text;
    this.reading = reading;
  }

  /** Its words as one string (see `keyOf`): lines that differ in case, punctuation and numbers only share it. */
  get key(): string {
    if (this.keyRead === UNREAD) this.keyRead = keyOf(this.text);
    return this.keyRead;
  }

  /** Its length in letters of an alphabet (see `weightOf`). */
  get weight(): number {
    if (this.weightRead < 0) this.weightRead = weightOf(this.text);
    return this.weightRead;
  }

  /** How many sentences end in it. */
  get sentences(): number {
    if (this.sentencesRead < 0) this.sentencesRead = sentencesIn(this.text);
    return this.sentencesRead;
  }

  /** How many words it has. */
  get words(): number {
    if (this.wordsRead < 0) this.wordsRead = wordsOf(this.text).length;
    return this.wordsRead;
  }

  /** Whether it ends as a sentence does. */
  get endsSentence(): boolean {
    this.endsRead ??= endsSentence(this.text);
    return this.endsRead;
  }

  /** Whether it is running text, of an article or not: long enough, made of sentences, not of links. */
  get isProse(): boolean {
    this.proseRead ??= this.readsAsProse();
    return this.proseRead;
  }

  /** Whether it is at least one whole sentence, prose or not. */
  get isSentence(): boolean {
    if (this.isProse) return true;
    const { type, context } = this.block;
    if (type === 'heading' || type === 'table') return false;
    if (context.linkShare > MAX_SENTENCE_LINK_SHARE) return false;
    return this.endsSentence && this.weight >= MIN_SENTENCE_WEIGHT;
  }

  /** The phrase of the lists that the whole line is; null when it is none. */
  get phrase(): PhraseMatch | null {
    if (this.phraseRead === UNREAD) {
      const found = this.reading.phrases(this.text, this.key) ?? this.phraseInSentences();
      this.phraseRead = found !== null && this.mayHoldMore(found) ? null : found;
    }
    return this.phraseRead;
  }

  private phraseInSentences(): PhraseMatch | null {
    // In a page the markup tells boxes, and a sure rule wins over the model.
    const isText = this.block.context.element === null;
    const mayBeBox = isText && this.sentences > 0 && this.weight <= MAX_BOX_WEIGHT;
    return mayBeBox ? phraseInSentences(this.text, this.reading.phrases) : null;
  }

  /** Whether a caption was cut out of a text in one line, so that a sentence may have been glued to it: it has no end mark. */
  private mayHoldMore({ label, rule }: PhraseMatch): boolean {
    const isGlued = label === 'caption' && rule === 'phrase-with-gap' && this.block.piece !== null;
    return isGlued && this.words > MAX_GLUED_CAPTION;
  }

  /** The dateline that it begins with; null when there is none. */
  get dateline(): ParsedDateline | null {
    if (this.datelineRead === UNREAD) this.datelineRead = parseDateline(this.text);
    return this.datelineRead;
  }

  /** The names of icons in it. */
  get icons(): readonly IconName[] {
    this.iconsRead ??= iconNames(this.text);
    return this.iconsRead;
  }

  /** The dates in it, with what their labels say. */
  get dates(): readonly LabelledDate[] {
    return this.datesIn(this.reading.language);
  }

  /** The byline that it is; null when it is none. */
  get byline(): ParsedByline | null {
    return this.bylineIn(this.reading.language);
  }

  /** The date that it consists of; null when it is no date line. */
  get dateLine(): FoundDate | null {
    return this.dateLineIn(this.reading.language);
  }

  /** Whether it is a byline or a date line, or has a part between bars or dots that is one. */
  get isBylineOrDate(): boolean {
    this.factRead ??= this.readsAsFact();
    return this.factRead;
  }

  /** The spans of a line of several facts (`World | 3 May 2024 | By Jane Roe`); null when it is none. */
  get mixed(): readonly Span[] | null {
    if (this.mixedRead === UNREAD) {
      this.mixedRead = mayBeMixed(this.text) ? mixedSpans(this) : null;
    }
    return this.mixedRead;
  }

  /** The spans of a line that names people beside a day (`Jane Roe, 3 May 2024`); null when it is none or mixed anyway. */
  get signed(): readonly Span[] | null {
    if (this.signedRead === UNREAD) {
      const may = mayBeMixed(this.text) && this.mixed === null;
      this.signedRead = may ? signedSpans(this) : null;
    }
    return this.signedRead;
  }

  /** The byline that it is in a language that became known later. */
  bylineIn(language: string | undefined): ParsedByline | null {
    const known = this.bylineRead;
    if (known !== null && known.language === language) return known.value;
    const value = parseByline(this.text, language, (text) =>
      text === this.text
        ? this.datesIn(language).map(({ date }) => date)
        : findDates(text, language),
    );
    this.bylineRead = { language, value };
    return value;
  }

  /** The date that it consists of, read in a language that became known later. */
  dateLineIn(language: string | undefined): FoundDate | null {
    const known = this.dateLineRead;
    if (known !== null && known.language === language) return known.value;
    const value = this.readDateLine(language);
    this.dateLineRead = { language, value };
    return value;
  }

  /** The dates in it with what their labels say, read in a language that became known later. */
  datesIn(language: string | undefined): readonly LabelledDate[] {
    const known = this.datesRead;
    if (known !== null && known.language === language) return known.value;
    const value = labelledDates(this.text, language);
    this.datesRead = { language, value };
    return value;
  }

  private readDateLine(language: string | undefined): FoundDate | null {
    const { text } = this;
    if (text.trim() !== text) return dateLineOf(text, language);
    return mayBeDateLine(text) ? dateLineWith(text, 0, this.datesIn(language), language) : null;
  }

  private readsAsFact(): boolean {
    if (!mayBeFactLine(this.text)) return false;
    if (this.dateLine !== null || this.byline?.confident === true) return true;
    return hasFactPart(this.text, this.reading.language);
  }

  private readsAsProse(): boolean {
    const { type, context } = this.block;
    if (type === 'heading' || type === 'table') return false;
    if (context.linkShare > MAX_PROSE_LINK_SHARE) return false;
    if (this.weight >= MIN_UNENDED_PROSE_WEIGHT) return true;
    return this.weight >= MIN_PROSE_WEIGHT && (this.endsSentence || this.sentences > 0);
  }
}
