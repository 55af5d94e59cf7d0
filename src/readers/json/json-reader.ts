import { type Reader, WHOLE } from '../reader.ts';
import { jsonValues } from './json-values.ts';
import { readRows } from './row-entries.ts';

/** Reads JSON: a list of objects, or an object. */
export const jsonReader: Reader = {
  split: async () => [WHOLE],
  read: (file, _split, options) =>
    readRows(file, jsonValues(file.chunks()), { ...options, mayBeEmpty: options.everyLine }),
};
