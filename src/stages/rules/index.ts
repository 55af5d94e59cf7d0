import { WARNINGS } from '../../contract/warnings.ts';
import type { Block, Document, LabelledBlock, Stage } from '../../document/document.ts';
import type { Labelled } from '../../stages/label/labelled.ts';
import { isVisible } from '../../text/visible.ts';
import type { Node } from '../parse/walk.ts';
import { hitsByLine } from './block-lines.ts';
import { carved, type Hit, joined, type Stretch } from './carve.ts';
import { createHostTest } from './hosts.ts';
import { createLineTest } from './lines.ts';
import { hitsByNode, stretchesOf } from './page.ts';
import type { SiteRules } from './site-rules.ts';

/** A compiled line pattern. */
export interface LineRule extends Hit {
  readonly test: (line: string) => boolean;
}

interface Site {
  readonly fits: (document: Document) => boolean;
  readonly lines: readonly LineRule[];
  readonly selectors: readonly Hit[];
}

/** Labels a document; `tree` gives its page's tree, and is asked only where selectors need it. */
export type RuledLabel = (document: Document, tree: () => Node) => Labelled;

/**
 * The label stage under the user's own rules. Blocks that a rule drops are taken out before the stage sees
 * them; text that a rule keeps is body, unless it is the title or another field. A line pattern counts more
 * than a selector, an inner element more than an outer one, and `keep` more than `drop`.
 *
 * @param sites rules that have been checked (`resolveOptions`).
 */
export function createUserRules(
  sites: readonly SiteRules[],
  label: Stage<Document, Labelled>,
): RuledLabel {
  const all = sites.map(siteOf);
  return (document, tree) => {
    const fitting = all.filter((site) => site.fits(document));
    const lines = fitting.flatMap((site) => site.lines).sort(keepFirst);
    const selectors = fitting.flatMap((site) => site.selectors).sort(keepFirst);
    if (lines.length + selectors.length === 0) return label(document);
    const page =
      document.format === 'html' && selectors.length > 0
        ? hitsByNode(tree(), selectors)
        : { hits: new Map<number, Hit>(), costly: [] };
    const found = new Map<Block, readonly Stretch[]>();
    for (const block of document.blocks) {
      const byNode = stretchesOf(block, document.positions, page.hits);
      const stretches = joined(hitsByLine(block, document.positions, lines, byNode));
      if (stretches.some(({ hit }) => hit !== null)) found.set(block, stretches);
    }
    const labelled = labelRest(document, found, label);
    return {
      ...labelled,
      warnings: [
        ...labelled.warnings,
        ...page.costly.map((pattern) => ({
          code: 'costly-selector' as const,
          message: `${WARNINGS['costly-selector']}: ${pattern}`,
        })),
      ],
    };
  };
}

function labelRest(
  document: Document,
  found: ReadonlyMap<Block, readonly Stretch[]>,
  label: Stage<Document, Labelled>,
): Labelled {
  const dropped = (block: Block): boolean => {
    const stretches = found.get(block);
    return (
      stretches?.every(
        ({ start, end, hit }) =>
          hit?.keep === false || !isVisible(block.copy.text.slice(start, end)),
      ) ?? false
    );
  };
  const rest = document.blocks.filter((block) => !dropped(block));
  const labelled = label({ ...document, blocks: rest });
  const next = labelled.blocks.values();
  const blocks = document.blocks.map((block): LabelledBlock => {
    const stretches = found.get(block);
    if (dropped(block)) return { ...block, spans: carved([], stretches!) };
    const done = next.next().value!;
    return stretches ? { ...done, spans: carved(done.spans, stretches) } : done;
  });
  const hasBody = blocks.some(({ spans }) => spans.some((span) => span.label === 'body'));
  return {
    ...labelled,
    blocks,
    warnings: labelled.warnings.filter(({ code }) => code !== 'no-article' || !hasBody),
  };
}

function siteOf({ host, keep, drop }: SiteRules): Site {
  const lines = [
    ...(keep?.lines ?? []).map((pattern) => ({ keep: true, pattern })),
    ...(drop?.lines ?? []).map((pattern) => ({ keep: false, pattern })),
  ];
  return {
    fits: createHostTest(host),
    lines: lines.map((rule) => ({ ...rule, test: createLineTest(rule.pattern) })),
    selectors: [
      ...(keep?.selectors ?? []).map((pattern) => ({ keep: true, pattern })),
      ...(drop?.selectors ?? []).map((pattern) => ({ keep: false, pattern })),
    ],
  };
}

function keepFirst(a: Hit, b: Hit): number {
  return Number(b.keep) - Number(a.keep);
}
