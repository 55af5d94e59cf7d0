import type { InputError } from '../../contract/errors.ts';
import type { FilePath } from '../bytes/read-bytes.ts';
import type { InputKind } from '../kinds.ts';

/** A file to be read, or standard input (`path` is `null`). */
export interface InputFile {
  readonly path: FilePath | null;
  /** The path as it was given, for messages and `source.path`. */
  readonly shown: string;
  /** The folder that `relative` starts from, as it was given; `null` for standard input. */
  readonly root: string | null;
  /** Path relative to the input folder, `/` between the parts. */
  readonly relative: string;
  /** What its name tells. */
  readonly kind: InputKind;
  /** Whether it is a FIFO, which is read once, from its start to its end. */
  readonly isPipe: boolean;
}

/** An argument or a file that cannot be an input. */
export interface InputFailure {
  readonly shown: string;
  readonly error: InputError;
}

/** What the arguments of a command stand for. */
export interface Inputs {
  readonly files: readonly InputFile[];
  readonly failures: readonly InputFailure[];
  /** Files and folders that were passed over, each with the reason. */
  readonly skipped: readonly Skipped[];
  /** Links in folders that were not followed. */
  readonly links: number;
}

/** A file or folder that was passed over. */
export interface Skipped {
  readonly shown: string;
  /** What it is, in the plural: `hidden folders`. */
  readonly reason: string;
}

/** What a way of finding inputs gives. */
export type Found = Omit<Inputs, 'links'> & { readonly links?: number };

/** Whether what an input holds can be read only once: standard input and FIFOs. */
export function isReadOnce({ path, isPipe }: InputFile): boolean {
  return path === null || isPipe;
}
