/** What each kind of clause comes to before anything is simulated, on scenarios reduced to what the clause reads. */
import { describe, expect, it } from 'vitest';
import type { Clause, Match, Norm, Role } from '../../../src/judge/norm/clause-test.ts';
import { matchNorm } from '../../../src/judge/norm/match-norm.ts';
import { LocalClock } from '../../../src/scenario/local-clock.ts';
import type { Scenario, ServiceClock } from '../../../src/scenario/scenario.ts';

const hour = 3600;
const day = 24 * hour;
const { clock } = new LocalClock('2026-03-02', 'Asia/Shanghai', 5, 30);
const allHours = [{ from: 0, to: 5 * day }];

type Work = Record<string, unknown>;
/** Two groups, of which the second can do everything and the first only the first type. */
function scenarioOf(work: Work[], more: Record<string, unknown> = {}): Scenario {
  return {
    clock,
    work: work.map((one, i) => ({ name: `work ${i}`, channel: 'case', closing: 'serve', hours: [], ...one })),
    groups: [{ speeds: work.map((_, i) => (i === 0 ? 1 : 0)) }, { speeds: work.map(() => 1) }],
    promises: [{ id: 'its own' }],
    ...more,
  } as unknown as Scenario;
}

const clauseOf = (test: Clause['test'], id = 'ticket.close') => ({ id, test }) as unknown as Clause;

function normOf(clauses: Clause[], roles: Record<string, Role> = {}): Norm {
  return { name: 'ours', title: { en: '', zh: '' }, roles, clauses };
}

/** One clause, and the clocks that run for it. */
function matched(test: Clause['test'], scenario: Scenario, roles?: Record<string, Role>) {
  const { clauses, scenario: after } = matchNorm(normOf([clauseOf(test)], roles), scenario);
  return { match: clauses[0].match, clocks: after.clocks };
}

const keysOf = (match: Match) => match.notes.map(({ key }) => key);

describe('matchNorm', () => {
  it('puts the promises of the clauses in place of the scenario’s own, numbered as they come', () => {
    const share = { kind: 'measure', of: ['work 0'], promise: { measure: 'abandonment', atMost: 0.1 } };
    const clauses = [
      clauseOf({ kind: 'declared', items: ['a'] }, 'a'),
      clauseOf(share, 'b'),
      clauseOf({ kind: 'not-testable', why: { en: 'too far', zh: '太远' } }, 'c'),
      clauseOf(share, 'd'),
    ];
    const { clauses: found, scenario } = matchNorm(normOf(clauses), scenarioOf([{}]));
    expect(found.map(({ promise }) => promise)).toEqual([null, 0, null, 1]);
    expect(found.map(({ clause }) => clause)).toEqual(clauses);
    expect(scenario.promises.map(({ id }) => id)).toEqual(['b', 'd']);
    expect(scenario).not.toHaveProperty('clocks');
    expect(found[2].match).toEqual({ by: 'none', notes: [{ key: 'own', values: { en: 'too far', zh: '太远' } }] });
  });

  it('finds the work of a role by what the scenario tells, else by name, else by channel', () => {
    const roles = { hotline: { names: ['Help desk', 'inquiry'], channels: ['voice', 'chat'] } };
    const workOf = (work: Work[], told?: Record<string, number[]>) => {
      const test = { kind: 'measure', of: ['hotline'], promise: { measure: 'blocking', atMost: 0.1 } };
      const { match } = matched(test, scenarioOf(work, told ? { norm: { roles: told } } : {}), roles);
      return match.by === 'simulation' ? match.promise.work : match.notes;
    };
    const voice = { name: 'complaint', channel: 'voice' };
    expect(workOf([{ name: 'help DESK' }, voice, { name: 'Hotline' }])).toEqual([0, 2]);
    expect(workOf([{}, voice, { channel: 'chat' }])).toEqual([1, 2]);
    expect(workOf([{ name: 'inquiry' }, voice], { hotline: [1] })).toEqual([1]);
    expect(workOf([{ name: 'inquiry' }, voice], { other: [1] })).toEqual([0]);
    expect(workOf([{}])).toEqual([
      { key: 'noWork', values: { role: 'hotline', names: ['hotline', 'Help desk', 'inquiry'] } },
    ]);
  });

  it('knows a role that the norm does not describe by its name alone, and work of two roles once', () => {
    const test = { kind: 'measure', of: ['toString', 'work 0'], promise: { measure: 'blocking', atMost: 0.1 } };
    expect(matched(test, scenarioOf([{}])).match.notes).toEqual([
      { key: 'noWork', values: { role: 'toString', names: ['toString'] } },
    ]);
    const twice = { ...test, of: ['last', 'work 1'] };
    const roles = { last: { names: ['work 1', 'work 0'], channels: [] } };
    const { match } = matched(twice, scenarioOf([{}, {}, {}]), roles);
    expect(match).toMatchObject({ promise: { work: [0, 1] } });
    const backwards = { ...test, of: ['work 2', 'work 0'] };
    expect(matched(backwards, scenarioOf([{}, {}, {}])).match).toMatchObject({ promise: { work: [0, 2] } });
  });
});

describe('a clause that is a measure', () => {
  const of = ['work 0', 'work 1'];

  it('becomes a promise over the hours of its work', () => {
    const promise = {
      measure: 'answered-within',
      variant: 'offered',
      seconds: 10,
      shortAbandonSeconds: 5,
      atLeast: 0.9,
      scope: 'interval',
    };
    const hours = [{ from: 8 * hour, to: 18 * hour }];
    const { match } = matched({ kind: 'measure', of, promise, assumedShare: true }, scenarioOf([{ hours }, { hours }]));
    expect(match).toEqual({
      by: 'simulation',
      promise: {
        measure: 'answered-within',
        variant: 'offered',
        answerWithin: 10,
        shortAbandon: 5,
        target: 0.9,
        sense: 'at-least',
        scope: 'interval',
        work: [0, 1],
        hours,
        dayShare: 0.9,
      },
      isShareAssumed: true,
      notes: [],
    });
  });

  it('that names a greatest value is at most that, and over all hours where work is kept overnight', () => {
    const promise = { measure: 'asa', variant: 'answered', atMost: 20, scope: 'day' };
    const { match } = matched(
      { kind: 'measure', of, promise, assumedShare: false },
      scenarioOf([{}, { closing: 'keep' }]),
    );
    expect(match).toMatchObject({
      isShareAssumed: false,
      promise: { target: 20, sense: 'at-most', answerWithin: 0, shortAbandon: 0, hours: allHours },
    });
  });

  it.each([
    ['satisfaction', 'satisfaction'],
    ['dissatisfaction', 'satisfaction'],
    ['search-success', 'knowledge'],
  ])('%s counts work only that has the section %s', (measure, section) => {
    const test = { kind: 'measure', of, promise: { measure, atLeast: 0.9 } };
    const asked = { outcome: { [section]: {} } };
    expect(matched(test, scenarioOf([{}, asked])).match).toMatchObject({ promise: { work: [1] } });
    const other = { outcome: { resolved: [1, 1] } };
    expect(matched(test, scenarioOf([other, {}])).match).toEqual({
      by: 'none',
      notes: [{ key: 'nothingAsked', values: { work: ['work 0', 'work 1'], section } }],
    });
  });
});

describe('a clause about complaints', () => {
  const of = ['work 0', 'work 1'];
  const test = { kind: 'measure', of, promise: { measure: 'complaint-rate', atMost: 0.01 } };
  const followUps = [{ outcome: 'unresolved', becomes: 1, fraction: 0.1 }];

  it('counts work of which complaints arise', () => {
    const { match } = matched(test, scenarioOf([{ followUps }, { complaint: { level: 'ordinary' } }]));
    expect(match).toMatchObject({ promise: { measure: 'complaint-rate', sense: 'at-most', work: [0] } });
  });

  it('cannot be tested where no work is complaints, or none leads to them', () => {
    for (const work of [
      [{ followUps }, {}],
      [{}, { complaint: { level: 'ordinary' } }],
    ]) {
      expect(matched(test, scenarioOf(work)).match).toEqual({
        by: 'none',
        notes: [{ key: 'nobodyComplains', values: { work: ['work 0', 'work 1'] } }],
      });
    }
  });
});

describe('a clause about breaks', () => {
  const test = { kind: 'measure', of: ['work 0', 'work 1'], promise: { measure: 'breaks-on-time', atLeast: 0.9 } };
  const groups = (breaks: unknown[]) => [{ speeds: [1, 0], staff: { source: 'named', agents: [{ breaks }] } }];

  it('counts work whose people have breaks on the roster, and cannot be tested where nobody has', () => {
    const ask = (breaks: unknown[]) => matched(test, scenarioOf([{}, {}], { groups: groups(breaks) })).match;
    expect(ask([{ from: 0, to: 900 }])).toMatchObject({ promise: { measure: 'breaks-on-time', work: [0] } });
    expect(ask([])).toEqual({
      by: 'none',
      notes: [{ key: 'nobodyRests', values: { work: ['work 0', 'work 1'] } }],
    });
  });
});

describe('a clause about quality', () => {
  it.each(['quality', 'poor-quality', 'evaluation-share', 'qa-pass-rate', 'finding-repeat-rate'])(
    '%s counts work only whose quality the scenario simulates',
    (measure) => {
      const test = { kind: 'measure', of: ['work 0', 'work 1'], promise: { measure, atLeast: 0.9 } };
      const ask = (more: Record<string, unknown>) => matched(test, scenarioOf([{}, {}], more)).match;
      expect(ask({ quality: { work: [1] } })).toMatchObject({ promise: { work: [1] } });
      for (const more of [{}, { quality: { work: [] } }]) {
        expect(ask(more)).toEqual({
          by: 'none',
          notes: [{ key: 'nothingAsked', values: { work: ['work 0', 'work 1'], section: 'quality' } }],
        });
      }
    },
  );
});

describe('a clause that is a clock', () => {
  const plain: ServiceClock = {
    name: 'ticket.close',
    starts: [
      { work: 2, point: 'handled' },
      { work: 0, point: 'created' },
      { work: 2, point: 'created' },
    ],
    stops: [{ work: 1, point: 'handled' }],
    pauses: { from: [], until: [] },
    within: 48 * hour,
    hours: null,
    moments: [],
    extension: { fraction: 0, seconds: 0, noticed: 1 },
    remindBefore: 0,
  };
  const other = { ...plain, name: 'another' };
  const test = { kind: 'clock', withinHours: 48, mayExtend: false, mayPause: false };
  const ask = (changes: Record<string, unknown>, own: Partial<ServiceClock> = {}) =>
    matched({ ...test, ...changes }, scenarioOf([{}, {}, {}], { clocks: [other, { ...plain, ...own }] }));

  it('is judged by the scenario’s clock where both allow the same', () => {
    const { match, clocks } = ask({});
    expect(clocks).toEqual([other, plain]);
    expect(match).toEqual({
      by: 'simulation',
      promise: {
        measure: 'on-time',
        variant: 'decided',
        answerWithin: 0,
        shortAbandon: 0,
        clock: 1,
        target: 0.95,
        sense: 'at-least',
        scope: 'day',
        work: [0, 2],
        hours: allHours,
        dayShare: 0.9,
      },
      isShareAssumed: true,
      notes: [],
    });
    expect(ask({ atLeast: 0.8 }).match).toMatchObject({ promise: { target: 0.8 }, isShareAssumed: false });
    expect(ask({ clock: 'another' }).match).toMatchObject({ promise: { clock: 0 }, notes: [] });
  });

  it('is judged by a clock beside it where the norm allows another time', () => {
    const { match, clocks } = ask({ withinHours: 1, withinMinutes: 30 });
    expect(match).toMatchObject({ promise: { clock: 2 } });
    expect(match.notes).toEqual([
      { key: 'otherLimit', values: { clock: 'ticket.close', scenario: 48 * hour, norm: 1.5 * hour } },
    ]);
    expect(clocks).toEqual([other, plain, { ...plain, within: 1.5 * hour }]);
  });

  it('takes pauses and extensions where the norm allows them, and says so where it does not', () => {
    const own = {
      pauses: { from: [{ work: 0, point: 'handled' }], until: [{ work: 1, point: 'created' }] },
      extension: { fraction: 0.5, seconds: 7200, noticed: 0.9 },
    } as const;
    const kept = { pauses: { from: [...own.pauses.from], until: [...own.pauses.until] }, extension: own.extension };
    expect(ask({ mayPause: true, mayExtend: true }, kept)).toMatchObject({
      match: { promise: { clock: 1 }, notes: [] },
    });
    const paused = ask({ mayPause: true }, kept);
    expect(paused.match.notes).toEqual([{ key: 'noExtension', values: { clock: 'ticket.close' } }]);
    expect(paused.clocks?.[2]).toEqual({ ...plain, ...kept, extension: plain.extension });
    const extended = ask({ mayExtend: true }, kept);
    expect(extended.match.notes).toEqual([{ key: 'noPauses', values: { clock: 'ticket.close' } }]);
    expect(extended.clocks?.[2]).toEqual({ ...plain, ...kept, pauses: plain.pauses });
  });

  it('counts all time, where the scenario’s clock counts some', () => {
    const { match, clocks } = ask({}, { hours: [{ from: 9 * hour, to: 17 * hour }] });
    expect(match.notes).toEqual([{ key: 'wallClock', values: { clock: 'ticket.close' } }]);
    expect(clocks?.[2]).toEqual(plain);
  });

  it('ends at a time of the day on every day and the one after the last', () => {
    const moments = [8, 32, 56, 80, 104, 128].map((hours) => hours * hour);
    const by = { withinHours: undefined, by: '08:00' };
    const same = ask(by, { within: Infinity, moments });
    expect(same.match).toMatchObject({ promise: { clock: 1 }, notes: [] });
    const later = ask(by, { within: Infinity, moments: moments.map((moment) => moment + hour) });
    expect(later.match.notes).toEqual([{ key: 'otherMoment', values: { clock: 'ticket.close', by: '08:00' } }]);
    expect(later.clocks?.[2]).toEqual({ ...plain, within: Infinity, moments });
    const inHours = ask(by, { hours: [{ from: 0, to: hour }] });
    expect(keysOf(inHours.match)).toEqual(['otherMoment', 'wallClock']);
    expect(ask({}, { within: Infinity, moments }).match.notes).toEqual([
      { key: 'notAMoment', values: { clock: 'ticket.close' } },
    ]);
  });

  it('counts working days as the usual one of the hours in which the clock runs', () => {
    // 8, 4 + 6, 12, 0 and 11 hours: the usual day is the upper of the two in the middle of 8, 10, 11 and 12.
    const hours = [
      { from: 9 * hour, to: 17 * hour },
      { from: day + 6 * hour, to: day + 12 * hour },
      { from: day + 20 * hour, to: 2 * day + 2 * hour },
      { from: 2 * day + 8 * hour, to: 2 * day + 18 * hour },
      { from: 4 * day + 13 * hour, to: 5 * day + 3 * hour },
    ];
    const working = { withinHours: undefined, withinWorkingDays: 2 };
    const { match, clocks } = ask(working, { hours, within: 8 * hour });
    expect(match.notes).toEqual([
      { key: 'otherLimit', values: { clock: 'ticket.close', scenario: 8 * hour, norm: 22 * hour } },
    ]);
    expect(clocks?.[2]).toEqual({ ...plain, hours, within: 22 * hour });
    for (const none of [null, []]) {
      expect(ask(working, { hours: none }).match).toEqual({
        by: 'none',
        notes: [{ key: 'noWorkingHours', values: { clock: 'ticket.close' } }],
      });
    }
  });

  it('needs the clock, and names the one that was probably meant', () => {
    const closed = scenarioOf([{}], { clocks: [other, { ...plain, name: 'ticket.closed' }] });
    expect(matched(test, closed).match).toEqual({
      by: 'none',
      notes: [{ key: 'noClock', values: { clock: 'ticket.close', near: 'ticket.closed' } }],
    });
    expect(keysOf(matched(test, scenarioOf([{}])).match)).toEqual(['noClock']);
  });
});

/** What becomes of an item, after it is handled unless said otherwise. */
function into(becomes: number, changes: Record<string, unknown> = {}) {
  return { outcome: 'handled', becomes, fraction: 1, perMinuteWaited: 0, byGroup: [1, 1], ...changes };
}

describe('a clause of steps', () => {
  const steps = ['work 0', 'work 1', 'work 2'];
  const ask = (...followUps: ReturnType<typeof into>[][]) =>
    matched({ kind: 'steps', steps }, scenarioOf(followUps.map((list) => ({ followUps: list })))).match;

  it('is held where each step leads to the next, through other work too, and nothing leads past one', () => {
    const held = { by: 'structure', judgement: 'held', notes: [{ key: 'stepsFollow', values: { steps } }] };
    expect(ask([into(1)], [into(2)], [])).toEqual(held);
    expect(ask([into(3)], [into(0), into(2)], [], [into(0), into(4)], [into(1)])).toEqual(held);
    // What can only follow a wait can follow; what never follows leads nowhere.
    expect(ask([into(1, { fraction: 0, perMinuteWaited: 0.1 })], [into(2)], [])).toEqual(held);
    expect(ask([into(1), into(2, { fraction: 0 })], [into(2)], [])).toEqual(held);
  });

  it('is broken where a step is not reached', () => {
    const broken = (from: string, to: string) => ({
      by: 'structure',
      judgement: 'broken',
      notes: [{ key: 'stepUnreached', values: { from, to } }],
    });
    expect(ask([into(1)], [], [])).toEqual(broken('work 1', 'work 2'));
    expect(ask([into(2)], [into(2)], [])).toEqual(broken('work 0', 'work 1'));
    expect(ask([into(1, { fraction: 0 })], [into(2)], [])).toEqual(broken('work 0', 'work 1'));
  });

  it('is broken where one of several kinds of work leads nowhere', () => {
    const roles = { first: { names: ['work 0', 'work 3'], channels: [] } };
    const work = [[into(1)], [into(2)], [], [] as ReturnType<typeof into>[]].map((followUps) => ({ followUps }));
    const test = { kind: 'steps', steps: ['first', 'work 1', 'work 2'] };
    expect(matched(test, scenarioOf(work), roles).match.notes).toEqual([
      { key: 'stepUnreached', values: { from: 'work 3', to: 'work 1' } },
    ]);
  });

  it('is broken where a way leads past a step', () => {
    const broken = (from: string, to: string) => ({
      by: 'structure',
      judgement: 'broken',
      notes: [{ key: 'stepSkipped', values: { from, to } }],
    });
    expect(ask([into(1), into(2, { fraction: 0.01 })], [into(2)], [])).toEqual(broken('work 1', 'work 2'));
    expect(ask([into(1), into(3)], [into(2)], [], [into(2)])).toEqual(broken('work 1', 'work 2'));
  });

  it('lets what a sample does not draw go past its step, but not what it draws', () => {
    const sampled = ['work 1'];
    const way = (first: ReturnType<typeof into>[]) => {
      const { match } = matched(
        { kind: 'steps', steps, sampled },
        scenarioOf([{ followUps: first }, { followUps: [into(2)] }, {}]),
      );
      return 'judgement' in match ? match.judgement : match.by;
    };
    const drawn = (above: number | undefined, more = {}) =>
      into(1, { fraction: 0.2, ...(above === undefined ? {} : { above }), ...more });
    const rest = (above: number | undefined) => into(2, { fraction: 0.8, ...(above === undefined ? {} : { above }) });
    expect(way([drawn(0), rest(0.2)])).toBe('held');
    expect(way([drawn(undefined)])).toBe('held');
    // Drawn by themselves, some go both ways; and so they do when the two happen on different occasions.
    expect(way([drawn(undefined), rest(undefined)])).toBe('broken');
    expect(way([drawn(0, { outcome: 'unresolved' }), rest(0)])).toBe('broken');
  });

  it('asks of the work of a role only what the steps lead to', () => {
    const roles = { second: { names: ['work 1', 'work 3'], channels: [] } };
    const work = [[into(1)], [into(2)], [], [] as ReturnType<typeof into>[]].map((followUps) => ({ followUps }));
    const test = { kind: 'steps', steps: ['work 0', 'second', 'work 2'] };
    expect(matched(test, scenarioOf(work), roles).match).toMatchObject({ judgement: 'held' });
  });

  it('needs work for every step', () => {
    expect(matched({ kind: 'steps', steps }, scenarioOf([{}])).match).toEqual({
      by: 'none',
      notes: ['work 1', 'work 2'].map((role) => ({ key: 'noWork', values: { role, names: [role] } })),
    });
    // Two steps have none between them to pass by; work of which nothing is said leads nowhere.
    const two = { kind: 'steps', steps: ['work 0', 'work 1'] };
    expect(matched(two, scenarioOf([{ followUps: [into(1)] }, {}])).match).toMatchObject({ judgement: 'held' });
    expect(matched(two, scenarioOf([{}, {}])).match).toMatchObject({ judgement: 'broken' });
  });
});

describe('a clause about what follows', () => {
  const chain = { of: 'work 0', after: ['handled'], becomes: 'work 1', share: 0.1 };
  const ask = (changes: Record<string, unknown>, work: Work, more: Record<string, unknown> = {}) =>
    matched({ kind: 'follows', chains: [{ ...chain, ...changes }], ...more }, scenarioOf([work, {}]));
  const enough = (found: number, outcome = 'handled', share = 0.1) => ({
    by: 'structure',
    judgement: 'held',
    notes: [{ key: 'enough', values: { from: 'work 0', to: 'work 1', outcome, found, share } }],
  });
  const tooFew = (found: number, outcome = 'handled', share = 0.1) => ({
    by: 'structure',
    judgement: 'broken',
    notes: [{ key: 'tooFew', values: { from: 'work 0', to: 'work 1', outcome, found, share } }],
  });

  it('is held from its share on, and broken below', () => {
    const drawn = (fraction: number) => ask({}, { followUps: [into(1, { fraction })] }).match;
    expect(drawn(0.1)).toEqual(enough(0.1));
    expect(drawn(0.3 - 0.2)).toMatchObject({ judgement: 'held' });
    expect(drawn(0.0999)).toEqual(tooFew(0.0999));
    expect(ask({}, {}).match).toEqual(tooFew(0));
  });

  it('counts what becomes of the work in the group that draws least, of those able to do it', () => {
    const followUps = [into(1, { fraction: 0.25, byGroup: [0.5, 1] }), into(0)];
    expect(ask({}, { followUps }).match).toEqual(enough(0.125));
    const scenario = scenarioOf([{ followUps }, {}]);
    const able = { ...scenario, groups: [{ speeds: [0, 1] }, { speeds: [1, 1] }] } as Scenario;
    expect(matched({ kind: 'follows', chains: [chain] }, able).match).toEqual(enough(0.25));
  });

  it('adds what follows whatever is handled, what follows a settled matter and what follows an open one', () => {
    const followUps = [
      into(1, { fraction: 0.125 }),
      into(1, { outcome: 'resolved', fraction: 0.5 }),
      into(1, { outcome: 'unresolved', fraction: 1, byGroup: [2, 2] }),
      into(1, { outcome: 'abandoned' }),
    ];
    // 0.125 + 0.75 · 0.5 + 0.25 · 1, a share being 1 at most.
    expect(ask({ share: 0.75 }, { followUps, outcome: { resolved: [0.75, 0.75] } }).match).toEqual(
      enough(0.75, 'handled', 0.75),
    );
    // Where nothing is said of outcomes, every matter is settled.
    expect(ask({ share: 0.625 }, { followUps }).match).toEqual(enough(0.625, 'handled', 0.625));
  });

  it('follows work on the way that is always handled in the end, and no other', () => {
    const chains = [{ ...chain, share: 0.2 }];
    const byWayOf = (between: Work) => {
      const around = [{ followUps: [into(2, { fraction: 0.5 })] }, {}];
      const last = { followUps: [into(1, { fraction: 0.5 })], ...between };
      const { match } = matched({ kind: 'follows', chains }, scenarioOf([...around, last]));
      return 'judgement' in match ? match.judgement : match.by;
    };
    expect(byWayOf({ closing: 'keep' })).toBe('held');
    // Who waits may hang up.
    expect(byWayOf({ closing: 'serve' })).toBe('broken');
    // A circle on the way is counted once, and ends.
    expect(byWayOf({ closing: 'keep', followUps: [into(2), into(1, { fraction: 0.5 })] })).toBe('held');
    expect(byWayOf({ closing: 'keep', followUps: [into(2), into(0)] })).toBe('broken');
  });

  it('asks for each outcome that the work can have', () => {
    const after = ['resolved', 'unresolved', 'dissatisfied'];
    const followUps = after.map((outcome, i) => into(1, { outcome, fraction: (i + 1) / 4 }));
    const found = (outcome: Record<string, unknown> | undefined) =>
      ask({ after, share: 0 }, { followUps, outcome }).match.notes.map((note) =>
        note.key === 'enough' ? [note.values.outcome, note.values.found] : note,
      );
    expect(found(undefined)).toEqual([['resolved', 0.25]]);
    expect(found({ resolved: [0, 0] })).toEqual([['unresolved', 0.5]]);
    expect(found({ resolved: [1, 0.5], satisfaction: { rated: 0 } })).toEqual([
      ['resolved', 0.25],
      ['unresolved', 0.5],
    ]);
    expect(found({ resolved: [0, 0.5] })).toHaveLength(2);
    expect(found({ resolved: [1, 1], satisfaction: { rated: 0.1 } })).toEqual([
      ['resolved', 0.25],
      ['dissatisfied', 0.75],
    ]);
  });

  it('cannot be tested where the outcome never happens, or nobody can do the work', () => {
    const never = (after: string[]) => ({
      by: 'none',
      notes: [{ key: 'neverHappens', values: { work: 'work 0', after } }],
    });
    expect(ask({ after: ['dissatisfied'] }, {}).match).toEqual(never(['dissatisfied']));
    expect(ask({ after: ['unresolved'] }, {}).match).toEqual(never(['unresolved']));
    expect(ask({ after: ['resolved'] }, { outcome: { resolved: [0, 0] } }).match).toEqual(never(['resolved']));
    const nobody = scenarioOf([{ followUps: [into(1)] }, {}], { groups: [{ speeds: [0, 1] }] });
    expect(matched({ kind: 'follows', chains: [chain] }, nobody).match).toEqual(never(['handled']));
  });

  it('is broken where the mark is lower than the norm’s', () => {
    const marked = (dissatisfiedBelow: number, after: string[], pointsBelow?: number) =>
      ask(
        { after, share: 0, ...(pointsBelow === undefined ? {} : { pointsBelow }) },
        { outcome: { resolved: [1, 1], satisfaction: { rated: 1, dissatisfiedBelow } } },
      ).match;
    expect(marked(79, ['dissatisfied'], 80)).toEqual({
      by: 'structure',
      judgement: 'broken',
      notes: [{ key: 'lowMark', values: { work: 'work 0', scenario: 79, norm: 80 } }],
    });
    expect(marked(80, ['dissatisfied'], 80)).toMatchObject({ judgement: 'held' });
    expect(marked(79, ['dissatisfied'])).toMatchObject({ judgement: 'held' });
    expect(marked(79, ['handled'], 80)).toMatchObject({ judgement: 'held' });
  });

  describe('where quality is simulated', () => {
    const sample = (changes: Record<string, unknown>) => ({
      of: [0],
      becomes: 1,
      rule: { kind: 'simple', percent: 12.5 },
      ...changes,
    });
    const quality = (...samples: unknown[]) => ({
      quality: { work: [0], samples, evaluators: { work: [1] }, pass: 79 },
    });
    const asked = (changes: Record<string, unknown>, own: Work, more: Record<string, unknown>) =>
      matched({ kind: 'follows', chains: [{ ...chain, ...changes }] }, scenarioOf([own, {}], more)).match;

    it('counts what its samples draw of the work beside what follows of itself', () => {
      const drawn = (...samples: unknown[]) => asked({ share: 0.125 }, {}, quality(...samples));
      expect(drawn(sample({}))).toEqual(enough(0.125, 'handled', 0.125));
      expect(drawn(sample({}), sample({}))).toEqual(enough(0.25, 'handled', 0.125));
      // Samples of other work, and for others than these evaluators, do not count.
      expect(drawn(sample({ of: [1] }), sample({ becomes: 0 }))).toEqual(tooFew(0, 'handled', 0.125));
      // So many a day of each agent is no share that can be known beforehand.
      expect(drawn(sample({ rule: { kind: 'per-agent' } }))).toEqual(tooFew(0, 'handled', 0.125));
      const own = { followUps: [into(1, { fraction: 0.5 })] };
      expect(asked({ share: 0.125 }, own, quality(sample({})))).toEqual(enough(0.625, 'handled', 0.125));
      // They draw what is handled, and nothing after another outcome.
      const settled = asked({ after: ['resolved'], share: 0.125 }, {}, quality(sample({})));
      expect(settled).toEqual(tooFew(0, 'resolved', 0.125));
    });

    it('knows that a score may go either way, and breaks a clause by a mark lower than the norm’s', () => {
      const roles = { of: 'work 1', after: ['unresolved'], becomes: 'work 0', share: 0 };
      const ask = (changes: Record<string, unknown>) => asked({ ...roles, ...changes }, {}, quality());
      expect(ask({})).toMatchObject({
        judgement: 'held',
        notes: [{ key: 'enough', values: { outcome: 'unresolved' } }],
      });
      expect(ask({ after: ['resolved'] })).toMatchObject({ judgement: 'held' });
      expect(ask({ after: ['dissatisfied'] })).toMatchObject({ by: 'none', notes: [{ key: 'neverHappens' }] });
      expect(ask({ pointsBelow: 80 })).toEqual({
        by: 'structure',
        judgement: 'broken',
        notes: [{ key: 'lowMark', values: { work: 'work 1', scenario: 79, norm: 80 } }],
      });
      expect(ask({ pointsBelow: 79 })).toMatchObject({ judgement: 'held' });
      expect(ask({ pointsBelow: 80, after: ['handled'] })).toMatchObject({ judgement: 'held' });
      const never = { outcome: { resolved: [0, 0] } };
      const scored = { quality: { work: [], samples: [], evaluators: { work: [0] }, pass: 79 } };
      expect(asked({ after: ['resolved'], share: 0 }, never, scored)).toMatchObject({ judgement: 'held' });
      const notScored = asked(
        { after: ['unresolved'], share: 0, pointsBelow: 80 },
        { outcome: { resolved: [0, 0] } },
        quality(),
      );
      expect(notScored).toMatchObject({ judgement: 'held' });
    });
  });

  const two = (...chains: Record<string, unknown>[]) => ({
    kind: 'follows',
    chains: chains.map((one) => ({ ...chain, ...one })),
  });

  it('is broken by one chain, else untestable by one, and says nothing of the others', () => {
    const never = { of: 'work 1', after: ['dissatisfied'], becomes: 'work 0' };
    const scenario = (fraction: number) => scenarioOf([{ followUps: [into(1, { fraction })] }, {}]);
    expect(matched(two({}, never), scenario(0.05)).match).toEqual(tooFew(0.05));
    expect(matched(two({}, never), scenario(1)).match).toMatchObject({ by: 'none', notes: [{ key: 'neverHappens' }] });
    expect(keysOf(matched(two({}, { share: 0.5 }), scenario(1)).match)).toEqual(['enough', 'enough']);
    expect(keysOf(matched(two({}, { of: 'x' }, { of: 'x' }), scenario(1)).match)).toEqual(['noWork']);
  });

  it('becomes a promise with a clock of its own where what follows must be done in time', () => {
    const own = { name: 'own' } as ServiceClock;
    const followUps = [into(1), into(2)];
    const scenario = scenarioOf([{ followUps }, {}, {}], { clocks: [own] });
    const test = { ...two({ becomes: 'work 2' }, {}), doneWithinHours: 72 };
    const { match, clocks } = matched(test, scenario);
    expect(keysOf(match)).toEqual(['enough', 'enough', 'doneWithin']);
    expect(match.notes[2].values).toEqual({ hours: 72 });
    expect(match).toMatchObject({ by: 'simulation', isShareAssumed: true });
    expect(match.by === 'simulation' && match.promise).toEqual({
      measure: 'on-time',
      variant: 'decided',
      answerWithin: 0,
      shortAbandon: 0,
      clock: 1,
      target: 0.95,
      sense: 'at-least',
      scope: 'day',
      work: [1, 2],
      hours: allHours,
      dayShare: 0.9,
    });
    expect(clocks).toEqual([
      own,
      {
        name: 'ticket.close',
        starts: [1, 2].map((work) => ({ work, point: 'created' })),
        stops: [1, 2].map((work) => ({ work, point: 'handled' })),
        pauses: { from: [], until: [] },
        within: 72 * hour,
        hours: null,
        moments: [],
        extension: { fraction: 0, seconds: 0, noticed: 1 },
        remindBefore: 0,
      },
    ]);
  });
});

describe('a clause that the scenario declares', () => {
  const test = { kind: 'declared', items: ['wording', 'process'] };
  const ask = (norm?: unknown) => matched(test, scenarioOf([{}], norm === undefined ? {} : { norm })).match;

  it('is held by a list that has everything, broken by one that lacks something, and untestable without a list', () => {
    expect(ask({ declares: { 'ticket.close': ['process', 'more', 'wording'] } })).toEqual({
      by: 'declaration',
      judgement: 'held',
      notes: [{ key: 'declared', values: { items: ['wording', 'process'] } }],
    });
    expect(ask({ declares: { 'ticket.close': ['wording'] } })).toEqual({
      by: 'declaration',
      judgement: 'broken',
      notes: [{ key: 'lacking', values: { items: ['process'] } }],
    });
    const undeclared = {
      by: 'none',
      notes: [{ key: 'notDeclared', values: { clause: 'ticket.close', items: ['wording', 'process'] } }],
    };
    for (const norm of [undefined, {}, { declares: { other: ['wording'] } }]) expect(ask(norm)).toEqual(undeclared);
  });
});
