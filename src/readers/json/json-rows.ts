import { InputError } from '../../contract/errors.ts';
import { reason } from '../../contract/run-errors.ts';
import { readStream } from '../read-bytes.ts';

/**
 * The objects of one JSON value, a list of objects or an object by itself, as rows of NDJSON. All of it is in memory:
 * rows one a line are read as a stream.
 *
 * @throws {InputError} when it is no JSON
 */
export async function* jsonRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const text = new TextDecoder().decode(await readStream(chunks));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const message = `expected an object or a list of objects in JSON, found none: ${reason(error)}`;
    throw new InputError('not-json', message);
  }
  for (const row of Array.isArray(value) ? value : [value]) {
    yield Buffer.from(`${JSON.stringify(row)}\n`);
  }
}
