// Documents as the stages before the label stage leave them, kept on disk so that each step reads pages only once.

import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { deserialize, serialize } from 'node:v8';

/** Opens a file for documents; gives a function that appends one value, and closes when called without. */
export function documentSink(path) {
  const stream = createWriteStream(path);
  return async (value) => {
    if (value === undefined) {
      stream.end();
      await once(stream, 'close');
      return;
    }
    const data = serialize(value);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(data.length);
    stream.write(length);
    if (!stream.write(data)) await once(stream, 'drain');
  };
}

/** The values that documentSink wrote, in order. */
export async function* documentsOf(path) {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 22 })) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let at = 0;
    while (at + 4 <= rest.length) {
      const end = at + 4 + rest.readUInt32LE(at);
      if (end > rest.length) break;
      yield deserialize(rest.subarray(at + 4, end));
      at = end;
    }
    rest = rest.subarray(at);
  }
}
