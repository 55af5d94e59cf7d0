const COLUMNS_AT_ONCE = 64;

/** Features of a document's blocks, a column each. */
export class Sheet {
  /** Number of blocks. */
  readonly rows: number;
  /** Names of the columns, in order. */
  readonly names: string[] = [];
  /** The columns, each with one value a block. */
  readonly columns: Float32Array[] = [];

  constructor(rows: number) {
    this.rows = rows;
  }

  // Columns are cut from a few large arrays, since a small one costs more to make than to fill.
  private rest = new Float32Array(0);

  /** Appends a column of zeros and gives it out to be filled. */
  add(name: string): Float32Array {
    if (this.rest.length < this.rows) this.rest = new Float32Array(this.rows * COLUMNS_AT_ONCE);
    const column = this.rest.subarray(0, this.rows);
    this.rest = this.rest.subarray(this.rows);
    this.names.push(name);
    this.columns.push(column);
    return column;
  }

  /** Appends a column that exists already. */
  put(name: string, column: Float32Array): void {
    this.names.push(name);
    this.columns.push(column);
  }
}

const BUCKET_BITS = 16;

/** Two hashes as one. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  return Math.imul(h, 0xc2b2ae35);
}

/** The bucket of a hash. */
export function bucketOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - BUCKET_BITS);
}
