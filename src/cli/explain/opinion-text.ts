import type { Verdict } from '../../document/verdict.ts';
import { MIN_ARTICLE_CERTAINTY, MIN_MODEL_LINES } from '../../stages/label/index.ts';
import type { Favor } from '../../stages/label/model/cut-off.ts';
import {
  featureValue,
  featureWords,
  othersText,
  signed,
} from '../../stages/label/why/feature-words.ts';
import type { LineReason, NotAsked } from '../../stages/label/why/index.ts';
import type { Weighed } from '../../stages/label/why/occlusion.ts';
import type { Opinion } from '../../stages/label/why/opinion.ts';

// Features that are shown: so many at least, and more of those that weigh something, in log-odds. Set by hand.
const MIN_SHOWN = 5;
const MAX_SHOWN = 8;
const MIN_EFFECT = 0.1;

const NOT_ASKED: Readonly<Record<NotAsked, string>> = {
  dropped: 'it was not asked: your own rules took the line out before',
  hidden: 'it was not asked: readers do not see the line',
  'few-lines': `it was not asked: the text has fewer than ${MIN_MODEL_LINES} lines, and the rules decide alone`,
};

/** The features that weighed most with the model. */
export function weightiest({ weighed }: Opinion): readonly Weighed[] {
  return weighed
    .slice(0, MAX_SHOWN)
    .filter(({ effect }, i) => i < MIN_SHOWN || Math.abs(effect) >= MIN_EFFECT);
}

/**
 * What the model thought of a line, a sentence each.
 *
 * @param favor what the run favoured.
 * @param last the verdict that counts.
 */
export function opinionText(
  { opinion, notAsked, article, hasArticle }: LineReason,
  favor: Favor,
  last: Verdict,
): string[] {
  if (opinion === null) return notAsked === null ? [] : [NOT_ASKED[notAsked]];
  const { score, certainty, isBody } = opinion;
  const { label, rule } = last;
  const then = isBody === (label === 'body') ? '' : `; the rule ${rule} then named it ${label}`;
  const out = [
    `score ${decimal(score)}, cut-off ${decimal(opinion.cutOffs[favor])}: ${pickText(opinion, favor)}${then}`,
    `certainty that it is body: ${decimal(certainty)}, the share of body among lines of such a score`,
  ];
  if (!hasArticle && article < MIN_ARTICLE_CERTAINTY) {
    out.push(
      `certainty that the page holds an article: ${decimal(article)}, and it needs ${MIN_ARTICLE_CERTAINTY}; so nothing was taken`,
    );
  }
  return out;
}

/** A feature that weighed, in words. */
export function weighedText({ name, value, others, effect }: Weighed): string {
  const here = `${featureWords(name)}: ${featureValue(name, value)}`;
  return `${signed(effect)}  ${here} (others: ${othersText(name, others)})`;
}

function pickText({ score, cutOffs, picked, isBody, said }: Opinion, favor: Favor): string {
  if (isBody) {
    if (score < cutOffs[favor]) return 'below it, but taken: it fills a hole, or follows the body';
    return said === null ? 'taken for body' : `taken for body, over the rule ${said.rule}`;
  }
  if (!picked && score >= cutOffs[favor])
    return 'above it, but not taken: unsure and at an end of the body';
  if (!picked) return 'not taken for body';
  return said === null
    ? 'taken, but it stands in another article below'
    : `it would be taken, but the rule ${said.rule} counts more`;
}

/** A score or a probability, to three digits behind the point, as articles hold certainties. */
export function decimal(value: number): string {
  return String(Number(value.toFixed(3)));
}
