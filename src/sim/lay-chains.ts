/** From what follows from what, how handling ends and which clocks run, to the numbers of a plan. */
import { streamKey } from '../random/stream.ts';
import { isComplaintAbout, isSameComplaint } from '../scenario/complaints.ts';
import { touchesQuality } from '../scenario/quality.ts';
import { type ClockPoint, itemPoints, outcomes, type Scenario } from '../scenario/scenario.ts';
import type { KnowledgePlan, Plan, SatisfactionPlan } from './center.ts';
import { type ClockPlan, pauses, resumes, starts, stops, toClockTimes } from './chains.ts';
import type { Draw } from './customers.ts';
import { clockOffset, followUpOffset, type LayoutExtras, outcomeOffset, type RunLayout } from './run.ts';
import { toTick } from './ticks.ts';
import { followed, judged, linked } from './traits.ts';

/** What a run of the scenario keeps besides the usual columns. */
export function extrasOf(scenario: Scenario): LayoutExtras {
  const { clocks = [], work } = scenario;
  return {
    outcomes: work.some((_, type) => linksOf(scenario, type) !== 0),
    clocks: clocks.length,
    followUps: work.reduce((sum, { followUps = [] }) => sum + followUps.length, 0),
    scored: scenario.quality?.work ?? [],
    tiers: scenario.tiers?.length ?? 0,
  };
}

/** Measures that need the outcome columns even where nothing follows from anything. */
const asksOfChains = ['first-contact-resolution', 'repeat-rate', 'complaint-rate'];

/** The traits of a type that come from its place among others. */
export function linksOf({ clocks = [], promises, quality, shocks, work }: Scenario, type: number): number {
  const { followUps, outcome } = work[type];
  const arises =
    quality?.samples.some(({ becomes }) => becomes === type) ||
    work.some(({ followUps = [] }) => followUps.some(({ becomes }) => becomes === type));
  const touches = clocks.some(({ pauses, starts, stops }) =>
    [...starts, ...stops, ...pauses.from, ...pauses.until].some((point) => point.work === type),
  );
  const isAsked = promises.some(({ measure, work }) => asksOfChains.includes(measure) && work.includes(type));
  let traits = 0;
  if (followUps !== undefined) traits |= followed;
  const isWorse = shocks.some(
    ({ outcomes }) => outcomes !== undefined && outcomes.resolved < 1 && outcomes.work.includes(type),
  );
  if (outcome !== undefined || isWorse || touchesQuality(quality, type)) traits |= judged;
  const isLinked = traits !== 0 || work[type].interruptible === true || arises || touches || isAsked;
  return isLinked ? traits | linked : traits;
}

/** The follow-ups of all types, numbered through, by type and outcome. */
export function layFollowUps(
  { groups, work }: Scenario,
  seed: string,
  layout: RunLayout,
  makeDraw: (path: string, duration: Scenario['work'][number]['talk']) => Draw,
) {
  const all = work.flatMap(({ followUps = [], name }) => followUps.map((one) => ({ ...one, work: name })));
  const counts = work.flatMap(({ followUps = [] }) =>
    outcomes.map((outcome) => followUps.filter((one) => one.outcome === outcome).length),
  );
  const followStart = new Int32Array(counts.length + 1);
  counts.forEach((count, i) => {
    followStart[i + 1] = followStart[i] + count;
  });
  const path = (one: (typeof all)[number]) => `work/${one.work}/after/${one.outcome}/${work[one.becomes].name}`;
  return {
    followStart,
    followBecomes: Int32Array.from(all, ({ becomes }) => becomes),
    followAbove: Float64Array.from(all, ({ above = 0 }) => above),
    followFraction: Float64Array.from(all, ({ fraction }) => fraction),
    followPerSecond: Float64Array.from(all, ({ perMinuteWaited }) => perMinuteWaited / 60),
    followPace: Float64Array.from(all.flatMap(({ byGroup }) => groups.map((_, group) => byGroup[group]))),
    followAfter: all.map((one) => makeDraw(`${path(one)}/delay`, one.after)),
    followPerPoint: Float64Array.from(all, ({ perPointBelow = 0 }) => perPointBelow),
    // Those that exclude each other share their draw.
    followKey: all.map((one) =>
      streamKey(seed, one.above === undefined ? path(one) : `work/${one.work}/after/${one.outcome}`),
    ),
    followComplains: Uint8Array.from(
      work.flatMap(({ followUps = [] }, type) =>
        followUps.map((one) => (isComplaintAbout(work, type, one) ? 1 : isSameComplaint(work, type, one) ? 2 : 0)),
      ),
    ),
    followFigures: Int32Array.from(all, (_, i) => followUpOffset(layout, i)),
    followFrom: [
      ...all.map(({ outcome, work }) => ({ outcome, work })),
      ...work.map(({ name }) => ({ outcome: 'sampled', work: name })),
    ],
  } satisfies Partial<Plan>;
}

/** How handling ends, by type. */
export function layOutcomes({ groups, work }: Scenario, seed: string, layout: RunLayout) {
  const key = (name: string, what: string) => streamKey(seed, `work/${name}/${what}`);
  return {
    resolvedShare: Float64Array.from(work.flatMap(({ outcome }) => groups.map((_, g) => outcome?.resolved[g] ?? 1))),
    resolvedPerPoint: Float64Array.from(work, ({ outcome }) => outcome?.perPointBelow ?? 0),
    resolvedKey: work.map(({ name }) => key(name, 'resolved')),
    satisfaction: work.map(({ name, outcome }): SatisfactionPlan | undefined =>
      outcome?.satisfaction === undefined
        ? undefined
        : { ...outcome.satisfaction, ratedKey: key(name, 'rated'), pointsKey: key(name, 'points') },
    ),
    knowledge: work.map(({ name, outcome }): KnowledgePlan | undefined =>
      outcome?.knowledge === undefined ? undefined : { ...outcome.knowledge, foundKey: key(name, 'found') },
    ),
    outcomeFigures: Int32Array.from(work, (_, type) =>
      layout.extras.outcomes ? outcomeOffset(layout, type, 'arisen') : -1,
    ),
  } satisfies Partial<Plan>;
}

/** The clocks, and what happens to them at each point of each type. */
export function layClocks({ clocks = [], work }: Scenario, seed: string, layout: RunLayout) {
  const actions = work.flatMap((_, type) =>
    itemPoints.map((point) => {
      const isHere = (one: ClockPoint) => one.work === type && one.point === point;
      // A clock stops before it could start anew.
      return clocks.flatMap((clock, index) => [
        ...(clock.stops.some(isHere) ? [{ clock: index, kind: stops }] : []),
        ...(clock.starts.some(isHere) ? [{ clock: index, kind: starts }] : []),
        ...(clock.pauses.until.some(isHere) ? [{ clock: index, kind: resumes }] : []),
        ...(clock.pauses.from.some(isHere) ? [{ clock: index, kind: pauses }] : []),
      ]);
    }),
  );
  const pointStart = new Int32Array(actions.length + 1);
  actions.forEach((list, i) => {
    pointStart[i + 1] = pointStart[i] + list.length;
  });
  const all = actions.flat();
  return {
    clocks: clocks.map(
      ({ extension, hours, moments, name, remindBefore, within }, index): ClockPlan => ({
        name,
        figures: clockOffset(layout, index, 'started'),
        within: toTick(within),
        ...toClockTimes(hours ?? []),
        moments: Float64Array.from(moments, toTick),
        extendedShare: extension.fraction,
        extension: toTick(extension.seconds),
        noticedShare: extension.noticed,
        remindBefore: toTick(remindBefore),
        extensionKey: streamKey(seed, `clocks/${name}/extension`),
        noticeKey: streamKey(seed, `clocks/${name}/notice`),
      }),
    ),
    pointStart,
    actionClock: Int32Array.from(all, ({ clock }) => clock),
    actionKind: Uint8Array.from(all, ({ kind }) => kind),
  } satisfies Partial<Plan>;
}
