import type { Warning } from '../../contract/article.ts';
import type { Document, Labelled, Stage } from '../../document/document.ts';
import { paywalledOf } from '../../recognize/paywall.ts';
import { createVocabulary } from '../../recognize/vocabulary.ts';
import { keyOf } from '../../text/tokens.ts';
import { type Base, choiceOfModel, choiceOfRules } from './layout/choice.ts';
import { opinionOf } from './layout/prediction.ts';
import { firstVerdicts } from './line-rules/index.ts';
import { weightsFor } from './model/weights.ts';
import { createPhraseMatcher } from './phrases/index.ts';
import { createNamer } from './phrases/naive-bayes.ts';
import { withoutDropped, withPins } from './pins.ts';
import { nameFurniture } from './regions/boilerplate-names.ts';
import { type HeadContext, judgeHead } from './regions/head.ts';
import { judgeTail } from './regions/tail.ts';
import { labelSpans } from './spans.ts';
import { titleBlock } from './title/title-in-page.ts';
import { titleLine } from './title/title-in-text.ts';
import { type Judged, judge, verdict } from './verdict.ts';

// The model has learnt from whole articles: of a few lines of text each is kept unless a rule names it, and a page of
// so few is no list or shop.
const MIN_MODEL_BLOCKS = 8;
const MIN_ARTICLE_CERTAINTY = 0.25;

/** How unsure blocks are decided. */
export interface LabelOptions {
  /**
   * `precision`: less text that is not the article's; `recall`: less of it lost. Default: both count the same.
   * Cross-validated precision/recall (folds 0 and 1 of five by site) with `precision`, by default and with `recall`:
   * words of pages .954/.926, .947/.949, .938/.959; lines of whole pages' plain text .894/.836, .868/.881, .817/.908.
   */
  readonly favor?: 'precision' | 'recall';
}

/**
 * Gives every block, and every span of a line that holds several facts, its label: rules that name what a
 * line is, then the body as the best stretch of prose, then what stands above and below it.
 */
export function createLabel(options: LabelOptions = {}): Stage<Document, Labelled> {
  const phrases = createPhraseMatcher();
  const vocabulary = createVocabulary();
  const name = createNamer();
  const labelOf: Stage<Document, Labelled> = (document) => {
    const { facts, format } = document;
    const html = format === 'html';
    const language = facts.find((fact) => fact.name === 'lang')?.value;
    const first = firstVerdicts(document, phrases, vocabulary);
    const description = keyOf(
      facts.find((f) => f.name === 'og:description' || f.name === 'description')?.value ?? '',
    );
    const base = { phrases, vocabulary, language, html, description };
    const few = first.filter(({ block }) => !block.context.hidden).length < MIN_MODEL_BLOCKS;
    const choose = () => {
      if (!html && few) return choiceOfRules(first, document, base);
      const opinion = opinionOf(first, facts, html, weightsFor(html), options.favor);
      const isArticle =
        !html || few || opinion.article >= MIN_ARTICLE_CERTAINTY || paywalledOf(facts) === true;
      return isArticle ? choiceOfModel(opinion, document, base) : null;
    };
    const choice = choose();
    if (!choice) return withoutArticle(document, first, base);
    const { judged, bounds, judgeBody } = choice;
    const context: HeadContext = { ...base, ...bounds };
    const body = judgeBody(judgeHead(judged, context), context);
    const tail = judgeTail(body, bounds.bodyEnd, context);
    return labelSpans(document, nameFurniture(tail, name), context, []);
  };
  return (document) => withPins(document, labelOf(withoutDropped(document)));
}

/** A page of nothing but furniture; of a plain text, lines that no rule names are kept. */
function withoutArticle(document: Document, judged: readonly Judged[], base: Base): Labelled {
  const { html } = base;
  const title =
    (html
      ? titleBlock(judged, document.facts, judged.length)
      : titleLine(judged, Math.ceil(judged.length / 2))) ?? -1;
  const rest = judged.map((item, i) =>
    i === title
      ? item
      : judge(
          item,
          html ? verdict('other', 'no-article', 0.5) : verdict('body', 'unnamed-line', 0.4),
        ),
  );
  const kept = rest.some((item) => item.verdict?.label === 'body');
  const warning: Warning = kept
    ? {
        code: 'low-certainty',
        message: 'no running text was found; lines that no rule names were kept',
      }
    : { code: 'no-article', message: 'no running text was found' };
  return labelSpans(document, rest, { ...base, title, bodyStart: 0 }, [warning]);
}
