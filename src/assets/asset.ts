import { readFileSync } from 'node:fs';

/**
 * The folder of the package's assets: from `src/assets/` as from `dist/assets/`, where this module stays a file of
 * its own, it is two levels up.
 */
const FOLDER = new URL('../../assets/', import.meta.url);
/** The first bytes of every asset. */
const MAGIC = 'copydesk';
/** Version of the layout below; scripts/assets.mjs writes it. */
const FORMAT = 1;
/** Bytes before the header: the magic and the header's length. */
const PREFIX = 12;

/** Where a table stands in an asset: offset from the file's start and length, both in bytes. */
type Place = readonly [at: number, length: number];

interface Header {
  readonly format: number;
  readonly values: unknown;
  readonly parts: Readonly<Record<string, Place>>;
}

/** A file of tables: binary, little-endian, with a header that says what it is and which command made it. */
export interface Asset<Values> {
  /** The small values that the header holds. */
  readonly values: Values;
  /** A table of UTF-8 text. */
  readonly text: (part: string) => string;
  /** Views of a table's bytes, not copies: nobody may write to them. */
  readonly uint8: (part: string) => Uint8Array;
  readonly int8: (part: string) => Int8Array;
  readonly uint16: (part: string) => Uint16Array;
  readonly int16: (part: string) => Int16Array;
  readonly int32: (part: string) => Int32Array;
  readonly float32: (part: string) => Float32Array;
}

/**
 * Reads an asset: eight bytes of magic, the header's length (32 bits), the header in JSON, then the tables, each at a
 * multiple of eight bytes.
 * @param file path in `assets/`
 * @param command what makes the file, for the error when it is missing or of another version
 */
export function readAsset<Values>(file: string, command: string): Asset<Values> {
  const bytes = bytesOf(file, command);
  const end = PREFIX + bytes.readUInt32LE(MAGIC.length);
  const header = JSON.parse(bytes.toString('utf8', PREFIX, end)) as Header;
  if (header.format !== FORMAT) throw unusable(file, `has format ${header.format}`, command);
  const place = (part: string): Place => {
    const found = header.parts[part];
    if (!found) throw unusable(file, `has no table "${part}"`, command);
    return found;
  };
  const view = (part: string, size: number): [ArrayBuffer, number, number] => {
    const [at, length] = place(part);
    return [bytes.buffer, bytes.byteOffset + at, length / size];
  };
  return {
    values: header.values as Values,
    text: (part) => {
      const [at, length] = place(part);
      return bytes.toString('utf8', at, at + length);
    },
    uint8: (part) => new Uint8Array(...view(part, 1)),
    int8: (part) => new Int8Array(...view(part, 1)),
    uint16: (part) => new Uint16Array(...view(part, 2)),
    int16: (part) => new Int16Array(...view(part, 2)),
    int32: (part) => new Int32Array(...view(part, 4)),
    float32: (part) => new Float32Array(...view(part, 4)),
  };
}

/** The file, at a multiple of eight bytes of its buffer, as views of numbers demand. */
function bytesOf(file: string, command: string): Buffer<ArrayBuffer> {
  let read: Buffer<ArrayBuffer>;
  try {
    read = readFileSync(new URL(file, FOLDER));
  } catch (error) {
    throw unusable(file, `cannot be read (${(error as Error).message})`, command);
  }
  if (read.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw unusable(file, 'is no asset of copydesk', command);
  }
  return read.byteOffset % 8 === 0 ? read : Buffer.from(Uint8Array.from(read).buffer);
}

function unusable(file: string, why: string, command: string): Error {
  return new Error(`assets/${file} ${why}; it is made by: ${command}`);
}
