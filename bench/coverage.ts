/**
 * How often every interval and verdict is wrong, over repeated experiments of the engine on days whose expectations are computed
 * exactly: `npm run coverage` prints the table of `docs/background/certainty.md`, and ends with 1 where a claim lies outside the 99.9 %
 * range of what it promises. `--experiments 2000` unless given; `--part` does one.
 */
import { parseArgs } from 'node:util';
import { Claims, type Experiments } from './coverage/claims.ts';
import { tryCauses, tryChangesOfStaff, tryComparisons } from './coverage/comparisons.ts';
import { tryBusyDays, trySeveralDays, trySinglePlans } from './coverage/plans.ts';
import { tryFreshDays, tryProportions } from './coverage/shares.ts';
import { trySteadyStates } from './coverage/steady-states.ts';
import { tryUncertainInputs } from './coverage/uncertain-inputs.ts';

const { values } = parseArgs({
  options: { experiments: { type: 'string', default: '2000' }, part: { type: 'string' } },
});
const count = Number(values.experiments);
if (!(Number.isInteger(count) && count >= 1)) {
  throw new RangeError(`experiments: expected a whole number of at least 1, got ${values.experiments}`);
}

const parts: Record<string, (claims: Claims, experiments: Experiments) => void | Promise<void>> = {
  'single-plans': trySinglePlans,
  'busy-days': tryBusyDays,
  'several-days': trySeveralDays,
  comparisons: tryComparisons,
  changes: tryChangesOfStaff,
  causes: tryCauses,
  'fresh-days': tryFreshDays,
  proportions: tryProportions,
  'steady-states': trySteadyStates,
  'uncertain-inputs': tryUncertainInputs,
};
const chosen = Object.keys(parts).filter((name) => values.part === undefined || values.part === name);
if (chosen.length === 0) throw new RangeError(`part: expected one of ${Object.keys(parts).join(', ')}`);
console.log('| claim | wrong | 95 % interval of that | promised | outside |\n|---|---|---|---|---|');
for (const name of chosen) {
  const claims = new Claims();
  await parts[name](claims, { count, runs: 100 });
  for (const { row, isKept } of claims.rows()) {
    console.log(row);
    if (!isKept) process.exitCode = 1;
  }
}
