import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type IntervalTableOptions, readIntervals } from '../../../src/plan/staffing/read-intervals.ts';
import { ScenarioError } from '../../../src/scenario/scenario-error.ts';

const read = (text: string | Uint8Array, options: Partial<IntervalTableOptions> = {}) =>
  readIntervals(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'demand.csv', {
    name: 'calls',
    ...options,
  });

function faults(text: string, options: Partial<IntervalTableOptions> = {}): string[] {
  try {
    read(text, options);
  } catch (error) {
    if (error instanceof ScenarioError) return error.message.split('\n');
    throw error;
  }
  return [];
}

const english = 'Start,Calls,AHT,Agents\n08:00,60,240,8\n08:30,90,0:04:10,12\n';

describe('readIntervals', () => {
  it('readIntervals reads the same from English with commas, Chinese with semicolons, a mark and GBK', () => {
    const expected = read(english);
    expect(
      expected.queues[0].intervals.map(({ from, to, ahtSeconds, agents }) => [from, to, ahtSeconds, agents]),
    ).toEqual([
      [28_800, 30_600, 240, 8],
      [30_600, 32_400, 250, 12],
    ]);
    const chinese = '时间;来电量;平均处理时长(秒);坐席数\n08:00;60;240;8\n08:30;90;250;12\n';
    expect(read(`\uFEFF${chinese}`)).toEqual(expected);
    expect(read(iconv.encode(chinese, 'gbk'))).toEqual(expected);
  });

  it('readIntervals tells queues and days apart, dates by the calendar and labels one after another', () => {
    const rows = (days: string[]) =>
      days.flatMap((day) =>
        ['mobile', 'fixed'].flatMap((queue) => [`${day},00:00,${queue},1`, `${day},12:00,${queue},2`]),
      );
    const dated = read(['date,start,queue,calls', ...rows(['2026-03-03', '2026-03-01'])].join('\n'), {
      ahtSeconds: 60,
    });
    expect(dated.days).toEqual([
      { label: '2026-03-01', start: 0 },
      { label: '2026-03-03', start: 172_800 },
    ]);
    expect(dated.queues.map(({ name }) => name)).toEqual(['mobile', 'fixed']);
    expect(dated.queues[1].intervals.map(({ from }) => from)).toEqual([0, 43_200, 172_800, 216_000]);
    const labelled = read(['day,start,queue,calls', ...rows(['b', 'a'])].join('\n'), {
      ahtSeconds: 60,
      day: 'a',
      queue: 'fixed',
    });
    expect(labelled.days).toEqual([{ label: 'a', start: 0 }]);
    expect(labelled.queues.map(({ name, intervals }) => [name, intervals.length])).toEqual([['fixed', 2]]);
  });

  it('readIntervals takes what the table leaves open from its options, cell by cell', () => {
    const text = 'start,calls,aht,patience\n08:00,5,,\n08:15,6,100,50\n';
    const [first, second] = read(text, { ahtSeconds: 240, patienceSeconds: 90, agents: 3 }).queues[0].intervals;
    expect(first).toMatchObject({ ahtSeconds: 240, patienceSeconds: 90, agents: 3, rostered: null });
    expect(second).toMatchObject({ ahtSeconds: 100, patienceSeconds: 50, agents: 3 });
    expect(read('start,calls\n08:00,5\n', { ahtSeconds: 1, intervalMinutes: 20 }).queues[0].intervals[0].to).toBe(
      30_000,
    );
    expect(
      read('t,n\n08:00,5\n08:30,0\n', { ahtSeconds: 1, columns: { start: 't', offered: 'n' } }).queues,
    ).toHaveLength(1);
  });

  it('readIntervals names every fault with its line, and what to try', () => {
    expect(faults('start,calls,aht\n08:00,-1,240\n08:30,NaN,0\n09:30,x,240\n')).toEqual([
      'demand.csv:2:2 calls: expected a number of at least 0, got -1.',
      expect.stringMatching(/^demand.csv:3:2 calls: expected a number, got "NaN"/),
      'demand.csv:3:3 aht: expected a number greater than 0, got 0.',
      expect.stringMatching(/^demand.csv:4:2 calls: expected a number, got "x"/),
    ]);
    expect(faults('start,calls\n08:00,1\n08:30,2\n09:30,3\n')).toEqual([
      expect.stringMatching(/^demand.csv: expected a mean handle time, got none. Try .*--aht 240/),
      expect.stringMatching(/^demand.csv:4:1 start: expected the row for 09:00, got 09:30/),
    ]);
    expect(faults('start,calls,aht\n08:00,1,60\n08:30,2,\n')).toEqual([
      expect.stringMatching(/^demand.csv:3:3 aht: expected a mean handle time, got none/),
    ]);
    expect(faults('start,calls,aht,agents,scheduled\n08:00,1,60,2,3\n08:30,2,60,,\n')).toEqual([
      expect.stringMatching(/^demand.csv:2:5 scheduled: expected either agents or scheduled, got both/),
      expect.stringMatching(/^demand.csv:3:4 agents: expected a value, got an empty cell/),
    ]);
    expect(faults('start,calls,aht\n08:00,1,60\n')).toEqual([
      expect.stringMatching(/^demand.csv: expected at least two rows, .* Try --interval 30/),
    ]);
    expect(faults('begin,calls\n08:00,1\n')).toEqual([expect.stringMatching(/Try --column start=<its header>/)]);
    expect(faults('start,calls,aht\n08:00,9000000,900000\n08:30,1,60\n')).toEqual([
      expect.stringMatching(/^demand.csv:2:2 calls: expected a load of at most 1,000,000 Erlangs, got 4.50e\+9/),
    ]);
    expect(faults(english, { day: '2026-03-02' })).toEqual([
      expect.stringMatching(/expected a file with a column of days/),
    ]);
    expect(faults('queue,start,calls,aht\na,08:00,1,60\na,08:30,1,60\n', { queue: 'b' })).toEqual([
      expect.stringMatching(/expected a queue of the file \(a\), got "b"/),
    ]);
  });
});
