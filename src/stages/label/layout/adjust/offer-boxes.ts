import { OFFERS } from '../../../../document/label-sets.ts';
import type { LabelledLine } from '../../labelled-line.ts';

/**
 * Leaves a line out of the body that stands between two offers of the site in an element that holds nothing else: the price
 * in the box of a paywall. Its words need not be known.
 */
export function leaveOfferBoxes(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const isOffered = (i: number) => !isBody[i] && isOffer(lines[i]);
  lines.forEach((item, i) => {
    if (!isBody[i] || !isOffered(i - 1) || !isOffered(i + 1)) return;
    const [above, own, below] = [lines[i - 1], item, lines[i + 1]].map(boxOf);
    if (own !== null && own === above && own === below && holdsOffers(lines, i)) isBody[i] = false;
  });
}

/** Whether all other lines of a line's element are offers. */
function holdsOffers(lines: readonly LabelledLine[], at: number): boolean {
  const box = boxOf(lines[at]);
  for (const step of [-1, 1]) {
    for (let i = at + step; boxOf(lines[i]) === box; i += step) {
      if (!isOffer(lines[i])) return false;
    }
  }
  return true;
}

function isOffer(item: LabelledLine | undefined): boolean {
  const found = item?.verdict ?? null;
  return found?.kind === 'words' && OFFERS.has(found.label);
}

function boxOf(item: LabelledLine | undefined) {
  return item?.line.block.context.element?.parent ?? null;
}
