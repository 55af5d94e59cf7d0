import { cutLines } from '../bytes/cut-lines.ts';
import { splitLines } from '../bytes/lines.ts';
import type { Reader } from '../reader.ts';
import { readRows } from './row-entries.ts';

/** Reads objects of JSON, one a line. */
export const ndjsonReader: Reader = {
  split: cutLines,
  read(file, split, options) {
    const isPart = split.kind === 'bytes';
    const chunks = isPart ? file.chunks(split.start, split.end) : file.chunks();
    const lines = splitLines(chunks, { first: isPart ? split.first : 1 });
    return readRows(file, lines, { ...options, mayBeEmpty: isPart || options.everyLine });
  },
};
