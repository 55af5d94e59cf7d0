import { printable } from '../text/printable.ts';

/** Whoever read our output has closed the pipe: the run ends quietly. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe';
}

/** Output could not be written: the run ends with a message. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/** The command line asks for something that cannot be done; the message says what was expected. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'there is a file of that name',
  EIO: 'input/output error of the device',
  EISDIR: 'it is a folder',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'a part of the path is not a folder',
  ENOTEMPTY: 'a folder of that name is not empty',
  ENXIO: 'it is a device or a FIFO',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
};

/** The code of a system error, or `''`. */
export function systemCode(error: unknown): string {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : '';
}

/** What a system error means, in words, with control characters escaped. */
export function reason(error: unknown): string {
  const code = systemCode(error);
  const words = REASONS[code];
  if (words !== undefined) return `${words} (${code})`;
  return printable(error instanceof Error ? error.message : String(error));
}
