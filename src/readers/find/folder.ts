import { join } from 'node:path';
import { InputError } from '../../contract/errors.ts';
import { reason } from '../../contract/run-errors.ts';
import type { Found, InputFailure, InputFile } from '../inputs.ts';
import { ENDINGS, type InputKind, kindOf } from '../kinds.ts';
import type { LeaveOut } from './left-out.ts';
import { walk } from './walk.ts';
import { whyPassedOver } from './why-passed-over.ts';

/** A file or folder that was passed over. */
export interface Skipped {
  readonly shown: string;
  /** A noun that says what it is: `a hidden folder`. */
  readonly reason: string;
}

interface FolderOptions {
  readonly leaveOut: LeaveOut;
  /** Real path of a folder that is left out. */
  readonly skip: string | undefined;
  readonly from: InputKind;
}

/** The inputs below a folder, and what was passed over. */
export async function readFolder(
  folder: string,
  { leaveOut, skip, from }: FolderOptions,
): Promise<Found> {
  const files: InputFile[] = [];
  const failures: InputFailure[] = [];
  const walked = await walk(folder, leaveOut, skip);
  const skipped = walked.skipped.map((one) => ({
    shown: join(folder, one.relative),
    reason: one.reason,
  }));
  for (const { path, relative } of walked.files) {
    const shown = join(folder, relative);
    const why = await whyPassedOver(path, relative, from);
    if (why !== null) skipped.push({ shown, reason: why });
    else {
      files.push({ path, shown, root: folder, relative, kind: kindOf(relative), isPipe: false });
    }
  }
  for (const { relative, error } of walked.failures) {
    const message = `expected a folder that can be read: ${reason(error)}`;
    const shown = join(folder, relative);
    failures.push({ shown, error: new InputError('unreadable', message) });
  }
  if (files.length === 0 && failures.length === 0) {
    const message = `expected a folder with files ending in ${ENDINGS.join(', ')}, found none`;
    failures.push({ shown: folder, error: new InputError('no-input', message) });
  }
  return { files, failures, skipped, links: walked.links };
}
