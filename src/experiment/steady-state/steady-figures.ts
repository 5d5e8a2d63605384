/** What a long run shows of every type of work and every group, beside what the scenario promises. */
import { channels } from '../../kinds/channels/index.ts';
import { measures } from '../../measures/index.ts';
import { wholeScope } from '../../measures/interval-tallies.ts';
import type { MeasureKind, MeasureScope, Tally } from '../../measures/measure.ts';
import { sumContacts } from '../../measures/sum-columns.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { groupOffset, queueOffset, type RunLayout, type RunRecord } from '../../sim/run.ts';

/** The figures, in the order in which they are shown. */
export const steadyFigureNames = [
  'service-level',
  'wait-probability',
  'asa',
  'abandonment',
  'blocking',
  'queue',
  'aht',
  'first-contact-resolution',
  'occupancy',
] as const;
export type SteadyFigureName = (typeof steadyFigureNames)[number];

/** One figure to be estimated. */
export interface SteadyFigure {
  name: SteadyFigureName;
  unit: MeasureKind['unit'];
  /** By index: the type or the group that it speaks of; the other is −1. */
  work: number;
  group: number;
  /** Index of the promise whose time and definition a service level takes; else −1. */
  promise: number;
  tally(record: RunRecord, intervals: readonly number[]): Tally;
}

/**
 * The figures of a held instant: of work that is open, as far as they say anything of it, and of every group.
 *
 * @param held from `holdInstant`
 * @param layout of the records that will be read; its thresholds are those of the promises
 * @param intervalSeconds the length of their intervals
 */
export function steadyFigures(held: Scenario, layout: RunLayout, intervalSeconds: number): SteadyFigure[] {
  const byWork = held.work.flatMap(({ hours }, type) =>
    hours.length === 0 ? [] : figuresOfWork(held, layout, intervalSeconds, type),
  );
  const byGroup = held.groups.flatMap((_, group) => figuresOfGroup(layout, group));
  return [...byWork, ...byGroup];
}

/**
 * What is in the centre, waiting or with an agent: the seconds of it over some intervals, and how long these are.
 *
 * @param intervalSeconds the length of an interval
 */
export function inHand({ data, layout }: RunRecord, intervals: readonly number[], intervalSeconds: number): Tally {
  const columns = [
    ...Array.from({ length: layout.types }, (_, type) => queueOffset(layout, type, 'queueSeconds')),
    ...Array.from({ length: layout.groups }, (_, group) => groupOffset(layout, group, 'handling')),
  ];
  const met = columns.reduce((sum, at) => intervals.reduce((total, i) => total + data[at + i], sum), 0);
  return { met, of: intervals.length * intervalSeconds };
}

function figuresOfWork(held: Scenario, layout: RunLayout, intervalSeconds: number, type: number): SteadyFigure[] {
  const work = held.work[type];
  const whole: MeasureScope = { ...wholeScope(layout), work: [type], groups: [] };
  const scope = (intervals: readonly number[], variant = ''): MeasureScope => ({ ...whole, intervals, variant });
  const figure = (name: SteadyFigureName, unit: MeasureKind['unit'], tally: SteadyFigure['tally'], promise = -1) => ({
    ...{ name, unit, work: type, group: -1, promise, tally },
  });
  const measured = (name: SteadyFigureName, variant?: string): SteadyFigure => {
    const kind = measures.get(name);
    return figure(name, kind.unit, (record, intervals) =>
      kind.tally(record, scope(intervals, variant ?? kind.variants[0])),
    );
  };
  const figures: SteadyFigure[] = [];
  const promise = held.promises.findIndex((one) => one.measure === 'answered-within' && one.work.includes(type));
  if (promise >= 0) {
    const { answerWithin, shortAbandon, variant } = held.promises[promise];
    const kind = measures.get('answered-within');
    const threshold = layout.thresholds.indexOf(answerWithin);
    const shortThreshold = layout.thresholds.indexOf(shortAbandon);
    figures.push(
      figure(
        'service-level',
        'fraction',
        (record, intervals) => kind.tally(record, { ...scope(intervals, variant), threshold, shortThreshold }),
        promise,
      ),
    );
  }
  const queuing = (record: RunRecord, intervals: readonly number[]): Tally => {
    const part = scope(intervals);
    const answered = sumContacts(record, part, 'answered');
    const abandoned = sumContacts(record, part, 'abandoned');
    return { met: sumContacts(record, part, 'delayed') + abandoned, of: answered + abandoned };
  };
  figures.push(figure('wait-probability', 'fraction', queuing), measured('asa'));
  if (work.patience.steps[0].mean < Number.POSITIVE_INFINITY) figures.push(measured('abandonment'));
  if (work.waitingRoom < Number.POSITIVE_INFINITY || work.linePool >= 0) figures.push(measured('blocking'));
  figures.push(
    figure('queue', 'count', ({ data, layout: own }, intervals) => {
      const at = queueOffset(own, type, 'queueSeconds');
      return { met: intervals.reduce((sum, i) => sum + data[at + i], 0), of: intervals.length * intervalSeconds };
    }),
    measured('aht'),
  );
  if (work.outcome !== undefined && channels.get(work.channel).customerWaits) {
    figures.push(measured('first-contact-resolution'));
  }
  return figures;
}

function figuresOfGroup(layout: RunLayout, group: number): SteadyFigure[] {
  const kind = measures.get('occupancy');
  const whole: MeasureScope = { ...wholeScope(layout), work: [], groups: [group], variant: kind.variants[0] };
  return [
    {
      ...{ name: 'occupancy', unit: 'fraction', work: -1, group, promise: -1 },
      tally: (record, intervals) => kind.tally(record, { ...whole, intervals }),
    },
  ];
}
