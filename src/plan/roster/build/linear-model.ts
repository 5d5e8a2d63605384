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

/** A part of a model, and which of the whole's columns it has. */
export interface ModelPart {
  model: LinearModel;
  columns: number[];
}

/**
 * What is left of a model to decide once all of `decided` are fixed, as far as `open` columns are concerned: those columns, the rows
 * that they are in, and whatever else stands in these rows, and so on.
 *
 * A row of whole columns alone (a budget) is short by what is fixed in it. What is only expected there (`isExpected`), and so not whole, counts
 * in whole multiples of its largest term, since an open column could otherwise never take its part of a budget.
 *
 * @param open columns to decide
 * @param fixed value of a column that is not to be decided here; null where it is
 * @param isExpected whether a fixed value may still change
 */
export function partOf(
  model: LinearModel,
  open: readonly number[],
  fixed: (column: number) => number | null,
  isExpected: (column: number) => boolean,
): ModelPart {
  const { columns, rowUpper, starts, values } = model;
  const rowsOf = rowsByColumn(model);
  const place = new Map<number, number>();
  const rows = new Set<number>();
  const todo = [...open];
  for (const column of open) place.set(column, place.size);
  for (let column = todo.pop(); column !== undefined; column = todo.pop()) {
    for (const row of rowsOf[column]) {
      if (rows.has(row)) continue;
      rows.add(row);
      for (let i = starts[row]; i < starts[row + 1]; i++) {
        const other = columns[i];
        if (place.has(other) || fixed(other) !== null) continue;
        place.set(other, place.size);
        todo.push(other);
      }
    }
  }
  const builder = new ModelBuilder();
  const kept = [...place.keys()];
  for (const column of kept) {
    builder.column(model.cost[column], model.lower[column], model.upper[column], model.whole[column] === 1);
  }
  for (const row of [...rows].sort((a, b) => a - b)) {
    let taken = 0;
    let expected = 0;
    let largest = 0;
    let isBudget = true;
    const terms: Term[] = [];
    for (let i = starts[row]; i < starts[row + 1]; i++) {
      const own = place.get(columns[i]);
      if (model.whole[columns[i]] === 0) isBudget = false;
      if (own !== undefined) terms.push([own, values[i]]);
      else {
        const part = values[i] * (fixed(columns[i]) ?? 0);
        taken += part;
        if (!isExpected(columns[i])) continue;
        expected += part;
        largest = Math.max(largest, values[i]);
      }
    }
    if (isBudget && largest > 0) taken -= expected % largest;
    builder.row(model.rowLower[row] - taken, rowUpper[row] - taken, terms);
  }
  return { model: builder.build(), columns: kept };
}

function rowsByColumn({ columns, cost, starts }: LinearModel): number[][] {
  const rows = Array.from(cost, (): number[] => []);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let i = starts[row]; i < starts[row + 1]; i++) rows[columns[i]].push(row);
  }
  return rows;
}
