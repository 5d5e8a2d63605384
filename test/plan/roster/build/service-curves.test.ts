import { describe, expect, it } from 'vitest';
import { measureNames } from '../../../../src/kinds/measures/measure-names.ts';
import { erlangA } from '../../../../src/math/erlang-a.ts';
import { canAim, marginAt, margins, slotDemand } from '../../../../src/plan/roster/build/service-curves.ts';
import { rosterable } from '../../../experiment/roster/rosterable.ts';

const scenario = rosterable();
const demand = slotDemand(scenario, 1.1);

describe('slotDemand', () => {
  it('slotDemand() expects nobody outside hours and everybody within', () => {
    const [{ slots }] = demand.types;
    expect(slots.map((slot) => slot !== null)).toEqual(slots.map((_, i) => i >= 36 && i < 68));
    expect(slots.reduce((sum, slot) => sum + (slot?.contacts ?? 0), 0)).toBeCloseTo(620, 9);
  });

  it('slotDemand() takes the load of the part of a slot that is open', () => {
    const work = {
      desk: {
        hours: '09:00-09:20',
        arrivals: { kind: 'constant-rate', perHour: 360 },
        talkSeconds: 60,
        patienceSeconds: 60,
      },
    };
    const [{ slots }] = slotDemand(rosterable({ work }), 1).types;
    // Minutes 15 to 20 are as busy as those before, though the slot goes on to minute 30.
    expect(slots[37]?.contacts).toBeCloseTo(30, 9);
    expect(slots[37]?.load).toBeGreaterThan(5.9);
  });
});

describe('margins', () => {
  const [promise] = scenario.promises;
  const [pace] = demand.types;
  const slot = pace.slots[44];
  if (slot === null) throw new Error('a busy slot');

  it('margins() rise and bend down, whatever the measure', () => {
    for (const measure of measureNames.all().map(({ kind }) => kind)) {
      const [variant] = measureNames.get(measure).variants;
      const asked = { ...promise, measure, variant, target: 0.2, sense: 'at-most' as const };
      const aim = ['answered-within', 'connection-rate'].includes(measure)
        ? { ...asked, target: 0.8, sense: 'at-least' as const }
        : asked;
      if (!canAim(aim)) continue;
      const curve = margins(aim, pace, slot, 1);
      const slopes = curve.slice(1).map((value, i) => (value - curve[i]) / (slot.agents[i + 1] - slot.agents[i]));
      slopes.forEach((slope, i) => {
        expect(slope).toBeGreaterThanOrEqual(-1e-9);
        if (i > 0) expect(slope).toBeLessThanOrEqual(slopes[i - 1] + 1e-9);
      });
    }
  });

  it('margins() are those of Erlang A where it bends down itself', () => {
    const curve = margins(promise, pace, slot, 1);
    const last = slot.agents.length - 1;
    for (const at of [last - 3, last]) {
      const agents = slot.agents[at];
      const queue = { arrivalRate: slot.load / 240, meanHandleSeconds: 240, agents, answerWithinSeconds: 20 };
      const { offered } = erlangA({ ...queue, meanPatienceSeconds: 180 }).serviceLevel;
      expect(curve[at]).toBeCloseTo(slot.contacts * (offered - 0.8), 9);
      expect(marginAt(slot.agents, curve, agents)).toBe(curve[at]);
    }
  });

  it('marginAt() is straight between head-counts and level beyond', () => {
    expect(marginAt([2, 4], [1, 3], 3)).toBe(2);
    expect(marginAt([2, 4], [1, 3], 1)).toBe(1);
    expect(marginAt([2, 4], [1, 3], 9)).toBe(3);
  });
});
