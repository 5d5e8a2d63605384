import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/report/build-report.ts';
import { renderJson } from '../../src/report/render-json.ts';
import { reportSchema } from '../../src/report/report.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from './example.ts';

const scenario = exampleScenario();
const outcome = exampleOutcome(scenario);
const report = buildReport(scenario, outcome, exampleBeside(scenario));

describe('buildReport', () => {
  it('buildReport(…) fits its own schema', () => {
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(reportSchema);
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
  });

  it('reportSchema is the one committed in schemas/', async () => {
    await expect(`${JSON.stringify(reportSchema, null, 2)}\n`).toMatchFileSnapshot('../../schemas/report.schema.json');
  });

  it('buildReport(…) keeps every contact: requests = answered + abandoned + blocked + balked + waiting', () => {
    for (const work of report.work) {
      for (const row of [work.total, ...work.intervals]) {
        expect(row.answered + row.abandoned + row.blocked + row.balked + row.waiting).toBeCloseTo(row.requests, 9);
      }
      const sum = work.intervals.reduce((total, row) => total + row.requests, 0);
      expect(sum).toBeCloseTo(work.total.requests, 6);
    }
  });

  it('buildReport(…) counts a head-count while what may come to it is open, and who finishes then', () => {
    const closing = exampleScenario();
    const [short, long] = [18, 22].map((to) => [{ from: 8 * 3600, to: to * 3600 }]);
    closing.work = closing.work.map((work, type) => ({ ...work, hours: type === 0 ? long : short }));
    const all = buildReport(scenario, exampleOutcome(scenario, 20), exampleBeside(scenario)).groups;
    const part = buildReport(closing, exampleOutcome(closing, 20), exampleBeside(closing)).groups;
    expect(part[0].total).toEqual(all[0].total);
    // Seven seniors less from 18:00 to 22:00, but for what they handle and let ring then.
    expect(part[1].total.scheduledHours).toBeCloseTo(all[1].total.scheduledHours, 9);
    const alone = {
      ...closing,
      routing: { ...closing.routing, groups: [[closing.routing.groups[0][0]], closing.routing.groups[1]] },
    };
    const senior = buildReport(alone, exampleOutcome(alone, 20), exampleBeside(alone)).groups[1];
    expect(senior.total.scheduledHours).toBeCloseTo(all[1].total.scheduledHours - 7 * 4, 9);
    expect(senior.total.availableHours).toBeGreaterThan(senior.total.scheduledHours);
    expect(senior.total.availableHours).toBeLessThan(all[1].total.availableHours);
    expect(senior.total.handlingHours).toBe(all[1].total.handlingHours);
    expect(senior.total.utilization).toBe(senior.total.handlingHours / senior.total.scheduledHours);
  });

  it('buildReport(…) takes the verdicts over and merges neighbouring broken intervals', () => {
    expect(report.promises.map(({ judgement }) => judgement)).toEqual(
      outcome.verdicts.map(({ judgement }) => judgement),
    );
    for (const promise of report.promises) {
      const broken = promise.intervals
        .filter(({ judgement }) => judgement === 'broken')
        .map(({ interval }) => interval);
      const inRanges = promise.breaks.flatMap(({ fromInterval, toInterval }) =>
        Array.from({ length: toInterval - fromInterval + 1 }, (_, i) => fromInterval + i),
      );
      expect(inRanges).toEqual(broken);
      promise.breaks.slice(1).forEach((range, i) => {
        expect(range.fromInterval).toBeGreaterThan(promise.breaks[i].toInterval + 1);
      });
    }
  });

  it('buildReport(…) keeps ranges of different days apart', () => {
    const two = exampleScenario(2);
    two.promises = two.promises.map((promise) => ({
      ...promise,
      target: 0.999,
      sense: 'at-least',
      hours: [{ from: 0, to: 172_800 }],
    }));
    const made = buildReport(two, exampleOutcome(two, 20), exampleBeside(two));
    for (const { breaks } of made.promises) {
      for (const { from, to } of breaks) expect(Math.floor(from / 86_400)).toBe(Math.floor((to - 1) / 86_400));
    }
  });

  it('buildReport(…) gives interval values that are the sums of the promise, divided once', () => {
    for (const promise of report.promises) {
      const met = promise.intervals.reduce((sum, row) => sum + row.met, 0);
      const of = promise.intervals.reduce((sum, row) => sum + row.of, 0);
      expect(met / of).toBeCloseTo(promise.estimate?.value ?? Number.NaN, 12);
      for (const { estimate, met, of } of promise.intervals) {
        if (estimate !== null) expect(met / of).toBeCloseTo(estimate.value, 12);
      }
    }
  });

  it('buildReport(…) speaks first of the broken promise furthest from its target, and of the agents missing there', () => {
    expect(report.verdict.judgement).toBe('broken');
    expect(report.promises[report.verdict.promise ?? -1].id).toBe('hotline.answer');
    expect(report.verdict.agentsMissing).toBe(27);
  });

  it('buildReport(…) splits a promise by work only where it covers several types', () => {
    expect(report.promises.map(({ byWork }) => byWork.length)).toEqual([2, 2, 0]);
  });

  it('buildReport(…) without promises has nothing to judge', () => {
    const bare = { ...exampleScenario(), promises: [] };
    const beside = exampleBeside(bare);
    for (const work of beside.work) work.promise = -1;
    const made = buildReport(bare, exampleOutcome(bare, 3), beside);
    expect(made.verdict).toMatchObject({ judgement: 'nothing-to-judge', promise: null, agentsMissing: null });
    expect(made.erlang.every(({ total }) => total.serviceLevel.simulated === null)).toBe(true);
  });

  it('buildReport(…) refuses an outcome without runs', () => {
    expect(() => buildReport(scenario, { ...outcome, runs: 0 }, exampleBeside(scenario))).toThrow(/^outcome: /);
  });
});
