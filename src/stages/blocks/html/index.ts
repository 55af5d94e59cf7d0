import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Warning } from '../../../contract/article.ts';
import type { Block, Document, Element, Fact } from '../../../document/document.ts';
import { createLinear } from '../../../document/positions.ts';
import { parsePage } from '../../parse/index.ts';
import { INLINE, UNREAD } from '../../parse/tags.ts';
import { elementOf, isHidden, isUnseen, type Node } from './element.ts';
import { createFacts } from './facts.ts';
import { blockFrame, type Hides, inlineFrame, ROOT_FRAME } from './frame.ts';
import { blocksOfRun, type Cut, type Frame } from './run.ts';
import { createTables, mergeTables } from './tables.ts';

/** What a page gives. */
export interface Page extends Pick<Document, 'text' | 'positions' | 'blocks'> {
  readonly facts: readonly Fact[];
  readonly warnings: readonly Warning[];
}

/** A run that is being read. */
interface OpenRun {
  readonly start: number;
  readonly frame: Frame;
  readonly cuts: Cut[];
  readonly links: number[];
  readonly bolds: number[];
}

// A page that shows less than this share of what it hides is shown by a script.
const MIN_SHOWN_SHARE = 0.1;
const MIN_HIDDEN = 500;

/**
 * HTML → blocks, in one iterative walk over the tree that parse5 makes (the HTML Standard's own
 * algorithm); linear in the size of the page, whatever its depth. Where nearly everything is hidden, nothing is.
 */
export function htmlBlocks(html: string): Page {
  const page = walk(html, isHidden);
  return isShownByScript(page) ? walk(html, isUnseen) : page;
}

function isShownByScript({ blocks }: Page): boolean {
  let shown = 0;
  let hidden = 0;
  for (const { copy, context } of blocks) {
    if (context.hidden) hidden += copy.text.length;
    else shown += copy.text.length;
  }
  return hidden > MIN_HIDDEN && shown < hidden * MIN_SHOWN_SHARE;
}

function walk(html: string, hides: Hides): Page {
  const reader = createReader(hides);
  // What is still to be entered, with the frame around it, or to be left, with the frame inside it too.
  const nodes: DefaultTreeAdapterTypes.Node[] = [parsePage(html)];
  const outers: Frame[] = [ROOT_FRAME];
  const inners: (Frame | null)[] = [null];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const outer = outers.pop()!;
    const left = inners.pop()!;
    if (left) {
      reader.leave(node as Node, outer, left);
      continue;
    }
    if ('value' in node) reader.text(node.value, outer);
    if (!('childNodes' in node)) continue;
    const inner = 'tagName' in node ? reader.enter(node, outer) : outer;
    if (!inner) continue;
    if ('tagName' in node) {
      nodes.push(node);
      outers.push(outer);
      inners.push(inner);
    }
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      nodes.push(node.childNodes[i]!);
      outers.push(inner);
      inners.push(null);
    }
  }
  return reader.finish();
}

function createReader(hides: Hides) {
  const linear = createLinear();
  const facts = createFacts();
  const blocks: Block[] = [];
  const tables = createTables();
  let nodes = 0;
  let elements = 0;
  let run: OpenRun | null = null;

  const endRun = () => {
    if (run) for (const block of blocksOfRun(run, linear.run())) blocks.push(block);
    run = null;
  };
  const openRun = (frame: Frame): OpenRun => {
    linear.separate(tables.separator());
    return { start: linear.length, frame, cuts: [], links: [], bolds: [] };
  };
  const cut = (kind: Cut['kind'], element: Element, hidden: boolean) => {
    run?.cuts.push({ at: linear.length, kind, element, hidden });
  };

  return {
    text(value: string, frame: Frame) {
      const node = nodes++;
      if (!run && value.trim() === '') return;
      run ??= openRun(frame);
      const start = linear.length;
      if (frame.type === 'preformatted') linear.appendRaw(value, node);
      else linear.append(value, node);
      if (frame.link) run.links.push(start, linear.length);
      if (frame.bold) run.bolds.push(start, linear.length);
    },
    /** The frame inside the element, or null when nothing in it is to be read. */
    enter(node: Node, outer: Frame): Frame | null {
      facts.visit(node);
      if (UNREAD.has(node.tagName)) return null;
      if (node.tagName === 'br') {
        cut('break', outer.element, outer.hidden);
        linear.continueLine();
        return null;
      }
      const element = elementOf(node, ++elements, outer.element);
      if (INLINE.has(node.tagName)) {
        const inner = inlineFrame(node, element, outer, hides);
        if (inner.element === element) cut('edge', element, inner.hidden);
        return inner;
      }
      endRun();
      tables.enter(node.tagName, blocks.length);
      return blockFrame(node, element, outer, hides);
    },
    leave(node: Node, outer: Frame, inner: Frame) {
      if (INLINE.has(node.tagName)) {
        if (inner.element !== outer.element) cut('edge', outer.element, outer.hidden);
        return;
      }
      endRun();
      tables.leave(node.tagName, blocks);
    },
    finish(): Page {
      endRun();
      const { text, positions } = linear.finish('node');
      return {
        text,
        positions,
        blocks: mergeTables(blocks, tables.found, text),
        facts: facts.found(),
        warnings: facts.warnings(),
      };
    },
  };
}
