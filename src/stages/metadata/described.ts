import type { Article } from '../../contract/article.ts';
import type { Labelled } from '../label/labelled.ts';

/** The facts of an article that are not text of their own. */
export type Metadata = Pick<
  Article,
  | 'authors'
  | 'agency'
  | 'dateline'
  | 'published'
  | 'modified'
  | 'pageDate'
  | 'relativeDate'
  | 'language'
  | 'url'
  | 'site'
  | 'tags'
  | 'paywalled'
>;

/** A labelled document and all facts about the article. */
export interface Described extends Labelled {
  readonly metadata: Metadata;
}
