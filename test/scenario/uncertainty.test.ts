import { describe, expect, it } from 'vitest';
import { integrateRate } from '../../src/math/rate-curve.ts';
import { accept } from '../../src/scenario/parse.ts';
import { resolve } from '../../src/scenario/resolve.ts';
import { ScenarioError } from '../../src/scenario/scenario-error.ts';

const written = {
  work: {
    inquiry: {
      arrivals: { kind: 'constant-rate', perHour: 60 },
      ringSeconds: 3,
      talkSeconds: { kind: 'log-normal', mean: 200, cv: 1 },
      wrapUpSeconds: 30,
      patienceSeconds: { kind: 'weibull', mean: 150, shape: 1.3 },
    },
    fault: { arrivals: { kind: 'constant-rate', perHour: 30 }, talkSeconds: 100, patienceSeconds: { kind: 'never' } },
  },
  people: { groups: { all: { skills: { inquiry: 1, fault: 1 }, staff: 9 } } },
};
const reader = { size: () => undefined, read: () => new Uint8Array() };
const resolved = (uncertainty: unknown[], inputs?: number[]) =>
  resolve(accept({ ...written, uncertainty }, 'x.yaml'), {
    name: 'x',
    reader,
    ...(inputs === undefined ? {} : { inputs }),
  });

describe('the section uncertainty', () => {
  it('becomes factors, log-normal or uniform, of all work or of some', () => {
    const { uncertainty } = resolved([
      { name: 'volume', affects: ['arrivals'], plusMinus: 0.05 },
      { name: 'aht', affects: ['handling'], work: ['fault'], cv: 0.04 },
    ]);
    expect(uncertainty).toEqual([
      { name: 'volume', affects: ['arrivals'], work: [0, 1], spread: 'uniform', size: 0.05 },
      { name: 'aht', affects: ['handling'], work: [1], spread: 'log-normal', size: 0.04 },
    ]);
  });

  it('multiplies what it affects by the inputs given, whatever its kind, and nothing else', () => {
    const uncertainty = [
      { name: 'volume', affects: ['arrivals'], plusMinus: 0.05 },
      { name: 'times', affects: ['handling', 'patience'], work: ['inquiry'], cv: 0.04 },
    ];
    const usual = resolved(uncertainty);
    const other = resolved(uncertainty, [1.1, 1.2]);
    const [inquiry, fault] = other.work;
    const mean = (work: typeof inquiry, key: 'talk' | 'wrapUp' | 'patience' | 'ring') => work[key].steps[0].mean;
    expect(mean(inquiry, 'talk')).toBeCloseTo(240, 9);
    expect(mean(inquiry, 'wrapUp')).toBeCloseTo(36, 9);
    expect(mean(inquiry, 'patience')).toBeCloseTo(180, 9);
    expect(inquiry.talk.steps[0].cv).toBeCloseTo(1, 9);
    expect(mean(inquiry, 'ring')).toBe(3);
    expect(mean(fault, 'talk')).toBe(100);
    const calls = ({ arrivals }: typeof inquiry) =>
      arrivals.process === 'poisson' ? integrateRate(arrivals.curve, 0, 86_400) : Number.NaN;
    expect(calls(inquiry)).toBeCloseTo(1.1 * 60 * 24, 6);
    expect(calls(fault)).toBeCloseTo(1.1 * 30 * 24, 6);
    expect(other.groups).toEqual(usual.groups);
    expect(resolved(uncertainty, [1, 1]).work).toEqual(usual.work);
  });

  it('does not change the fingerprint of a scenario that has none', () => {
    expect(resolved([]).hash).not.toBe(resolved([{ name: 'volume', affects: ['arrivals'], plusMinus: 0.05 }]).hash);
  });

  it.each([
    [{ name: 'a', affects: ['arrivals'] }, /uncertainty\[0\]: expected either plusMinus or cv, got neither/],
    [{ name: 'a', affects: ['arrivals'], cv: 0.1, plusMinus: 0.1 }, /got both/],
    [{ name: 'a', affects: ['arrivals'], cv: 0.1, work: ['inqury'] }, /inquiry/],
    [{ name: 'a', affects: ['volume'], cv: 0.1 }, /arrivals/],
    [{ name: 'a', affects: [], cv: 0.1 }, /uncertainty\[0\]\.affects/],
  ])('says what is wrong with %j', (entry, message) => {
    try {
      resolved([entry]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ScenarioError);
      expect((error as ScenarioError).tell('en')).toMatch(message);
    }
  });
});
