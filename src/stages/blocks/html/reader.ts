import type { Block, Element } from '../../../document/document.ts';
import { LinearText } from '../../../document/positions.ts';
import type { TreeNode } from '../../../document/tree.ts';
import { INLINE } from '../../parse/tags.ts';
import type { Visitor } from '../../parse/walk.ts';
import type { Content } from '../content.ts';
import { goesOnWord, isInCell, isInitial, pictureInitial } from './drop-cap.ts';
import { elementOf } from './element.ts';
import type { Facts } from './facts.ts';
import { isFootnoteMark } from './footnote-mark.ts';
import { blockFrame, type Frame, type Hides, inlineFrame } from './frame.ts';
import { isInline } from './inline.ts';
import { blocksOfRun, type Cut, type Run } from './run/index.ts';
import { createTables, mergeTables } from './tables.ts';

const CAPITAL = /^\p{Lu}/u;
const SMALL_AT_END = /\p{Ll}{2}$/u;

/**
 * Reads one page while it is walked: block-level elements part its text into runs, and each run that ends becomes
 * blocks. For one walk.
 */
export class PageReader implements Visitor<Frame> {
  readonly #hides: Hides;
  readonly #facts: Facts | null;
  readonly #linear = new LinearText();
  readonly #tables = createTables();
  readonly #blocks: Block[] = [];
  #elements = 0;
  #run: Run | null = null;
  /** An inline element begins right behind another one. */
  #edge = false;
  /** The run that ended last is a drop cap in an element of its own, and may belong to the next. */
  #initial = false;

  /** @param facts what the page's markup states is gathered here; null where it has been. */
  constructor(hides: Hides, facts: Facts | null) {
    this.#hides = hides;
    this.#facts = facts;
  }

  text({ value }: TreeNode, ordinal: number, frame: Frame): void {
    if ((this.#run === null || this.#initial) && value.trim() === '') return;
    if (this.#initial) this.#joinInitial(value, frame);
    this.#run ??= this.#openRun(frame);
    const linear = this.#linear;
    if (this.#edge) this.#partWords(value);
    const start = linear.length;
    if (frame.type === 'preformatted') linear.appendRaw(value, ordinal);
    else linear.append(value, ordinal);
    if (frame.link) this.#run.links.push(start, linear.length);
    if (frame.bold) this.#run.bolds.push(start, linear.length);
  }

  enter(node: TreeNode, outer: Frame): Frame {
    this.#facts?.visit(node);
    const { tagName } = node;
    if (tagName === 'br') {
      this.#cut('break', outer.element, outer.hidden);
      this.#linear.continueLine();
      return outer;
    }
    this.#elements += 1;
    const element = elementOf(node, this.#elements, outer.element);
    if (isInline(node)) {
      if (isFootnoteMark(node, this.#linear.last)) this.#linear.space();
      if (this.#run === null) this.#initialOfPicture(node, outer);
      this.#edge ||= INLINE.has(node.previousSibling?.tagName ?? '');
      const inner = inlineFrame(node, element, outer, this.#hides);
      if (inner.element === element) this.#cut('edge', element, inner.hidden);
      return inner;
    }
    this.#endRun();
    this.#tables.enter(tagName, this.#blocks.length);
    return blockFrame(node, element, outer, this.#hides);
  }

  unread(node: TreeNode): void {
    this.#facts?.visit(node);
  }

  leave(node: TreeNode, outer: Frame, inner: Frame): void {
    if (isInline(node)) {
      if (inner.element !== outer.element) this.#cut('edge', outer.element, outer.hidden);
      return;
    }
    this.#endRun();
    this.#tables.leave(node.tagName, this.#blocks);
  }

  /** The page's text and blocks, when the walk is over. */
  finish(): Pick<Content, 'text' | 'positions' | 'blocks'> {
    this.#closeRun();
    const { text, positions } = this.#linear.finish('node');
    return { text, positions, blocks: mergeTables(this.#blocks, this.#tables.found, text) };
  }

  /** Words of two elements side by side that a style sheet parts: `<b>Jane Roe</b><i>Reporter</i>`. */
  #partWords(value: string): void {
    this.#edge = false;
    if (CAPITAL.test(value) && SMALL_AT_END.test(this.#linear.last)) this.#linear.space();
  }

  #openRun(frame: Frame): Run {
    this.#linear.separate(this.#tables.separator());
    return { start: this.#linear.length, frame, initial: '', cuts: [], links: [], bolds: [] };
  }

  #initialOfPicture(node: TreeNode, frame: Frame): void {
    const initial = frame.type === 'paragraph' ? pictureInitial(node) : null;
    if (initial !== null) this.#run = { ...this.#openRun(frame), initial };
  }

  /** A block-level element begins or ends; an initial waits for the word that it may begin. */
  #endRun(): void {
    if (this.#run === null || this.#initial) return;
    const { frame } = this.#run;
    const mayBe = frame.type === 'paragraph' && !frame.hidden && isInitial(this.#linear.run());
    this.#initial = mayBe && !isInCell(frame.element);
    if (!this.#initial) this.#closeRun();
  }

  #joinInitial(value: string, frame: Frame): void {
    this.#initial = false;
    const run = this.#run!;
    if (frame.type === 'paragraph' && !frame.hidden && goesOnWord(value)) {
      this.#run = { ...run, frame };
      this.#linear.joinNext();
    } else this.#closeRun();
  }

  #closeRun(): void {
    if (this.#run === null) return;
    blocksOfRun(this.#run, this.#linear.run(), this.#blocks);
    this.#run = null;
  }

  #cut(kind: Cut['kind'], element: Element, hidden: boolean): void {
    if (this.#initial) {
      this.#initial = false;
      this.#closeRun();
    }
    this.#run?.cuts.push({ at: this.#linear.length, kind, element, hidden });
  }
}
