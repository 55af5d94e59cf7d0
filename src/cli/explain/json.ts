import type { Warning } from '../../contract/article.ts';
import { ruleNamed } from '../../document/rules.ts';
import { featureWords } from '../../stages/label/why/feature-words.ts';
import type { Entry, LineChange } from './entries.ts';
import { weightiest } from './opinion-text.ts';
import type { BlockReasons, Reasons } from './reasons.ts';

/** What is explained of a file or a part of it. */
export interface Explanation {
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly changes: readonly LineChange[];
  readonly warnings: readonly Warning[];
  /** Null where it was not asked for. */
  readonly reasons: Reasons | null;
}

/** An explanation as JSON, for other programs: lines and columns from 1, columns in UTF-16 units. */
export function explanationJson({
  file,
  entries,
  changes,
  warnings,
  reasons,
}: Explanation): string {
  const value = {
    file,
    entries: entries.map(({ first, last, column, ...entry }) => ({
      line: first,
      column,
      lastLine: last,
      ...entry,
    })),
    changes,
    warnings,
    ...(reasons && { why: reasons.shown.map(blockValue), moreBlocks: reasons.more }),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function blockValue({ block, reason, otherwise, rule }: BlockReasons): unknown {
  const { opinion, notAsked } = reason;
  return {
    text: block.text,
    spans: block.spans.map(({ text, syntax, verdicts }) => ({
      text,
      syntax,
      verdicts: verdicts.map((verdict) => ({
        label: verdict.label,
        rule: verdict.rule,
        certainty: verdict.certainty,
        says: ruleNamed(verdict.rule).says,
      })),
    })),
    model: opinion && {
      score: opinion.score,
      cutOffs: opinion.cutOffs,
      certainty: opinion.certainty,
      isBody: opinion.isBody,
      weighed: weightiest(opinion).map(({ name, value, effect }) => ({
        feature: name,
        means: featureWords(name),
        value,
        effect,
      })),
    },
    modelNotAsked: notAsked,
    otherwise,
    ownRule: rule ? { sites: [rule.site] } : null,
  };
}
