/** A clause that allows a step so much time: the scenario says which clock runs from where to where, the norm how long. */
import { Type } from 'typebox';
import { minutesOf, timePattern } from '../../../kinds/clock.ts';
import { LocalClock } from '../../../scenario/local-clock.ts';
import type { Scenario, ServiceClock } from '../../../scenario/scenario.ts';
import { nearestName } from '../../../words/nearest-name.ts';
import type { NormNote } from '../../../words/norm.ts';
import { type ClauseTest, type Match, type Matching, untestable, type WrittenTest } from '../clause-test.ts';

/** The share that must be in time where the norm names none. */
export const usualShare = 0.95;

interface ClockTest extends WrittenTest {
  clock?: string;
  withinHours?: number;
  withinMinutes?: number;
  withinWorkingDays?: number;
  by?: string;
  atLeast?: number;
  mayExtend: boolean;
  mayPause: boolean;
}

const length = (description: string, example: number) =>
  Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 527_040, description, examples: [example] }));

const schema = Type.Object(
  {
    clock: Type.Optional(
      Type.String({
        minLength: 1,
        description: 'The scenario’s clock, by its name. Default: the id of the clause.',
        examples: ['ticket.close'],
      }),
    ),
    withinHours: length('Time allowed, hours by the wall clock.', 48),
    withinMinutes: length('Time allowed, minutes by the wall clock.', 30),
    withinWorkingDays: length(
      'Time allowed, working days of the calendar that the scenario’s clock names as `hours`.',
      1,
    ),
    by: Type.Optional(
      Type.String({
        pattern: timePattern,
        description: 'Or: by this local time, the first after the start.',
        examples: ['08:00'],
      }),
    ),
    atLeast: Type.Optional(
      Type.Number({
        minimum: 0,
        maximum: 1,
        description: `Share (0–1) that must be in time. Default: ${usualShare}, and the statement says that the norm names none.`,
        examples: [0.95],
      }),
    ),
    mayExtend: Type.Boolean({
      default: false,
      description: 'Extensions of the scenario’s clock count where notice was given before the deadline.',
      examples: [true],
    }),
    mayPause: Type.Boolean({ default: false, description: 'Pauses of the scenario’s clock count.', examples: [true] }),
  },
  { additionalProperties: false },
);

function match(written: WrittenTest, matching: Matching): Match {
  const test = written as ClockTest;
  const { clause, scenario } = matching;
  const clocks = scenario.clocks ?? [];
  const name = test.clock ?? clause.id;
  const index = clocks.findIndex((clock) => clock.name === name);
  if (index < 0) {
    const near = nearestName(
      name,
      clocks.map((clock) => clock.name),
    );
    return untestable({ key: 'noClock', values: { clock: name, near } });
  }
  const own = clocks[index];
  const limit = limitOf(test, own, scenario);
  if (limit === undefined) return untestable({ key: 'noWorkingHours', values: { clock: name } });
  const wanted: ServiceClock = {
    ...own,
    ...limit,
    pauses: test.mayPause ? own.pauses : { from: [], until: [] },
    extension: test.mayExtend ? own.extension : { fraction: 0, seconds: 0, noticed: 1 },
  };
  const notes = differences(own, wanted, test);
  const runs = JSON.stringify(wanted) === JSON.stringify(own) ? index : matching.addClock(wanted);
  const { horizonSeconds } = scenario.clock;
  return {
    by: 'simulation',
    promise: {
      measure: 'on-time',
      variant: 'decided',
      answerWithin: 0,
      shortAbandon: 0,
      clock: runs,
      target: test.atLeast ?? usualShare,
      sense: 'at-least',
      scope: 'day',
      work: [...new Set(own.starts.map(({ work }) => work))].sort((a, b) => a - b),
      hours: [{ from: 0, to: horizonSeconds }],
      dayShare: 0.9,
    },
    isShareAssumed: test.atLeast === undefined,
    notes,
  };
}

/** The time that the norm allows; undefined where it counts working days and the scenario's clock knows none. */
function limitOf(
  { by, withinHours = 0, withinMinutes = 0, withinWorkingDays }: ClockTest,
  own: ServiceClock,
  scenario: Scenario,
): Pick<ServiceClock, 'within' | 'hours' | 'moments'> | undefined {
  if (by !== undefined) return { within: Number.POSITIVE_INFINITY, hours: null, moments: momentsAt(by, scenario) };
  if (withinWorkingDays === undefined) {
    return { within: 3600 * withinHours + 60 * withinMinutes, hours: null, moments: [] };
  }
  if (own.hours === null || own.hours.length === 0) return undefined;
  return { within: withinWorkingDays * workingDay(own.hours, scenario), hours: own.hours, moments: [] };
}

/** A local time on every day, and on the one after the last: what comes on the last evening has until then. */
function momentsAt(by: string, { clock }: Scenario): number[] {
  const { days, intervalSeconds, startDate, timeZone } = clock;
  const local = new LocalClock(startDate, timeZone, days.length, intervalSeconds / 60);
  return Array.from({ length: days.length + 1 }, (_, day) => local.moments(day, minutesOf(by))).flat();
}

/** Hours of a usual working day: the median over the days that have any, seconds. */
function workingDay(hours: NonNullable<ServiceClock['hours']>, { clock }: Scenario): number {
  const lengths = clock.days
    .map(({ start, end }) =>
      hours.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0),
    )
    .filter((seconds) => seconds > 0)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)];
}

/** How the scenario's clock differs from the norm's, which counts. */
function differences(own: ServiceClock, wanted: ServiceClock, { by }: ClockTest): NormNote[] {
  const notes: NormNote[] = [];
  const clock = own.name;
  if (by !== undefined) {
    if (own.moments.join() !== wanted.moments.join()) notes.push({ key: 'otherMoment', values: { clock, by } });
  } else if (own.moments.length > 0) notes.push({ key: 'notAMoment', values: { clock } });
  else if (own.within !== wanted.within) {
    notes.push({ key: 'otherLimit', values: { clock, scenario: own.within, norm: wanted.within } });
  }
  if (own.hours !== null && wanted.hours === null) notes.push({ key: 'wallClock', values: { clock } });
  if (own.pauses.from.length > 0 && wanted.pauses.from.length === 0) notes.push({ key: 'noPauses', values: { clock } });
  if (own.extension.fraction > 0 && wanted.extension.fraction === 0)
    notes.push({ key: 'noExtension', values: { clock } });
  return notes;
}

/** A step is done in time. */
export const clock: ClauseTest = {
  kind: 'clock',
  summary: {
    en: 'a step is done within a time, measured by a clock of the scenario',
    zh: '某一步骤在时限内完成，由场景的时限计量',
  },
  schema,
  match,
  oneOf: ['withinHours', 'withinMinutes', 'withinWorkingDays', 'by'],
};
