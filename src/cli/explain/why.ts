import { isRemoved } from '../../contract/labels.ts';
import { ruleNamed } from '../../document/rules.ts';
import type { Verdict } from '../../document/verdict.ts';
import type { Labelled } from '../../stages/label/labelled.ts';
import type { Favor } from '../../stages/label/model/cut-off.ts';
import { createWhy, labelsOf } from '../../stages/label/why/index.ts';
import { excerpt, printable } from '../../text/printable.ts';
import { wrapped } from '../terminal/wrapped.ts';
import type { BlockHistory, SpanHistory } from './history.ts';
import { decimal, opinionText, weighedText, weightiest } from './opinion-text.ts';
import { otherwise } from './otherwise.ts';
import { ownRule } from './own-rule.ts';

/** Blocks that are shown: a page may stand in one line of its file. */
const MAX_BLOCKS = 10;
/** UTF-16 units that are shown of a span's text. */
const TEXT_WIDTH = 60;
/** Columns of the margin, and of each level below a heading. */
const INDENT = 2;

/** How the history is shown. */
export interface WhyStyle {
  /** Columns that there are. */
  readonly width: number;
  /** Sets headings off. */
  readonly heading: (text: string) => string;
}

/**
 * The history of a line for people: what was said of each of its spans, what the model thought and why, and what
 * would have decided otherwise.
 *
 * @param document what the metadata stage gave, when all labels are final.
 * @param favor what the run favoured.
 */
export function renderWhy(
  document: Labelled,
  blocks: readonly BlockHistory[],
  favor: Favor,
  { width, heading }: WhyStyle,
): string[] {
  const reasonOf = createWhy(document, favor);
  const host = hostOf(document.page.url);
  const at = (level: number, text: string): string[] =>
    wrapped(printable(text), INDENT * level, width);
  const out = blocks.slice(0, MAX_BLOCKS).flatMap(({ index, text, spans }) => {
    const reason = reasonOf(index);
    const line = document.lines[index]!;
    const labels = labelsOf(document.blocks[index]!);
    const { opinion } = reason;
    const verdict = spans[0]!.verdicts.at(-1)!;
    return [
      ...spans.flatMap((span) => [
        '',
        ...at(1, spanTitle(span)).map(heading),
        ...span.verdicts.flatMap((one, i) => at(2, verdictText(one, i))),
      ]),
      ...at(1, 'the model').map(heading),
      ...opinionText(reason, favor, verdict).flatMap((one) => at(2, one)),
      ...(opinion ? at(1, 'what weighed most, in log-odds of body').map(heading) : []),
      ...(opinion ? weightiest(opinion).flatMap((one) => at(2, weighedText(one))) : []),
      ...at(1, 'what would decide otherwise').map(heading),
      ...otherwise({ reason, line, labels, verdict }).flatMap((one) => at(2, one)),
      ...ruleText(verdict, text, host).map((one, i) => ' '.repeat(INDENT * (2 + i)) + one),
    ];
  });
  const left = blocks.length - MAX_BLOCKS;
  return left > 0 ? [...out, '', ...at(1, `and ${left} more blocks in this line`)] : out;
}

function spanTitle({ text, syntax }: SpanHistory): string {
  const what = syntax ? ', a separator or marker' : '';
  return `what was said of "${excerpt(text, TEXT_WIDTH)}"${what}, in order`;
}

function verdictText({ label, rule, certainty }: Verdict, i: number): string {
  return `${i + 1}. ${label}: it ${ruleNamed(rule).says} (${rule}, ${decimal(certainty)})`;
}

/** A rule that the user could write; in a line that is not broken, so that it can be copied. */
function ruleText({ label, kind }: Verdict, text: string, host: string | null): string[] {
  if (kind === 'user') return [];
  const what = isRemoved(label) ? 'keep' : 'drop';
  return [`a rule of your own that would ${what} it:`, ownRule(text, host, what)];
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname;
}
