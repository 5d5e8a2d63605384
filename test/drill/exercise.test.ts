import { describe, expect, it } from 'vitest';
import { type Course, liveThrough, runCourse } from '../../src/drill/course.ts';
import { readHeader, readLog, resultsHash, writeLog, writeOrder } from '../../src/drill/decision-log.ts';
import type { Drill, Order } from '../../src/drill/drill.ts';
import { compileDrill } from '../../src/drill/exercise.ts';
import { calmFrom, outcomeOf } from '../../src/drill/outcome.ts';
import { rateObjectives } from '../../src/drill/rate-objectives.ts';
import { readOrder } from '../../src/drill/resolve-plans.ts';
import { interval, reviewExercise } from '../../src/drill/review.ts';
import { type ContactColumn, contactOffset, outcomeOffset } from '../../src/sim/run.ts';
import { centreText, changed, drillText, readDrill } from './made-drill.ts';

const drill = readDrill();
const centre = compileDrill(drill, 'drill');
const [good, , script] = drill.plans;
const run = (course: Course, day = 0) => runCourse(drill, centre, day, course);
const played = run({ acts: 'plan', plan: good });

/** Decisions of a test, at minutes after eight. */
const decide = (orders: readonly [number, string][]): Course => ({
  acts: 'decisions',
  plan: good,
  decisions: orders.map(([minutes, text]) => {
    const order = readOrder(text, drill.levers, good.levels);
    if ('fault' in order) throw new Error(JSON.stringify(order.fault));
    return { at: 8 * 3600 + minutes * 60, by: '', because: '', order };
  }),
});

describe('runExercise', () => {
  it('follows the levels up and down, and stands down at the end', () => {
    const told = played.decisions.map(({ order }) => writeOrder(order, drill.levers));
    // The queue passes both thresholds within the same minutes; down it goes one level at a time.
    expect(told).toEqual(['level II', 'level III', 'stand down']);
    for (const { at, because } of played.decisions) {
      expect(at).toBeGreaterThanOrEqual(drill.from);
      expect(at).toBeLessThan(drill.to);
      expect(because).toContain('queue');
    }
    expect(played.track.at(-1)?.working.every((one) => one === 0)).toBe(true);
  });

  it('lets a lever work after its delay and ends it when its time is over', () => {
    const { events } = run(
      decide([
        [60, 'home 4'],
        [60, 'breaks 2'],
      ]),
    );
    const of = (name: string) =>
      events
        .filter(({ lever }) => drill.levers[lever].name === name)
        .map(({ agents, time, what }) => [what, time / 60 - 480, agents]);
    // Twenty minutes of travel; three hours would be left, but the exercise ends at half past eleven.
    expect(of('home')).toEqual([
      ['works', 80, 4],
      ['ends', 210, 0],
    ]);
    expect(of('breaks')).toEqual([
      ['works', 61, 2],
      ['ends', 91, 0],
    ]);
  });

  it('takes borrowed breaks afterwards: as many are missing for as long', () => {
    const { track } = run(decide([[60, 'breaks 3']]));
    const without = run({ acts: 'nobody', plan: good }).track;
    const extra = (minute: number) => {
      const at = 8 * 3600 + minute * 60;
      const present = (points: typeof track) => points.find(({ time }) => time === at)?.loggedIn ?? Number.NaN;
      return present(track) - present(without);
    };
    expect([75, 90].map(extra)).toEqual([3, 3]);
    // Who is in a call when he should go finishes it first.
    expect([105, 118].map(extra)).toEqual([-3, -3]);
    expect([130, 150].map(extra)).toEqual([0, 0]);
  });

  it('charges each lever by its hours and its uses', () => {
    const { costs, hours } = run(
      decide([
        [60, 'home 4'],
        [60, 'tell'],
      ]),
    );
    const home = drill.levers.findIndex(({ name }) => name === 'home');
    expect(hours[home]).toBeCloseTo((4 * 130) / 60, 6);
    expect(costs[home]).toBeCloseTo((4 * 130) / 60, 6);
    expect(costs.reduce((sum, one) => sum + one, 0)).toBe(costs[home]);
  });

  it('keeps people for the hours that they are paid for', () => {
    const { events } = run(
      decide([
        [40, 'home 4'],
        [65, 'release home'],
      ]),
    );
    expect(events.map(({ time, what }) => [what, time / 60 - 480])).toEqual([
      ['works', 60],
      ['ends', 180],
    ]);
  });
});

describe('a centre whose calls leave tickets', () => {
  const ticketed = readDrill(
    drillText
      .replace('office: { kind: back-office, agents: 4,', 'office: { kind: back-office, agents: 4, from: desk,')
      .replace('tell: { kind: announcement, touches: [inquiry],', 'tell: { kind: announcement,'),
    {
      centre: centreText
        .replace('after: { abandoned:', 'after: { handled: { becomes: { ticket: { fraction: 1 } } }, abandoned:')
        .replace(
          'people:',
          '  ticket: { channel: case, hours: "08:00-12:00", handleSeconds: 60 }\nclocks: { done: { starts: { ticket: created }, stops: { ticket: handled }, withinHours: 1 } }\npeople:',
        )
        .replace('second:', 'desk: { skills: { ticket: 1 }, staff: 6 }\n    second:'),
    },
  );
  const at = (orders: readonly [number, string][]) =>
    runCourse(ticketed, compileDrill(ticketed, 'drill'), 0, {
      acts: 'decisions',
      plan: ticketed.plans[0],
      decisions: orders.map(([minutes, text]) => {
        const order = readOrder(text, ticketed.levers, ticketed.plans[0].levels);
        if ('fault' in order) throw new Error(JSON.stringify(order.fault));
        return { at: 8 * 3600 + minutes * 60, by: '', because: '', order };
      }),
    });
  const sum = ({ record: { data, layout } }: ReturnType<typeof at>, type: number, column: ContactColumn) => {
    const from = contactOffset(layout, type, column);
    return data.subarray(from, from + layout.intervals).reduce((total, one) => total + one, 0);
  };

  it('gets as many tickets from calls that people on loan take, and lacks them at the tickets meanwhile', () => {
    const lent = at([
      [60, 'office'],
      [60, 'home'],
    ]);
    // Every call that somebody has handled leaves a ticket.
    const { data, layout } = lent.record;
    const from = outcomeOffset(layout, 2, 'arisen');
    const arisen = data.subarray(from, from + layout.intervals).reduce((total, one) => total + one, 0);
    expect(arisen).toBe(sum(lent, 0, 'answered'));
    const present = lent.track.filter(({ time }) => time > 9.5 * 3600 && time < 11 * 3600);
    expect(
      present.every(({ working }) => working[ticketed.levers.findIndex(({ name }) => name === 'office')] === 4),
    ).toBe(true);
    const idle = at([]);
    const waited = (result: typeof lent) => Math.max(...result.track.map(({ waiting }) => waiting[2]));
    expect(waited(lent)).toBeGreaterThan(waited(idle));
  });

  it('tells callers what is going on, and no ticket hears it', () => {
    const told = at([[60, 'tell']]);
    expect(told.steered[0].informed).toBeGreaterThan(0);
    expect(told.steered[2].informed).toBe(0);
    expect(ticketed.levers[0].types).toEqual([0, 1]);
  });

  it('counts customers in its queue and no tickets', () => {
    for (const { queue, waiting } of at([]).track) expect(queue).toBe(waiting[0] + waiting[1]);
  });
});

describe('the log', () => {
  const clock = (moment: number) => new Date(moment * 1000).toISOString().slice(11, 16);
  const header = {
    ...{ format: 'callfloor-drill-log' as const, formatVersion: 1 as const, version: '1', drill: 'drill' },
    ...{ drillHash: drill.hash, file: 'drill.yaml', plan: 'good', seed: 'drill', run: 0, live: false },
  };
  const log = writeLog(header, drill, played, clock);
  const check = (text: string, of: Drill = drill) => readLog(text, 'log', of, '1');

  it('replays to identical bytes', () => {
    const { decisions, results } = check(log);
    const again = run({ acts: 'decisions', plan: good, decisions });
    expect(again.record.data).toEqual(played.record.data);
    expect(resultsHash(again)).toBe(results);
    expect(writeLog(header, drill, again, clock)).toBe(log);
  });

  it('notices when any one character is another', () => {
    for (let at = 0; at < log.length; at += 7) {
      const other = log[at] === '1' ? '2' : '1';
      const edited = log.slice(0, at) + other + log.slice(at + 1);
      expect(() => check(edited), `character ${at}`).toThrow(/log/);
      const shorter = log.slice(0, at) + log.slice(at + 1);
      expect(() => check(shorter), `without character ${at}`).toThrow(/log/);
    }
  });

  it('notices a line taken out, put elsewhere, or missing at the end', () => {
    const lines = log.split('\n');
    for (let line = 0; line < lines.length - 1; line++) {
      expect(() => check(lines.filter((_, i) => i !== line).join('\n'))).toThrow(/log/);
    }
    expect(() => check([lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n'))).toThrow('line 2 was changed');
    expect(() => check(log.trimEnd())).toThrow('whose end is missing');
  });

  it('refuses a log of another drill or version, and what is no log', () => {
    expect(() => check(log, readDrill(changed('times: 2.5', 'times: 2')))).toThrow('a log of the drill');
    expect(() => readLog(log, 'log', drill, '2')).toThrow('written by Callfloor 2');
    expect(() => readHeader('{"a":1}\n', 'log')).toThrow('the log of a drill');
    expect(() => readHeader('hello\n', 'log')).toThrow('the log of a drill');
    expect(() => readHeader('', 'log')).toThrow(/log/);
  });

  it('writes orders as they are read', () => {
    const orders: Order[] = [
      { action: 'level', level: 0 },
      { action: 'level', level: 2 },
      ...drill.levers.flatMap((lever, i): Order[] => [
        { action: 'pull', lever: i, agents: lever.capacity },
        { action: 'release', lever: i },
      ]),
    ];
    for (const order of orders)
      expect(readOrder(writeOrder(order, drill.levers), drill.levers, good.levels)).toEqual(order);
    expect(readOrder('启动 home 3', drill.levers, good.levels)).toEqual({ action: 'pull', lever: 8, agents: 3 });
    expect(readOrder('解除响应', drill.levers, good.levels)).toEqual({ action: 'level', level: 0 });
  });
});

describe('calmFrom', () => {
  it('is the moment from which the mean of fifteen minutes stays low', () => {
    const track = Array.from({ length: 181 }, (_, minute) => ({
      ...{ time: minute * 60, queue: minute >= 30 && minute < 60 ? 30 : 0, waiting: [], longestWait: 0 },
      serviceLevel: null,
      ...{ occupancy: null, loggedIn: 0, busy: 0, level: 0, working: [] },
    }));
    // At minute m ≥ 60 the mean is 30 · (15 − (m − 59)) / 15, at most 6 from m = 71 on.
    expect(calmFrom({ from: 0, to: 10_800, normalQueue: 6 }, track)).toBe(71 * 60);
    expect(calmFrom({ from: 0, to: 3000, normalQueue: 6 }, track)).toBe(null);
  });
});

describe('rateObjectives', () => {
  it('rates what was reached', () => {
    const idle = run({ acts: 'nobody', plan: good });
    const ratings = (result: typeof idle) =>
      rateObjectives(drill, result, outcomeOf(drill, result)).map(({ rating }) => rating);
    expect(ratings(played)[1]).toBe('P');
    expect(ratings(idle)[1]).toBe('U');
  });
});

describe('acting earlier', () => {
  it('serves more customers while the backlog grows', async () => {
    // The rush brings 2.5 times what the agents can do: the fluid backlog grows from its first minute, so every minute counts.
    const courses = [0, 15, 30].map((minutes) =>
      decide([
        [60 + minutes, 'office'],
        [60 + minutes, 'longer'],
      ]),
    );
    const days = await liveThrough(drill, courses, { seed: 'drill', from: 0, days: 30 });
    const more = (a: number, b: number) =>
      interval(
        days.map((day) => day[b].lost - day[a].lost),
        0.99,
      );
    expect(more(0, 1).low).toBeGreaterThan(0);
    expect(more(1, 2).low).toBeGreaterThan(0);
  });
});

describe('reviewExercise', () => {
  it('tells what each decision was worth on the same customers', async () => {
    const { decisions } = run({ acts: 'plan', plan: script });
    const review = await reviewExercise(drill, script, decisions, { seed: 'drill', run: 0, days: 6 });
    expect(review.courses).toHaveLength(2 + drill.plans.length + 5 * decisions.length);
    const [decided, nobody] = review.courses;
    expect(decided.saves).toEqual({ point: 0, low: 0, high: 0 });
    expect(nobody.saves.low).toBeGreaterThan(0);
    expect(nobody.cost).toBe(0);
    const plan = review.courses.find(({ change }) => change.kind === 'plan' && change.plan === 2);
    expect(plan?.lost).toBe(decided.lost);
    expect(review.best.regret.point).toBeGreaterThanOrEqual(0);
    await expect(reviewExercise(drill, script, [], { seed: '1', run: 0, days: 1 })).rejects.toThrow('days: expected');
  });
});
