import { type OpenableFile, type Split, WHOLE } from '../reader.ts';
import { NEWLINE } from './ascii.ts';

/**
 * Cuts a file of lines into stretches of whole lines, about `size` bytes each. All of it is read once, to count the lines:
 * a row has the number of its line, however the file is cut.
 *
 * @throws {InputError} when it cannot be read
 */
export async function cutLines(file: OpenableFile, size: number): Promise<readonly Split[]> {
  if (file.size === null || file.size < 2 * size) return [WHOLE];
  const splits: Split[] = [];
  let start = 0;
  let first = 1;
  let lines = 0;
  let at = 0;
  for await (const chunk of file.chunks()) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      from = end + 1;
      lines += 1;
      if (at + from - start < size) continue;
      splits.push({ kind: 'bytes', start, end: at + from, first });
      start = at + from;
      first = lines + 1;
    }
    at += chunk.length;
  }
  if (at > start) splits.push({ kind: 'bytes', start, end: at, first });
  return splits;
}
