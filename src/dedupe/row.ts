import type { SameReason } from './verify/decide.ts';

/** What is compared: a row of an input, or the fields of an article that matter. */
export interface DedupeRow {
  readonly id: string;
  readonly title?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly url?: string | null | undefined;
  /** Name or host of the outlet; affixes of titles are told by it. */
  readonly site?: string | null | undefined;
  /** ISO 8601; of rows without one no window of time is kept. */
  readonly date?: string | null | undefined;
}

/** Why a row belongs to its cluster. */
export type JoinReason =
  /** The same words from the first to the last. */
  | 'same-text'
  /** It and the one that is kept are alike. */
  | SameReason
  /** Not so with the one that is kept, but with others of the cluster. */
  | 'linked'
  /** The same title, without affixes. */
  | 'same-title'
  /** The title is cut off where the other goes on. */
  | 'cut-title';

/** What is said of a row. */
export interface DedupeResult {
  readonly id: string;
  /** Id of the row that the cluster keeps; its own where it stands alone. */
  readonly cluster: string;
  /** The same, or null for the row that is kept. */
  readonly duplicateOf: string | null;
  /** Null for a row that is kept. */
  readonly reason: JoinReason | null;
  /** Rows in the cluster, this one included. */
  readonly clusterSize: number;
}

/** Milliseconds of a day. */
const DAY = 24 * 60 * 60 * 1000;
/** Stands for no date: behind all days. */
export const NO_DAY = 0x7fffffff;

/** Day of a date since 1970, in UTC; `NO_DAY` where there is none that can be read. */
export function dayOf(date: string | null | undefined): number {
  const time = typeof date === 'string' ? Date.parse(date) : Number.NaN;
  return Number.isNaN(time) ? NO_DAY : Math.floor(time / DAY);
}

/** What the order of rows hangs on. */
export interface Rank {
  readonly day: number;
  /** UTF-16 units. */
  readonly length: number;
  readonly id: string;
}

/** The row to keep first: the earliest, then the longest, then by id. Does not depend on the order of the input. */
export function keptFirst(a: Rank, b: Rank): number {
  return a.day - b.day || b.length - a.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
