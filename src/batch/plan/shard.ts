import type { FileFacts, Split } from '../../readers/reader.ts';

/** A stretch of an input, as a thread is told of it. */
export interface Piece {
  /** Number of the input among all. */
  readonly file: number;
  readonly facts: FileFacts;
  readonly split: Split;
  /** Id of the article where the input is one. */
  readonly id: string;
  /** Name of its output, without the ending. */
  readonly name: string;
  /** Folder of the output in which rows are written; `''` for the output folder itself. */
  readonly folder: string;
  /** What stands in for standard input: its bytes, the path of a copy, or `null` for a row that is too long to be kept. */
  readonly stdin?: Uint8Array | string | null;
}

/** What one thread does in one go: small inputs together, or a stretch of a large one. */
export interface Shard {
  /** Counted from 0 in the order of the inputs. */
  readonly number: number;
  readonly pieces: readonly Piece[];
  /** Bytes to be read, as far as they are known. */
  readonly bytes: number;
  /** Bytes of them that nobody knew of before: those of standard input. */
  readonly unplanned: number;
  /** Name of the file of rows that it is a part of, without the ending. */
  readonly target: string;
  /** Whether its inputs hold rows, which need names of their own. */
  readonly isRows: boolean;
}

/** How much of a shard is done, and which of its entries cannot be. */
export interface Progressed {
  /** Entries that were given, from the first on. */
  readonly entries: number;
  /** Segments that they were given in. */
  readonly segments: number;
  /** Entries (1-based) that ended a thread, and why. */
  readonly lost: readonly Lost[];
}

/** An entry that ended the thread that worked at it. */
export interface Lost {
  readonly entry: number;
  readonly code: 'timeout' | 'out-of-memory';
  readonly message: string;
}
