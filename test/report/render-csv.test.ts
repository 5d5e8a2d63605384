import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../src/report/build-report.ts';
import { renderCsv } from '../../src/report/render-csv.ts';
import { renderJson } from '../../src/report/render-json.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from './example.ts';

const scenario = exampleScenario();
const build = () => buildReport(scenario, exampleOutcome(scenario), exampleBeside(scenario));

describe('renderCsv', () => {
  it('renderCsv(report) has one row per interval, and its figures are those of the report', () => {
    const report = build();
    const { data, errors } = papaparse.parse<Record<string, string>>(renderCsv(report), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(report.intervals.length);
    const row = data[20];
    expect(row.date).toBe('2026-03-02');
    expect(row.start).toBe('10:00');
    expect(row.intervalMinutes).toBe('30');
    expect(Number(row['work.inquiry.requests'])).toBeCloseTo(report.work[0].intervals[20].requests, 2);
    expect(Number(row['group.tariff.scheduledAgents'])).toBe(27);
    expect(Number(row['promise.hotline.answer.valueFraction'])).toBeCloseTo(
      report.promises[1].intervals.find(({ interval }) => interval === 20)?.estimate?.value ?? Number.NaN,
      5,
    );
    expect(data[0]['promise.hotline.answer.valueFraction']).toBe('');
  });

  it('renderCsv(report) quotes names that hold commas and quotes', () => {
    const report = build();
    report.work[0].name = 'a,"b"\nc';
    const { meta } = papaparse.parse(renderCsv(report), { header: true });
    expect(meta.fields).toContain('work.a,"b"\nc.requests');
  });

  it('renderCsv(report) and renderJson(report) give the same bytes for the same runs', () => {
    expect(renderCsv(build())).toBe(renderCsv(build()));
    expect(renderJson(build())).toBe(renderJson(build()));
  });
});
