import { createHash } from 'node:crypto';
import { type CleanOptions, type ResolvedOptions, resolveOptions } from './config/options.ts';
import type { Article } from './contract/article.ts';
import { describe } from './contract/errors.ts';
import type { Input } from './contract/input.ts';
import { idOf, sourceOf } from './contract/read-input.ts';
import { checkInputs, type Inputs, type PendingInput, settled } from './contract/settle.ts';
import type { SiteMemory } from './dedupe/site-lines/site-memory.ts';
import { StageList } from './stage-list.ts';
import { createAssemble } from './stages/assemble/index.ts';
import { createBlocks } from './stages/blocks/index.ts';
import { createChoices } from './stages/choices/index.ts';
import { createCut } from './stages/cut/index.ts';
import { createDecode } from './stages/decode/index.ts';
import { createJoin } from './stages/join/index.ts';
import { createLabel } from './stages/label/index.ts';
import { createMetadata } from './stages/metadata/index.ts';
import { createNormalize } from './stages/normalize/index.ts';
import { createParse } from './stages/parse/index.ts';
import { createPart } from './stages/part/index.ts';
import { createRead } from './stages/read/index.ts';
import { createRender } from './stages/render/index.ts';
import { createRepairStage } from './stages/repair/stage.ts';
import { createUserRules } from './stages/rules/index.ts';
import { createSiteTemplates } from './stages/site-lines/index.ts';
import { createUnescape } from './stages/unescape/index.ts';
import { VERSION } from './version.ts';

/**
 * The way from bytes to an article: each stage is a pure function from what the one before it gives to what the next
 * one takes. The types that flow stand in `document/document.ts` and, from `read` on, in the folders of the stages that give them.
 */
function stagesOf(options: ResolvedOptions, config: string, memory: SiteMemory | null) {
  const { ledger, favor, captions, tables, links, images, html, sites } = options;
  const tool = { version: VERSION, config };
  return StageList.of('decode', createDecode())
    .next('parse', createParse())
    .next('blocks', createBlocks())
    .next('unescape', createUnescape())
    .next('repair', createRepairStage())
    .next('normalize', createNormalize())
    .next('rules', createUserRules(sites))
    .next('cut', createCut())
    .next('read', createRead(memory))
    .next('label', createLabel(favor ? { favor } : {}))
    .next('site-lines', createSiteTemplates())
    .next('choices', createChoices({ captions, tables }))
    .next('metadata', createMetadata())
    .next('part', createPart())
    .next('render', createRender({ html, links, images }))
    .next('join', createJoin())
    .next('assemble', createAssemble({ ledger, tool }));
}

/** What each stage gives, by the stage's name: `Flow['label']` is a labelled document. */
export type Flow =
  ReturnType<typeof stagesOf> extends StageList<infer _I, infer _O, infer F> ? F : never;

/** An input that no article could be made of. */
export interface Failure {
  readonly id: string;
  readonly error: { readonly code: string; readonly message: string };
}

/** A configured, frozen list of stages. */
export interface Pipeline {
  /** Short hash of the resolved configuration; stands in `tool.config`. */
  readonly config: string;
  /** Cleans one input. @throws {InputError} when no article can be made of it. */
  clean(input: Input): Article;
  /**
   * Cleans many, in order; an input that fails gives a `Failure` in its place. Inputs, or their contents, may be promises,
   * contents may be streams of Node or the web. An input without an id is called by its number, from 1.
   *
   * @throws {InputError} when `inputs` are no list and no stream of inputs.
   */
  cleanAll(inputs: Inputs): AsyncGenerator<Article | Failure>;
  /**
   * Runs the stages up to one of them and gives what flows there: for looking, as `copydesk explain` does. What flows
   * between the stages may change with any version.
   *
   * @throws {InputError} as `clean` does.
   * @example
   * desk.trace(page, 'label').blocks.map(({ spans, copy }) => [spans[0].label, copy.text]);
   */
  trace<Name extends keyof Flow & string>(input: Input, until: Name): Flow[Name];
}

/** Hexadecimal digits: 48 bits, enough to tell apart the configurations that one user has. */
const CONFIG_HASH_LENGTH = 12;

/**
 * Makes a pipeline: loads tables and models once, so keep it for many inputs.
 *
 * @param siteMemory what was learnt of sites (`learnDocument`); the label stage knows what they repeat, and it
 *   is taken out of the body. Default none.
 * @throws {RangeError} when an option has a value that it cannot have.
 * @example
 * const desk = createPipeline({ ledger: 'none' });
 * desk.clean('A headline\n\nA first paragraph …').title;
 */
export function createPipeline(
  options: CleanOptions | null = {},
  siteMemory?: SiteMemory,
): Pipeline {
  const resolved = resolveOptions(options);
  const config = hashOf(resolved);
  const stages = stagesOf(resolved, config, siteMemory ?? null);
  const clean = (input: Input): Article => stages.run(sourceOf(input));
  return Object.freeze({
    config,
    clean,
    cleanAll(inputs: Inputs) {
      checkInputs(inputs);
      return cleanEach(inputs, (input, id) => stages.run(sourceOf(input, id)));
    },
    trace: <Name extends keyof Flow & string>(input: Input, until: Name) =>
      stages.until(until, sourceOf(input)),
  });
}

function hashOf(options: ResolvedOptions): string {
  return createHash('sha256')
    .update(JSON.stringify({ version: VERSION, ...options }))
    .digest('hex')
    .slice(0, CONFIG_HASH_LENGTH);
}

async function* cleanEach(
  inputs: Inputs,
  clean: (input: Input, id: string) => Article,
): AsyncGenerator<Article | Failure> {
  let number = 0;
  const next = async (pending: PendingInput): Promise<Article | Failure> => {
    number += 1;
    const id = String(number);
    let known: unknown = pending;
    try {
      const input = await settled(pending);
      known = input;
      return clean(input, id);
    } catch (error) {
      return { id: idOf(known, id), error: describe(error) };
    }
  };
  if (Symbol.asyncIterator in inputs) {
    for await (const pending of inputs) yield await next(pending);
    return;
  }
  // Not `for await`, which ends at the first promise that is rejected.
  for (const pending of inputs) yield await next(pending);
}
