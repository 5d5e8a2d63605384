import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Clause,
  canMeet,
  judgeSwitching,
  quantities,
  readCondition,
  rolling,
  writeCondition,
} from '../../src/drill/condition.ts';

const read = (text: string) => {
  const found = readCondition(text);
  if ('fault' in found) throw new Error(JSON.stringify(found.fault));
  return found.clauses;
};

const clause: fc.Arbitrary<Clause> = fc
  .record({
    quantity: fc.constantFrom(...quantities),
    of: fc.constantFrom(null, 'inquiry', '咨询', 'front line'),
    above: fc.boolean(),
    orEqual: fc.boolean(),
    percent: fc.nat(100),
    forSeconds: fc.constantFrom(0, 60, 300, 30),
    overSeconds: fc.constantFrom(600, 900),
  })
  .map(({ percent, ...rest }) => {
    const isShare = rolling.includes(rest.quantity) || rest.quantity === 'lines';
    return {
      ...rest,
      overSeconds: rolling.includes(rest.quantity) ? rest.overSeconds : 600,
      value: isShare ? percent / 100 : percent,
    };
  });

describe('readCondition', () => {
  it('reads what people write, in English and Chinese alike', () => {
    const english = read('queue of inquiry > 60 for 5 min and occupancy > 95 % over 15 min and longest wait >= 2 min');
    expect(english).toEqual(
      read('排队(inquiry) > 60 持续 5 分钟 且 占用率 大于 95% 近 15 分钟 并且 最长等待 ≥ 120 秒'),
    );
    expect(english[0]).toEqual({
      ...{ quantity: 'queue', of: 'inquiry', above: true, orEqual: false },
      ...{ value: 60, forSeconds: 300, overSeconds: 600 },
    });
    expect(english[1]).toMatchObject({ quantity: 'occupancy', of: null, value: 0.95, overSeconds: 900 });
    expect(english[2]).toMatchObject({ orEqual: true, value: 120 });
  });

  it('reads what writeCondition writes as the same condition', () => {
    fc.assert(
      fc.property(fc.array(clause, { minLength: 1, maxLength: 4 }), (condition) => {
        expect(read(writeCondition(condition))).toEqual(condition);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it.each([
    ['queue 60', 'form'],
    ['queue > many', 'form'],
    ['queue > 60 for five minutes', 'form'],
    ['', 'form'],
    ['mood < 3', 'quantity'],
    ['occupancy > 95', 'unit'],
    ['queue > 60 %', 'unit'],
    ['queue > 3 min', 'unit'],
    ['occupancy > 120 %', 'share'],
    ['queue > 60 over 5 min', 'rolling'],
  ])('refuses "%s": %s', (text, why) => {
    expect(readCondition(text)).toMatchObject({ fault: { why } });
  });
});

describe('judgeSwitching', () => {
  const judge = (enter: string, leave: string) => judgeSwitching(read(enter), read(leave));

  it('accepts a distance, or a long wait where there is little', () => {
    expect(judge('queue > 60 for 5 min', 'queue < 20')).toEqual({ sound: true });
    expect(judge('queue > 60 for 5 min', 'queue < 58 for 10 min')).toEqual({ sound: true });
    expect(judge('service level < 50 %', 'service level > 80 %')).toEqual({ sound: true });
  });

  it('finds conditions that can both hold', () => {
    for (const leave of ['queue < 70', 'idle > 3', 'queue > 10', 'queue of inquiry < 10']) {
      expect(judge('queue > 60', leave)).toMatchObject({ sound: false, why: 'contradict' });
    }
  });

  it('finds what flaps, and proposes a distance that does not', () => {
    const flapping: [string, string][] = [
      ['queue > 60 for 5 min', 'queue < 55'],
      ['service level < 50 %', 'service level > 52 % for 1 min'],
    ];
    for (const [enter, leave] of flapping) {
      const found = judge(enter, leave);
      if (found.sound || found.why !== 'flap') throw new Error('not found');
      expect(judgeSwitching(read(enter), [found.proposal])).toEqual({ sound: true });
    }
  });
});

describe('canMeet', () => {
  it('is false where the values of one quantity exclude each other', () => {
    expect(canMeet(read('queue > 60'), read('queue < 20'))).toBe(false);
    expect(canMeet(read('queue > 60'), read('queue < 80'))).toBe(true);
    expect(canMeet(read('queue >= 60'), read('queue <= 60'))).toBe(true);
    expect(canMeet(read('queue > 60'), read('idle < 20'))).toBe(true);
  });
});
