import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentEffect } from '../../src/math/agent-effect.ts';
import { carriedVolume, tolerableHandleTime } from '../../src/math/carried-volume.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { normalCdf, normalQuantile } from '../../src/math/normal.ts';
import type { StaffingTarget } from '../../src/math/required-agents.ts';
import { requiredAgents, staffingHeadroom } from '../../src/math/required-agents.ts';
import { availableAgents, scheduledAgents } from '../../src/math/scheduled-agents.ts';
import { dayConfidence, planConfidence, staffingRange } from '../../src/math/staffing-range.ts';

const ninetyInTen: StaffingTarget = {
  measure: 'serviceLevel',
  variant: 'offered',
  answerWithinSeconds: 10,
  atLeast: 0.9,
};
const demand = { arrivalRate: 2400 / 3600, meanHandleSeconds: 180, meanPatienceSeconds: 60, targets: [ninetyInTen] };

describe('carriedVolume and tolerableHandleTime', () => {
  it('carriedVolume and tolerableHandleTime are the edge at which one more agent is required', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 150 }),
        fc.constantFrom(30, 300, Infinity),
        fc.constantFrom<StaffingTarget>(
          ninetyInTen,
          { measure: 'asa', atMostSeconds: 12 },
          { measure: 'waitProbability', atMost: 0.3 },
          { measure: 'occupancy', atMost: 0.85 },
        ),
        (agents, meanPatienceSeconds, target) => {
          const base = { meanHandleSeconds: 240, meanPatienceSeconds, targets: [target] };
          const arrivalRate = carriedVolume(base, agents);
          expect(requiredAgents({ ...base, arrivalRate })).toBeLessThanOrEqual(agents);
          expect(requiredAgents({ ...base, arrivalRate: arrivalRate * (1 + 1e-9) })).toBe(agents + 1);
          const callers = { arrivalRate, meanPatienceSeconds, targets: [target] };
          const meanHandleSeconds = tolerableHandleTime(callers, agents);
          expect(meanHandleSeconds / 240).toBeCloseTo(1, 9);
          expect(requiredAgents({ ...callers, meanHandleSeconds })).toBeLessThanOrEqual(agents);
        },
      ),
      { seed: 10, numRuns: 60 },
    );
  });

  it('carriedVolume and tolerableHandleTime are 0 without agents and Infinity where nothing breaks', () => {
    expect(carriedVolume(demand, 0)).toBe(0);
    expect(tolerableHandleTime(demand, 0)).toBe(0);
    expect(tolerableHandleTime({ ...demand, arrivalRate: 0 }, 5)).toBe(Infinity);
    expect(carriedVolume({ ...demand, targets: [{ measure: 'abandonment', atMost: 1 }] }, 5)).toBe(Infinity);
  });

  const patient = { meanHandleSeconds: 240, meanPatienceSeconds: Infinity };

  it.each([1e-6, 0.1, 12, 3000])('carriedVolume is that of the queue with one agent, for an ASA of %d s', (asa) => {
    // M/M/1: the mean wait is ρ h ÷ (1 − ρ), so ρ = asa ÷ (asa + h).
    const targets: StaffingTarget[] = [{ measure: 'asa', atMostSeconds: asa }];
    const exact = asa / (asa + 240) / 240;
    const volume = carriedVolume({ ...patient, targets }, 1);
    expect(volume / exact).toBeCloseTo(1, 11);
    expect(staffingHeadroom({ ...patient, targets, arrivalRate: volume }, 1)).toBeGreaterThanOrEqual(0);
  });

  it.each([0.5, 0.8, 0.99])(
    'both are that of Poisson numbers where patience and calls are as long, %d hanging up',
    (atMost) => {
      // One agent, μ = θ: N is Poisson with mean a, and all but (1 − e^(−a)) ÷ a of the callers hang up.
      let load = 1 / (1 - atMost);
      for (let i = 0; i < 60; i++) load = -Math.expm1(-load) / (1 - atMost);
      const targets: StaffingTarget[] = [{ measure: 'abandonment', atMost }];
      const volume = carriedVolume({ meanHandleSeconds: 240, meanPatienceSeconds: 240, targets }, 1);
      expect((volume * 240) / load).toBeCloseTo(1, 11);
      const ask = { arrivalRate: volume, meanPatienceSeconds: 240, targets };
      const longest = tolerableHandleTime(ask, 1);
      expect(longest / 240).toBeCloseTo(1, 9);
      expect(staffingHeadroom({ ...ask, meanHandleSeconds: longest }, 1)).toBeGreaterThanOrEqual(0);
    },
  );

  it('carriedVolume is 0 where one caller in 10⁶⁰ years would be too many', () => {
    expect(carriedVolume({ ...patient, targets: [{ measure: 'waitProbability', atMost: 1e-300 }] }, 1)).toBe(0);
  });

  it('carriedVolume and tolerableHandleTime refuse bad arguments by name', () => {
    expect(() => carriedVolume(demand, -1)).toThrow(/^agents must/);
    expect(() => carriedVolume({ ...demand, meanHandleSeconds: 0 }, 5)).toThrow(/^meanHandleSeconds must/);
    expect(() => tolerableHandleTime({ ...demand, arrivalRate: Number.NaN }, 5)).toThrow(/^arrivalRate must/);
    expect(() => carriedVolume({ ...demand, targets: [] }, 5)).toThrow(/^targets must/);
  });
});

describe('staffingHeadroom', () => {
  it('staffingHeadroom is positive when kept, negative when broken, infinite in overload and without callers', () => {
    expect(staffingHeadroom(demand, 124)).toBeGreaterThan(0);
    expect(staffingHeadroom(demand, 123)).toBeLessThan(0);
    expect(staffingHeadroom({ ...demand, meanPatienceSeconds: Infinity }, 120)).toBe(Number.NEGATIVE_INFINITY);
    expect(staffingHeadroom({ ...demand, arrivalRate: 0 }, 0)).toBe(Infinity);
  });

  it('staffingHeadroom is that of the tightest target, whichever comes first', () => {
    const easy: StaffingTarget = { measure: 'abandonment', atMost: 0.5 };
    const alone = staffingHeadroom(demand, 124);
    expect(staffingHeadroom({ ...demand, targets: [easy] }, 124)).toBeGreaterThan(alone);
    expect(staffingHeadroom({ ...demand, targets: [easy, ninetyInTen] }, 124)).toBe(alone);
    expect(staffingHeadroom({ ...demand, targets: [ninetyInTen, easy] }, 124)).toBe(alone);
  });

  it.each<StaffingTarget>([
    { measure: 'abandonment', atMost: 0.05 },
    { measure: 'occupancy', atMost: 1 },
  ])('staffingHeadroom keeps no target where a queue without impatience grows for ever: $measure', (target) => {
    const patient = { ...demand, meanPatienceSeconds: Infinity, targets: [target] };
    for (const agents of [119, 120]) expect(staffingHeadroom(patient, agents)).toBe(-Infinity);
    expect(staffingHeadroom(patient, 121)).toBeGreaterThan(0);
    expect(requiredAgents(patient)).toBe(121);
  });
});

describe('scheduledAgents and availableAgents', () => {
  it('scheduledAgents adds no agent for rounding, availableAgents loses none', () => {
    expect([21, 42, 84, 161, 168, 175].map((required) => scheduledAgents(required, 0.3))).toEqual([
      30, 60, 120, 230, 240, 250,
    ]);
    expect(scheduledAgents(14, 0.3)).toBe(20);
    expect(scheduledAgents(15, 0.3)).toBe(22);
    expect([10, 20, 30].map((scheduled) => availableAgents(scheduled, 0.9))).toEqual([1, 2, 3]);
    expect(availableAgents(31, 0.3)).toBe(21);
  });

  it('scheduledAgents is the exact ceiling in integers, and enough but not one too many', () => {
    const wrong: number[][] = [];
    for (let required = 0; required <= 400; required++) {
      for (let percent = 0; percent < 100; percent += 7) {
        const scheduled = scheduledAgents(required, percent / 100);
        const enough = scheduled * (100 - percent) >= 100 * required;
        const oneFewer = (scheduled - 1) * (100 - percent) < 100 * required;
        if (!enough || !oneFewer) wrong.push([required, percent]);
        if (availableAgents(scheduled, percent / 100) < required) wrong.push([required, percent]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('scheduledAgents rounds fractional sums once', () => {
    expect(scheduledAgents(12.4 + 7.1, 0.25)).toBe(26);
    expect(scheduledAgents(0, 0.25)).toBe(0);
    expect(scheduledAgents(0.2, 0)).toBe(1);
  });

  it('scheduledAgents and availableAgents refuse bad arguments by name', () => {
    expect(() => scheduledAgents(-1, 0.3)).toThrow(/^required must/);
    expect(() => scheduledAgents(Number.NaN, 0.3)).toThrow(/^required must/);
    expect(() => scheduledAgents(3, 1)).toThrow(/^shrinkage must/);
    expect(() => availableAgents(3, -0.1)).toThrow(/^shrinkage must/);
    expect(() => availableAgents(Infinity, 0.1)).toThrow(/^scheduled must/);
  });
});

describe('agentEffect', () => {
  it('agentEffect gives the measures of one agent fewer and one more', () => {
    const desk = { ...demand, agents: 124, answerWithinSeconds: 10 };
    const effect = agentEffect(desk);
    expect(effect.planned).toEqual(erlangA(desk));
    expect(effect.fewer.serviceLevel.offered).toBeLessThan(0.9);
    expect(effect.more.serviceLevel.offered).toBeGreaterThan(effect.planned.serviceLevel.offered);
    expect(agentEffect({ ...desk, agents: 1 }).fewer.abandonment).toBe(1);
    expect(() => agentEffect({ ...desk, agents: 0 })).toThrow(/^agents must/);
  });
});

describe('staffingRange and planConfidence', () => {
  it('staffingRange holds the plan between its ends, and is a point without uncertainty', () => {
    expect(staffingRange(demand, { volume: 0, handleTime: 0 })).toEqual({ fewest: 124, planned: 124, most: 124 });
    const range = staffingRange(demand, { volume: 0.05, handleTime: 0.03 });
    expect(range.planned).toBe(124);
    expect(range.fewest).toBe(
      requiredAgents({ ...demand, arrivalRate: demand.arrivalRate * 0.95, meanHandleSeconds: 180 * 0.97 }),
    );
    expect(range.most).toBe(
      requiredAgents({ ...demand, arrivalRate: demand.arrivalRate * 1.05, meanHandleSeconds: 180 * 1.03 }),
    );
  });

  it('planConfidence is a step without uncertainty and the normal distribution with one', () => {
    const none = { volume: 0, handleTime: 0 };
    expect(planConfidence(demand, 124, none)).toBe(1);
    expect(planConfidence(demand, 123, none)).toBe(0);
    expect(planConfidence(demand, 0, { volume: 0.05, handleTime: 0.03 })).toBe(0);
    expect(planConfidence({ ...demand, arrivalRate: 0 }, 0, none)).toBe(1);
    const sigma = Math.sqrt(Math.log1p(0.05 ** 2));
    const volume = carriedVolume(demand, 128) / demand.arrivalRate;
    expect(planConfidence(demand, 128, { volume: 0.05, handleTime: 0 })).toBeCloseTo(
      normalCdf((Math.log(volume) + sigma ** 2 / 2) / sigma),
      12,
    );
    const time = tolerableHandleTime(demand, 128) / 180;
    const tau = Math.sqrt(Math.log1p(0.03 ** 2));
    expect(planConfidence(demand, 128, { volume: 0, handleTime: 0.03 })).toBeCloseTo(
      normalCdf((Math.log(time) + tau ** 2 / 2) / tau),
      9,
    );
  });

  it('dayConfidence of one interval is planConfidence, and more intervals never make a day surer', () => {
    const uncertainty = { volume: 0.05, handleTime: 0.03 };
    const one = { options: demand, agents: 128 };
    expect(dayConfidence([one], uncertainty)).toBeCloseTo(planConfidence(demand, 128, uncertainty), 12);
    const quiet = { options: { ...demand, arrivalRate: demand.arrivalRate / 2 }, agents: 66 };
    const both = dayConfidence([quiet, one], uncertainty);
    expect(both).toBeCloseTo(dayConfidence([one, quiet], uncertainty), 10);
    const alone = [quiet, one].map(({ options, agents }) => planConfidence(options, agents, uncertainty));
    // One factor holds for both: at least what independent errors would leave, at most the weaker one's own.
    expect(both).toBeLessThanOrEqual(Math.min(...alone) + 1e-12);
    expect(both).toBeGreaterThan(alone[0] * alone[1]);
    expect(dayConfidence([], uncertainty)).toBe(1);
    expect(dayConfidence([{ options: { ...demand, arrivalRate: 0 }, agents: 0 }], uncertainty)).toBe(1);
  });

  it('dayConfidence agrees with ten thousand pairs of factors, within what 99.9 % of random ones would', () => {
    const uncertainty = { volume: 0.05, handleTime: 0.03 };
    const plan = [
      { options: demand, agents: 128 },
      { options: { ...demand, arrivalRate: 0.2, meanHandleSeconds: 400 }, agents: 87 },
    ];
    const expected = dayConfidence(plan, uncertainty);
    const sigma = Math.sqrt(Math.log1p(0.05 ** 2));
    const tau = Math.sqrt(Math.log1p(0.03 ** 2));
    const draws = 10_000;
    let held = 0;
    for (let i = 0; i < draws; i++) {
      // A lattice by the golden ratio in place of chance.
      const volume = Math.exp(sigma * normalQuantile((i + 0.5) / draws) - sigma ** 2 / 2);
      const time = Math.exp(tau * normalQuantile((i * 0.6180339887498949 + 0.5) % 1) - tau ** 2 / 2);
      held += Number(
        plan.every(({ options, agents }) => {
          const meanHandleSeconds = options.meanHandleSeconds * time;
          return (
            staffingHeadroom({ ...options, arrivalRate: options.arrivalRate * volume, meanHandleSeconds }, agents) >= 0
          );
        }),
      );
    }
    const spread = 3.29 * Math.sqrt((expected * (1 - expected)) / draws);
    expect(Math.abs(held / draws - expected)).toBeLessThan(spread);
  });

  it('planConfidence is the same whichever uncertainty is integrated first, and a small one changes little', () => {
    const both = planConfidence(demand, 128, { volume: 0.05, handleTime: 0.03 });
    // The other order, by a fine midpoint rule over the volume.
    const sigma = Math.sqrt(Math.log1p(0.05 ** 2));
    const tau = Math.sqrt(Math.log1p(0.03 ** 2));
    let other = 0;
    const steps = 200;
    for (let i = 0; i < steps; i++) {
      const z = -6 + (12 * (i + 0.5)) / steps;
      const arrivalRate = demand.arrivalRate * Math.exp(sigma * z - sigma ** 2 / 2);
      const time = tolerableHandleTime({ ...demand, arrivalRate }, 128) / 180;
      other +=
        (12 / steps) *
        (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
        normalCdf((Math.log(time) + tau ** 2 / 2) / tau);
    }
    expect(both).toBeCloseTo(other, 7);
    const hardly = planConfidence(demand, 128, { volume: 1e-5, handleTime: 0.03 });
    expect(hardly).toBeCloseTo(planConfidence(demand, 128, { volume: 0, handleTime: 0.03 }), 6);
  });

  it('dayConfidence needs every interval, and a staff at the very edge is enough', () => {
    const none = { volume: 0, handleTime: 0 };
    const [kept, broken] = [124, 123].map((agents) => ({ options: demand, agents }));
    expect(
      [
        [kept, kept],
        [kept, broken],
        [broken, kept],
      ].map((plan) => dayConfidence(plan, none)),
    ).toEqual([1, 0, 0]);
    const { abandonment } = erlangA({ ...demand, agents: 124, answerWithinSeconds: 0 });
    expect(planConfidence({ ...demand, targets: [{ measure: 'abandonment', atMost: abandonment }] }, 124, none)).toBe(
      1,
    );
  });

  it.each([
    { volume: 0.08, handleTime: 0.05 },
    { volume: 0.05, handleTime: 0.08 },
  ])('dayConfidence takes for every factor the interval that carries least then: %j', (uncertainty) => {
    // The mean wait suffers from long calls more than from many; which interval is the tighter changes with the factors.
    const asa: StaffingTarget = { measure: 'asa', atMostSeconds: 40 };
    const slow = { arrivalRate: 1 / 60, meanHandleSeconds: 600, meanPatienceSeconds: Infinity, targets: [asa] };
    const plan = [
      { options: demand, agents: 128 },
      { options: slow, agents: 14 },
    ];
    const byVolume = uncertainty.volume < uncertainty.handleTime;
    const [outer, inner] = byVolume
      ? [uncertainty.volume, uncertainty.handleTime]
      : [uncertainty.handleTime, uncertainty.volume];
    const [tau, sigma] = [outer, inner].map((cv) => Math.sqrt(Math.log1p(cv ** 2)));
    let expected = 0;
    for (let i = -68; i <= 68; i++) {
      const z = i / 8;
      const factor = Math.exp(z * tau - tau ** 2 / 2);
      const least = plan.map(({ options, agents }) =>
        byVolume
          ? tolerableHandleTime({ ...options, arrivalRate: options.arrivalRate * factor }, agents) /
            options.meanHandleSeconds
          : carriedVolume({ ...options, meanHandleSeconds: options.meanHandleSeconds * factor }, agents) /
            options.arrivalRate,
      );
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      expected += (density / 8) * normalCdf((Math.log(Math.min(...least)) + sigma ** 2 / 2) / sigma);
    }
    expect(dayConfidence(plan, uncertainty)).toBeCloseTo(expected, 9);
    expect(dayConfidence(plan.toReversed(), uncertainty)).toBeCloseTo(expected, 9);
    const alone = plan.map(({ options, agents }) => planConfidence(options, agents, uncertainty));
    expect(expected).toBeLessThan(Math.min(...alone) - 1e-4);
  });

  it('planConfidence rises with every agent', () => {
    let before = 0;
    for (let agents = 110; agents <= 145; agents += 11) {
      const now = planConfidence(demand, agents, { volume: 0.05, handleTime: 0.03 });
      expect(now).toBeGreaterThan(before);
      expect(now).toBeLessThanOrEqual(1);
      before = now;
    }
  });

  it('staffingRange and planConfidence refuse bad arguments by name', () => {
    expect(() => staffingRange(demand, { volume: -0.1, handleTime: 0 })).toThrow(/^volume must/);
    expect(() => staffingRange(demand, { volume: 0, handleTime: 1 })).toThrow(/^handleTime must/);
    expect(() => planConfidence(demand, -1, { volume: 0, handleTime: 0 })).toThrow(/^agents must/);
    expect(() => planConfidence(demand, 3, { volume: Number.NaN, handleTime: 0 })).toThrow(/^volume must/);
  });
});
