/** Whole days against exact answers: the engine's own arrivals, staff changes and bookkeeping by interval, with 2,000 days each. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerWithin, clock, exponential, group, poisson, scenario, workType } from '../../bench/scenario-builder.ts';
import { exactDay } from '../../src/math/exact-day.ts';
import { multiplyCurve, stepCurve } from '../../src/math/rate-curve.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { simulate } from '../../src/sim/simulate.ts';
import { contacts, within } from './figures.ts';

interface Day {
  inputs: {
    aht_s: number;
    mean_patience_s: number;
    t_s: number;
    interval_s: number;
    calls_per_interval: number[];
    agents_per_interval: number[];
    p_balk_if_wait: number;
    event: null | { type: string; factor: number; peak: number; k: number; start_s: number; duration_s: number };
  };
  results: Record<
    string,
    { intervals: { offered: number; p_abandon: number; sl_offered: number; mean_wait_served_s: number }[] }
  >;
}

function read(name: string): Day {
  return JSON.parse(readFileSync(resolve(import.meta.dirname, `../golden/timevarying/tv-pub-${name}.json`), 'utf8'));
}

function dayScenario({ inputs }: Day, leaving: 'pooled' | 'named'): Scenario {
  const { calls_per_interval: calls, event, interval_s: seconds } = inputs;
  const horizon = calls.length * seconds;
  const starts = [...calls, 0].map((_, i) => i * seconds);
  const profile = stepCurve(
    starts,
    calls.map((count) => count / seconds),
  );
  const window = event === null ? undefined : { from: event.start_s, to: event.start_s + event.duration_s };
  const terms =
    event?.type === 'multiply'
      ? [{ c: event.factor, n: 0, k: 0 }]
      : [
          { c: 1, n: 0, k: 0 },
          { c: (event?.peak ?? 0) - 1, n: 0, k: (event?.k ?? 0) / (event?.duration_s ?? 1) },
        ];
  const curve = window === undefined ? profile : multiplyCurve(profile, { ...window, terms });
  return scenario({
    clock: clock(horizon, seconds),
    work: [
      workType('call', horizon, {
        arrivals: poisson(curve),
        balking: inputs.p_balk_if_wait,
        talk: exponential(inputs.aht_s),
        patience: exponential(inputs.mean_patience_s),
      }),
    ],
    groups: [
      group(
        'agents',
        inputs.agents_per_interval.map((agents, i) => ({ from: starts[i], agents })),
        { leaving },
      ),
    ],
    promises: answerWithin(inputs.t_s),
  });
}

/** The z of each interval and count after the given number of days. */
function compare(day: Day, convention: string, leaving: 'pooled' | 'named', days: number): number[] {
  const center = compile(dayScenario(day, leaving), 'golden');
  const expected = day.results[convention].intervals;
  const counts = expected.flatMap(({ mean_wait_served_s, offered, p_abandon, sl_offered }) => [
    offered * sl_offered,
    offered * p_abandon,
    offered * (1 - p_abandon) * mean_wait_served_s,
  ]);
  const sum = new Float64Array(counts.length);
  const squares = new Float64Array(counts.length);
  for (let run = 0; run < days; run++) {
    const record = simulate(center, run);
    expected.forEach((_, i) => {
      const seen = [
        within(record, 'answeredWithin', 0, 0, i),
        contacts(record, 'abandoned', 0, i) + contacts(record, 'balked', 0, i),
        contacts(record, 'answeredWait', 0, i),
      ];
      seen.forEach((x, j) => {
        sum[3 * i + j] += x;
        squares[3 * i + j] += x * x;
      });
    });
  }
  return counts.map((count, i) => {
    const variance = (squares[i] - (sum[i] * sum[i]) / days) / (days - 1);
    return (sum[i] - days * count) / Math.sqrt(days * variance);
  });
}

const rootMeanSquare = (values: number[]) => Math.sqrt(values.reduce((sum, z) => sum + z * z, 0) / values.length);
const worst = (values: number[]) => Math.max(...values.map(Math.abs));

describe('simulate on a day with changing demand and staff', () => {
  const days = 2000;
  for (const name of ['0-msk-singleQueue-13x1h', '1-normal-day', '2-launch-x3-90min', '3-outage-x6-decay-2h']) {
    for (const [convention, leaving] of [
      ['A_pooled_exhaustive', 'pooled'],
      ['B_named_random_exhaustive', 'named'],
    ] as const) {
      it(`agrees with ${name}, ${convention}, in every interval (worst |z| < 4.2, root mean square in 0.75–1.35)`, () => {
        const z = compare(read(name), convention, leaving, days);
        expect(worst(z)).toBeLessThan(4.2);
        expect(rootMeanSquare(z)).toBeGreaterThan(0.75);
        expect(rootMeanSquare(z)).toBeLessThan(1.35);
      });
    }
  }

  it('tells the two conventions of leaving apart', () => {
    expect(worst(compare(read('2-launch-x3-90min'), 'B_named_random_exhaustive', 'pooled', days))).toBeGreaterThan(4.2);
  });
});

describe('a day whose staff is cut again before those busy have finished', () => {
  const starts = [0, 240, 480, 900, 1500];
  const agents = [6, 4, 1, 3];
  const rates = [0.03, 0.03, 0.02, 0.01];
  const [talk, patience, answered] = [600, 150, 20];
  for (const leaving of ['pooled', 'named'] as const) {
    it(`comes out as the exact day says (${leaving})`, () => {
      const exact = exactDay({
        ...{ agents, intervalStarts: starts, arrivalRate: stepCurve(starts, rates), leaving },
        ...{ meanHandleSeconds: talk, meanPatienceSeconds: patience, answerWithinSeconds: answered },
      }).total;
      const horizon = starts[starts.length - 1];
      const center = compile(
        scenario({
          clock: clock(horizon),
          work: [
            workType('call', horizon, {
              arrivals: poisson(stepCurve(starts, rates)),
              ...{ talk: exponential(talk), patience: exponential(patience) },
            }),
          ],
          groups: [
            group(
              'agents',
              agents.map((count, i) => ({ from: starts[i], agents: count })),
              { leaving },
            ),
          ],
          promises: answerWithin(answered),
        }),
        'cut twice',
      );
      const rows = Array.from({ length: 20_000 }, (_, run) => {
        const record = simulate(center, run);
        return [
          contacts(record, 'answered'),
          contacts(record, 'abandoned'),
          within(record, 'answeredWithin', 0, 0),
          contacts(record, 'answeredWait'),
        ];
      });
      const expected = [exact.answered, exact.abandoned, exact.answeredWithin, exact.answeredWaitSeconds];
      expected.forEach((value, of) => {
        const mean = rows.reduce((sum, row) => sum + row[of], 0) / rows.length;
        const variance = rows.reduce((sum, row) => sum + (row[of] - mean) ** 2, 0) / (rows.length - 1);
        // Four figures, 99.9 % together.
        expect(Math.abs(mean - value) / Math.sqrt(variance / rows.length)).toBeLessThan(3.66);
      });
    });
  }
});
