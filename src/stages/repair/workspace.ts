import { once } from '../../assets/once.ts';
import { loadModel, type Model } from '../../language-model/trigram-model.ts';
import { BlockDecoders } from './charsets/decoders.ts';
import { RunCost } from './prefilter/run-cost.ts';
import { SparseText } from './prefilter/sparse-text.ts';
import { LevelRoom } from './text/decoded-level.ts';
import { Ordinals } from './text/ordinals.ts';
import { createSurpriseScan, type SurpriseScan } from './text/surprise.ts';
import { UnitBuffer } from './text/unit-buffer.ts';

/**
 * The memory that repairing texts needs again and again, made once and passed along: some 5 MB. What is found in it
 * is overwritten by the next text (each part says by which call), so a workspace serves one text at a time; what it
 * remembers changes how fast the next text is repaired, never how.
 */
export interface Workspace {
  /** Only read, and shared with other workspaces. */
  readonly model: Model;
  readonly units: UnitBuffer;
  readonly ordinals: Ordinals;
  readonly levels: LevelRoom;
  readonly decoders: BlockDecoders;
  readonly surprise: SurpriseScan;
  readonly run: RunCost;
  readonly sparse: SparseText;
}

/** Makes a workspace; the first one unpacks the language model. */
export function createWorkspace(): Workspace {
  const model = loadModel();
  const ordinals = new Ordinals();
  return {
    model,
    units: new UnitBuffer(),
    ordinals,
    levels: new LevelRoom(ordinals),
    decoders: new BlockDecoders(),
    surprise: createSurpriseScan(model),
    run: new RunCost(model),
    sparse: new SparseText(model),
  };
}

/** The workspace of callers that have none of their own to keep: `repair()`, called text by text. */
export const sharedWorkspace = once(createWorkspace);
