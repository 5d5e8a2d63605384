/** Small random scenarios with every feature of the engine, for laws that hold whatever happens. */
import fc from 'fast-check';
import { clock, duration, exponential, fixed, noRedial, scenario, workType } from '../../bench/scenario-builder.ts';
import { multiplyCurve, stepCurve } from '../../src/math/rate-curve.ts';
import {
  type AgentGroup,
  type ClockPoint,
  type Duration,
  type FollowUp,
  itemPoints,
  type NamedAgent,
  outcomes,
  type Redial,
  type Scenario,
  type ServiceClock,
  type WorkType,
} from '../../src/scenario/scenario.ts';
import { evenly } from '../evenly.ts';

export const horizon = 14_400;
const intervalSeconds = 1800;
const opens = 1800;
const closes = 9000;

/** Durations of round numbers too, so that many things fall on one instant. */
const someDuration = (mean: number): fc.Arbitrary<Duration> =>
  fc.constantFrom(
    fixed(mean),
    exponential(mean),
    duration('log-normal', { mean, cv: 1 }),
    duration('recorded', { values: [mean / 2, mean, mean] }),
    duration('uniform', { min: 0, max: 2 * mean }),
  );
const orZero = (of: fc.Arbitrary<Duration>) => fc.oneof(fc.constant(fixed(0)), of);

const redial: fc.Arbitrary<Redial> = fc.oneof(
  fc.constant(noRedial),
  fc.record({
    fraction: fc.constantFrom(0.5, 1),
    after: someDuration(120),
    maxAttempts: fc.constantFrom(2, 5),
    keepsPatience: fc.boolean(),
    keepsMatter: fc.boolean(),
    keepsWaitClock: fc.boolean(),
  }),
);

const arrivals: fc.Arbitrary<WorkType['arrivals']> = fc.oneof(
  fc.record({
    process: fc.constant('poisson' as const),
    curve: fc.tuple(evenly(0, 0.04), evenly(0, 4)).map(([rate, times]) =>
      multiplyCurve(stepCurve([0, horizon], [rate]), {
        ...{ from: 3000, to: 5000 },
        terms: [
          { c: 1, n: 0, k: 0 },
          { c: times, n: 0, k: 0.001 },
        ],
      }),
    ),
    busyness: fc.constantFrom({ cv: 0, intervalCorrelation: 1 }, { cv: 0.3, intervalCorrelation: 0.7 }),
  }),
  fc.array(fc.nat(40), { minLength: 8, maxLength: 8 }).map((counts) => ({
    process: 'recorded' as const,
    spans: counts.map((_, i) => ({ from: i * intervalSeconds, to: (i + 1) * intervalSeconds })),
    counts,
  })),
);

const someWork = (name: string, pools: number, groups: number): fc.Arbitrary<WorkType> =>
  fc
    .record({
      arrivals,
      hours: fc.constantFrom({ from: 0, to: horizon }, { from: opens, to: closes }).map((span) => [span]),
      selfService: fc.record({ completed: fc.constantFrom(0, 0.4), seconds: orZero(someDuration(40)) }),
      linePool: fc.integer({ min: -1, max: pools - 1 }),
      waitingRoom: fc.constantFrom(Number.POSITIVE_INFINITY, 0, 3),
      balking: fc.constantFrom(0, 0.2),
      ring: orZero(someDuration(4)),
      talk: someDuration(150),
      hold: orZero(someDuration(20)),
      wrapUp: orZero(someDuration(30)),
      patience: fc.oneof(fc.constant(duration('never')), someDuration(100)),
      handlingByGroup: fc
        .boolean()
        .map((own) => (own ? [{ group: groups - 1, talk: exponential(90), hold: fixed(0), wrapUp: fixed(10) }] : [])),
      redial: fc.record({ abandoned: redial, blocked: redial, balked: redial }),
      closing: fc.constantFrom('serve' as const, 'send-away' as const),
      leavesIdle: fc.constantFrom(0, 0, 1),
      offered: fc.constantFrom(0, 0, 0.5),
    })
    .map(({ leavesIdle, offered, ...changes }) =>
      workType(name, horizon, {
        ...changes,
        ...(leavesIdle === 0 ? {} : { leavesIdle }),
        ...(offered === 0 ? {} : { callBack: { fraction: offered, waiting: 1, expectedWait: 20 } }),
      }),
    );

const headCounts = fc
  .record({
    counts: fc.array(fc.nat(6), { minLength: 5, maxLength: 5 }),
    leaving: fc.constantFrom('pooled' as const, 'named' as const),
  })
  .map(({ counts, leaving }) => ({
    source: 'head-counts' as const,
    steps: counts.map((agents, i) => ({ from: i * intervalSeconds, agents })),
    leaving,
  }));

const namedAgent = (name: string): fc.Arbitrary<NamedAgent> =>
  fc
    .record({ start: fc.integer({ min: 0, max: 5 }), breakAfter: fc.integer({ min: 1, max: 3 }) })
    .map(({ start, breakAfter }) => {
      const from = start * 900;
      const pause = from + breakAfter * 900;
      const to = from + 5400;
      return {
        name,
        onQueue: [
          { from, to: pause },
          { from: pause + 300, to },
        ],
        paid: [{ from, to }],
        breaks: [{ from: pause, to: pause + 300 }],
      };
    });
const named = (group: number) =>
  fc
    .tuple(namedAgent(`a${group}`), namedAgent(`b${group}`), namedAgent(`c${group}`))
    .map((agents) => ({ source: 'named' as const, agents }));

const someGroup = (index: number, types: number): fc.Arbitrary<AgentGroup> =>
  fc.record({
    name: fc.constant(`group ${index}`),
    speeds: fc.array(fc.constantFrom(0, 1, 1, 0.8), { minLength: types, maxLength: types }),
    staff: fc.oneof(headCounts, named(index)),
  });

const routingOf = (work: WorkType[], groups: AgentGroup[]) =>
  fc
    .record(
      {
        kind: fc.constant('random'),
        order: fc.oneof(
          fc.record({
            by: fc.constant('deadline' as const),
            withinSeconds: fc.constant(work.map((_, type) => (type === 1 ? null : 20 * (type + 1)))),
          }),
          fc.record({
            by: fc.constant('points' as const),
            perSecond: fc.constant(work.map((_, type) => type)),
            arisen: fc.constantFrom(0, 50),
            tiers: fc.constantFrom<number[]>([0, 0], [100, -20]),
          }),
        ),
        queues: fc.tuple(
          ...groups.map(({ speeds }) =>
            fc
              .tuple(
                ...work.map((_, type) =>
                  fc.record({
                    type: fc.constant(type),
                    tier: fc.nat(1),
                    base: fc.constantFrom(0, 10),
                    perSecond: fc.constantFrom(1, 2),
                  }),
                ),
              )
              .map((list) => list.filter(({ type }) => speeds[type] > 0)),
          ),
        ),
        groups: fc.tuple(
          ...work.map((_, type) =>
            fc
              .tuple(
                ...groups.map((_, group) =>
                  fc.record(
                    {
                      group: fc.constant(group),
                      afterSeconds: fc.constantFrom(0, 0, 20, 60),
                      when: fc.constantFrom({ waiting: 2 }, { expectedWait: 30, idleThere: 1 }, { idleThere: 2 }),
                    },
                    { requiredKeys: ['group', 'afterSeconds'] },
                  ),
                ),
              )
              .map((list) => list.filter(({ group }) => groups[group].speeds[type] > 0)),
          ),
        ),
        /** Every group takes everything that it can at once: half of all centres. */
        open: fc.boolean(),
        agentChoice: fc.constantFrom('listed' as const, 'longest-idle' as const, 'random' as const),
      },
      { requiredKeys: ['kind', 'queues', 'groups', 'open', 'agentChoice'] },
    )
    .map(({ open, ...table }) => ({
      ...table,
      groups: table.groups.map((options) =>
        open ? options.map(({ group }) => ({ group, afterSeconds: 0 })) : options,
      ),
    }));

const slowdown: Scenario['shocks'] = [
  {
    ...{ kind: 'slower-handling', name: 'slow', why: '', from: 4000, to: 6000, touches: [] },
    ...{ slowdown: 1.5, slows: [0] },
  },
];

const twoTiers: NonNullable<Scenario['tiers']> = [
  { name: 'core', share: 0.2 },
  { name: 'ordinary', share: 0.8 },
];

const worse: Scenario['shocks'][number] = {
  ...slowdown[0],
  ...{ kind: 'worse-outcomes', slowdown: 1, slows: [], outcomes: { followUps: 1.1, resolved: 0.5, work: [0] } },
};

/** What follows from what, how handling ends, and clocks over it. */
const links = (types: number, groups: number) =>
  fc.record({
    followUps: fc.array(
      fc.array(
        fc.record({
          outcome: fc.constantFrom(...outcomes, 'consulted' as const, 'consulted' as const),
          becomes: fc.nat(types - 1),
          // So small that an item makes less than one at worst: with five attempts a caller, two follow-ups and the longest wait.
          fraction: fc.constantFrom(0.03, 0.07),
          perMinuteWaited: fc.constantFrom(0, 0.0001),
          byGroup: fc.constant(new Array<number>(groups).fill(1)),
          after: orZero(someDuration(600)),
        }),
        { maxLength: 2 },
      ),
      { minLength: types, maxLength: types },
    ),
    outcomes: fc.array(
      fc.record({
        resolved: fc.constant(new Array<number>(groups).fill(0.7)),
        satisfaction: fc.constant({
          ...{ base: 85, perMinuteWaited: 3, unresolved: 30, spread: 10 },
          ...{ rated: 0.5, dissatisfiedBelow: 70 },
        }),
        knowledge: fc.nat(types - 1).map((outdatedBy) => ({
          ...{ found: 0.9, missedHandling: 1.5, missedResolved: 0.5, foundOutdated: 0.5, outdatedBy },
        })),
      }),
      { minLength: types, maxLength: types },
    ),
    clocks: fc.array(
      fc.record({
        name: fc.constant('clock'),
        starts: fc.array(fc.record({ work: fc.nat(types - 1), point: fc.constantFrom(...itemPoints) }), {
          maxLength: 2,
        }),
        stops: fc.array(fc.record({ work: fc.nat(types - 1), point: fc.constantFrom(...itemPoints) }), {
          maxLength: 2,
        }),
        pauses: fc.record({
          from: fc.constant<ClockPoint[]>([{ work: 0, point: 'started' }]),
          until: fc.constant<ClockPoint[]>([{ work: types - 1, point: 'created' }]),
        }),
        within: fc.constantFrom(60, 600, 3600),
        hours: fc.constantFrom<ServiceClock['hours']>(null, [
          { from: opens, to: 4000 },
          { from: 5000, to: closes },
        ]),
        moments: fc.constant<number[]>([]),
        extension: fc.constant({ fraction: 0.3, seconds: 600, noticed: 0.5 }),
        remindBefore: fc.constantFrom(0, 120),
      }),
      { maxLength: 3 },
    ),
    complaints: fc.array(fc.boolean(), { minLength: types, maxLength: types }),
    keeps: fc.array(fc.constantFrom('no', 'yes', 'interruptible'), { minLength: types, maxLength: types }),
  });

/** As `resolve` has them. */
function inOrder(followUps: readonly FollowUp[]): FollowUp[] {
  return outcomes.flatMap((outcome) => followUps.filter((one) => one.outcome === outcome));
}

/** Work that agents lay aside for customers. */
const laidAside = { channel: 'case', interruptible: true as const, linePool: -1 };

/** What several conversations at once cost each other; null: one at a time. */
const someFactors = fc.constantFrom<number[] | null>(null, [1, 1], [1, 1.5], [1, 1.2, 1.7], [1, 0.8, 2, 3]);

/** The same centre with agents who hold several conversations of some types at once. */
function withConversations<Some extends { work: WorkType[]; groups: AgentGroup[] }>(
  { groups, work }: Some,
  chats: readonly (number[] | null)[],
): Pick<Some, 'work' | 'groups'> {
  return {
    work: work.map((type, i) => {
      const handlingFactor = chats[i];
      return handlingFactor === null
        ? type
        : {
            ...{ ...type, linePool: -1, ring: fixed(0) },
            concurrency: { handlingFactor, ...(handlingFactor.length === 3 ? { stacks: true as const } : {}) },
          };
    }),
    groups: groups.map((group) => ({
      ...group,
      staff: group.staff.source === 'named' ? group.staff : { ...group.staff, leaving: 'pooled' as const },
    })),
  };
}

/** Any scenario of one to three types and one to three groups, four hours in eight intervals. */
export const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({ types: fc.integer({ min: 1, max: 3 }), groups: fc.integer({ min: 1, max: 3 }) })
  .chain(({ types, groups }) =>
    fc.record({
      work: fc.tuple(...Array.from({ length: types }, (_, i) => someWork(`type ${i}`, 2, groups))),
      groups: fc.tuple(...Array.from({ length: groups }, (_, i) => someGroup(i, types))),
    }),
  )
  .chain(({ work, groups }) =>
    fc.record({
      work: fc.constant(work),
      groups: fc.constant(groups),
      routing: routingOf(work, groups),
      shocks: fc.constantFrom([], slowdown, [...slowdown, worse]),
      busyness: fc.constantFrom({ cv: 0, intervalCorrelation: 1 }, { cv: 0.2, intervalCorrelation: 1 }),
      linked: fc.option(links(work.length, groups.length), { nil: undefined }),
      tiers: fc.option(fc.constant(twoTiers), { nil: undefined }),
      chats: fc.option(fc.array(someFactors, { minLength: work.length, maxLength: work.length }), { nil: undefined }),
    }),
  )
  .map(({ chats, ...rest }) => (chats === undefined ? rest : { ...rest, ...withConversations(rest, chats) }))
  .map(({ busyness, groups, linked, routing, shocks, tiers, work }) =>
    scenario({
      clock: clock(horizon, intervalSeconds),
      ...{ busyness, groups, routing, shocks },
      ...(tiers === undefined ? {} : { tiers }),
      work:
        linked === undefined
          ? work
          : work.map((type, i) => ({
              ...type,
              ...(linked.keeps[i] === 'no' ? {} : { closing: 'keep' as const }),
              ...(linked.keeps[i] === 'interruptible' && type.concurrency === undefined ? laidAside : {}),
              followUps: inOrder(linked.followUps[i]).filter(
                ({ outcome }) =>
                  outcome !== 'consulted' || (linked.keeps[i] === 'no' && type.concurrency === undefined),
              ),
              outcome: linked.outcomes[i],
              ...(linked.complaints[i] ? { complaint: { level: 'ordinary' as const, about: 'other' as const } } : {}),
            })),
      ...(linked === undefined ? {} : { clocks: linked.clocks }),
      linePools: [
        {
          name: 'few',
          steps: [
            { from: 0, lines: 6 },
            { from: 5000, lines: 2 },
            { from: 7000, lines: 8 },
          ],
        },
        { name: 'many', steps: [{ from: 0, lines: 60 }] },
      ],
    }),
  );

/** What a type is like without one of its features. */
const offs = {
  callBack: ({ callBack: _, ...work }: WorkType): WorkType => work,
  balking: (work: WorkType): WorkType => ({ ...work, balking: 0 }),
  selfService: (work: WorkType): WorkType => ({ ...work, selfService: { completed: 0, seconds: fixed(0) } }),
  lines: (work: WorkType): WorkType => ({ ...work, linePool: -1, waitingRoom: Number.POSITIVE_INFINITY }),
  redial: (work: WorkType): WorkType => ({
    ...work,
    redial: { abandoned: noRedial, blocked: noRedial, balked: noRedial },
  }),
};

/** Scenarios in which no type has some of the features, whose figures a run then does not keep. */
export const leanScenario: fc.Arbitrary<Scenario> = fc
  .tuple(anyScenario, fc.subarray(Object.values(offs), { minLength: 1 }))
  .map(([some, off]) => ({ ...some, work: some.work.map((work) => off.reduce((less, turn) => turn(less), work)) }));

/** Any scenario that the plain loop may run: contacts only come, wait, talk and are wrapped up; agents are interchangeable. */
export const plainScenario: fc.Arbitrary<Scenario> = fc
  .tuple(
    anyScenario,
    fc.array(headCounts, { minLength: 3, maxLength: 3 }),
    fc.boolean(),
    // Some hang up at the instant at which they come.
    fc.constantFrom(undefined, undefined, fixed(0), duration('recorded', { values: [0, 60] })),
  )
  .map(([{ clocks: _, tiers: __, ...some }, staffs, busy, patience]) => ({
    ...some,
    shocks: [],
    work: some.work.map((work) => ({
      ...workType(work.name, horizon, {
        arrivals: busy && work.arrivals.process === 'poisson' ? rush(work.arrivals) : work.arrivals,
        hours: work.hours,
        talk: work.talk,
        hold: work.hold,
        wrapUp: work.wrapUp,
        patience: patience ?? work.patience,
        closing: work.closing === 'keep' ? ('serve' as const) : work.closing,
      }),
    })),
    groups: some.groups.map((group, i) => ({ ...group, staff: { ...staffs[i], leaving: 'pooled' as const } })),
    routing: {
      ...firstComeFirstServed(some.routing),
      groups: some.routing.groups.map((options) => options.map(({ group }) => ({ group, afterSeconds: 0 }))),
    },
  }));

function firstComeFirstServed({ order: _, ...routing }: Scenario['routing']): Scenario['routing'] {
  return routing;
}

/** So many arrivals that a thousand may wait at once. */
function rush(arrivals: Extract<WorkType['arrivals'], { process: 'poisson' }>): WorkType['arrivals'] {
  const terms = [{ c: 1, n: 0, k: 0 }];
  return { ...arrivals, curve: multiplyCurve(stepCurve([0, horizon], [1]), { from: 0, to: horizon, terms }) };
}
