import type { Article, Warning } from '../contract/article.ts';
import type { Source } from '../contract/input.ts';
import type { BodyType } from '../contract/labels.ts';
import type { Verdict } from './verdict.ts';

/** What is known of an input apart from its text. */
export interface Origin extends Omit<Source, 'content' | 'format'> {
  readonly bytes: number;
  readonly sha256: string;
  readonly encoding: Article['source']['encoding'];
}

/** An entry of `changes` that a stage writes itself, since no block exists yet. */
export type Change = NonNullable<Article['changes']>[number];

/** Text, and how it was come by. */
export interface Decoded {
  readonly origin: Origin;
  readonly format: 'text' | 'html';
  readonly text: string;
  readonly changes: readonly Change[];
  readonly warnings: readonly Warning[];
}

/** Stages that may change text. */
export type EditStage = 'unescape' | 'repair' | 'normalize';

/** One layer of damage: bytes that were `was` had been read as `readAs`. */
export interface ChainLink {
  readonly was: string;
  readonly readAs: string;
}

/** One change of text, in UTF-16 units of the text that the stage saw. */
export interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly replacement: string;
  readonly stage: EditStage;
  readonly rule: string;
  /** `reversible`: the characters alone prove it; `inferred`: it rests on what stands around it. */
  readonly certainty: 'reversible' | 'inferred';
  /** For repairs: the layers of damage, the outermost first. */
  readonly chain?: readonly ChainLink[];
}

/** Text and all that was done to it: each layer holds one stage's edits, sorted, in units of the text before it. */
export interface EditedText {
  readonly source: string;
  readonly layers: readonly (readonly Edit[])[];
  readonly text: string;
}

/** An element around a block. */
export interface Element {
  readonly tag: string;
  /** `class`, `id`, `role` and `itemprop`, lower-cased and joined by spaces. */
  readonly words: string;
  /** Ordinal in the document. */
  readonly ordinal: number;
  readonly parent: Element | null;
}

/** How a block looked in its source. */
export interface Context {
  /** Blank lines before the block in plain text; 0 in HTML. */
  readonly gap: number;
  /** Innermost block-level element around it; null in plain text. */
  readonly element: Element | null;
  /** Share of the block's characters that stand in links, 0 to 1. */
  readonly linkShare: number;
  /** Share of the block's characters that are bold, 0 to 1. */
  readonly boldShare: number;
  /** Not shown to readers: `hidden`, `display:none`, a head's `<title>`, a drawing's text. */
  readonly hidden: boolean;
}

/** A run of text that stands by itself. */
export interface Block {
  readonly type: BodyType;
  readonly level?: number;
  readonly depth?: number;
  readonly ordered?: boolean;
  /** Length of a list marker at the start of the text. */
  readonly marker: number;
  /** Where the block begins in `Document.text`. */
  readonly offset: number;
  readonly copy: EditedText;
  readonly context: Context;
}

/** A fact from an attribute, a meta element or JSON-LD, with a pointer to where it stood. */
export interface Fact {
  /** For example `meta[property="og:title"]`, `json-ld[0]/@graph/1/headline`, `time[datetime]`, `html[lang]`. */
  readonly from: string;
  /** For example `og:title`, `headline`, `author`, `canonical`, `lang`; lower-cased for meta elements. */
  readonly name: string;
  readonly value: string;
  /** JSON-LD type of the object that holds it, for example `NewsArticle` or `Person`. */
  readonly type?: string;
}

/** Maps offsets of `Document.text` to places in the source. */
export interface Positions {
  readonly unit: 'line' | 'node';
  /** Offsets of `Document.text` at which a stretch begins that runs parallel to the source, ascending. */
  readonly offsets: readonly number[];
  /** Line (1-based) or text node (0-based) of each stretch. */
  readonly units: readonly number[];
  /** Offset of each stretch within its line or node, 0-based. */
  readonly columns: readonly number[];
}

/**
 * The source as one string in reading order, white space collapsed, and the blocks in it.
 * Blocks are disjoint, ascending, and together hold every visible character.
 */
export interface Document {
  readonly origin: Origin;
  readonly format: 'text' | 'html';
  readonly text: string;
  readonly positions: Positions;
  readonly blocks: readonly Block[];
  readonly facts: readonly Fact[];
  readonly changes: readonly Change[];
  readonly warnings: readonly Warning[];
}

/** A stretch of a block's text that has one label; in UTF-16 units of `copy.text`. */
export interface Span extends Verdict {
  readonly start: number;
  readonly end: number;
  /** A separator, prefix or marker: belongs to its label but is not part of the field. */
  readonly syntax: boolean;
}

/** A block all of whose visible text has a label; the spans are ascending and disjoint. */
export interface LabelledBlock extends Block {
  readonly spans: readonly Span[];
}

/** A link in a block, in units of the block's text. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** What a page's markup holds besides text, for the fields that show it when asked to. */
export interface Inline {
  /** Absent unless asked for. */
  readonly links?: ReadonlyMap<LabelledBlock, readonly Link[]>;
  /** Each with the ordinal of the text node that follows it; absent unless asked for. */
  readonly images?: readonly {
    readonly src: string;
    readonly alt: string;
    readonly node: number;
  }[];
}

/** A pure step of the pipeline: deterministic, no I/O, no clock. */
export type Stage<Input, Output> = (input: Input) => Output;
