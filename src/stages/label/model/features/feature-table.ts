/** Columns that are cut from one array; changes nothing but the number of allocations. Set by hand. */
const COLUMNS_AT_ONCE = 64;

/** Features of a document's blocks, a column each. */
export class FeatureTable {
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

  /** The column of a name; it must have been added. */
  column(name: string): Float32Array {
    return this.columns[this.names.indexOf(name)]!;
  }

  /** Appends a column that exists already. */
  put(name: string, column: Float32Array): void {
    this.names.push(name);
    this.columns.push(column);
  }
}
