/** From a steady state to what is reported of it, with Erlang's figures where the formulas know one. No language, no rounding. */
import manifest from '../../../package.json' with { type: 'json' };
import type { SteadyOutcome } from '../../experiment/steady-state/find-steady-state.ts';
import { type HeldChange, labelOf } from '../../experiment/steady-state/hold-instant.ts';
import type { SteadyEstimate } from '../../experiment/steady-state/steady-batches.ts';
import { erlangA } from '../../math/erlang-a.ts';
import { erlangCMeasures } from '../../math/erlang-c.ts';
import type { QueueMeasures } from '../../math/queue-measures.ts';
import { erlangBeside } from '../../plan/erlang-beside.ts';
import type { ErlangInterval } from '../../plan/erlang-figures.ts';
import { serviceVariants } from '../../plan/service-variants.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { buildReport } from '../build-report.ts';
import type { LongRunChange, LongRunFigure, LongRunReport } from './long-run-report.ts';

/** As an experiment ends. */
const endings = { reached: 'decided', budget: 'max-runs', asked: 'runs-asked', stopped: 'stopped' } as const;

/**
 * Builds the report of a steady state.
 *
 * @param scenario the one whose instant was held
 * @param state what was found
 */
export function buildLongRun(scenario: Scenario, state: SteadyOutcome): LongRunReport {
  const { at, batches, confidence, contacts, ended, precision, runs, seed } = state;
  const hour = state.held.scenario;
  const beside = erlangBeside(hour);
  const whole = buildReport(
    hour,
    {
      version: manifest.version,
      seed,
      runs: batches,
      ended: endings[ended],
      judgedAfter: batches,
      total: state.total,
      squares: new Float64Array(0),
      // A batch is no day: nothing is said of days.
      verdicts: state.verdicts.map((verdict) => ({
        ...verdict,
        meanOfDays: null,
        dayHolds: null,
        weekdays: [],
        dayQuantiles: [],
        intervals: verdict.intervals.map((interval) => ({ ...interval, dayHolds: null })),
      })),
      allHold: null,
    },
    beside,
  );
  const { allHold, uncertainty, quality, tiers, settled, waits, complaints, ...kept } = whole;
  const { batchSeconds, course, fillingSeconds, inHand, lagCorrelation, runOutSeconds, runSeconds, warmUpSeconds } =
    state;
  return {
    format: 'callfloor-long-run',
    formatVersion: 1,
    at: { seconds: at, time: labelOf(scenario, at) },
    search: { ended, confidence, precision, runs, contacts },
    settling: {
      ...{ runSeconds, warmUpSeconds, runOutSeconds, fillingSeconds },
      ...{ batchSeconds, batches, lagCorrelation, inHand, course },
    },
    changes: state.held.changes.map(flatten),
    figures: state.figures.map((figure) => besideFormulas(hour, figure, beside.work[figure.work]?.intervals[0])),
    hour: kept,
  };
}

function flatten(change: HeldChange): LongRunChange {
  const { change: name } = change;
  switch (change.change) {
    case 'busyness':
      return { change: name, names: [], figure: change.cv };
    case 'recorded':
    case 'closed':
      return { change: name, names: change.work, figure: null };
    case 'shocks':
      return { change: name, names: change.names, figure: null };
    case 'learning':
      return { change: name, names: change.groups, figure: null };
    case 'promises':
      return { change: name, names: change.ids, figure: null };
    case 'moments':
      return { change: name, names: change.clocks, figure: null };
    default:
      return { change: name, names: [], figure: null };
  }
}

function besideFormulas(
  hour: Scenario,
  { estimate, group, lagCorrelation, name, promise, unit, work }: SteadyEstimate,
  interval: ErlangInterval | undefined,
): LongRunFigure {
  const orNull = (index: number) => (index < 0 ? null : index);
  const figure = {
    name,
    unit,
    work: orNull(work),
    group: orNull(group),
    promise: orNull(promise),
    estimate,
    lagCorrelation,
  };
  if (interval === undefined || interval.offered === 0) return { ...figure, erlangC: null, erlangA: null };
  const { handleSeconds, offered, patienceSeconds, ringSeconds, scheduled } = interval;
  const conversations = hour.work[work].concurrency?.handlingFactor.length ?? 1;
  const { answerWithin = 0, shortAbandon = 0, variant = '' } = hour.promises[promise] ?? {};
  const spare = Math.max(0, answerWithin - ringSeconds);
  const queue = {
    arrivalRate: offered / hour.clock.horizonSeconds,
    meanHandleSeconds: handleSeconds * conversations + ringSeconds || 1,
    agents: scheduled * conversations,
    answerWithinSeconds: spare,
    shortAbandonSeconds: Math.min(shortAbandon, spare),
  };
  const read = (measures: QueueMeasures): number | null => {
    if (!measures.stable) return null;
    const value = readFigure(measures, name, variant, ringSeconds);
    return value !== null && Number.isFinite(value) ? value : null;
  };
  return {
    ...figure,
    // Nobody leaves by Erlang C: that is its assumption and no figure.
    erlangC: name === 'abandonment' ? null : read(erlangCMeasures(queue)),
    erlangA:
      patienceSeconds === null
        ? null
        : read(erlangA({ ...queue, meanPatienceSeconds: Math.max(patienceSeconds, 1e-6) })),
  };
}

function readFigure(
  measures: QueueMeasures,
  name: SteadyEstimate['name'],
  variant: string,
  ringSeconds: number,
): number | null {
  switch (name) {
    case 'service-level':
      return variant in serviceVariants ? measures.serviceLevel[serviceVariants[variant]] : null;
    case 'wait-probability':
      return measures.waitProbability;
    case 'asa':
      return measures.asa + ringSeconds;
    case 'abandonment':
      return measures.abandonment;
    case 'queue':
      return measures.meanQueue;
    default:
      return null;
  }
}
