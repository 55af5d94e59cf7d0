import { extname } from 'node:path';
import type { FilePath } from '../bytes/read-bytes.ts';
import { type InputKind, kindByName } from '../kinds.ts';
import { openInput } from '../open-input.ts';
import { isPage, kindByMagic, rowsKind } from '../sniff.ts';

/** An article of copydesk's own, as it is written to a file of its own. */
const OWN = /^\s*\{\s*"schema":\s*"copydesk\./;
/** Why JSON that is neither an article of copydesk's nor rows of articles is passed over. */
export const OTHER_JSON = 'files of JSON without a field "text" or "html"';
const TEXT_FIELD = /"(?:text|html)"\s*:/;

/**
 * Why a file in a folder is no input; `null` for one that is. A file that its ending does not tell is one where its content
 * says what it is: a page, a WARC or Parquet file. JSON is one where it has a text or page in it, else it is somebody's settings.
 *
 * @param from what the inputs are said to be: then files without an ending are taken, too
 */
export async function whyPassedOver(
  path: FilePath,
  relative: string,
  from: InputKind,
): Promise<string | null> {
  const kind = kindByName(relative);
  if (kind !== null && kind !== 'json') return null;
  const ending = extname(relative).toLowerCase();
  if (from !== 'auto' && (ending === '' || from === kind)) return null;
  const head = await headOf(path, relative);
  if (kind === 'json') return whyNoRows(head);
  if (kindByMagic(head) !== null || isPage(head)) return null;
  return ending === '' ? 'files without an ending' : `files ending in ${ending}`;
}

function whyNoRows(head: Uint8Array): string | null {
  const text = Buffer.from(head).toString('utf8');
  if (OWN.test(text)) return 'articles that copydesk wrote';
  if (rowsKind(head) === null || !TEXT_FIELD.test(text)) {
    return OTHER_JSON;
  }
  return null;
}

/** The start of what a file holds. */
async function headOf(path: FilePath, relative: string): Promise<Uint8Array> {
  const file = {
    path,
    shown: relative,
    root: null,
    relative,
    kind: 'auto',
    isPipe: false,
  } as const;
  const opened = await openInput(file, 'text', NO_STDIN);
  try {
    for await (const chunk of opened.chunks()) return chunk;
  } catch {
    // Whoever reads it will say.
  }
  return new Uint8Array();
}

const NO_STDIN: AsyncIterable<Uint8Array> = {
  async *[Symbol.asyncIterator]() {
    // Not read.
  },
};
