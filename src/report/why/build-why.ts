/** From what `explainMiss` found to the explanation that is rendered. */
import type { Why } from '../../experiment/why/explain-miss.ts';
import type { Mend } from '../../experiment/why/mend.ts';
import type { Split } from '../../experiment/why/split-miss.ts';
import { measures } from '../../measures/index.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { WhyPromise, WhyReport, WhySplit } from './why-report.ts';

/**
 * Builds the explanation.
 *
 * @param scenario the one explained
 * @param why what was found
 */
export function buildWhy(scenario: Scenario, why: Why): WhyReport {
  const { confidence, factors, misses, outcome, scenarios } = why;
  const { hash, name, summary } = scenario;
  return {
    format: 'callfloor-why',
    formatVersion: 1,
    scenario: { name, summary, hash },
    experiment: { version: outcome.version, seed: outcome.seed, runs: outcome.runs, scenarios, confidence },
    factors: [...factors],
    promises: misses.map(({ promise, whole, intervals }) => buildPromise(scenario, promise, whole, intervals)),
    mend: why.mend === null ? null : buildMend(scenario, why.mend),
  };
}

function buildPromise(scenario: Scenario, index: number, whole: Split | null, intervals: Split[]): WhyPromise {
  const { id, measure, target } = scenario.promises[index];
  const { intervalStarts } = scenario.clock;
  const covered = [...(whole?.intervals ?? []), ...intervals.flatMap((one) => one.intervals)];
  return {
    promise: index,
    id,
    unit: measures.get(measure).unit,
    target,
    whole: whole === null ? null : fieldsOf(whole),
    from: intervalStarts[Math.min(...covered)] ?? 0,
    to: intervalStarts[Math.max(...covered) + 1] ?? scenario.clock.horizonSeconds,
    intervals: intervals.map((split) => {
      const [interval] = split.intervals;
      return { interval, start: intervalStarts[interval], end: intervalStarts[interval + 1], ...fieldsOf(split) };
    }),
  };
}

function fieldsOf({ miss, parts, value }: Split): WhySplit {
  return {
    value,
    miss: { ...miss },
    parts: parts.map(({ factor, estimate }) => ({ factor, estimate: { ...estimate } })),
  };
}

function buildMend(scenario: Scenario, mend: Mend): NonNullable<WhyReport['mend']> {
  const { groups, linePools, promises, work } = scenario;
  const [worst] = [...mend.mended].sort((a, b) => room(a) - room(b));
  function room({ estimate, promise }: Mend['mended'][number]): number {
    const { sense, target } = promises[promise];
    if (estimate === null) return Number.POSITIVE_INFINITY;
    return sense === 'at-least' ? estimate.value - target : target - estimate.value;
  }
  return {
    changes: mend.changes.map(({ count, from, index, kind, to }) => ({
      kind,
      name: kind === 'agents' ? groups[index].name : linePools[index].name,
      skills: kind === 'agents' ? work.flatMap(({ name }, type) => (groups[index].speeds[type] > 0 ? [name] : [])) : [],
      count,
      from,
      to,
    })),
    hours: mend.hours,
    judgement: mend.judgement,
    runs: mend.runs,
    worst: worst.estimate === null ? null : { ...worst.estimate },
    worstPromise: worst.promise,
  };
}
