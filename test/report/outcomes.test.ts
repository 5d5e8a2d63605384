/** How clocks and contacts ended, from a scenario file to the page: against what its fractions and times make of its counts. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/run-experiment.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { erlangBeside } from '../../src/plan/erlang-beside.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { renderJson } from '../../src/report/render-json.ts';
import { reportSchema } from '../../src/report/report.ts';
import { resolveText } from '../scenario/files.ts';

// Every other call makes a ticket, which takes 3 h from the call to the end; two fifths of them have 2 h more than the 2 h allowed, nine tenths of these with notice.
const scenario = resolveText(`
clock: { intervalMinutes: 60 }
work:
  inquiry:
    hours: "08:00-18:00"
    arrivals: { kind: constant-rate, perHour: 200 }
    talkSeconds: 60
    patienceSeconds: { kind: never }
    resolved: 0.8
    satisfaction: { points: 80, unresolved: 40, spread: 0, rated: 0.5 }
    after: { handled: { becomes: { ticket: { fraction: 0.5, afterHours: 3 } } } }
  ticket: { channel: case, interruptible: true, handleSeconds: 0 }
people: { groups: { all: { skills: { inquiry: 1 }, staff: 60 }, office: { skills: { ticket: 1 }, staff: 99 } } }
clocks:
  plain: { starts: { inquiry: handled }, stops: { ticket: handled }, withinHours: 4 }
  close:
    starts: { inquiry: handled }
    stops: { ticket: handled }
    withinHours: 2
    extension: { fraction: 0.4, hours: 2, noticed: 0.9 }
    remindHoursBefore: 1
`);
const outcome = await runExperiment(scenario, { seed: 'outcomes', runs: 20, threads: 1 });
const report = buildReport(scenario, outcome, erlangBeside(scenario));

/** Whether a share of so many is inside its interval at a confidence of 99.9 %; counts are means per run. */
function expectShare(count: number, of: number, share: number): void {
  const { high, low } = proportionInterval(Math.round(count * outcome.runs), Math.round(of * outcome.runs), 0.999);
  expect(low).toBeLessThan(share);
  expect(high).toBeGreaterThan(share);
}

describe('a report of clocks and outcomes', () => {
  it('counts clocks in time, late, extended and reminded', () => {
    const [plain, close] = report.clocks ?? [];
    // Half of the calls make no ticket: nothing is left that could stop their clocks.
    expectShare(plain.met, plain.started, 0.5);
    expect(plain.met + plain.missed + plain.open).toBeCloseTo(plain.started, 9);
    expect([plain.extended, plain.reminded]).toEqual([null, null]);
    expectShare(close.met, close.started, 0.5 * 0.4 * 0.9);
    expectShare(close.extended ?? 0, close.started, 0.36);
    // After three hours it is closed: past the reminder of two hours, and just before that of four.
    expectShare(close.reminded ?? 0, close.started, 0.5 * 0.64);
    expect(close.meanSeconds ?? 0).toBeGreaterThan(0.45 * 3 * 3600);
    expect(close.meanSeconds ?? 0).toBeLessThan(0.55 * 3 * 3600);
  });

  it('says how contacts ended as the measures do, and nothing where nothing is known', () => {
    const [inquiry, ticket] = report.outcomes ?? [];
    expectShare((inquiry.settled ?? 0) * inquiry.handled, inquiry.handled, 0.8);
    expect(inquiry.firstContact).toBe(inquiry.settled);
    expect(inquiry.repeats).toBe(0);
    // Who is settled gives 80, who is not 40, which is too few.
    expectShare((inquiry.dissatisfied ?? 0) * 0.5 * inquiry.handled, 0.5 * inquiry.handled, 0.2);
    expect(inquiry.satisfaction).toBeCloseTo(0.8 - 0.4 * (inquiry.dissatisfied ?? 0), 9);
    expect([inquiry.searchesFound, inquiry.laidAside]).toEqual([null, null]);
    expect(ticket).toMatchObject({ settled: null, firstContact: null, repeats: 1, satisfaction: null, laidAside: 0 });
  });

  it('writes both into the page and the JSON', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(reportSchema);
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
    for (const caption of ['Clocks, mean per day', 'What became of contacts, mean per day']) {
      expect(renderHtml(report, [], 'en')).toContain(caption);
    }
    for (const caption of ['时限（日均）', '联系的结果（日均）'])
      expect(renderHtml(report, [], 'zh')).toContain(caption);
  });
});
