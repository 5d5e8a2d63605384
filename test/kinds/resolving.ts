/** A setting in which kinds are resolved by themselves: a day, its hours, and the faults they report. */
import type { ArrivalsSetting } from '../../src/kinds/arrivals/index.ts';
import type { Span } from '../../src/kinds/clock.ts';
import type { Path } from '../../src/kinds/resolving.ts';
import { LocalClock } from '../../src/scenario/local-clock.ts';
import type { Fault } from '../../src/scenario/scenario-error.ts';
import { readTable } from '../../src/scenario/table.ts';
import type { FaultMessage } from '../../src/words/faults.ts';

/** A setting and the faults reported in it. */
export function setting({
  date = '2026-03-02',
  timeZone = 'Asia/Shanghai',
  days = 1,
  hours,
  file = '',
}: {
  date?: string;
  timeZone?: string;
  days?: number;
  hours?: Span[];
  file?: string;
} = {}): ArrivalsSetting & { faults: { path: Path; message: FaultMessage }[] } {
  const local = new LocalClock(date, timeZone, days, 30);
  const faults: { path: Path; message: FaultMessage }[] = [];
  const fault = (path: Path, message: FaultMessage) => {
    faults.push({ path, message });
  };
  return {
    clock: local.clock,
    hours: hours ?? [{ from: 0, to: local.clock.horizonSeconds }],
    faults,
    fault,
    stretches: (day, from, to) => local.stretches(day, from, to),
    moment: (day, minutes) => local.moments(day, minutes)[0],
    table: (name, wanted, headers) => {
      const inFile: Fault[] = [];
      const table = readTable(new TextEncoder().encode(file), name, wanted, headers, inFile);
      faults.push(...inFile.map(({ path, message }) => ({ path: [path], message })));
      return table;
    },
  };
}
