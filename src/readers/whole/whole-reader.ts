import type { Source } from '../../contract/input.ts';
import { formatOf } from '../kinds.ts';
import { type Reader, WHOLE } from '../reader.ts';
import { hasTag } from './has-tag.ts';

/** Reads inputs that are one text or page. */
export const wholeReader: Reader = {
  split: async () => [WHOLE],
  async *read(file, _split, { id, fetched }) {
    const { path, shown, kind } = file;
    const load = async (): Promise<Source> => {
      const content = await file.whole();
      // A plain text that was saved under a page's name is none.
      const format = kind === 'html' && !hasTag(content) ? 'auto' : formatOf(kind);
      return { content, format, id, path: path === null ? undefined : shown, fetched };
    };
    yield { record: null, id: null, shown, key: null, load };
  },
};
