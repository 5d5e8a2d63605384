import { describe, expect, it } from 'vitest';
import { ComparisonLedger, hasAspect, type Plan } from '../../src/judge/comparison.ts';
import { contactOffset } from '../../src/sim/run.ts';
import { madeLayout, madeRun, madeScenario } from './made-runs.ts';

const rare = { measure: 'abandonment', variant: 'requests', sense: 'at-most', target: 0.1 } as const;
const both = madeScenario(1, [{}, rare]);
const layout = madeLayout(both);
const matters = { fraction: 0.01, seconds: 5, count: 1 };
const plan: Plan = { scenario: both, promises: [0, 1] };
/** A plan that has the second promise only, as its first. */
const second: Plan = { scenario: madeScenario(1, [rare]), promises: [-1, 0] };

/** A day of two half-hours with ten answered in each, so many of them in time. */
const day = (first: number, last: number, abandoned = 0) =>
  madeRun(layout, [
    { answered: 10, inTime: first, abandoned },
    { answered: 10, inTime: last, abandoned },
  ]);

describe('ComparisonLedger', () => {
  it('compares promise by promise, interval by interval, and in the days on which all hold', () => {
    const ledger = new ComparisonLedger([plan, plan, second], [layout, layout, layout], 1, matters);
    expect(ledger.aspects).toEqual([0, 1, 'all-hold']);
    for (let run = 0; run < 4; run++) {
      // The second plan is better by one in ten in the first half-hour and by three in the other; the third loses callers.
      const worse = run < 3 ? day(0, 0, 5) : undefined;
      ledger.add([day(8 - (run % 2), 6 - (run % 2)), day(9 - (run % 2), 9 - (run % 2)), worse]);
    }
    const [none, other, third] = ledger.differences(0.95);
    expect(none).toEqual([]);
    expect(other.map(({ aspect, judgement }) => [aspect, judgement])).toEqual([
      [0, 'better'],
      [1, 'identical'],
      // On two of four days.
      ['all-hold', 'undecided'],
    ]);
    expect(other[0].estimate?.value).toBeCloseTo(0.2, 12);
    expect(other[0].intervals.map(({ interval, difference }) => [interval, difference.estimate?.value])).toEqual([
      [0, expect.closeTo(0.1, 12)],
      [1, expect.closeTo(0.3, 12)],
    ]);
    expect(other[2]).toMatchObject({ intervals: [], estimate: { value: 0.5 } });
    expect(other[2].furtherRuns).toBeGreaterThan(0);
    expect(third.map(({ aspect, judgement, estimate }) => [aspect, judgement, estimate?.value])).toEqual([
      [1, 'worse', expect.closeTo(1 / 3, 12)],
    ]);
    expect(ledger.select(0.95).candidates).toEqual([0, 1]);
    expect(ledger.ledgers.map(({ runs }) => runs)).toEqual([4, 4, 3]);
  });

  it('takes what matters by the unit of the measure', () => {
    const waits = madeScenario(1, [{ measure: 'asa', variant: 'answered', sense: 'at-most', target: 20 }]);
    const one = { scenario: waits, promises: [0] };
    const judgementOf = (seconds: number) => {
      const ledger = new ComparisonLedger([one, one], [layout, layout], 0, { ...matters, seconds });
      for (const more of [1, -1, 1, -1]) {
        const [first, other] = [day(10, 10), day(10, 10)];
        // The waits of all of the first half-hour together, and ten seconds more or fewer.
        const at = contactOffset(layout, 0, 'answeredWait');
        first.data[at] = 200;
        other.data[at] = 200 + 10 * more;
        ledger.add([first, other]);
      }
      return ledger.differences(0.95)[1][0].judgement;
    };
    expect([judgementOf(0.1), judgementOf(5)]).toEqual(['undecided', 'alike']);
  });

  it('has no days on which all hold where there is one promise', () => {
    const one = { scenario: madeScenario(1, [{}]), promises: [0] };
    expect(new ComparisonLedger([one, one], [layout, layout], 0, matters).aspects).toEqual([0]);
  });

  it('refuses plans without a promise, a criterion that one of them lacks, and a run without the first', () => {
    const none = { scenario: madeScenario(1, []), promises: [] };
    expect(() => new ComparisonLedger([none, none], [layout, layout], 0, matters)).toThrow(/^plans: /);
    for (const criterion of [0, 'all-hold'] as const) {
      expect(() => new ComparisonLedger([plan, second], [layout, layout], criterion, matters)).toThrow(
        `criterion: expected one that every plan has, got ${criterion}`,
      );
    }
    const ledger = new ComparisonLedger([plan, plan], [layout, layout], 'all-hold', matters);
    expect(() => ledger.add([undefined, day(1, 1)])).toThrow(/^records: /);
  });

  it('knows what a plan can be compared in', () => {
    expect([0, 1, 'all-hold' as const].map((aspect) => hasAspect(second, aspect))).toEqual([false, true, false]);
    expect([0, 1, 'all-hold' as const].map((aspect) => hasAspect(plan, aspect))).toEqual([true, true, true]);
  });
});
