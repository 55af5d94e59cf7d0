import { createHash } from 'node:crypto';
import { type CleanOptions, type ResolvedOptions, resolveOptions } from './config/options.ts';
import type { Article } from './contract/article.ts';
import { InputError } from './contract/errors.ts';
import { type Input, idOf, sourceOf } from './contract/input.ts';
import type { Inline } from './document/document.ts';
import { createAssemble } from './stages/assemble/index.ts';
import { createBlocks } from './stages/blocks/index.ts';
import { createChoices } from './stages/choices/index.ts';
import { createDecode } from './stages/decode/index.ts';
import { createLabel } from './stages/label/index.ts';
import type { Described } from './stages/metadata/described.ts';
import { createMetadata } from './stages/metadata/index.ts';
import { createNormalize } from './stages/normalize/index.ts';
import { type Node, parseTree } from './stages/parse/walk.ts';
import { createRead } from './stages/read/index.ts';
import { fragmentOf } from './stages/render/fragment.ts';
import { imagesOf, linksOf } from './stages/render/inline.ts';
import { createRepairStage } from './stages/repair/stage.ts';
import { createUserRules } from './stages/rules/index.ts';
import { createUnescape } from './stages/unescape/index.ts';
import { VERSION } from './version.ts';

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
  /** Cleans many, in order; an input that fails gives a `Failure` in its place. */
  cleanAll(inputs: Iterable<Input> | AsyncIterable<Input>): AsyncIterable<Article | Failure>;
}

const CONFIG_HASH_LENGTH = 12;

/**
 * Makes a pipeline: loads tables and models once, so keep it for many inputs.
 *
 * @throws {RangeError} when an option has a value that it cannot have.
 * @example
 * const desk = createPipeline({ ledger: 'none' });
 * desk.clean('A headline\n\nA first paragraph …').title;
 */
export function createPipeline(options: CleanOptions = {}): Pipeline {
  const resolved = resolveOptions(options);
  const { ledger, favor, captions, tables, sites } = resolved;
  const config = createHash('sha256')
    .update(JSON.stringify({ version: VERSION, ...resolved }))
    .digest('hex')
    .slice(0, CONFIG_HASH_LENGTH);

  const decode = createDecode();
  const blocks = createBlocks();
  const decodeEntities = createUnescape();
  const repair = createRepairStage();
  const normalize = createNormalize();
  const read = createRead();
  const labelRead = createLabel(favor ? { favor } : {});
  const label = createUserRules(sites, (document) => labelRead(read(document)));
  const choose = createChoices({ captions, tables });
  const metadata = createMetadata();
  const assemble = createAssemble({ ledger, tool: { version: VERSION, config } });

  const clean = (input: Input): Article => {
    const decoded = decode(sourceOf(input));
    let parsed: Node | undefined;
    const tree = (): Node => {
      parsed ??= parseTree(decoded.text);
      return parsed;
    };
    const document = normalize(repair(decodeEntities(blocks(decoded))));
    const described = metadata(choose(label(document, tree)));
    const marked = decoded.format === 'html';
    const article = assemble(described, marked ? inlineOf(described, tree, resolved) : {});
    if (!resolved.html || !marked) return article;
    const shown = { links: resolved.links ?? 'keep', images: resolved.images } as const;
    return { ...article, html: fragmentOf(tree(), described, shown) };
  };

  return Object.freeze({
    config,
    clean,
    async *cleanAll(inputs: Iterable<Input> | AsyncIterable<Input>) {
      for await (const input of inputs) {
        try {
          yield clean(input);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          const { code, message } = error;
          yield { id: idOf(input), error: { code, message } };
        }
      }
    },
  });
}

function inlineOf(
  described: Described,
  tree: () => Node,
  { links, images }: Pick<ResolvedOptions, 'links' | 'images'>,
): Inline {
  return {
    ...(links === 'keep' ? { links: linksOf(tree(), described) } : {}),
    ...(images === 'keep' ? { images: imagesOf(tree(), described) } : {}),
  };
}
