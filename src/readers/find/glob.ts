import { dirname, join, resolve } from 'node:path';
import { InputError } from '../../contract/errors.ts';
import type { Found, InputFile } from '../inputs.ts';
import { kindOf } from '../kinds.ts';
import { absent, isAddress } from './absent.ts';
import type { Skipped } from './folder.ts';
import type { LeaveOut } from './left-out.ts';
import { byteOrder } from './walk.ts';

const GLOB_PART = /[*?[\]{}()!]/;

/** The files that match a pattern; a failure where there is none. */
export async function readGlob(
  pattern: string,
  hidden: boolean,
  leaveOut: LeaveOut,
): Promise<Found> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  // An address may have a question mark in it.
  if (isAddress(pattern) || !isDynamicPattern(pattern)) {
    return failure(pattern, 'unreadable', absent(pattern));
  }
  const base = staticPart(pattern);
  const names = await glob(pattern, {
    expandDirectories: false,
    followSymbolicLinks: false,
    absolute: true,
    dot: hidden,
  });
  if (names.length === 0) {
    return failure(pattern, 'no-input', 'expected a pattern that matches files, found no match');
  }
  const root = resolve(base);
  const files: InputFile[] = [];
  const skipped: Skipped[] = [];
  for (const path of names.sort(byteOrder)) {
    const relative = path.slice(path.startsWith(`${root}/`) ? root.length + 1 : root.length);
    const shown = join(base, relative);
    const reason = whyLeftOut(relative, leaveOut);
    if (reason !== null) skipped.push({ shown, reason });
    else files.push({ path, shown, root: base, relative, kind: kindOf(path), isPipe: false });
  }
  return { files, failures: [], skipped };
}

/** Asks for each folder on the way, too. */
function whyLeftOut(relative: string, leaveOut: LeaveOut): string | null {
  for (let at = relative.indexOf('/'); at >= 0; at = relative.indexOf('/', at + 1)) {
    const reason = leaveOut.below(relative.slice(0, at), true);
    if (reason !== null) return reason;
  }
  return leaveOut.below(relative, false);
}

function failure(shown: string, code: 'unreadable' | 'no-input', message: string): Found {
  return { files: [], failures: [{ shown, error: new InputError(code, message) }], skipped: [] };
}

/** The folders of a pattern before its first wildcard. */
function staticPart(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => GLOB_PART.test(part));
  return first < 0
    ? dirname(pattern)
    : parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}
