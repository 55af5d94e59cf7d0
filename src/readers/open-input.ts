import type { InputFile } from './inputs.ts';
import type { InputKind } from './kinds.ts';
import { readChunks, readHead, sizeOf } from './read-bytes.ts';
import type { FileFacts, OpenableFile } from './reader.ts';
import { HEAD_BYTES, peek, rowsKind } from './sniff.ts';

/**
 * Looks at an input and tells what it holds: by `from`, where that is not `auto`, by its content, then by its name. What
 * cannot be read is said when it is read.
 *
 * @param stdin where standard input is read
 */
export async function openInput(
  { path, shown, kind: byName }: InputFile,
  from: InputKind,
  stdin: AsyncIterable<Uint8Array>,
): Promise<OpenableFile> {
  if (path === null) {
    const { head, chunks } = await peek(stdin);
    const kind = from === 'auto' ? (rowsKind(head) ?? byName) : from;
    return { path, shown, kind, size: null, chunks: () => chunks };
  }
  const told = from === 'auto' ? byName : from;
  const looked = told === 'auto' ? rowsKind(await readHead(path, HEAD_BYTES)) : null;
  const kind = looked ?? told;
  return openableFile({ path, shown, kind, size: await sizeOf(path) });
}

/** A file that was looked at before, perhaps by another thread. Standard input is none. */
export function openableFile(facts: FileFacts): OpenableFile {
  const { path } = facts;
  if (path === null) throw new TypeError('expected a file with a path, found standard input');
  return { ...facts, chunks: (start, end) => readChunks(path, start, end) };
}
