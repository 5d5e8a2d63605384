/**
 * What variance reduction is worth on the shipped scenarios: so many times the runs would make the plain interval as narrow. Beside the
 * correction for what customers brought, which the product uses, stands what drawing the busyness of the day by strata would be worth.
 */
import { loadScenario } from '../src/cli/load-scenario.ts';
import { judge } from '../src/judge/judge.ts';
import { Ledger, sumTallies } from '../src/judge/ledger.ts';
import type { Estimate } from '../src/judge/verdict.ts';
import { coMoments } from '../src/math/co-moments.ts';
import type { Tally } from '../src/measures/measure.ts';
import { expectedBrought } from '../src/plan/expected-brought.ts';
import { compile } from '../src/sim/compile.ts';
import { broughtOffset } from '../src/sim/run.ts';
import { simulate } from '../src/sim/simulate.ts';

const runs = 400;
const strata = 10;

/** Those of which 400 runs take less than half a minute. */
const names = [
  ...['hello', 'two-skills', 'few-lines', 'night-shift', 'counted-twice', 'ordinary-monday', 'launch-monday'],
  ...['outage', 'two-sites', 'bank-monday'],
];

/** Prints the table of `docs/background/certainty.md`. */
export async function measureVarianceReduction(): Promise<void> {
  console.log('| scenario, promise | figure | busyness by strata | one interval | mean of days | a day holds |');
  console.log('|---|---|---|---|---|---|');
  for (const name of names) for (const row of await measureScenario(name)) console.log(`| ${row.join(' | ')} |`);
}

async function measureScenario(name: string): Promise<string[][]> {
  const { scenario } = await loadScenario(`scenarios/${name}.yaml`, 'en');
  const center = compile(scenario, 'variance');
  const { layout } = center.plan;
  const expected = expectedBrought(scenario);
  // In the one ledger every run seems to have brought just what was expected: nothing is corrected there.
  const [plain, controlled] = [new Ledger(scenario, layout), new Ledger(scenario, layout)];
  const tallies: Tally[][] = scenario.promises.map(() => []);
  const busyness: number[] = [];
  const hours = center.plan.typeNames.map((_, type) => total(expected, type) / Math.max(1e-9, masses(type)));
  function masses(type: number): number {
    return center.sources[type].segments.reduce((sum, { mass }) => sum + mass, 0);
  }
  function total(values: Float64Array, type: number): number {
    return values
      .subarray(type * layout.intervals, (type + 1) * layout.intervals)
      .reduce((sum, value) => sum + value, 0);
  }
  for (let run = 0; run < runs; run++) {
    const record = simulate(center, run);
    controlled.add(record).promises.forEach((own, promise) => {
      tallies[promise].push(sumTallies(own));
    });
    busyness.push(
      center.sources.reduce((sum, { cumulated, segments, type }) => sum + hours[type] * cumulated[segments.length], 0),
    );
    record.data.set(expected, broughtOffset(layout, 0));
    plain.add(record);
  }
  const [before, after] = [plain, controlled].map((ledger) => judge(ledger, scenario, 0.95));
  const rows = scenario.promises.map(({ id }, i) => {
    const intervals = after[i].intervals
      .map(({ estimate }, k) => gain(before[i].intervals[k].estimate, estimate))
      .filter((one) => one !== undefined)
      .sort((a, b) => a - b);
    return [
      `${name}, ${id}`,
      show(gain(before[i].estimate, after[i].estimate)),
      show(stratified(tallies[i], busyness)),
      show(intervals[Math.floor(intervals.length / 2)]),
      show(gain(before[i].meanOfDays, after[i].meanOfDays)),
      shareCell(before[i].dayHolds, after[i].dayHolds),
    ];
  });
  if (scenario.promises.length > 1) {
    const cell = shareCell(plain.allHold.estimate(0.95), controlled.allHold.estimate(0.95));
    rows.push([`${name}, all hold`, '', '', '', '', cell]);
  }
  return rows;
}

/** The share of days, and what the correction is worth for it. */
function shareCell(before: Estimate | null, after: Estimate | null): string {
  return before === null ? '–' : `${(100 * before.value).toFixed(0)} % of days: ${show(gain(before, after))}`;
}

/** So many times the runs would make the one interval as narrow as the other; undefined where nothing varies. */
function gain(before: Estimate | null, after: Estimate | null): number | undefined {
  if (before === null || after === null || after.high === after.low) return undefined;
  const times = ((before.high - before.low) / (after.high - after.low)) ** 2;
  return before.value === 0 || before.value === 1 ? undefined : times;
}

/** Variance of the linearised ratio over that within equal strata of the busyness; undefined where either does not vary. */
function stratified(tallies: readonly Tally[], busyness: readonly number[]): number | undefined {
  if (Math.max(...busyness) - Math.min(...busyness) < 1e-9 * busyness[0]) return undefined;
  const { met, of } = sumTallies(tallies);
  const values = tallies.map((tally) => tally.met - (met / of) * tally.of);
  const order = [...busyness.keys()].sort((a, b) => busyness[a] - busyness[b]);
  const square = (runsOf: readonly number[]) =>
    coMoments(
      1,
      runsOf.map((run) => [values[run]]),
    ).products[0][0];
  const size = runs / strata;
  const within = Array.from({ length: strata }, (_, i) => square(order.slice(i * size, (i + 1) * size)));
  const inside = within.reduce((sum, one) => sum + one, 0) / (runs - strata);
  return inside > 0 ? square(order) / (runs - 1) / inside : undefined;
}

function show(times: number | undefined): string {
  return times === undefined ? '–' : times.toFixed(1);
}
