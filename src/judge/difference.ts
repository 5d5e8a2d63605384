/** What the judge says of two plans on the same customers: which keeps a promise better, by how much, and how surely. */
import type { MeasureKind } from '../measures/measure.ts';
import type { Estimate } from './verdict.ts';

/**
 * `alike`: the interval of the difference lies within what does not matter, on one side of 0 or about it. `better` and `worse`:
 * it does not, and lies wholly on one side of 0. `identical`: no run showed any difference.
 */
export type DifferenceJudgement = 'better' | 'worse' | 'alike' | 'identical' | 'undecided' | 'nothing-to-judge';

/** The other plan − the first, of one measure. */
export interface Difference {
  judgement: DifferenceJudgement;
  /** Null when either plan has nothing to judge. */
  estimate: Estimate | null;
  /** With customers of their own the plans would need so many times the runs; null where nothing can be said. */
  gain: number | null;
}

/** How a measure is compared. */
export interface Yardstick {
  unit: MeasureKind['unit'];
  /** More (`at-least`) or less (`at-most`) is better. */
  sense: 'at-least' | 'at-most';
  /** Differences up to here do not matter, at least 0, in the unit. */
  matters: number;
}

/** +1 where more is better, −1 where less is. */
export function goodSign({ sense }: Pick<Yardstick, 'sense'>): 1 | -1 {
  return sense === 'at-least' ? 1 : -1;
}
