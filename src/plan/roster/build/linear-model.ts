/** A linear or mixed-integer model as plain data, built row by row; a thread can be sent it. */

/** Minimise cost·x with `rowLower` ≤ A·x ≤ `rowUpper`, `lower` ≤ x ≤ `upper`; A row by row. */
export interface LinearModel {
  cost: Float64Array;
  lower: Float64Array;
  upper: Float64Array;
  /** 1 where a column is whole. */
  whole: Int32Array;
  rowLower: Float64Array;
  rowUpper: Float64Array;
  /** Where each row begins in `columns` and `values`; one more than there are rows. */
  starts: Int32Array;
  columns: Int32Array;
  values: Float64Array;
}

/** An entry of a row: column and value. */
export type Term = readonly [column: number, value: number];

/** Collects columns and rows. */
export class ModelBuilder {
  readonly #columns: { cost: number; lower: number; upper: number; whole: boolean }[] = [];
  readonly #rows: { lower: number; upper: number; terms: readonly Term[] }[] = [];

  /** Adds a column; returns its index. */
  column(cost: number, lower: number, upper: number, whole = false): number {
    return this.#columns.push({ cost, lower, upper, whole }) - 1;
  }

  /** Adds to the cost of a column. */
  addCost(column: number, cost: number): void {
    this.#columns[column].cost += cost;
  }

  /** Adds a row; the terms name each column once. */
  row(lower: number, upper: number, terms: readonly Term[]): number {
    return this.#rows.push({ lower, upper, terms }) - 1;
  }

  /** The finished model. */
  build(): LinearModel {
    const columns = this.#columns;
    const rows = this.#rows;
    const starts = new Int32Array(rows.length + 1);
    rows.forEach(({ terms }, row) => {
      starts[row + 1] = starts[row] + terms.length;
    });
    const terms = rows.flatMap((row) => row.terms);
    return {
      cost: Float64Array.from(columns, ({ cost }) => cost),
      lower: Float64Array.from(columns, ({ lower }) => lower),
      upper: Float64Array.from(columns, ({ upper }) => upper),
      whole: Int32Array.from(columns, ({ whole }) => (whole ? 1 : 0)),
      rowLower: Float64Array.from(rows, ({ lower }) => lower),
      rowUpper: Float64Array.from(rows, ({ upper }) => upper),
      starts,
      columns: Int32Array.from(terms, ([column]) => column),
      values: Float64Array.from(terms, ([, value]) => value),
    };
  }
}
