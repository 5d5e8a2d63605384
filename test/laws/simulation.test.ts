/** What is true of every run of every scenario. A failure prints the scenario and the seed that replays it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplaintAbout } from '../../src/scenario/complaints.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { handlingAgents } from '../../src/sim/booking.ts';
import type { Center } from '../../src/sim/center.ts';
import { compile } from '../../src/sim/compile.ts';
import {
  clockOffset,
  contactColumns,
  contactOffset,
  followUpOffset,
  lateBreakSeconds,
  outcomeOffset,
  type RunRecord,
  thresholdOffset,
  tierClockColumns,
  tierClockOffset,
  tierOffset,
  tierThresholdOffset,
} from '../../src/sim/run.ts';
import { simulate } from '../../src/sim/simulate.ts';
import type { TraceRow } from '../../src/sim/trace.ts';
import { linked } from '../../src/sim/traits.ts';
import { contacts, groupTime, histogram, queue } from '../sim/figures.ts';
import { HeapQueue } from '../sim/heap-queue.ts';
import { anyScenario, horizon, plainScenario } from './any-scenario.ts';

interface Run {
  scenario: Scenario;
  center: Center;
  record: RunRecord;
  rows: TraceRow[];
}

function run(scenario: Scenario, number: number, center = compile(scenario, 'law')): Run {
  const rows: TraceRow[] = [];
  const record = simulate(center, number, (row) => rows.push(row));
  return { scenario, center, record, rows };
}

/** Checks a law on many runs. */
function law(check: (run: Run) => void, numRuns = 120): void {
  fc.assert(
    fc.property(anyScenario, fc.nat(1000), (scenario, number) => check(run(scenario, number))),
    { seed: 2026, numRuns },
  );
}

const near = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(a) + Math.abs(b)));

describe('every run', () => {
  it('ends every attempt exactly once, in every interval', () => {
    law(({ record }) => {
      for (let type = 0; type < record.layout.types; type++) {
        for (let i = 0; i < record.layout.intervals; i++) {
          const at = (column: Parameters<typeof contacts>[1]) => contacts(record, column, type, i);
          expect(at('requests')).toBe(
            at('answered') + at('abandoned') + at('blocked') + at('balked') + at('calledBack') + at('waiting'),
          );
          expect(at('arrived')).toBe(at('selfServed') + at('requests'));
          expect(at('callersAnswered')).toBeLessThanOrEqual(at('callers'));
          expect(at('delayed')).toBeLessThanOrEqual(at('answered'));
        }
        expect(contacts(record, 'callersAnswered', type)).toBe(contacts(record, 'answered', type));
      }
    });
  });

  it('books each attempt to one tier of customers: the tiers add up to all', () => {
    law(({ record: { data, layout }, scenario }) => {
      if (scenario.tiers === undefined) return;
      const span = (at: number) => data.subarray(at, at + layout.intervals);
      for (let type = 0; type < layout.types; type++) {
        for (const column of contactColumns) {
          if (column === 'outsideHours') continue;
          const tiers = scenario.tiers.map((_, tier) => span(tierOffset(layout, type, tier, column)));
          span(contactOffset(layout, type, column)).forEach((all, i) => {
            near(
              tiers.reduce((sum, tier) => sum + tier[i], 0),
              all,
            );
          });
        }
        for (let t = 0; t < layout.thresholds.length; t++) {
          const tiers = scenario.tiers.map((_, tier) =>
            span(tierThresholdOffset(layout, type, tier, t, 'answeredWithin')),
          );
          span(thresholdOffset(layout, type, t, 'answeredWithin')).forEach((all, i) => {
            expect(tiers.reduce((sum, tier) => sum + tier[i], 0)).toBe(all);
          });
        }
      }
      (scenario.clocks ?? []).forEach((_, clock) => {
        for (const column of tierClockColumns) {
          const tiers = (scenario.tiers ?? []).map((__, tier) => span(tierClockOffset(layout, clock, tier, column)));
          span(clockOffset(layout, clock, column)).forEach((all, i) => {
            expect(tiers.reduce((sum, tier) => sum + tier[i], 0)).toBe(all);
          });
        }
      });
    }, 60);
  });

  it('writes one row of its trace per attempt, with the same outcomes as its figures', () => {
    law(({ record, rows, scenario }) => {
      const count = (outcome: TraceRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
      for (const outcome of ['answered', 'abandoned', 'blocked', 'balked', 'waiting'] as const) {
        expect(count(outcome)).toBe(contacts(record, outcome));
      }
      expect(count('called-back')).toBe(contacts(record, 'calledBack'));
      expect(count('self-served')).toBe(contacts(record, 'selfServed'));
      expect(count('outside-hours')).toBe(contacts(record, 'outsideHours'));
      // A caller is who asks for a person the first time; who is served by himself then never does.
      const firstRequests = rows.filter(({ attempt, outcome }) => {
        return attempt === 1 && outcome !== 'self-served' && outcome !== 'outside-hours';
      });
      expect(firstRequests.length).toBe(contacts(record, 'callers'));
      const total = (outcome: string, of: 'wait') =>
        rows.filter((row) => row.outcome === outcome).reduce((sum, row) => sum + row[of], 0);
      near(total('answered', 'wait'), contacts(record, 'answeredWait'));
      near(total('abandoned', 'wait'), contacts(record, 'abandonedWait'));
      // What is laid aside may be finished at another pace, or never: that is known after its row.
      scenario.work.forEach(({ interruptible, name }, type) => {
        if (interruptible) return;
        const own = rows.filter((row) => row.type === name && row.outcome === 'answered');
        const sum = (of: 'talk' | 'wrapUp') => own.reduce((all, row) => all + row[of], 0);
        near(sum('talk'), contacts(record, 'talk', type));
        near(sum('wrapUp'), contacts(record, 'wrapUp', type));
      });
      for (let type = 0; type < record.layout.types; type++) {
        for (const outcome of ['answered', 'abandoned'] as const) {
          expect(histogram(record, outcome, type).reduce((a, b) => a + b, 0)).toBe(contacts(record, outcome, type));
        }
      }
    });
  });

  it('leaves nobody behind: no line held, no agent busy, no contact anywhere', () => {
    law(({ center }) => {
      expect([...center.linesBusy].every((n) => n === 0)).toBe(true);
      expect([...center.queueLength, ...center.inSelfService, center.waiting].every((n) => n === 0)).toBe(true);
      expect(
        [...center.ringing, ...center.free.map((_, group) => handlingAgents(center, group))].every((n) => n === 0),
      ).toBe(true);
      expect([...center.loggedIn]).toEqual([...center.free]);
      expect(center.events.first()).toBe(0);
      let free = 0;
      for (let node = center.freeContact; node !== 0; node = center.next[node]) free++;
      expect(free).toBe(center.contactsUsed - center.firstContact);
      let desks = 1;
      for (let desk = center.desks.spare; desk !== 0; desk = center.desks.next[desk]) desks++;
      expect(desks).toBe(center.desks.used);
    });
  });

  it('ends every clock exactly once, and each item that follows from another begins in the days simulated or not at all', () => {
    law(({ center, record, rows, scenario }) => {
      const { data, layout } = record;
      const sum = (from: number) => data.slice(from, from + layout.intervals).reduce((a, b) => a + b, 0);
      (scenario.clocks ?? []).forEach((_, clock) => {
        const at = (column: Parameters<typeof clockOffset>[2]) => sum(clockOffset(layout, clock, column));
        expect(at('started')).toBe(at('met') + at('missed') + at('open'));
        expect(at('elapsed')).toBeGreaterThanOrEqual(0);
        expect(at('extended')).toBeLessThanOrEqual(at('started'));
      });
      expect([...center.chains.state].every((state) => state === 0)).toBe(true);
      expect([...center.openItems].every((open) => open === 0)).toBe(true);
      if (!layout.extras.outcomes) return;
      const born = rows.filter(({ after, attempt }) => after !== undefined && attempt === 1);
      let made = 0;
      for (let followUp = 0; followUp < layout.extras.followUps; followUp++)
        made += sum(followUpOffset(layout, followUp));
      expect(born.length).toBeLessThanOrEqual(made);
      for (const row of born) expect(row.arrival).toBeLessThan(horizon);
      for (let type = 0; type < layout.types; type++) {
        const at = (column: Parameters<typeof outcomeOffset>[2]) => sum(outcomeOffset(layout, type, column));
        const { name } = scenario.work[type];
        const arisen = born.filter((row) => row.type === name && row.outcome !== 'outside-hours').length;
        expect(at('arisen')).toBe(arisen);
        const left = contacts(record, 'answered', type) - at('handled');
        if ((center.plan.traits[type] & linked) === 0) expect(at('handled')).toBe(0);
        // What was laid aside and never taken up again is not handled.
        else if (scenario.work[type].interruptible) expect(left).toBeGreaterThanOrEqual(0);
        else expect(left).toBe(0);
        expect(at('resolved')).toBeLessThanOrEqual(at('handled'));
        expect(at('found')).toBeLessThanOrEqual(at('searches'));
        expect(at('points')).toBeLessThanOrEqual(100 * at('rated'));
      }
    });
  });

  it('counts a contact once, however many complaints arise of it, and every complaint that comes out of another contact', () => {
    law(({ record: { data, layout }, rows, scenario: { work } }) => {
      if (!layout.extras.outcomes) return;
      const sum = (from: number) => data.slice(from, from + layout.intervals).reduce((a, b) => a + b, 0);
      let followUp = 0;
      const made = work.map(({ followUps = [] }, type) =>
        followUps.flatMap((one) => {
          const count = sum(followUpOffset(layout, followUp++));
          return isComplaintAbout(work, type, one) ? [count] : [];
        }),
      );
      work.forEach((_, type) => {
        const all = made[type].reduce((a, b) => a + b, 0);
        const followed = sum(outcomeOffset(layout, type, 'complained'));
        expect(followed).toBeLessThanOrEqual(all);
        expect(followed).toBeGreaterThanOrEqual(Math.max(0, ...made[type]));
        if (made[type].length === 1) expect(followed).toBe(all);
      });
      const came = rows.filter(({ after, attempt, type }) => {
        const from = work.findIndex(({ name }) => name === after?.work);
        const to = work.findIndex(({ name }) => name === type);
        const one = work[from]?.followUps?.find(({ becomes, outcome }) => becomes === to && outcome === after?.outcome);
        return attempt === 1 && one !== undefined && isComplaintAbout(work, from, one);
      });
      const counted = work.reduce((all, { complaint }, type) => {
        if (complaint === undefined) return all;
        const at = (column: Parameters<typeof outcomeOffset>[2]) => sum(outcomeOffset(layout, type, column));
        return all + at('arisen') - at('sameComplaint');
      }, 0);
      const isOther = (outcome = '') => ['outsideHours', 'consulted', 'calledBack', 'sampled'].includes(outcome);
      const complaints = work.filter(({ complaint }) => complaint !== undefined).map(({ name }) => name);
      const arose = rows.filter(({ after, attempt, outcome, type }) => {
        const isNew = after !== undefined && !complaints.includes(after.work);
        return isNew && attempt === 1 && outcome !== 'outside-hours' && complaints.includes(type);
      });
      expect(counted).toBe(arose.length);
      expect(arose.filter(({ after }) => !isOther(after?.outcome)).length).toBe(
        came.filter(({ outcome }) => outcome !== 'outside-hours').length,
      );
      // What would begin after the last day does not.
      expect(came.length).toBeLessThanOrEqual(made.flat().reduce((a, b) => a + b, 0));
    });
  });

  it('obeys Little’s law in its queues: what waits by the clock is what its contacts waited', () => {
    law((run) => {
      const { center, rows, record, scenario } = run;
      // Waits that go on from an attempt before, or beyond the last interval, are not time in this queue.
      fc.pre(rows.every((row) => row.arrival + row.selfService + row.wait <= horizon));
      fc.pre(
        scenario.work.every(({ redial }) => Object.values(redial).every((r) => !r.keepsWaitClock || r.fraction === 0)),
      );
      const { data, layout } = record;
      let heldUp = 0;
      if (layout.extras.outcomes) {
        for (let type = 0; type < layout.types; type++) {
          const from = outcomeOffset(layout, type, 'heldUp');
          heldUp += data.slice(from, from + layout.intervals).reduce((a, b) => a + b, 0);
        }
        fc.pre(heldUp === 0 || center.now <= horizon);
      }
      let byClock = 0;
      for (let type = 0; type < layout.types; type++) byClock += queue(record, 'queueSeconds', type);
      for (let group = 0; group < layout.groups; group++) byClock += groupTime(record, 'ringing', group);
      const waits = ['answeredWait', 'abandonedWait', 'waitingWait'] as const;
      expect(byClock).toBe(waits.reduce((sum, column) => sum + contacts(record, column), 0) + heldUp);
    });
  });

  it('keeps its agents’ time: handling by the clock is what the contacts took, and nobody works who is not there', () => {
    law(({ center, record, rows }) => {
      const { layout } = record;
      let handling = 0;
      for (let group = 0; group < layout.groups; group++) {
        for (let i = 0; i < layout.intervals; i++) {
          const at = (column: Parameters<typeof groupTime>[1]) => groupTime(record, column, group, i);
          expect(at('ringing') + at('handling')).toBeLessThanOrEqual(at('loggedIn') + 1e-6);
          handling += at('handling');
        }
      }
      const late = rows.some(
        ({ arrival, selfService, wait, talk, hold, wrapUp }) =>
          arrival + selfService + wait + talk + hold + wrapUp > horizon,
      );
      const taken = contacts(record, 'talk') + contacts(record, 'hold') + contacts(record, 'wrapUp');
      // Who holds several conversations works on all of them at once.
      const most = Math.max(1, center.desks.most);
      if (late || most > 1) expect(handling).toBeLessThanOrEqual(taken + 1e-6);
      else near(handling, taken);
      if (!late) expect(handling * most).toBeGreaterThanOrEqual(taken - 1e-6);
    });
  });

  it('begins every break that is due, in time or late, or misses it, and owes nobody any in the end', () => {
    law(({ center, record }) => {
      for (let group = 0; group < record.layout.groups; group++) {
        const [due, late, missed, delay] = (['breaksDue', 'breaksLate', 'breaksMissed', 'breakDelay'] as const).map(
          (column) => groupTime(record, column, group),
        );
        expect(late + missed).toBeLessThanOrEqual(due);
        expect(delay).toBeGreaterThanOrEqual(lateBreakSeconds * late);
      }
      expect([...center.breaksOwed, ...center.owedBreak].every((owed) => owed === 0)).toBe(true);
    });
  });

  it('waits no longer than its patience', () => {
    law(({ rows, scenario }) => {
      for (const row of rows) {
        const work = scenario.work.find(({ name }) => name === row.type)!;
        const { kind, parameters } = work.patience.steps[0];
        const clock = Object.values(work.redial).some((r) => r.keepsWaitClock);
        if (kind === 'fixed' && !clock) expect(row.wait).toBeLessThanOrEqual(parameters[0] + 1e-9);
        if (row.outcome === 'abandoned') expect(kind).not.toBe('never');
      }
    });
  });

  it('gives the same bytes whatever keeps its pending events', () => {
    law(({ scenario, record, rows, center }) => {
      const other = run(scenario, center.run, compile(scenario, 'law', new HeapQueue()));
      expect(other.record.data).toEqual(record.data);
      expect(other.rows).toEqual(rows);
    }, 60);
  });

  it('gives the same bytes through the plain loop and through the general one, which a traced run takes', () => {
    fc.assert(
      fc.property(plainScenario, fc.nat(1000), fc.boolean(), (scenario, number, heap) => {
        const center = compile(scenario, 'law', heap ? new HeapQueue() : undefined);
        expect(center.plan.isPlain).toBe(true);
        const plain = simulate(center, number);
        expect(plain.data).toEqual(run(scenario, number).record.data);
        expect([...center.queueLength, center.waiting].every((n) => n === 0)).toBe(true);
      }),
      { seed: 2026, numRuns: 150 },
    );
  });

  it('gives the same bytes alone and after other runs', () => {
    law(({ scenario, record, rows, center }) => {
      const number = center.run;
      simulate(center, number + 1);
      const again = run(scenario, number, center);
      expect(again.record.data).toEqual(record.data);
      expect(again.rows).toEqual(rows);
    }, 40);
  });

  it('meets the same customers when the roster is another', () => {
    law(({ scenario, rows, center }) => {
      const more = scenario.groups.map((group) => ({
        ...group,
        staff: { source: 'head-counts' as const, steps: [{ from: 0, agents: 9 }], leaving: 'pooled' as const },
      }));
      const other = run({ ...scenario, groups: more, shocks: [] }, center.run);
      const first = (list: TraceRow[]) =>
        new Map(
          list
            .filter(({ after, attempt }) => attempt === 1 && after === undefined)
            .map((row) => [`${row.type}/${row.customer}`, row]),
        );
      const there = first(other.rows);
      for (const [who, row] of first(rows)) {
        expect(there.get(who)?.arrival).toBe(row.arrival);
        const answered = row.outcome === 'answered' && there.get(who)?.outcome === 'answered';
        // Slower handling, an outdated knowledge base and other conversations depend on the hour and on the state.
        const isFree =
          scenario.shocks.length === 0 &&
          scenario.work.every(({ concurrency, outcome }) => outcome === undefined && concurrency === undefined);
        if (answered && row.group === there.get(who)?.group && isFree) {
          expect(there.get(who)?.talk).toBe(row.talk);
        }
      }
    }, 40);
  });

  it('moves no customer of a type when another type is added', () => {
    law(({ scenario, rows, center }) => {
      const extra = { ...scenario.work[0], name: 'another' };
      const work = [...scenario.work, extra];
      const groups = scenario.groups.map((group) => ({ ...group, speeds: [...group.speeds, 0] }));
      const routing = { ...scenario.routing, groups: [...scenario.routing.groups, []] };
      const other = run({ ...scenario, work, groups, routing }, center.run);
      const arrivals = (list: TraceRow[]) =>
        list
          .filter(({ after, attempt, type }) => attempt === 1 && type !== 'another' && after === undefined)
          .map(({ type, customer, arrival }) => `${type}/${customer}: ${arrival}`)
          .sort();
      expect(arrivals(other.rows)).toEqual(arrivals(rows));
    }, 40);
  });
});
