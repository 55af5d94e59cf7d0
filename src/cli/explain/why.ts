import { ruleNamed } from '../../document/rules.ts';
import type { Verdict } from '../../document/verdict.ts';
import type { Favor } from '../../stages/label/model/cut-off.ts';
import { excerpt, printable } from '../../text/printable.ts';
import { wrapped } from '../terminal/wrapped.ts';
import type { SpanHistory } from './history.ts';
import { decimal, opinionText, weighedText, weightiest } from './opinion-text.ts';
import { ownRuleText } from './own-rule.ts';
import type { BlockReasons, Reasons } from './reasons.ts';

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
 * @param favor what the run favoured.
 */
export function renderWhy(
  { shown, more }: Reasons,
  favor: Favor,
  { width, heading }: WhyStyle,
): string[] {
  const at = (level: number, text: string): string[] =>
    wrapped(printable(text), INDENT * level, width);
  const out = shown.flatMap(({ block, reason, otherwise, rule }) => {
    const { opinion } = reason;
    const verdict = block.spans[0]!.verdicts.at(-1)!;
    return [
      ...block.spans.flatMap((span) => [
        '',
        ...at(1, spanTitle(span)).map(heading),
        ...span.verdicts.flatMap((one, i) => at(2, verdictText(one, i))),
      ]),
      ...at(1, 'the model').map(heading),
      ...opinionText(reason, favor, verdict).flatMap((one) => at(2, one)),
      ...(opinion ? at(1, 'what weighed most, in log-odds of body').map(heading) : []),
      ...(opinion ? weightiest(opinion).flatMap((one) => at(2, weighedText(one))) : []),
      ...at(1, 'what would decide otherwise').map(heading),
      ...otherwise.flatMap((one) => at(2, one)),
      ...ruleText(rule).map((one, i) => ' '.repeat(INDENT * (2 + i)) + one),
    ];
  });
  const rest = `and ${more} more blocks in this line: look at one with FILE:LINE:COLUMN`;
  return more > 0 ? [...out, '', ...at(1, rest)] : out;
}

function spanTitle({ text, syntax }: SpanHistory): string {
  const what = syntax ? ', a separator or marker' : '';
  return `what was said of "${excerpt(text, TEXT_WIDTH)}"${what}, in order`;
}

function verdictText({ label, rule, certainty }: Verdict, i: number): string {
  return `${i + 1}. ${label}: it ${ruleNamed(rule).says} (${rule}, ${decimal(certainty)})`;
}

/** In a line that is not broken, so that it can be copied. */
function ruleText(rule: BlockReasons['rule']): string[] {
  if (rule === undefined) return [];
  if (rule === null) return ['no line pattern of your own would change it and nothing else'];
  return [`a rule of your own that would ${rule.what} it:`, ownRuleText(rule)];
}
