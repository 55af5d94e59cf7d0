import { type Parser, Token, Tokenizer, TokenizerMode } from 'parse5';
import { keepsSpaceApart } from './insertion-modes.ts';
import { createPlainTag, readPlainTag } from './plain-tag.ts';
import type { PageTypes } from './tree-adapter.ts';
import {
  AMPERSAND,
  APOSTROPHE,
  commentEnd,
  HYPHEN,
  isLower,
  LESS_THAN,
  QUOTE,
  rawEnd,
  spaceEnd,
  textEnd,
  valueEnd,
  wordEnd,
} from './units.ts';

/**
 * parse5's tokenizer, which reads a character at a time, made to step over stretches of text, names, values and
 * comments in which no character means anything but itself, and to take nearly all tags in one step. The tokens are
 * the same, but that white space behind other text is in one token with it where the parser treats both alike. For
 * whole documents whose lines end in line feeds alone, without locations. Texts and values are slices of the page, so they keep it in memory.
 */
export class PageTokenizer extends Tokenizer {
  readonly #parser: Pick<Parser<PageTypes>, 'insertionMode'>;
  readonly #tag = createPlainTag();

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

  protected override _stateData(cp: number): void {
    if (cp !== LESS_THAN || !this.#takeTag()) super._stateData(cp);
  }

  /** Adds the pending run; parse5 copies it first, so that the page need not be kept. */
  protected override _flushRun(text: string): void {
    if (this.runEnd === this.runStart && text === '') return;
    const run = this.preprocessor.html.slice(this.runStart, this.runEnd) + text;
    this.runStart = this.runEnd;
    const token = this.currentToken;
    if (token === null) this.currentCharacterToken!.chars += run;
    else if (token.type === Token.TokenType.COMMENT) token.data += run;
    else this.currentAttr.value += run;
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

  /** Takes the tag that begins here, if it is a plain one. */
  #takeTag(): boolean {
    const { preprocessor } = this;
    const tag = this.#tag;
    const end = readPlainTag(preprocessor.html, preprocessor.pos, tag);
    if (end < 0) return false;
    if (tag.isEnd) this._createEndTagToken();
    else this._createStartTagToken();
    const token = this.currentToken as Token.TagToken;
    token.tagName = tag.name;
    token.attrs = tag.attrs;
    token.selfClosing = tag.selfClosing;
    preprocessor.pos = end;
    this.emitCurrentTagToken();
    return true;
  }

  /** Takes all up to where the stretch ends into the pending run. */
  #skip(endOf: (html: string, from: number) => number): void {
    const { preprocessor } = this;
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
const doubleQuotedEnd = (html: string, from: number): number => valueEnd(html, from, QUOTE);
const singleQuotedEnd = (html: string, from: number): number => valueEnd(html, from, APOSTROPHE);

/** Whether a value's character was taken as it is. */
function isPlain(code: number, quote: number): boolean {
  return code > 0 && code !== quote && code !== AMPERSAND;
}
