import { createDeduper, WINDOW_DAYS } from '../../batch/dedupe/deduper.ts';
import { InputError } from '../../contract/errors.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { explainPair } from '../../dedupe/explain-pair.ts';
import { titleCore } from '../../dedupe/titles/title-core.ts';
import { createGramWeights } from '../../dedupe/weights/gram-weights.ts';
import { createPipeline, type Pipeline } from '../../pipeline.ts';
import { readStream, readWhole } from '../../readers/bytes/read-bytes.ts';
import { formatOf, kindOf } from '../../readers/kinds.ts';
import { printable } from '../../text/printable.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { readWeightsOption, readWindow } from '../arguments/compare-options.ts';
import { flag, text } from '../arguments/values.ts';
import type { Arguments, Context } from '../context.ts';
import { pairLines, titleLines } from './two-text.ts';

/** An article of which only what is compared is known. */
interface Known {
  readonly title: string | null;
  readonly text: string;
  readonly published: { readonly value: string } | null;
  readonly url: string | null;
  readonly site: string | null;
}

const ARTICLE = /^\s*\{[\s\S]*"schema":\s*"copydesk\.article\//;

/** `copydesk explain A B`: why two articles, as they are cleaned, are one or are not. */
export async function explainTwo(args: Arguments, context: Context): Promise<number> {
  if (flag(args, 'why')) throw new UsageError('expected one file with --why, found two');
  const titles = flag(args, 'titles');
  if (titles && text(args, 'weights') !== undefined) {
    throw new UsageError('expected --titles or --weights, found both: weights are for texts');
  }
  const windowDays = readWindow(args) ?? WINDOW_DAYS;
  const table = await readWeightsOption(args);
  const pipeline = createPipeline({ ...(await readMaking(args)), ledger: 'none' });
  const names = [text(args, 'file')!, text(args, 'other')!] as const;
  const articles: Known[] = [];
  for (const name of names) {
    try {
      articles.push(await read(name, pipeline, context));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const shown = name === '-' ? 'standard input' : name;
      context.err.write(`copydesk: ${printable(shown)}: ${printable(error.message)}\n`);
      return 2;
    }
  }
  const [a, b] = articles as [Known, Known];
  const cores = [coreOf(a), coreOf(b)] as const;
  const explanation = titles
    ? { titles: cores, ...(await compareTitles(a, b, windowDays)) }
    : {
        titles: cores,
        ...explainPair(dated(a), dated(b), createGramWeights(table), windowDays),
      };
  if (flag(args, 'json')) {
    await context.out.write(`${JSON.stringify({ files: names, ...explanation }, null, 2)}\n`);
    return 0;
  }
  const lines =
    'same' in explanation
      ? titleLines(explanation, windowDays)
      : pairLines(explanation, names, windowDays);
  await context.screen.write(`${lines.join('\n')}\n`);
  return 0;
}

/** An article that was written by `clean`, or one that is cleaned now. */
async function read(name: string, pipeline: Pipeline, { stdin }: Context): Promise<Known> {
  const bytes = name === '-' ? await readStream(stdin) : await readWhole(name);
  const content = Buffer.from(bytes).toString('utf8');
  if (ARTICLE.test(content)) return knownOf(content);
  return pipeline.clean({
    content: bytes,
    id: name,
    path: name,
    format: formatOf(kindOf(name)),
  });
}

function knownOf(content: string): Known {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw new InputError(
      'not-json',
      'expected one article as clean writes it, found several, or JSON that is broken; of rows, take one at a time',
    );
  }
  const {
    title,
    text: body,
    published,
    url,
    site,
  } = value as Partial<Record<keyof Known, unknown>>;
  if (typeof body !== 'string') {
    throw new InputError('no-text', 'expected an article with a field "text", found none');
  }
  const stringOf = (field: unknown): string | null => (typeof field === 'string' ? field : null);
  const day = stringOf((published as { value?: unknown } | null | undefined)?.value);
  return {
    title: stringOf(title),
    text: body,
    published: day === null ? null : { value: day },
    url: stringOf(url),
    site: stringOf(site),
  };
}

function dated({ text: body, published }: Known): { text: string; date: string | undefined } {
  return { text: body, date: published?.value };
}

function coreOf({ title, url, site }: Known): string {
  return titleCore(title ?? '', { url, site }).words;
}

/** What `dedupe --titles` says of the two. */
async function compareTitles(a: Known, b: Known, windowDays: number) {
  const rows = [a, b].map(({ title, url, site, published }, i) => ({
    id: String(i),
    title,
    url,
    site,
    date: published?.value,
  }));
  const results = [];
  for await (const result of createDeduper({ titles: true, windowDays }).run(rows)) {
    results.push(result);
  }
  const reason = results.find(({ duplicateOf }) => duplicateOf !== null)?.reason ?? null;
  return { same: reason !== null, reason };
}
