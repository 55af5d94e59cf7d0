import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { OutputError } from '../../contract/run-errors.ts';
import { createWriter, type Writer } from '../../writers/files/stream-writer.ts';

/** Flag of a descriptor for reading and writing (Linux, O_RDWR). */
const READ_WRITE = 0o2;
/** The flags that say what a descriptor is for (Linux, O_ACCMODE). */
const ACCESS_MODE = 0o3;
const FLAGS = /^flags:\s*([0-7]+)$/m;
const PARENT = /^PPid:\s*(\d+)$/m;
const SHELLS = new Set([
  'ash',
  'bash',
  'busybox',
  'dash',
  'fish',
  'ksh',
  'mksh',
  'sh',
  'tcsh',
  'zsh',
]);

/** The one way in which data leaves by standard output; writing to one that was closed is an error. */
export function createStandardOutput(): Writer {
  const writer = createWriter(process.stdout, 'standard output');
  if (!wasClosed()) return writer;
  return {
    write(chunk) {
      if (chunk.length === 0) return Promise.resolve();
      return Promise.reject(new OutputError('cannot write to standard output: it is closed'));
    },
    flush: writer.flush,
  };
}

/**
 * Whether the process was started with standard output closed (`>&-`). Node then opens `/dev/null` in its place, for
 * reading and writing. So do programs that discard what their children print, but no shell does: the first process
 * above whose standard output is another one tells which it was. Known on Linux only.
 */
function wasClosed(): boolean {
  if (!isOpenedNull('self')) return false;
  try {
    let above = process.ppid;
    while (isOpenedNull(above)) {
      above = Number(PARENT.exec(readFileSync(`/proc/${above}/status`, 'utf8'))?.[1] ?? 0);
    }
    return SHELLS.has(basename(readlinkSync(`/proc/${above}/exe`)));
  } catch {
    return false;
  }
}

function isOpenedNull(process: number | 'self'): boolean {
  try {
    if (readlinkSync(`/proc/${process}/fd/1`) !== '/dev/null') return false;
    const flags = FLAGS.exec(readFileSync(`/proc/${process}/fdinfo/1`, 'utf8'))?.[1] ?? '0';
    return (Number.parseInt(flags, 8) & ACCESS_MODE) === READ_WRITE;
  } catch {
    return false;
  }
}
