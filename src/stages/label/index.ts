import type { Warning } from '../../contract/article.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import type { LabelledBlock, Stage } from '../../document/document.ts';
import type { Layout } from '../../document/layout.ts';
import { verdict } from '../../document/verdict.ts';
import { createNamer, type Namer } from '../../recognize/phrases/naive-bayes.ts';
import type { Read } from '../read/index.ts';
import { doubtWarnings } from './doubts.ts';
import { type Labelled, layoutOfLabels } from './labelled.ts';
import { type LabelledLine, labelIfOpen } from './labelled-line.ts';
import { isConsentWall } from './layout/consent-wall.ts';
import { isExcerpts } from './layout/excerpts.ts';
import { layoutOf } from './layout/index.ts';
import { acceptModel, rejectByModel, restoreBody } from './layout/overrule.ts';
import { type Prediction, predictByModel, predictFewLines } from './layout/prediction.ts';
import { byLineRules } from './line-rules/index.ts';
import type { Favor } from './model/cut-off.ts';
import { withoutDropped, withPins } from './pins.ts';
import { labelBody } from './regions/body.ts';
import { nameBoilerplate } from './regions/boilerplate-names.ts';
import { labelCaptions } from './regions/captions.ts';
import type { RegionContext } from './regions/context.ts';
import { labelHead } from './regions/head.ts';
import { labelTail } from './regions/tail.ts';
import { type Spanned, spansOfLines } from './spans.ts';
import { withTitle } from './title/index.ts';
import { type SaidTitles, saidTitles, titleBlock } from './title/title-in-page.ts';
import { titleInText } from './title/title-in-text.ts';

// The model has learnt from whole articles: of a few lines of text each is kept unless a rule names it, and a page of
// so few is no list or shop.
export const MIN_MODEL_LINES = 8;
/** Below this probability of an article a page has none (set by hand on the open benchmark's pages without one). */
export const MIN_ARTICLE_CERTAINTY = 0.25;

const GUESSED_TITLE: Warning = {
  code: 'low-certainty',
  message: 'no line is like a title; the first short line was taken',
};

/** How unsure lines are decided. */
export interface LabelOptions {
  /**
   * `precision`: less text that is not the article's; `recall`: less of it lost. Default: both count the same.
   * Cross-validated precision/recall (folds 0 and 1 of five by site) with `precision`, by default and with `recall`:
   * words of pages .956/.930, .949/.951, .939/.956; lines of whole pages' plain text .926/.824, .895/.877, .850/.899.
   */
  readonly favor?: 'precision' | 'recall';
}

/**
 * Makes the stage that gives every block, and every span of a line that holds several facts, its label, and that
 * decides where title and body stand: rules that name what a line is, then the model's prediction, the layout, and the
 * regions around title and body in the light of it.
 */
export function createLabel(options: LabelOptions = {}): Stage<Read, Labelled> {
  const favor = options.favor ?? 'balanced';
  const name = createNamer();
  return (read) => {
    const { shown, ruled, said } = ruledOf(read);
    const prediction = predict(ruled, shown, said, favor);
    const isWall = said !== null && isConsentWall(prediction, name);
    const isList = said !== null && isExcerpts(prediction);
    const article = isWall || isList ? null : articleOf(prediction, shown, said, name);
    // Where no block does, all that looked like body is the title.
    const spanned = article?.blocks.some(holdsBody)
      ? article
      : withoutArticle(ruled, shown, said, isWall ? 'cookie-consent' : 'other');
    const titled = withTitle(read, withPins(read, spanned));
    return { ...read, ...titled, layout: layoutOfLabels(titled.blocks) };
  };
}

/** A document when the rules that look at one line alone have spoken, before the model is asked. */
export interface Ruled {
  /** Without the blocks that the user's rules drop as a whole. */
  readonly shown: Read;
  /** One a line of `shown`. */
  readonly ruled: readonly LabelledLine[];
  /** What the page says of its title; null in plain text. */
  readonly said: SaidTitles | null;
}

/** Asks the rules that look at one line alone, and reads what the page says of its title. */
export function ruledOf(read: Read): Ruled {
  const shown = withoutDropped(read);
  const ruled = byLineRules(shown.lines, read.format === 'html');
  return { shown, ruled, said: read.format === 'html' ? saidTitles(ruled, read.page) : null };
}

/** Whether a span of a block is body. */
function holdsBody({ spans }: LabelledBlock): boolean {
  return spans.some(({ label }) => label === 'body');
}

/** The labels of a document that holds an article; null when none is found. */
function articleOf(
  prediction: Prediction,
  read: Read,
  said: SaidTitles | null,
  name: Namer,
): Spanned | null {
  if (!prediction.range) return null;
  const layout = layoutOf(prediction, prediction.range, said, sentTitles(read));
  const context = contextOf(read, layout, prediction.isBody);
  const head = labelHead(prediction.lines, context);
  const body = bodyOf(head, prediction, context);
  const named = nameBoilerplate(labelTail(body, layout.bodyEnd), name);
  const guess = layout.isTitleGuess ? [GUESSED_TITLE] : [];
  const warnings = [...read.warnings, ...guess, ...doubtWarnings(read, prediction)];
  return { ...spansOfLines(named, context), warnings };
}

/** Which lines are likely the body; of a document that holds no article, without a range. */
export function predict(
  ruled: readonly LabelledLine[],
  read: Read,
  said: SaidTitles | null,
  favor: Favor,
): Prediction {
  const shown = ruled.filter(({ line }) => !line.block.context.hidden).length;
  const few = shown < MIN_MODEL_LINES;
  if (few && !said) return predictFewLines(ruled, read);
  const prediction = predictByModel(ruled, read, said, favor);
  const { article } = prediction;
  const isArticle = few || article >= MIN_ARTICLE_CERTAINTY || read.page.paywalled === true;
  return isArticle ? prediction : { ...prediction, range: null };
}

function bodyOf(
  head: readonly LabelledLine[],
  prediction: Prediction,
  context: RegionContext,
): readonly LabelledLine[] {
  if (!prediction.byModel) return labelCaptions(labelBody(head, context), context);
  const body = labelBody(rejectByModel(head, prediction, context), context);
  return restoreBody(labelCaptions(acceptModel(body, prediction), context), prediction);
}

function contextOf(
  { format, page, reading }: Read,
  { title, bodyStart, bodyEnd }: Layout,
  isBody: readonly boolean[],
): RegionContext {
  const { description } = page;
  return { html: format === 'html', description, reading, title, bodyStart, bodyEnd, isBody };
}

/** The titles that the sender of the input states. */
function sentTitles({ page }: Read): string[] {
  return page.named('stated:title').map(({ value }) => value);
}

/**
 * A page of nothing but boilerplate; of a plain text, lines that no rule names are kept.
 *
 * @param label what lines of a page are that no rule names
 */
function withoutArticle(
  ruled: readonly LabelledLine[],
  read: Read,
  said: SaidTitles | null,
  label: RemovedLabel,
): Spanned {
  const none = ruled.map(() => false);
  const title = said
    ? (titleBlock(ruled, said, ruled.length) ?? -1)
    : titleInText(ruled, none, sentTitles(read)).index;
  const rest = said ? verdict(label, 'no-article') : verdict('body', 'unnamed-line');
  const lines = ruled.map((item, i) => (i === title ? item : labelIfOpen(item, rest)));
  const kept = lines.some((item) => item.verdict?.label === 'body');
  const warning: Warning = kept
    ? {
        code: 'low-certainty',
        message: 'no running text was found; lines that no rule names were kept',
      }
    : { code: 'no-article', message: 'no running text was found' };
  const context = contextOf(read, { title, bodyStart: 0, bodyEnd: lines.length }, none);
  return { ...spansOfLines(lines, context), warnings: [...read.warnings, warning] };
}
