import { describe, expect, it } from 'vitest';
import { clock, exponential, fixed, group, scenario, workType } from '../../bench/scenario-builder.ts';
import { workloads } from '../../bench/workloads.ts';
import { compile } from '../../src/sim/compile.ts';
import { giveBack, simulate } from '../../src/sim/simulate.ts';
import type { TraceRow } from '../../src/sim/trace.ts';
import { contacts, groupTime, queue } from './figures.ts';

const recorded = (times: [from: number, to: number, count: number][]) => ({
  process: 'recorded' as const,
  spans: times.map(([from, to]) => ({ from, to })),
  counts: times.map(([, , count]) => count),
});

/** Rows of run 0. */
function trace(of: ReturnType<typeof scenario>, seed = '1'): TraceRow[] {
  const rows: TraceRow[] = [];
  simulate(compile(of, seed), 0, (row) => rows.push(row));
  return rows;
}

describe('simulate', () => {
  const busyDay = workloads[2].scenario;

  it('gives the same bytes for a run replayed alone', () => {
    const center = compile(busyDay, '7');
    const runs = [0, 1, 2, 3].map((run) => simulate(center, run).data);
    expect(simulate(compile(busyDay, '7'), 2).data).toEqual(runs[2]);
    expect(runs[2]).not.toEqual(runs[1]);
    expect(simulate(compile(busyDay, '8'), 2).data).not.toEqual(runs[2]);
  });

  it('gives the same bytes in the memory of a run that was given back', () => {
    const center = compile(busyDay, '7');
    const first = simulate(center, 0);
    giveBack(center, first);
    const second = simulate(center, 1);
    expect(second.data).toBe(first.data);
    expect(second.data).toEqual(simulate(compile(busyDay, '7'), 1).data);
  });

  it('lets the only agent serve three callers one after the other', () => {
    const rows = trace(
      scenario({
        clock: clock(1000),
        work: [
          workType('call', 1000, {
            arrivals: recorded([
              [100, 101, 1],
              [110, 111, 1],
              [120, 121, 1],
            ]),
            ring: fixed(2),
            talk: fixed(50),
            hold: fixed(5),
            wrapUp: fixed(3),
          }),
        ],
        groups: [group('agents', 1)],
      }),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['answered', 'answered', 'answered']);
    const [first, second, third] = rows;
    expect(first.wait).toBeCloseTo(2, 9);
    expect(second.arrival + second.wait).toBeCloseTo(first.arrival + 2 + 58 + 2, 9);
    expect(third.arrival + third.wait).toBeCloseTo(first.arrival + 120 + 2, 9);
    expect(third.group).toBe('agents');
  });

  it('offers nothing outside hours, and sends away or serves who waits at the close', () => {
    const at = (closing: 'serve' | 'send-away') =>
      simulate(
        compile(
          scenario({
            clock: clock(1000, 100),
            work: [
              workType('call', 1000, {
                arrivals: recorded([
                  [0, 100, 5],
                  [100, 200, 7],
                  [500, 600, 9],
                ]),
                hours: [{ from: 100, to: 200 }],
                talk: fixed(30),
                closing,
              }),
            ],
            groups: [
              group('agents', [
                { from: 0, agents: 0 },
                { from: 100, agents: 1 },
                { from: 200, agents: 0 },
              ]),
            ],
          }),
          '1',
        ),
        0,
      );
    const served = at('serve');
    expect(contacts(served, 'outsideHours')).toBe(14);
    expect(contacts(served, 'answered')).toBe(7);
    expect(groupTime(served, 'handling', 0)).toBeCloseTo(210, 9);
    expect(groupTime(served, 'scheduled', 0)).toBeCloseTo(100, 9);
    const sent = at('send-away');
    expect(contacts(sent, 'waiting')).toBeGreaterThanOrEqual(3);
    expect(contacts(sent, 'answered') + contacts(sent, 'waiting')).toBe(7);
  });

  it('leaves everybody waiting when nobody is there', () => {
    const run = simulate(
      compile(
        scenario({
          clock: clock(1000),
          work: [workType('call', 1000, { arrivals: recorded([[0, 1000, 10]]), talk: exponential(60) })],
          groups: [group('agents', 0)],
        }),
        '1',
      ),
      0,
    );
    expect(contacts(run, 'waiting')).toBe(10);
    expect(queue(run, 'queueAtEnd', 0)).toBe(10);
    expect(queue(run, 'queueSeconds', 0)).toBeCloseTo(contacts(run, 'waitingWait'), 6);
  });

  it('needs no more memory for many runs than for one', () => {
    const center = compile(busyDay, '1');
    simulate(center, 0);
    const columns = center.type.length;
    for (let run = 0; run < 50; run++) simulate(center, run);
    expect(center.type.length).toBe(columns);
  });
});
