import { InputError } from '../../contract/errors.ts';
import { LINE_LIMIT } from '../bytes/lines.ts';
import { asInputError } from '../bytes/read-bytes.ts';
import {
  type Entry,
  failedEntry,
  type OpenableFile,
  type Reader,
  type ReadOptions,
  type Split,
  WHOLE,
} from '../reader.ts';
import { Gap, gunzipMembers } from '../unpack/gunzip.ts';
import { articleRecord, mayBeArticle, recordFacts } from './article-record.ts';
import { type Parsed, WarcParser } from './parser.ts';

/** Reads the responses of WARC files and the texts of WET files. */
export const warcReader: Reader = {
  split: cutRecords,
  async *read(file, split, options) {
    const isPart = split.kind === 'bytes';
    const chunks = isPart ? file.chunks(split.start, split.end) : bytesOf(file);
    const first = isPart ? split.first : 1;
    const parser = new WarcParser({ wanted: mayBeArticle, limit: LINE_LIMIT, first });
    let empty = !(isPart || options.everyLine);
    for await (const parsed of parsedOf(chunks, parser)) {
      empty = false;
      const entry = entryOf(parsed, file, options);
      if (entry !== null) yield entry;
    }
    if (!empty) return;
    const error = new InputError('empty', 'expected WARC records, found none');
    yield failedEntry({ record: null, id: null, shown: file.shown }, error);
  },
};

/** What a file holds; of gzip each member that is whole, and gaps between them. */
function bytesOf(file: OpenableFile): AsyncIterable<Uint8Array | Gap> {
  return file.compression === 'gzip' ? gunzipMembers(file.raw()) : file.chunks();
}

async function* parsedOf(
  chunks: AsyncIterable<Uint8Array | Gap>,
  parser: WarcParser,
): AsyncGenerator<Parsed> {
  try {
    for await (const chunk of chunks) {
      yield* chunk instanceof Gap ? parser.gap(chunk.error) : parser.push(chunk);
    }
    yield* parser.end();
  } catch (error) {
    yield* parser.gap(asInputError(error));
  }
}

function entryOf(parsed: Parsed, file: OpenableFile, options: ReadOptions): Entry | null {
  if (parsed.error) {
    const shown = `${file.shown}, record ${parsed.number}`;
    const id = parsed.head?.id ?? null;
    return failedEntry({ record: parsed.number, id, shown }, parsed.error);
  }
  const { head, content } = parsed;
  const { id, number, targetUri, date } = head;
  if (content === null) {
    options.notes.skipped(`${head.type || 'untyped'} records`);
    return null;
  }
  const record = articleRecord(head, content);
  if (record.skipped !== undefined) {
    options.notes.skipped(record.skipped);
    return null;
  }
  const path = file.path === null ? undefined : file.shown;
  return {
    record: number,
    id,
    shown: `${file.shown}, record ${number}`,
    key: `${number} ${date} ${targetUri}`,
    load: () => ({
      fetched: options.fetched,
      ...recordFacts(head),
      id: id ?? `record-${number}`,
      path,
      ...record.content(),
    }),
  };
}

/** Cuts between records; a file that is damaged is not cut. */
async function cutRecords(file: OpenableFile, size: number): Promise<readonly Split[]> {
  if (file.size === null || file.size < 2 * size) return [WHOLE];
  const splits: Split[] = [];
  const parser = new WarcParser({ wanted: () => false, limit: 0 });
  let start = 0;
  let first = 1;
  for await (const { head, error } of parsedOf(file.chunks(), parser)) {
    if (error) return [WHOLE];
    if (head.offset - start < size) continue;
    splits.push({ kind: 'bytes', start, end: head.offset, first });
    start = head.offset;
    first = head.number;
  }
  splits.push({ kind: 'bytes', start, end: file.size, first });
  return splits;
}
