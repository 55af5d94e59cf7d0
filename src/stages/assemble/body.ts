import type { Article } from '../../contract/article.ts';
import type { Link, Picture } from '../../document/document.ts';
import { placeOf } from '../../document/places.ts';
import type { Described } from '../metadata/described.ts';
import type { Rendered } from '../render/rendered.ts';
import { groupBy, placedText } from './groups.ts';
import type { Placed } from './homes.ts';

type BodyEntry = Article['body'][number];

const BETWEEN_SPANS = ' ';
const BETWEEN_BLOCKS = '\n\n';

/** The body's blocks: the spans of one block make one, joined where something between them was removed. */
export function bodyOf(
  { positions }: Described,
  placed: readonly Placed[],
  links: Rendered['links'],
): BodyEntry[] {
  const groups = groupBy(
    placed.filter((span) => span.span.label === 'body' && !span.syntax),
    (span) => span.home,
  );
  let start = 0;
  return groups.map((spans) => {
    const first = spans[0]!;
    const { block } = first;
    const text = spans.map(placedText).join(BETWEEN_SPANS);
    const found = linksIn(spans, links?.get(block) ?? []);
    const entry: BodyEntry = {
      type: block.type,
      text,
      at: placeOf(positions, block, first.start, spans.at(-1)!.end),
      start,
      end: start + text.length,
      ...(block.type === 'heading' && block.level ? { level: block.level } : {}),
      ...(block.type === 'list-item'
        ? { depth: block.depth ?? 1, ordered: block.ordered ?? false }
        : {}),
      ...(found.length > 0 ? { links: found } : {}),
    };
    start = entry.end + BETWEEN_BLOCKS.length;
    return entry;
  });
}

/** A block's links in units of the text that its spans make. */
function linksIn(spans: readonly Placed[], links: readonly Link[]): Link[] {
  let base = 0;
  return spans.flatMap(({ start, end }) => {
    const inside = links.flatMap((link): Link[] => {
      const from = Math.max(start, link.start);
      const to = Math.min(end, link.end);
      return from < to
        ? [{ start: base + from - start, end: base + to - start, href: link.href }]
        : [];
    });
    base += end - start + BETWEEN_SPANS.length;
    return inside;
  });
}

/** The pictures, which are in the page's order, with the number of the body block that follows each. */
export function imagesOf(
  images: readonly Picture[],
  body: readonly BodyEntry[],
): NonNullable<Article['images']> {
  let before = 0;
  return images.map(({ src, alt, node }) => {
    while (before < body.length && (body[before]!.at.node ?? 0) < node) before += 1;
    return { src, alt, before };
  });
}
