import type { Element } from '../../../document/document.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { isIconLine } from '../../../recognize/phrases/icons.ts';
import type { Line } from '../../read/line.ts';
import { type LabelledLine, labelledLine } from '../labelled-line.ts';
import { proseShares } from '../layout/containers.ts';
import { createMarkupRules } from './markup-rules.ts';
import { runningHeads } from './running-heads.ts';
import { textVerdict } from './text-rules.ts';

/** How far up the tree a hidden line's `noscript` or `svg` is looked for; drawings nest deeper, but seldom hold text. */
const MAX_ANCESTORS = 8;

/** What the rules that look at one line, its words and the markup around it, and at lines like it say of each line. */
export function byLineRules(lines: readonly Line[], html: boolean): LabelledLine[] {
  const ofPlace = html ? markupRules(lines) : runningHeads(lines);
  return lines.map((line) =>
    labelledLine(line, hiddenVerdict(line) ?? textVerdict(line) ?? ofPlace(line)),
  );
}

function markupRules(lines: readonly Line[]): (line: Line) => Verdict | null {
  const rules = createMarkupRules(proseShares(lines));
  return ({ block }) => rules(block);
}

function hiddenVerdict({ text, block }: Line): Verdict | null {
  const { hidden, element } = block.context;
  if (isIconLine(text)) return verdict('icon-name', 'icon-name');
  if (!hidden) return null;
  for (let e: Element | null = element, i = 0; e && i < MAX_ANCESTORS; e = e.parent, i++) {
    if (e.tag === 'noscript') return verdict('noscript', 'tag:noscript');
    if (e.tag === 'svg') return verdict('icon-name', 'tag:svg');
  }
  return verdict('site-template', 'hidden');
}
