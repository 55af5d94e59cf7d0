import * as htmlData from '../../../generated/label-html.ts';
import * as textData from '../../../generated/label-text.ts';
import { type Forest, type PackedForest, unpackForest } from './forest.ts';
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

/** A linear model as a generated file holds it. */
interface PackedLinear {
  readonly unit: number;
  readonly data: string;
}

/** Weights as a generated file holds them. */
export interface PackedWeights {
  readonly words: PackedLinear;
  readonly names: PackedLinear | null;
  readonly blocks: PackedForest;
  readonly page: PackedForest | null;
  readonly calibration: readonly number[];
}

const read: { html?: Weights; text?: Weights } = {};

/** The weights for a format, unpacked when they are first asked for. */
export function weightsFor(html: boolean): Weights {
  if (html) {
    read.html ??= unpack(htmlData.WEIGHTS);
    return read.html;
  }
  read.text ??= unpack(textData.WEIGHTS);
  return read.text;
}

/** Reads packed weights. */
function unpack(packed: PackedWeights): Weights {
  return {
    ...packed,
    words: linear(packed.words),
    names: packed.names && linear(packed.names),
    blocks: unpackForest(packed.blocks),
    page: packed.page && unpackForest(packed.page),
  };
}

function linear({ unit, data }: PackedLinear): Linear {
  return { unit, weights: new Int8Array(Buffer.from(data, 'base64')) };
}
