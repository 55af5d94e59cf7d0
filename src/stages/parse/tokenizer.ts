import { type Parser, Token, Tokenizer, TokenizerMode } from 'parse5';
import { keepsSpaceApart } from './insertion-modes.ts';
import type { PageTypes } from './tree-adapter.ts';

const LOWER_A = 0x61;
const LOWER_Z = 0x7a;
const HYPHEN = 0x2d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const AMPERSAND = 0x26;
const LESS_THAN = 0x3c;
const RETURN = 0x0d;
const LINE_FEED = 0x0a;
const TAB = 0x09;
const FORM_FEED = 0x0c;
const SPACE = 0x20;
const BEYOND = -1;

const isSpace = (code: number): boolean =>
  code === SPACE || code === LINE_FEED || code === TAB || code === FORM_FEED;
const isLower = (code: number): boolean => code >= LOWER_A && code <= LOWER_Z;

/**
 * parse5's tokenizer, which reads a character at a time, made to step over stretches of text, names, values and
 * comments in which no character means anything but itself. The tokens are the same, but that white space behind
 * other text is in one token with it where the parser treats both alike. For whole documents, without locations.
 */
export class PageTokenizer extends Tokenizer {
  readonly #parser: Pick<Parser<PageTypes>, 'insertionMode'>;

  constructor(parser: Parser<PageTypes>) {
    super({ sourceCodeLocationInfo: false }, parser);
    this.#parser = parser;
    // The page is in memory already: parts of it need not be given up.
    this.preprocessor.bufferWaterline = Number.POSITIVE_INFINITY;
  }

  /** The whole page is there, so there is no end of a chunk to look out for. */
  protected override _runParsingLoop(): void {
    if (this.inLoop) return;
    this.inLoop = true;
    while (this.active && !this.paused) this._callState(this.preprocessor.advance());
    this.inLoop = false;
  }

  protected override _emitCodePoint(cp: number): void {
    super._emitCodePoint(cp);
    const { state } = this;
    const references = state === TokenizerMode.DATA || state === TokenizerMode.RCDATA;
    const raw = state === TokenizerMode.SCRIPT_DATA || state === TokenizerMode.RAWTEXT;
    if (!references && !raw) return;
    const type = this.currentCharacterToken?.type;
    if (type === Token.TokenType.WHITESPACE_CHARACTER) this.#skip(spaceEnd);
    else if (type !== Token.TokenType.CHARACTER) return;
    else if (raw) this.#skip(rawEnd);
    else this.#skip(keepsSpaceApart(this.#parser.insertionMode) ? wordEnd : textEnd);
  }

  protected override _stateTagName(cp: number): void {
    if (!isLower(cp)) super._stateTagName(cp);
    else (this.currentToken as Token.TagToken).tagName += this.#name();
  }

  protected override _stateAttributeName(cp: number): void {
    if (isLower(cp)) this.currentAttr.name += this.#name();
    else super._stateAttributeName(cp);
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    super._stateAttributeValueDoubleQuoted(cp);
    if (isPlain(cp, QUOTE)) this.#skip(doubleQuotedEnd);
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    super._stateAttributeValueSingleQuoted(cp);
    if (isPlain(cp, APOSTROPHE)) this.#skip(singleQuotedEnd);
  }

  protected override _stateComment(cp: number): void {
    super._stateComment(cp);
    if (cp > 0 && cp !== HYPHEN && cp !== LESS_THAN) this.#skip(commentEnd);
  }

  /** Takes all up to where the stretch ends into the pending run. */
  #skip(endOf: (html: string, from: number) => number): void {
    const { preprocessor } = this;
    // A line feed behind a carriage return is for the preprocessor to drop.
    if (preprocessor.html.charCodeAt(preprocessor.pos) === RETURN) return;
    const end = endOf(preprocessor.html, preprocessor.pos + 1);
    preprocessor.pos = end - 1;
    this.runEnd = end;
  }

  /** The letters of a name from the current one on. */
  #name(): string {
    const { preprocessor } = this;
    const { html, pos } = preprocessor;
    let end = pos + 1;
    while (end < html.length && isNamed(html.charCodeAt(end))) end += 1;
    preprocessor.pos = end - 1;
    return html.slice(pos, end);
  }
}

const isNamed = (code: number): boolean => isLower(code) || code === HYPHEN;

/** Whether a value's character was taken as it is. */
function isPlain(code: number, quote: number): boolean {
  return code > 0 && code !== quote && code !== AMPERSAND;
}

function spaceEnd(html: string, from: number): number {
  let end = from;
  while (end < html.length && isSpace(html.charCodeAt(end))) end += 1;
  return end;
}

function wordEnd(html: string, from: number): number {
  const limit = textEnd(html, from);
  let end = from;
  while (end < limit && !isSpace(html.charCodeAt(end))) end += 1;
  return end;
}

const textEnd = (html: string, from: number): number => endAt(html, from, LESS_THAN, AMPERSAND);
const rawEnd = (html: string, from: number): number => endAt(html, from, LESS_THAN, BEYOND);
const doubleQuotedEnd = (html: string, from: number): number => endAt(html, from, QUOTE, AMPERSAND);
const singleQuotedEnd = (html: string, from: number): number =>
  endAt(html, from, APOSTROPHE, AMPERSAND);
const commentEnd = (html: string, from: number): number => endAt(html, from, HYPHEN, LESS_THAN);

/** Where the first of these two units stands, or a carriage return or NUL, which the preprocessor and the states treat apart. */
function endAt(html: string, from: number, one: number, other: number): number {
  let end = from;
  while (end < html.length) {
    const code = html.charCodeAt(end);
    if (code === one || code === other || code === RETURN || code === 0) break;
    end += 1;
  }
  return end;
}
