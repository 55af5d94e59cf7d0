import { readBodyModel } from '../../../assets/body-model.ts';
import { once } from '../../../assets/once.ts';
import { type Forest, unpackForest } from './forest.ts';
import type { Linear } from './word-scores.ts';

/** Everything learnt for one format. */
export interface Weights {
  readonly words: Linear;
  /** Null in plain text. */
  readonly names: Linear | null;
  /** Tells the article's blocks. */
  readonly blocks: Forest;
  /** Tells pages without an article; null in plain text. */
  readonly page: Forest | null;
  /** Share of body among blocks whose score lies around each twentieth from 0 to 1. */
  readonly calibration: readonly number[];
}

const ofPages = once(() => weightsOf('html'));
const ofTexts = once(() => weightsOf('text'));

/** The weights for a format, unpacked when they are first asked for. */
export function weightsFor(html: boolean): Weights {
  return html ? ofPages() : ofTexts();
}

function weightsOf(format: 'html' | 'text'): Weights {
  const { words, names, blocks, page, calibration } = readBodyModel(format);
  return {
    words,
    names,
    blocks: unpackForest(blocks),
    page: page && unpackForest(page),
    calibration,
  };
}
