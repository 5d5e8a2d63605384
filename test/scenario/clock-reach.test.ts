import { describe, expect, it } from 'vitest';
import { leakyClocks } from '../../src/scenario/clock-reach.ts';
import { resolveText } from './files.ts';

/** A centre in which inquiries become tickets as `after` has it; tickets become work, which closes them. */
function leaks(after: string, more = '', starts = '{ ticket: created }'): [string, string, number][] {
  const scenario = resolveText(`
work:
  inquiry:
    arrivals: { kind: constant-rate, perHour: 60 }
    talkSeconds: 60
    patienceSeconds: 60
    resolved: 0.75
    after: { handled: { becomes: { ticket: { fraction: 0.5 } } } }
  ticket: { channel: case, handleSeconds: 60, resolved: 0.75, after: ${after} }
  ticket work: { channel: case, handleSeconds: 60 ${more} }
  other: { channel: case, arrivals: { kind: constant-rate, perHour: 1 }, handleSeconds: 60, after: { handled: { becomes: { ticket work: { fraction: 0.1 } } } } }
people: { groups: { all: { skills: { inquiry: 1, ticket: 1, ticket work: 1, other: 1 }, staff: 9 } } }
clocks: { close: { starts: ${starts}, stops: { ticket work: handled }, withinHours: 8 } }
`);
  return leakyClocks(scenario).map(({ clock, from, share }) => [clock, from, Number(share.toFixed(9))]);
}

describe('leakyClocks', () => {
  it('finds nothing where all that starts a clock leads to its stop, together or one by one', () => {
    expect(leaks('{ handled: { becomes: { ticket work: { fraction: 1 } } } }')).toEqual([]);
    const settled = '{ resolved: { becomes: { ticket work: { fraction: 1 } } }';
    expect(leaks(`${settled}, unresolved: { becomes: { ticket work: { fraction: 1 } } } }`)).toEqual([]);
    expect(
      leaks('{ handled: { becomesOneOf: { ticket work: { fraction: 0.7 }, other: { fraction: 0.3 } } } }'),
    ).toEqual([['close', 'ticket', 0.73]]);
  });

  it('gives the share that can come to the stop, through independent and through exclusive follow-ups and how matters are settled', () => {
    expect(leaks('{ handled: { becomes: { ticket work: { fraction: 0.9 } } } }')).toEqual([['close', 'ticket', 0.9]]);
    // 1 − 0.6 · (1 − 0.75 · 0.5)
    const both =
      '{ handled: { becomes: { ticket work: { fraction: 0.4 } } }, resolved: { becomes: { ticket work: { fraction: 0.5 } } } }';
    expect(leaks(both)).toEqual([['close', 'ticket', 0.625]]);
    expect(leaks('{ unresolved: { becomes: { ticket work: { fraction: 1 } } } }')).toEqual([['close', 'ticket', 0.25]]);
  });

  it('follows a chain of steps, also one that comes back to itself', () => {
    // A ticket is done again with 0.5, and passed on with 0.25: r = 1 − (1 − 0.25)(1 − 0.5 r), so r = 0.25 ÷ (1 − 0.375).
    const again = '{ handled: { becomes: { ticket work: { fraction: 0.25 }, ticket: { fraction: 0.5 } } } }';
    expect(leaks(again)).toEqual([['close', 'ticket', 0.4]]);
  });

  it('names each start for itself, and none whose own work comes to the stop later', () => {
    const all = '{ handled: { becomes: { ticket work: { fraction: 1 } } } }';
    expect(leaks(all, '', '{ inquiry: created, ticket: created, ticket work: created }')).toEqual([
      ['close', 'inquiry', 0.5],
    ]);
  });

  it('takes what grows with the wait, and the group after whom most follows, at their most', () => {
    expect(leaks('{ handled: { becomes: { ticket work: { fraction: 0.1, perMinuteWaited: 0.01 } } } }')).toEqual([]);
    expect(leaks('{ handled: { becomes: { ticket work: { fraction: 0.5, byGroup: { all: 2 } } } } }')).toEqual([]);
  });
});
