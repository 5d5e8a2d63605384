/** Breaks that contacts delay or swallow: by hand, and against what a lost-calls queue does to whoever is due for a break. */
import { describe, expect, it } from 'vitest';
import { atRate, clock, exponential, fixed, scenario, workType } from '../../bench/scenario-builder.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import type { NamedAgent, Scenario, Span, WorkType } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { type GroupColumn, groupOffset, lateBreakSeconds, type RunRecord } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';

const step = 1000;

function centre(horizon: number, work: Partial<WorkType>, agents: Pick<NamedAgent, 'onQueue' | 'breaks'>[]): Scenario {
  return scenario({
    clock: clock(horizon, step),
    work: [workType('calls', horizon, work)],
    groups: [
      {
        ...{ name: 'team', speeds: [1] },
        staff: {
          source: 'named',
          agents: agents.map((agent, i) => ({ name: `agent ${i}`, paid: agent.onQueue, ...agent })),
        },
      },
    ],
  });
}

const run = (of: Scenario) => simulate(compile(of, 'breaks'), 0);

const calls = (...times: number[]): WorkType['arrivals'] => ({
  process: 'recorded',
  spans: times.map((t) => ({ from: t, to: t })),
  counts: times.map(() => 1),
});

/** The intervals in which a column is not zero, with what stands there. */
function booked({ data, layout }: RunRecord, column: GroupColumn): [number, number][] {
  const from = groupOffset(layout, 0, column);
  return Array.from(data.slice(from, from + layout.intervals).entries()).filter(([, value]) => value !== 0);
}

const shift = (...spans: [number, number][]) => ({
  onQueue: spans.map(([from, to]) => ({ from, to })),
  breaks: spans.slice(1).map(([from], i) => ({ from: spans[i][1], to: from })),
});

describe('simulate, breaks of named people', () => {
  it('begin on time when nobody is served then', () => {
    const record = run(centre(10_000, { arrivals: calls(100), talk: fixed(300) }, [shift([0, 1500], [2100, 5000])]));
    expect(booked(record, 'breaksDue')).toEqual([[1, 1]]);
    for (const column of ['breaksLate', 'breaksMissed', 'breakDelay', 'longStretches'] as const) {
      expect(booked(record, column)).toEqual([]);
    }
  });

  it('begin when a contact is finished, taken whole, and count by when they were planned', () => {
    // From 1400 to 2300 he talks: the break of 1500 begins 800 s late and ends at 2900, so the call of 2200 waits until then.
    const record = run(
      centre(10_000, { arrivals: calls(1400, 2350), talk: fixed(900) }, [shift([0, 1500], [2100, 5000])]),
    );
    expect(booked(record, 'breaksDue')).toEqual([[1, 1]]);
    expect(booked(record, 'breaksLate')).toEqual([[1, 1]]);
    expect(booked(record, 'breakDelay')).toEqual([[1, 800]]);
    const waited = record.data.slice(groupOffset(record.layout, 0, 'loggedIn'));
    // Logged in until 2300, from 2900 to 5000.
    expect(waited.slice(0, 10).reduce((sum, seconds) => sum + seconds, 0)).toBe(2300 + 2100);
  });

  it('are late only beyond five minutes', () => {
    const late = (talk: number) =>
      booked(
        run(centre(10_000, { arrivals: calls(1400), talk: fixed(talk) }, [shift([0, 1500], [2100, 5000])])),
        'breaksLate',
      );
    expect(late(100 + lateBreakSeconds)).toEqual([]);
    expect(late(101 + lateBreakSeconds)).toEqual([[1, 1]]);
  });

  it('are missed where the shift ends before the contact does', () => {
    const record = run(centre(10_000, { arrivals: calls(1400), talk: fixed(4000) }, [shift([0, 1500], [2100, 5000])]));
    expect(booked(record, 'breaksMissed')).toEqual([[1, 1]]);
    expect(booked(record, 'breaksLate')).toEqual([]);
    // The next shift has its own.
    const days = shift([0, 1500], [2100, 5000]);
    const next = shift([20_000, 21_500], [22_100, 25_000]);
    const both = {
      onQueue: [...days.onQueue, ...next.onQueue],
      breaks: [...days.breaks, ...next.breaks],
    };
    const twice = run(centre(30_000, { arrivals: calls(1400), talk: fixed(4000) }, [both]));
    expect(booked(twice, 'breaksDue')).toEqual([
      [1, 1],
      [21, 1],
    ]);
    expect(booked(twice, 'breaksMissed')).toEqual([[1, 1]]);
  });

  it('wait for a closing queue that keeps everybody, and are owed afterwards', () => {
    // The work closes at 1500 while a caller is in self-service until 2000; he keeps both agents, and one of them takes him.
    const hours: Span[] = [{ from: 0, to: 1500 }];
    const selfService = { completed: 0, seconds: fixed(1000) };
    const record = run(
      centre(10_000, { arrivals: calls(1000), hours, selfService, talk: fixed(600) }, [
        shift([0, 1500], [2100, 5000]),
        shift([0, 1500], [2100, 5000]),
      ]),
    );
    expect(booked(record, 'breaksDue')).toEqual([[1, 2]]);
    expect(booked(record, 'breakDelay')).toEqual([[1, 500 + 1100]]);
    expect(booked(record, 'breaksLate')).toEqual([[1, 2]]);
  });

  it('leave stretches of more than six hours, as they are lived', () => {
    const hour = 3600;
    const record = run(
      centre(20 * hour, { arrivals: calls(5.9 * hour), talk: fixed(0.5 * hour) }, [
        // Six hours on the roster, of which a contact makes 6.4.
        shift([0, 6 * hour], [7 * hour, 9 * hour]),
        // Eight hours without a break on the roster.
        shift([8 * hour, 16 * hour]),
      ]),
    );
    expect(booked(record, 'longStretches').reduce((sum, [, count]) => sum + count, 0)).toBe(2);
  });

  it('are delayed as the state of a queue without room has it when they are due (99.9 % confidence)', () => {
    // One agent, calls lost while he talks: stationary long before a break is due, he is then busy with a ÷ (1 + a), and what is left of
    // an exponential talk is as long as a talk.
    const [mean, rate, stretch, rest, breaks] = [400, 1 / 600, 12_000, 900, 1500];
    const spans = Array.from({ length: breaks + 1 }, (_, i): [number, number] => {
      const from = i * (stretch + rest);
      return [from, from + stretch];
    });
    const horizon = spans[breaks][1];
    const record = run(
      centre(
        horizon + (step - (horizon % step)),
        { arrivals: atRate(rate, horizon), talk: exponential(mean), waitingRoom: 0 },
        [shift(...spans)],
      ),
    );
    const sum = (column: GroupColumn) => booked(record, column).reduce((all, [, value]) => all + value, 0);
    const busy = (rate * mean) / (1 + rate * mean);
    expect(sum('breaksDue')).toBe(breaks);
    expect(sum('breaksMissed')).toBe(0);
    const { high, low } = proportionInterval(sum('breaksLate'), breaks, 0.999);
    const expected = busy * Math.exp(-lateBreakSeconds / mean);
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    // Delay of a break: mean busy · m, variance 2 · busy · m² − (busy · m)²; 3.29 standard errors.
    const error = Math.sqrt((2 * busy * mean ** 2 - (busy * mean) ** 2) / breaks);
    expect(Math.abs(sum('breakDelay') / breaks - busy * mean)).toBeLessThan(3.29 * error);
  });
});
