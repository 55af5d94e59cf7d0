import type { Warning } from '../../contract/article.ts';
import { WARNINGS } from '../../contract/warnings.ts';
import { withPins } from '../../document/blocks.ts';
import type { Document, Stage } from '../../document/document.ts';
import { hitsByLine } from './block-lines.ts';
import { createHostTest } from './hosts.ts';
import { createLineTest } from './lines.ts';
import { hitsByNode, stretchesOf } from './page.ts';
import type { SiteRules } from './site-rules.ts';
import { type Hit, joined, pinsOf } from './stretches.ts';

/** A compiled line pattern. */
export interface LineRule extends Hit {
  readonly test: (line: string) => boolean;
}

interface Site {
  readonly fits: (document: Document) => boolean;
  readonly lines: readonly LineRule[];
  readonly selectors: readonly Hit[];
}

const NO_HITS: ReturnType<typeof hitsByNode> = { hits: new Map(), costly: [] };

/**
 * Makes the stage of the user's own rules: it pins what they speak of (`Block.pins`), and decides nothing itself. A
 * line pattern counts more than a selector, an inner element more than an outer one, and `keep` more than `drop`.
 * A selector that takes too much work is left out, with a warning.
 *
 * @param sites rules that have been checked (`resolveOptions`).
 */
export function createUserRules(sites: readonly SiteRules[]): Stage<Document, Document> {
  const all = sites.map(siteOf);
  return (document) => {
    const fitting = all.filter((site) => site.fits(document));
    const lines = fitting.flatMap((site) => site.lines).sort(keepFirst);
    const selectors = fitting.flatMap((site) => site.selectors).sort(keepFirst);
    if (lines.length + selectors.length === 0) return document;
    const { tree, positions } = document;
    const page = tree !== null && selectors.length > 0 ? hitsByNode(tree, selectors) : NO_HITS;
    const blocks = document.blocks.map((block) => {
      const byNode = stretchesOf(block, positions, page.hits);
      const pins = pinsOf(joined(hitsByLine(block, positions, lines, byNode)));
      return pins.length === 0 ? block : withPins(block, pins);
    });
    return { ...document, blocks, warnings: [...document.warnings, ...page.costly.map(tooCostly)] };
  };
}

function tooCostly(pattern: string): Warning {
  return { code: 'costly-selector', message: `${WARNINGS['costly-selector']}: ${pattern}` };
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
