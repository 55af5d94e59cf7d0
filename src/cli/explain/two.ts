import { gramWeightTable } from '../../assets/gram-weights.ts';
import { WINDOW_DAYS } from '../../batch/dedupe/deduper.ts';
import { InputError } from '../../contract/errors.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { explainPair, type PairExplanation } from '../../dedupe/explain-pair.ts';
import { titleCore } from '../../dedupe/titles/title-core.ts';
import { createGramWeights } from '../../dedupe/weights/gram-weights.ts';
import { createPipeline, type Pipeline } from '../../pipeline.ts';
import { formatOf, kindOf } from '../../readers/kinds.ts';
import { readWhole } from '../../readers/read-bytes.ts';
import { excerpt, printable } from '../../text/printable.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { flag, text } from '../arguments/values.ts';
import type { Arguments, Context } from '../context.ts';

/** An article of which only what is compared is known. */
interface Known {
  readonly title: string | null;
  readonly text: string;
  readonly published: { readonly value: string } | null;
  readonly url: string | null;
  readonly site: string | null;
}

const SAYS: Readonly<Record<PairExplanation['verdict']['reason'], string>> = {
  'same-text': 'they have the same words',
  'same-lead': 'both begin alike, and enough of the smaller one is shared',
  extended: 'one begins as the other does further down, and most of the smaller one is shared',
  contained: 'nearly all of one stands in the other, and is much of it',
  'other-facts':
    'numbers or names differ where the words around them are the same: a template, filled in anew',
  'other-text': 'too little is shared',
  'other-time': `more than ${WINDOW_DAYS} days lie between them`,
};
/** Lines of each kind that are shown. Set by hand. */
const MOST_SHOWN = 5;
const ARTICLE = /^\s*\{[\s\S]*"schema":\s*"copydesk\.article\//;
/** Percent of the whole. */
const PERCENT = 100;

/** `copydesk explain A B`: why two articles, as they are cleaned, are one or are not. */
export async function explainTwo(args: Arguments, context: Context): Promise<number> {
  if (flag(args, 'why')) throw new UsageError('expected one file with --why, found two');
  const pipeline = createPipeline({ ...(await readMaking(args)), ledger: 'none' });
  const names = [text(args, 'file')!, text(args, 'other')!] as const;
  const articles: Known[] = [];
  for (const name of names) {
    try {
      articles.push(await read(name, pipeline));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      context.err.write(`copydesk: ${printable(name)}: ${printable(error.message)}\n`);
      return 2;
    }
  }
  const [a, b] = articles as [Known, Known];
  const weights = createGramWeights(gramWeightTable());
  const dated = ({ text: body, published }: Known) => ({ text: body, date: published?.value });
  const explanation = explainPair(dated(a), dated(b), weights, WINDOW_DAYS);
  await context.out.write(`${linesOf(explanation, a, b, names).join('\n')}\n`);
  return 0;
}

/** An article that was written by `clean`, or one that is cleaned now. */
async function read(name: string, pipeline: Pipeline): Promise<Known> {
  const bytes = await readWhole(name);
  const content = Buffer.from(bytes).toString('utf8');
  if (ARTICLE.test(content)) return JSON.parse(content) as Known;
  return pipeline.clean({
    content: bytes,
    id: name,
    path: name,
    format: formatOf(kindOf(name)),
  });
}

function linesOf(
  { verdict, overlap, facts, differing, onlyInA, onlyInB }: PairExplanation,
  a: Known,
  b: Known,
  [nameA, nameB]: readonly [string, string],
): string[] {
  const { numbers, names } = facts;
  const [coreA, coreB] = [a, b].map(
    ({ title, url, site }) => titleCore(title ?? '', { url, site }).words,
  );
  const titles =
    coreA === '' || coreB === '' ? 'not known of both' : coreA === coreB ? 'the same' : 'others';
  return [
    `${verdict.same ? 'one article' : 'two articles'}: ${SAYS[verdict.reason]} [${verdict.reason}]`,
    `  shared   ${percent(overlap.containment)} of the smaller one, ${percent(overlap.coverage)} of the larger one, by weight`,
    `  leads    ${percent(overlap.lead)} and ${percent(overlap.otherLead)} stand in the other's first sentences`,
    `  numbers  ${numbers.agree} agree, ${numbers.differ} differ`,
    `  names    ${names.agree} agree, ${names.differ} differ`,
    `  titles   ${titles}`,
    ...shown(differing, ([x, y]) => `  differ   ${excerpt(x)} | ${excerpt(y)}`),
    ...shown(onlyInA, (line) => `  only in ${printable(nameA)}: ${excerpt(line)}`),
    ...shown(onlyInB, (line) => `  only in ${printable(nameB)}: ${excerpt(line)}`),
  ];
}

function shown<T>(list: readonly T[], show: (item: T) => string): string[] {
  const lines = list.slice(0, MOST_SHOWN).map(show);
  const more = list.length - lines.length;
  return more > 0 ? [...lines, `  … and ${more} more`] : lines;
}

function percent(share: number): string {
  return `${Math.round(share * PERCENT)} %`;
}
