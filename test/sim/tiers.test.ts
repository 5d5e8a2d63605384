/** Tiers of customers who wait as long as their tier does. */
import { describe, expect, it } from 'vitest';
import {
  atRate,
  clock,
  exponential,
  fixed,
  group,
  noRedial,
  scenario,
  workType,
} from '../../bench/scenario-builder.ts';
import type { Scenario, WorkType } from '../../src/scenario/scenario.ts';
import { compile } from '../../src/sim/compile.ts';
import { contactOffset, tierClockOffset, tierOffset } from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';

const horizon = 200_000;

function waits(work: Partial<WorkType>, more: Partial<Scenario> = {}): { count: number; wait: number }[] {
  const centre = scenario({
    clock: clock(horizon, horizon),
    work: [workType('calls', horizon, { arrivals: atRate(0.05, horizon), ...work })],
    groups: [group('nobody', 0)],
    tiers: [
      { name: 'core', share: 0.2, patience: 0.5 },
      { name: 'ordinary', share: 0.5 },
      { name: 'patient', share: 0.3, patience: 3 },
    ],
    ...more,
  });
  const { data, layout } = simulate(compile(centre, 'tiers'), 0);
  return [0, 1, 2].map((tier) => ({
    count: data[tierOffset(layout, 0, tier, 'abandoned')],
    wait: data[tierOffset(layout, 0, tier, 'abandonedWait')],
  }));
}

describe('simulate, patience by tier', () => {
  it('multiplies how long each customer would wait, and no one else’s', () => {
    for (const [tier, { count, wait }] of waits({ patience: fixed(100) }).entries()) {
      expect(count).toBeGreaterThan(1000);
      expect(wait).toBe(count * [50, 100, 300][tier]);
    }
  });

  it('gives a mean that is as many times the work’s (99.9 % confidence)', () => {
    for (const [tier, { count, wait }] of waits({ patience: exponential(100) }).entries()) {
      const mean = [50, 100, 300][tier];
      expect(Math.abs(wait / count - mean)).toBeLessThan((3.29 * mean) / Math.sqrt(count));
    }
  });

  it('counts the requests and callers of each tier where a run keeps no columns of their own for them', () => {
    const centre = scenario({
      clock: clock(horizon, horizon),
      work: [workType('calls', horizon, { arrivals: atRate(0.05, horizon), patience: exponential(100) })],
      groups: [group('desk', 8)],
      tiers: [
        { name: 'core', share: 0.2 },
        { name: 'ordinary', share: 0.8 },
      ],
    });
    const { data, layout } = simulate(compile(centre, 'tiers'), 0);
    for (const [column, same] of [
      ['requests', 'arrived'],
      ['callers', 'arrived'],
      ['callersAnswered', 'answered'],
    ] as const) {
      const tiers = [0, 1].map((tier) => data[tierOffset(layout, 0, tier, column)]);
      expect(tiers).toEqual([0, 1].map((tier) => data[tierOffset(layout, 0, tier, same)]));
      expect(Math.min(...tiers)).toBeGreaterThan(1000);
      expect(tiers[0] + tiers[1]).toBe(data[contactOffset(layout, 0, column)]);
    }
    expect(data[tierOffset(layout, 0, 0, 'selfServed')]).toBe(0);
  });

  it('multiplies once where the next attempt keeps its patience', () => {
    const again = { ...noRedial, fraction: 1, maxAttempts: 3, after: fixed(10), keepsPatience: true };
    const redial = { abandoned: again, blocked: noRedial, balked: noRedial };
    for (const [tier, { count, wait }] of waits({ patience: fixed(100), redial }).entries()) {
      expect(wait).toBe(count * [50, 100, 300][tier]);
    }
  });

  it('lets who waits for ever wait for ever, and hangs up while it rings', () => {
    expect(waits({}).every(({ count }) => count === 0)).toBe(true);
    const ringing = waits({ patience: fixed(4), ring: fixed(6), talk: fixed(1) }, { groups: [group('many', 50)] });
    // Two and four seconds end before the six of ringing; twelve do not.
    expect(ringing.map(({ count, wait }) => (count === 0 ? 0 : wait / count))).toEqual([2, 4, 0]);
  });
});

describe('simulate, clocks by tier', () => {
  it('tells who was served in time from who hung up or waited for too long, chain by chain', () => {
    // Nobody serves: cases follow from who hung up, are begun by nobody, and their clocks run out; those of core customers begin sooner.
    const centre = scenario({
      clock: clock(horizon, horizon),
      work: [
        workType('calls', horizon, {
          arrivals: atRate(0.05, 100_000),
          patience: fixed(100),
          followUps: [
            { outcome: 'abandoned', becomes: 1, fraction: 1, perMinuteWaited: 0, byGroup: [1], after: fixed(1000) },
          ],
        }),
        workType('cases', horizon, { channel: 'case', closing: 'keep', talk: fixed(1) }),
      ],
      groups: [{ ...group('office', 40), speeds: [0, 1] }],
      routing: {
        ...{ kind: 'own', agentChoice: 'longest-idle' },
        queues: [[{ type: 1, tier: 0, base: 0, perSecond: 1 }]],
        groups: [[], [{ group: 0, afterSeconds: 0 }]],
      },
      tiers: [
        { name: 'core', share: 0.2, patience: 0.5 },
        { name: 'ordinary', share: 0.8 },
      ],
      clocks: [
        {
          ...{ name: 'reply', starts: [{ work: 0, point: 'created' }], stops: [{ work: 1, point: 'handled' }] },
          ...{ pauses: { from: [], until: [] }, within: 1075, hours: null, moments: [], remindBefore: 0 },
          extension: { fraction: 0, seconds: 0, noticed: 1 },
        },
      ],
    });
    const { data, layout } = simulate(compile(centre, 'tiers'), 0);
    const at = (tier: number, column: 'started' | 'met' | 'missed') => data[tierClockOffset(layout, 0, tier, column)];
    // 50 s of waiting and 1000 until the case leave 25 s of 1075; 100 s are too many.
    expect(at(0, 'started')).toBeGreaterThan(800);
    expect(at(0, 'met')).toBe(at(0, 'started'));
    expect(at(1, 'started')).toBeGreaterThan(3500);
    expect(at(1, 'missed')).toBe(at(1, 'started'));
    expect([at(0, 'missed'), at(1, 'met')]).toEqual([0, 0]);
  });
});
