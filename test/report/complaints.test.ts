/** Complaints from a scenario file to every form of the report, against what the scenario’s fractions make of its counts. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { runExperiment } from '../../src/experiment/run-experiment.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { erlangBeside } from '../../src/plan/erlang-beside.ts';
import { buildReport } from '../../src/report/build-report.ts';
import { renderCsv } from '../../src/report/render-csv.ts';
import { renderHtml } from '../../src/report/render-html.ts';
import { renderJson } from '../../src/report/render-json.ts';
import { renderText } from '../../src/report/render-text.ts';
import { type Report, reportSchema } from '../../src/report/report.ts';
import { resolveText } from '../scenario/files.ts';

// A fifth of what is not settled is complained about, and a twentieth of what is handled, independently of each other.
const centre = `
clock: { intervalMinutes: 60 }
work:
  inquiry:
    hours: "08:00-18:00"
    arrivals: { kind: constant-rate, perHour: 400 }
    talkSeconds: 60
    patienceSeconds: { kind: never }
    resolved: 0.7
    after:
      handled: { becomes: { billing complaint: { fraction: 0.05 } } }
      unresolved: { becomes: { complaint: { fraction: 0.2 } } }
  complaint:
    channel: case
    complaint: { about: service }
    arrivals: { kind: interval-profile, from: "08:00", intervalMinutes: 60, counts: [20, 20] }
    handleSeconds: 60
    after: { handled: { becomes: { press: { fraction: 0.25 } } } }
  billing complaint: { channel: case, complaint: { about: billing }, handleSeconds: 60 }
  press: { channel: case, complaint: { level: major }, handleSeconds: 60 }
people:
  groups: { all: { skills: { inquiry: 1, complaint: 1, billing complaint: 1, press: 1 }, staff: 60 } }
promises:
  - { id: complaints, measure: complaint-rate, atMost: 0.12, work: [inquiry] }
`;

const scenario = resolveText(centre);
const outcome = await runExperiment(scenario, { seed: 'complaints', runs: 20, threads: 1 });
const report: Report = buildReport(scenario, outcome, erlangBeside(scenario));
const { after, came } = report.complaints as NonNullable<Report['complaints']>;

describe('a report of complaints', () => {
  it('gives the share of contacts after which one arises, as the promise and the fractions have it', () => {
    expect(after).toHaveLength(1);
    const [one] = after;
    expect(one.contacts).toBeCloseTo(report.work[0].total.arrived, 9);
    // 1 − 0.95 · (1 − 0.3 · 0.2), at a confidence of 99.9 %.
    const expected = 1 - 0.95 * (1 - 0.3 * 0.2);
    const { high, low } = proportionInterval(one.followed * outcome.runs, one.contacts * outcome.runs, 0.999);
    expect(low).toBeLessThan(expected);
    expect(high).toBeGreaterThan(expected);
    const { met, of } = report.promises[0].tally;
    expect(one.share).toBe(met / of);
    expect(one.intervals.reduce((sum, count) => sum + count, 0)).toBeCloseTo(one.followed, 9);
    expect(report.promises[0].judgement).toBe('held');
  });

  it('counts new complaints by level and subject, those of an earlier contact told apart, and those passed on beside them', () => {
    const [service, billing, press] = came;
    expect(came.map(({ about, level }) => `${level} ${about}`)).toEqual([
      'ordinary service',
      'ordinary billing',
      'major other',
    ]);
    const contacts = after[0].contacts * outcome.runs;
    const within = (count: number, of: number, share: number) => {
      const { high, low } = proportionInterval(count * outcome.runs, of, 0.999);
      expect(low).toBeLessThan(share);
      expect(high).toBeGreaterThan(share);
    };
    within(service.arisen, contacts, 0.06);
    within(billing.arisen, contacts, 0.05);
    within(press.further, service.arrived * outcome.runs, 0.25);
    expect(billing.arrived).toBe(billing.arisen);
    expect(service.arrived).toBeGreaterThan(service.arisen + 30);
    expect([press.arrived, press.arisen, service.further]).toEqual([0, 0, 0]);
  });

  it('says so in every form and both languages', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(reportSchema);
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
    expect(renderText(report, 'en')).toMatch(/Complaints: .* a day, .* because of an earlier contact/);
    expect(renderText(report, 'zh')).toMatch(/投诉率：inquiry 1[01]\.\d+%/);
    expect(renderHtml(report, [], 'en')).toContain('Contacts followed by a complaint, mean per day');
    expect(renderHtml(report, [], 'zh')).toContain('引起投诉的联系（日均）');
    expect(renderCsv(report).split('\n')[0]).toContain('work.inquiry.followedByComplaint');
  });
});
