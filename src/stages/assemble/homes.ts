import { isRemoved } from '../../contract/labels.ts';
import type { LabelledBlock, Span } from '../../document/document.ts';
import { toSource } from '../../document/edits.ts';
import { lineStarts } from '../../document/places.ts';
import { isVisible, visibleRange } from '../../text/visible.ts';
import type { Described } from '../metadata/described.ts';

/** A visible stretch of a block's text and the field that it goes to. */
export interface Placed {
  readonly block: LabelledBlock;
  readonly span: Span;
  readonly start: number;
  readonly end: number;
  /** JSON pointer to the field. */
  readonly home: string;
  /** Belongs to the home as a separator, prefix or marker, and is not in it. */
  readonly syntax: boolean;
}

const RAW = new Set(['table', 'preformatted']);

/** Gives every visible stretch of the document its home, in reading order. */
export function placeSpans(document: Described): Placed[] {
  const placed: Placed[] = [];
  const removals = createRemovals(document.format === 'html');
  const dated = new Set<string>();
  let bodies = 0;
  for (const block of document.blocks) {
    const stretches = stretchesOf(document, block);
    const isBody = stretches.some(isBodyText);
    for (const stretch of stretches) {
      const { span, range } = stretch;
      const before = placed.at(-1);
      const put: Put = (home, part = range, syntax = span.syntax ?? false) => {
        if (!home.startsWith('/removed/')) removals.part();
        placed.push({ block, span, ...part, home, syntax });
      };
      const remove = (label: string) =>
        put(`/removed/${removals.next(block, label)}`, range, false);
      const home = homeOf(stretch, isBody, bodies, before);
      if (home) put(home.pointer, range, home.syntax);
      else if (span.label === 'date') {
        placeDate(document, block, range, dated, put, () => remove('other'));
      } else remove(span.label);
    }
    bodies += isBody ? 1 : 0;
  }
  return placed;
}

/** The field that a stretch goes to; null when it is removed or a date, which are placed apart. */
function homeOf(
  { block, span, range, edge }: Stretch,
  isBody: boolean,
  bodies: number,
  before: Placed | undefined,
): { pointer: string; syntax?: boolean } | null {
  const empty = edge || range.start === range.end || (span.label === 'body' && !isBody);
  if (empty) return { pointer: before?.home ?? '/text', syntax: true };
  if (span.label === 'body') return { pointer: `/body/${bodies}` };
  if (span.label === 'date') return null;
  if (!isRemoved(span.label)) return { pointer: `/${span.label}` };
  return span.syntax && before?.block === block ? { pointer: before.home, syntax: true } : null;
}

function isBodyText({ span, range, edge }: Stretch): boolean {
  return span.label === 'body' && !span.syntax && !edge && range.end > range.start;
}

type Put = (home: string, part?: Range, syntax?: boolean) => void;

/** A stretch of a block; an edge shows in the source, but was edited to nothing or to white space. */
interface Stretch {
  readonly block: LabelledBlock;
  readonly span: Span;
  readonly range: Range;
  readonly edge: boolean;
}

/** The stretches of a block that have a home; one that was edited to nothing has an empty one. */
function stretchesOf(document: Described, block: LabelledBlock): Stretch[] {
  const { copy } = block;
  const stretches = block.spans.flatMap((span) =>
    rangesOf(document, block, span).map((range) => ({ block, span, range, edge: false })),
  );
  const first = stretches[0];
  const start = first?.range.start ?? copy.text.length;
  const before = copy.source.slice(0, first ? toSource(copy, start) : undefined);
  if (!isVisible(before)) return stretches;
  const span = first?.span ?? block.spans[0]!;
  return [{ block, span, range: { start: 0, end: start }, edge: true }, ...stretches];
}

type Range = { readonly start: number; readonly end: number };

/** The visible part of a span; in plain text what is removed is parted by lines. */
function rangesOf(document: Described, block: LabelledBlock, span: Span): Range[] {
  const { text } = block.copy;
  const raw = RAW.has(block.type) && span.label === 'body';
  const visible = visibleRange(text, span.start, span.end);
  if (!visible) return [];
  if (raw) return [{ start: span.start, end: visible.end }];
  if (document.format === 'html' || !isRemoved(span.label)) return [visible];
  const cuts = lineStarts(document.positions, block, visible);
  return [visible.start, ...cuts].flatMap((start, i) => {
    const part = visibleRange(text, start, cuts[i] ?? visible.end);
    return part ? [part] : [];
  });
}

/** The printed dates of a date line go to the facts that they gave; the words around them are their syntax. */
function placeDate(
  { metadata }: Described,
  block: LabelledBlock,
  range: Range,
  dated: Set<string>,
  put: Put,
  remove: () => void,
): void {
  const text = block.copy.text.slice(range.start, range.end);
  const sources = [
    { home: '/relativeDate', raw: metadata.relativeDate },
    { home: '/published', raw: metadata.published?.raw },
    { home: '/modified', raw: metadata.modified?.raw },
  ].flatMap(({ home, raw }) => {
    const at = raw ? text.indexOf(raw) : -1;
    return raw && at >= 0 && !dated.has(home) ? [{ home, start: at, end: at + raw.length }] : [];
  });
  const used = sources
    .sort((a, b) => a.start - b.start)
    .filter((source, i, all) => i === 0 || source.start >= all[i - 1]!.end);
  if (used.length === 0) {
    const home = metadata.published ? '/published' : metadata.modified ? '/modified' : null;
    if (home) put(home, range, true);
    else remove();
    return;
  }
  const edge = (start: number, end: number, home: string) => {
    const part = visibleRange(block.copy.text, range.start + start, range.start + end);
    if (part) put(home, part, true);
  };
  let from = 0;
  for (const { home, start, end } of used) {
    edge(from, start, home);
    dated.add(home);
    put(home, { start: range.start + start, end: range.start + end }, false);
    from = end;
  }
  edge(from, text.length, used.at(-1)!.home);
}

/** Counts the entries of `removed`: in HTML, neighbours with one label under one parent share an entry. */
function createRemovals(grouped: boolean) {
  let count = 0;
  let last: { label: string; parent: unknown } | null = null;
  return {
    next(block: LabelledBlock, label: string): number {
      const parent = block.context.element?.parent ?? null;
      const joins = grouped && last !== null && last.label === label && last.parent === parent;
      last = { label, parent };
      if (!joins) count += 1;
      return count - 1;
    },
    /** Something that is not removed stands between. */
    part() {
      last = null;
    },
  };
}
