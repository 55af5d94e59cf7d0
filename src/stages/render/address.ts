import { attribute, type TreeNode } from '../../document/tree.ts';

/** A picture as its element names it. */
export interface ImageSource {
  readonly src: string;
  readonly alt: string;
}

const LINK_SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];
const IMAGE_SCHEMES: readonly string[] = ['http:', 'https:'];
// Where scripts that load pictures late keep the address; the first that can be used is taken.
const LATE_SOURCES = ['data-src', 'data-lazy-src', 'data-original', 'data-url'] as const;
const CANDIDATE_END = /[\s,]/;
const NOWHERE = 'http://nowhere.invalid/';
/** Pixels of the `width` or `height` attribute: such pictures count readers and show nothing. Set by hand; 1 is usual. */
const MAX_BEACON_SIDE = 2;

/** The address of a link that a reader can follow; null for scripts, fragments of the page and the like. */
export function linkAddress(element: TreeNode, base: string | null): string | null {
  const href = attribute(element, 'href')?.trim() ?? '';
  return href === '' || href.startsWith('#') ? null : resolved(href, base, LINK_SCHEMES);
}

/** The picture of an `img` element, or null when it shows none. */
export function imageOf(element: TreeNode, base: string | null = null): ImageSource | null {
  if (element.tagName !== 'img' || isBeacon(element)) return null;
  const sources = [
    attribute(element, 'src'),
    ...LATE_SOURCES.map((name) => attribute(element, name)),
    firstCandidate(attribute(element, 'srcset') ?? attribute(element, 'data-srcset')),
  ];
  for (const source of sources) {
    const src = source?.trim() ? resolved(source.trim(), base, IMAGE_SCHEMES) : null;
    if (src) return { src, alt: attribute(element, 'alt')?.trim() ?? '' };
  }
  return null;
}

/** The address made absolute where the page's own is known, else as it is printed; null for other schemes. */
function resolved(address: string, base: string | null, schemes: readonly string[]): string | null {
  if (!URL.canParse(address, base ?? NOWHERE)) return null;
  const url = new URL(address, base ?? NOWHERE);
  if (!schemes.includes(url.protocol)) return null;
  return base ? url.href : address;
}

function isBeacon(element: TreeNode): boolean {
  const side = (name: string) => Number(attribute(element, name) || Number.NaN);
  return side('width') <= MAX_BEACON_SIDE || side('height') <= MAX_BEACON_SIDE;
}

function firstCandidate(srcset: string | null): string | undefined {
  const trimmed = srcset?.trim();
  if (!trimmed) return undefined;
  const end = trimmed.search(CANDIDATE_END);
  return end < 0 ? trimmed : trimmed.slice(0, end);
}
