import type { Fact } from '../../document.ts';
import { keyOf } from '../../tokens.ts';
import { weightOf } from './shape.ts';
import type { Judged } from './verdict.ts';

const HEADLINE_FACTS = new Set([
  'og:title',
  'twitter:title',
  'headline',
  'title',
  'dc.title',
  'sailthru.title',
  'parsely-title',
]);
const MAX_WEIGHT = 400;
const MIN_KEY_LENGTH = 8;

/**
 * The block of a page that is its title: an `h1` that the page's own title or metadata repeat, else another
 * heading or short block above the body that they repeat, else the `h1` nearest above the body. Null when
 * only the `<title>` element holds it.
 */
export function titleBlock(
  judged: readonly Judged[],
  facts: readonly Fact[],
  bodyStart: number,
): number | null {
  const said = saidTitles(judged, facts);
  const candidates = judged.flatMap(({ block, verdict }, i) => {
    const { hidden } = block.context;
    const { text } = block.copy;
    const level = block.type === 'heading' ? (block.level ?? 6) : 7;
    if (hidden || weightOf(text) > MAX_WEIGHT || block.type === 'list-item') return [];
    if (level > 1 && i > bodyStart) return [];
    const score = agreement(keyOf(text), said) * 4 + (level === 1 ? 3 : level < 7 ? 0.5 : 0);
    const near = 1 - Math.min(1, Math.abs(bodyStart - i) / 200);
    return [{ i, score: score + near + (i > bodyStart ? -2 : 0) - (verdict ? 1 : 0) }];
  });
  const best = candidates.reduce<{ i: number; score: number } | null>(
    (a, b) => (a && a.score >= b.score ? a : b),
    null,
  );
  return best && best.score >= 2 ? best.i : null;
}

/** Index of the `<title>` element's block; null when the page has none. */
export function headTitle(judged: readonly Judged[]): number | null {
  const i = judged.findIndex(({ block }) => block.context.element?.tag === 'title');
  return i < 0 ? null : i;
}

function saidTitles(judged: readonly Judged[], facts: readonly Fact[]): string[] {
  const head = headTitle(judged);
  return [
    ...facts.filter((fact) => HEADLINE_FACTS.has(fact.name)).map((fact) => fact.value),
    ...(head === null ? [] : [judged[head]!.block.copy.text]),
  ].map(keyOf);
}

/** 1 when a said title is the text, less when it holds the text among others. */
function agreement(key: string, said: readonly string[]): number {
  if (key.length < MIN_KEY_LENGTH) return 0;
  if (said.includes(key)) return 1;
  return said.some((title) => title.startsWith(key) || title.endsWith(key)) ? 0.8 : 0;
}
