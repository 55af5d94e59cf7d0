import type { Article, At } from '../../contract/article.ts';
import { WARNINGS } from '../../contract/warnings.ts';
import type { LabelledBlock, Stage } from '../../document/document.ts';
import { placeOf } from '../../document/places.ts';
import type { Described } from '../metadata/described.ts';
import type { Rendered } from '../render/rendered.ts';
import { bodyOf, imagesOf } from './body.ts';
import { blockChanges, inSpan } from './changes.ts';
import { givenOf } from './given.ts';
import { groupBy, placedText } from './groups.ts';
import { type Placed, placeSpans } from './homes.ts';

/** How much of the ledger an article carries. */
export type Ledger = 'inline' | 'full' | 'none';

/** Options of the last stage. */
export interface AssembleOptions {
  readonly ledger: Ledger;
  readonly tool: Article['tool'];
}

const PAYWALL = { code: 'paywall', message: WARNINGS.paywall } as const;

type Entry<Field extends 'removed' | 'spans'> = NonNullable<Article[Field]>[number];

/** Builds the article from the labels and edits; what the caller gave is validated. */
export function createAssemble({ ledger, tool }: AssembleOptions): Stage<Rendered, Article> {
  return (document) => {
    const { origin, metadata, positions, format, links, images, html } = document;
    const placed = placeSpans(document);
    const body = bodyOf(document, placed, links);
    const { id, source, extra } = givenOf(origin, format);
    return {
      schema: 'copydesk.article/1',
      id,
      source,
      tool: { ...tool },
      title: fieldOf(placed, '/title') ?? document.titleFact?.value ?? null,
      kicker: fieldOf(placed, '/kicker'),
      subtitle: fieldOf(placed, '/subtitle'),
      section: fieldOf(placed, '/section') ?? document.crumbSection ?? document.page.section,
      byline: fieldOf(placed, '/byline'),
      ...metadata,
      authors: metadata.authors.map(({ name, kind }) => ({ name, kind })),
      body,
      text: body.map((block) => block.text).join('\n\n'),
      ...(images ? { images: imagesOf(images, body) } : {}),
      ...(ledger === 'none'
        ? {}
        : { removed: removedOf(placed, positions), ...changesOf(document, placed, ledger) }),
      warnings: [...document.warnings, ...(metadata.paywalled ? [{ ...PAYWALL }] : [])],
      ...(extra ? { extra } : {}),
      ...(html === null ? {} : { html }),
    };
  };
}

/** The text of a field: its spans without syntax, joined by a space. */
function fieldOf(placed: readonly Placed[], home: string): string | null {
  const parts = placed.filter((span) => span.home === home && !span.syntax).map(placedText);
  return parts.length > 0 ? parts.join(' ') : null;
}

function removedOf(
  placed: readonly Placed[],
  positions: Described['positions'],
): Entry<'removed'>[] {
  const groups = groupBy(
    placed.filter((span) => span.home.startsWith('/removed/') && !span.syntax),
    (span) => span.home,
  );
  return groups.map((spans) => {
    const [first, last] = [spans[0]!, spans.at(-1)!];
    const at = placeOf(positions, first.block, first.start, first.end);
    const end = placeOf(positions, last.block, last.start, last.end);
    const lastNode = end.last ?? end.node;
    return {
      at: at.node !== undefined && lastNode! > at.node ? reaching(at, lastNode!) : at,
      text: spans.map(placedText).join('\n'),
      label:
        first.span.label === 'date' ? 'other' : (first.span.label as Entry<'removed'>['label']),
      rule: first.span.rule,
      certainty: rounded(spans.reduce((least, { span }) => Math.min(least, span.certainty), 1)),
    };
  });
}

/**
 * A certainty in thousandths: no more is meant, and the last digits of `Math.exp` differ by engine. Only what is
 * certain stays 1.
 */
function rounded(certainty: number): number {
  return certainty === 1 ? 1 : Math.min(0.999, Math.round(certainty * 1000) / 1000);
}

function reaching({ node, offset }: At, last: number): At {
  return { node, last, ...(offset === undefined ? {} : { offset }) };
}

function changesOf(
  document: Described,
  placed: readonly Placed[],
  ledger: Ledger,
): Pick<Article, 'changes' | 'spans'> {
  const changes = blockChanges(document);
  if (ledger !== 'full') {
    return { changes: [...document.changes, ...changes.map(({ change }) => change)] };
  }
  const byBlock = new Map<LabelledBlock, { index: number; placed: Placed }[]>();
  placed.forEach((span, index) => {
    const list = byBlock.get(span.block);
    if (list) list.push({ index, placed: span });
    else byBlock.set(span.block, [{ index, placed: span }]);
  });
  return {
    changes: [...document.changes, ...changes.map((change) => inSpan(change, byBlock))],
    spans: placed.map((span): Entry<'spans'> => {
      const at = placeOf(document.positions, span.block, span.start, span.end);
      const text = placedText(span);
      const { rule, certainty } = span.span;
      const entry = { at, home: span.home, rule, certainty: rounded(certainty) };
      return span.syntax
        ? { ...entry, length: 0, syntax: text }
        : { ...entry, length: text.length };
    }),
  };
}
