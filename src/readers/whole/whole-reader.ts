import { formatOf } from '../kinds.ts';
import { readStream, readWhole } from '../read-bytes.ts';
import { type Reader, WHOLE } from '../reader.ts';

/** Reads inputs that are one text or page. */
export const wholeReader: Reader = {
  split: async () => [WHOLE],
  async *read(file, _split, { id, fetched }) {
    const { path, shown, kind } = file;
    yield {
      record: null,
      id: null,
      shown,
      key: null,
      load: async () => ({
        content: path === null ? await readStream(file.chunks()) : await readWhole(path),
        format: formatOf(kind),
        id,
        path: path === null ? undefined : shown,
        fetched,
      }),
    };
  },
};
