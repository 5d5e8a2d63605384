/**
 * Solves linear and mixed-integer models with HiGHS. No clock decides a result: a search ends by its gap or by its number of
 * nodes, so the same model gives the same solution on every machine.
 */
import * as highsModule from 'highs';
import type { LinearModel } from '../../plan/roster/build/linear-model.ts';

/** How to solve. */
export interface SolveOptions {
  /** Whole columns may be fractional: only the bound is wanted. */
  relaxed?: boolean;
  /** Relative gap at which a search ends. */
  gap?: number;
  /** Gap in the unit of the cost at which it ends. */
  absoluteGap?: number;
  /** Nodes after which it ends. */
  nodes?: number;
  /** A whole solution to begin with. */
  start?: Float64Array | null;
}

/** What was found. */
export interface Solution {
  /** Columns; null when no whole solution was found or there is none. */
  values: Float64Array | null;
  objective: number;
  /** No solution costs less. */
  bound: number;
  /** Reduced costs of a relaxed model. */
  reduced: Float64Array | null;
}

// The types describe the package's CommonJS form, in which the loader is the namespace's default.
const loadHighs = highsModule.default as unknown as typeof highsModule.default.default;
let loaded: ReturnType<typeof loadHighs> | undefined;

/** Solves a model in this thread. */
export async function solveModel(model: LinearModel, options: SolveOptions): Promise<Solution> {
  loaded ??= loadHighs();
  const highs = await loaded;
  const numCols = model.cost.length;
  const numRows = model.rowLower.length;
  const solver = highs.createModel({
    numCols,
    numRows,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: model.starts,
      indices: model.columns,
      values: model.values,
    },
    ...(options.relaxed ? {} : { integrality: model.whole }),
  });
  try {
    solver.options.set({ output_flag: false });
    if (!options.relaxed) {
      solver.options.set({
        mip_rel_gap: options.gap ?? 1e-4,
        mip_abs_gap: options.absoluteGap ?? 1e-6,
        mip_max_nodes: options.nodes ?? 2000,
      });
      if (options.start) solver.setSolution({ colValue: options.start });
    }
    solver.run();
    const status = solver.getModelStatus();
    const { modelStatus } = highs.constants;
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
      return { values: null, objective: Number.POSITIVE_INFINITY, bound: Number.POSITIVE_INFINITY, reduced: null };
    }
    const objective = Number(solver.info.get('objective_function_value'));
    if (options.relaxed) {
      const { colDual, colValue } = solver.getSolution();
      return { values: colValue, objective, bound: objective, reduced: colDual };
    }
    const feasible = Number(solver.info.get('primal_solution_status')) === 2;
    return {
      values: feasible ? solver.getSolution().colValue : null,
      objective,
      bound: Number(solver.info.get('mip_dual_bound')),
      reduced: null,
    };
  } finally {
    solver.dispose();
  }
}
