import type { Article, Warning } from '../contract/article.ts';
import type { Source } from '../contract/input.ts';
import type { BodyType } from '../contract/labels.ts';
import type { TreeNode } from './tree.ts';
import type { Verdict } from './verdict.ts';

/** What is known of an input apart from its text. */
export interface Origin extends Omit<Source, 'content' | 'format' | 'warnings'> {
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

/** Text and, of a page, the tree that it was parsed into, once for all stages. */
export interface Parsed extends Decoded {
  /** Null in plain text. */
  readonly tree: TreeNode | null;
}

/** Stages that may change text. */
export type EditStage = 'blocks' | 'unescape' | 'repair' | 'normalize';

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

/** A stretch of a block that a rule of the user's speaks of, in UTF-16 units of `copy.text`. */
export interface Pin {
  readonly start: number;
  readonly end: number;
  /** The text is kept, whatever the desk thinks of it; else it is dropped. */
  readonly keep: boolean;
  /** The selector or pattern, as the user wrote it. */
  readonly pattern: string;
}

/**
 * What a text's own format says that a block is: a field of its head or mail header (`title` to `field`, the last one no
 * part of the article), a picture's words, or what stands below the line that parts a mail from its signature.
 */
export type Role =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'date'
  | 'section'
  | 'field'
  | 'caption'
  | 'signature';

/**
 * What a piece of a line begins at: `paragraphs`, the start of a paragraph, which stays one when the pieces are joined;
 * `blocks`, a place where two blocks of a page were proved to meet; `sentences`, nothing but the end of a sentence.
 */
export type Seam = 'paragraphs' | 'blocks' | 'sentences';

/** A part of a block that was cut for labelling, until the parts are joined again. */
export interface Piece {
  readonly whole: Block;
  /** In UTF-16 units of the whole block's `copy.text`. */
  readonly start: number;
  readonly end: number;
  readonly opens: Seam;
}

/** A run of text that stands by itself. Made by `createBlock`, so that all blocks have one shape. */
export interface Block {
  readonly type: BodyType;
  /** Of a heading, 1 to 6. */
  readonly level: number | undefined;
  /** Of a list item, from 1: how many lists it stands in. */
  readonly depth: number | undefined;
  /** Of a list item: the list is numbered. */
  readonly ordered: boolean | undefined;
  /** What its text's format says that it is; null where it says nothing, and in HTML. */
  readonly role: Role | null;
  /** Where the block begins in `Document.text`, in UTF-16 units. */
  readonly offset: number;
  readonly copy: EditedText;
  readonly context: Context;
  /**
   * Where two line breaks in a row part the paragraphs of a cell that is judged as a whole, in units of `copy.source`,
   * ascending; mostly none.
   */
  readonly breaks: readonly number[];
  /** Of which block it is a part, where a text that came as one line was cut for labelling; null for a whole block. */
  readonly piece: Piece | null;
  /** What the user's own rules say of it: ascending, disjoint; empty until the rules stage, and where none speaks. */
  readonly pins: readonly Pin[];
}

/** A fact from an attribute, a meta element or JSON-LD, with a pointer to where it stood. Made by `createFact`. */
export interface Fact {
  /** For example `meta[property="og:title"]`, `json-ld[0]/@graph/1/headline`, `time[datetime]`, `html[lang]`. */
  readonly from: string;
  /** For example `og:title`, `headline`, `author`, `canonical`, `lang`; lower-cased for meta elements. */
  readonly name: string;
  readonly value: string;
  /**
   * JSON-LD type of the object that holds it, for example `NewsArticle` or `Person`; of a marked element (`time`,
   * `writer`, `dated`) its class and itemprop words, lower-cased.
   */
  readonly type?: string | undefined;
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
  /** The linear text, as `Positions` maps it to the source. */
  readonly text: string;
  /** The page's tree, for what blocks do not hold: selectors, links, pictures, markup. Null in plain text. */
  readonly tree: TreeNode | null;
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

/** A picture of the article. */
export interface Picture {
  readonly src: string;
  readonly alt: string;
  /** Ordinal of the text node that follows it. */
  readonly node: number;
}

/** A pure step of the pipeline: deterministic, no I/O, no clock. */
export type Stage<Input, Output> = (input: Input) => Output;
