import type { Stage } from '../../document/document.ts';
import type { Described } from '../metadata/described.ts';
import { fragmentOf } from './fragment.ts';
import { linksOf, picturesOf } from './inline.ts';
import type { Rendered } from './rendered.ts';

/** What of a page's markup is shown. */
export interface RenderOptions {
  /** Make the sanitized fragment. */
  readonly html: boolean;
  /** Null, the default of the pipeline: in the fragment, and nowhere else. */
  readonly links: 'keep' | 'drop' | null;
  readonly images: 'keep' | 'drop';
}

/**
 * Makes the stage that adds what blocks do not hold, taken from the page's tree: links, pictures, the fragment. Each
 * is null unless asked for, and in plain text.
 */
export function createRender({ html, links, images }: RenderOptions): Stage<Described, Rendered> {
  const inFragment = { links: links ?? 'keep', images };
  return (document) => {
    const { tree } = document;
    if (tree === null) return { ...document, links: null, images: null, html: null };
    return {
      ...document,
      links: links === 'keep' ? linksOf(tree, document) : null,
      images: images === 'keep' ? picturesOf(tree, document) : null,
      html: html ? fragmentOf(tree, document, inFragment) : null,
    };
  };
}
