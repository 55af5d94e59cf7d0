import { KIND, lowerOf, unitKindOf } from './characters/unit-kinds.ts';
import { FNV_BASIS, FNV_PRIME, mix } from './hash.ts';

// FNV-1a (RFC 9923), one UTF-16 unit a step; the other hashes are arbitrary. The trained weights hold them all: change
// none without a new training.
const NUMBER = 0x2f0b4c12;
const FIRST_UNSPACED = 7;
/** In letters: shorter words are mostly function words. */
const MIN_CONTENT_LENGTH = 4;
/** Letters of a word that count, and syllables of a Korean one, whose particles are written together with it. */
const STEM = 5;
const HANGUL_STEM = 2;
/** A Han or Hangul character says about as much as 2.5 letters do: itself and 1.5 more. */
const UNSPACED_WEIGHT = 1.5;
/** In words: a Han character, Thai letter and the like is a good half of one. */
const WORDS_OF_UNSPACED = 0.6;
const SPACE = 0x20;

/** What the characters of one block amount to. */
export interface Counts {
  weight: number;
  words: number;
  letters: number;
  upper: number;
  unspaced: number;
  digits: number;
  commas: number;
  stops: number;
  quotes: number;
  bars: number;
  /** The first letter is lower case. */
  startsLower: number;
  startsUpper: number;
  /** Ends as a sentence does. */
  endsStop: number;
  endsOpen: number;
}

/**
 * Counts a text's characters and appends a hash for each of its words to `tokens`; of scripts without
 * spaces, for each pair of characters. Words of four letters and more have the lowest bit set.
 *
 * @param stems takes a hash of the first letters of each longer word, so that its inflected forms are one; of scripts
 * without spaces, of each pair of characters. Null: they are not asked for.
 */
export function scan(text: string, tokens: number[], stems: number[] | null = null): Counts {
  return new Scanner(text, tokens, stems).read();
}

/** Whether a unit of this kind is part of a word. */
function isInWord(kind: number): boolean {
  return (
    kind === KIND.lower ||
    kind === KIND.upper ||
    kind === KIND.letter ||
    kind === KIND.hangul ||
    kind === KIND.mark
  );
}

/** One reading of one text, from its first unit to its last. */
class Scanner {
  private readonly text: string;
  private readonly tokens: number[];
  private readonly stems: number[] | null;
  private readonly counts: Counts = {
    weight: 0,
    words: 0,
    letters: 0,
    upper: 0,
    unspaced: 0,
    digits: 0,
    commas: 0,
    stops: 0,
    quotes: 0,
    bars: 0,
    startsLower: 0,
    startsUpper: 0,
    endsStop: 0,
    endsOpen: 0,
  };
  /** Whether a stop was met that ends a sentence if a space follows. */
  private stopped = false;
  private inNumber = false;
  private afterUnspaced = false;
  private lastUnspaced = 0;
  /** Kind of the last unit that is no space and no quote. */
  private lastKind = 0;

  constructor(text: string, tokens: number[], stems: number[] | null) {
    this.text = text;
    this.tokens = tokens;
    this.stems = stems;
  }

  read(): Counts {
    const { text, counts } = this;
    for (let i = 0; i < text.length; ) {
      const kind = unitKindOf(text.charCodeAt(i));
      if (isInWord(kind)) {
        i = this.word(i);
        continue;
      }
      this.sign(kind, text.charCodeAt(i));
      i += 1;
    }
    this.sign(KIND.space, SPACE);
    counts.weight += text.length;
    const last = this.lastKind;
    counts.endsStop = last === KIND.stop || last === KIND.wideStop ? 1 : 0;
    counts.endsOpen = last === KIND.comma || text.endsWith(':') || text.endsWith('：') ? 1 : 0;
    return counts;
  }

  /** Reads the word that begins here and returns where it ends. */
  private word(start: number): number {
    const { text, counts } = this;
    if (counts.letters === 0) this.firstLetter(start);
    let hash = FNV_BASIS;
    let stem = 0;
    let kind = 0;
    let i = start;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const here = unitKindOf(code);
      if (!isInWord(here)) break;
      kind = here;
      if (kind === KIND.upper) counts.upper += 1;
      else if (kind === KIND.hangul) counts.weight += UNSPACED_WEIGHT;
      hash = Math.imul(hash ^ lowerOf(code), FNV_PRIME);
      if (i - start < (kind === KIND.hangul ? HANGUL_STEM : STEM)) stem = hash;
    }
    const length = i - start;
    counts.letters += length;
    counts.words += 1;
    this.tokens.push(length >= MIN_CONTENT_LENGTH ? hash | 1 : hash & ~1);
    const least = kind === KIND.hangul ? HANGUL_STEM : MIN_CONTENT_LENGTH;
    if (this.stems !== null && length >= least) this.stems.push(stem);
    this.inNumber = false;
    this.stopped = false;
    this.afterUnspaced = false;
    this.lastKind = kind;
    return i;
  }

  private firstLetter(at: number): void {
    const kind = unitKindOf(this.text.charCodeAt(at));
    if (kind === KIND.lower) this.counts.startsLower = 1;
    else if (kind === KIND.upper) this.counts.startsUpper = 1;
  }

  /** Reads a unit that is part of no word. */
  private sign(kind: number, code: number): void {
    const { counts } = this;
    if (kind === KIND.unspaced) this.unspaced(code);
    else if (kind === KIND.digit) this.digit();
    else if (kind === KIND.comma) counts.commas += 1;
    else if (kind === KIND.quote) counts.quotes += 1;
    else if (kind === KIND.bar) counts.bars += 1;
    else if (kind === KIND.wideStop) counts.stops += 1;
    else if (kind === KIND.stop) this.stopped = true;
    else if (kind === KIND.space) {
      if (this.stopped) counts.stops += 1;
      this.stopped = false;
    }
    if (kind !== KIND.digit && kind !== KIND.comma && kind !== KIND.stop) this.inNumber = false;
    if (kind !== KIND.space && kind !== KIND.quote) this.lastKind = kind;
    this.afterUnspaced = kind === KIND.unspaced;
  }

  private unspaced(code: number): void {
    const { counts, tokens } = this;
    counts.unspaced += 1;
    counts.letters += 1;
    counts.words += WORDS_OF_UNSPACED;
    counts.weight += UNSPACED_WEIGHT;
    tokens.push(
      this.afterUnspaced ? mix(this.lastUnspaced, code) | 1 : mix(FIRST_UNSPACED, code) & ~1,
    );
    if (this.stems !== null && this.afterUnspaced) this.stems.push(tokens.at(-1)!);
    this.lastUnspaced = code;
  }

  private digit(): void {
    const { counts } = this;
    counts.digits += 1;
    this.stopped = false;
    if (this.inNumber) return;
    this.tokens.push(NUMBER);
    counts.words += 1;
    this.inNumber = true;
  }
}
