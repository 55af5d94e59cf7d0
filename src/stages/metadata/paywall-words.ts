import type { RemovedLabel } from '../../contract/labels.ts';
import type { LabelledBlock } from '../../document/document.ts';
import { asksForPay } from '../../recognize/paywall.ts';
import type { Labelled } from '../label/labelled.ts';

/** Lines right below the body that are looked at; set by hand: a paywall's heading, its offer and its login. */
const LINES_BELOW = 3;
const OFFERS: ReadonlySet<string> = new Set<RemovedLabel>(['subscription', 'login']);

/** Whether an offer right below the body says that the article goes on for subscribers. */
export function hasPaywallBelow({ blocks, layout }: Labelled): boolean {
  if (layout.bodyStart === layout.bodyEnd) return false;
  const below: LabelledBlock[] = [];
  for (let i = layout.bodyEnd; i < blocks.length && below.length < LINES_BELOW; i++) {
    if (!blocks[i]!.context.hidden) below.push(blocks[i]!);
  }
  return below.some(
    ({ spans, copy }) => spans.some(({ label }) => OFFERS.has(label)) && asksForPay(copy.text),
  );
}
