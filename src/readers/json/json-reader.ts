import { splitLines } from '../lines.ts';
import { type Reader, WHOLE } from '../reader.ts';
import { jsonRows } from './json-rows.ts';
import { readRows } from './row-entries.ts';

/** Reads one JSON value: a list of objects, or an object. */
export const jsonReader: Reader = {
  split: async () => [WHOLE],
  read: (file, _split, options) =>
    readRows(file, splitLines(jsonRows(file.chunks())), {
      ...options,
      mayBeEmpty: options.everyLine,
    }),
};
