import type { CleanOptions } from '../../config/options.ts';
import type { SiteSnapshot } from '../../dedupe/site-lines/site-memory.ts';
import type { FieldMap } from '../../readers/rows/fields.ts';
import type { TextFormat } from '../../writers/format-names.ts';
import type { Selection } from '../../writers/select.ts';

/** Where articles go. */
export type OutputPlan =
  /** Each to a file of its own. */
  | { readonly kind: 'files'; readonly folder: FolderPlace; readonly format: TextFormat }
  /** All to one stream, which the main thread writes. */
  | { readonly kind: 'stream'; readonly format: TextFormat }
  /** Rows to files that are put together when all is done. */
  | { readonly kind: 'parts'; readonly folder: FolderPlace }
  /** To the main thread, which decides. */
  | { readonly kind: 'outcomes' };

/** An output folder that the main thread has locked. */
export interface FolderPlace {
  /** Its real path. */
  readonly root: string;
  /** How messages call it. */
  readonly shown: string;
}

/** What a thread has to know to work: plain data, the same for all. */
export interface Setup {
  readonly making: CleanOptions;
  /** What was learnt of sites; `null` where that was not asked for. */
  readonly sites: SiteSnapshot | null;
  readonly output: OutputPlan;
  readonly fetched: string | undefined;
  /** Names of fields in rows that go by other names. */
  readonly fields: FieldMap | undefined;
  /** The fields that are written; `null` for all. */
  readonly select: Selection | null;
  /** Whether what was removed and changed is written to files of its own. */
  readonly separateLedger: boolean;
  /** Every line is a row, blank ones too. */
  readonly everyLine: boolean;
  /** Bytes of the largest article that is taken. */
  readonly maxBytes: number;
  /** Inputs that are read ahead. */
  readonly concurrency: number;
  /** Keys of the names that more than one row wants, in order; shared memory. */
  readonly contested: Float64Array;
}
