/** Charts over threads. A thread reads built JavaScript only, so these tests take the drawing from `dist`, as `npm test` builds it. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Chart } from '../../../src/report/charts/chart.ts';
import { chartNames, drawChart } from '../../../src/report/charts/draw-charts.ts';
import { exampleBeside, exampleOutcome, exampleScenario } from '../example.ts';

const built = pathToFileURL(resolve(import.meta.dirname, '../../../dist/src/report/charts/render-svg.js')).href;
const { renderSvg, renderSvgs } = (await import(built)) as typeof import('../../../src/report/charts/render-svg.ts');

const scenario = exampleScenario(1);
const report = buildReport(scenario, exampleOutcome(scenario, 20), exampleBeside(scenario));
const charts = chartNames.flatMap((name) =>
  [800, 340].flatMap((width) => drawChart(report, name, { lang: 'zh', width }) ?? []),
);
const alone: string[] = [];
for (const chart of charts) alone.push(await renderSvg(chart, 'zh'));

/** The chart, of which whoever gets a copy gets one that cannot be drawn: what is copied is what is read first. */
function spoiltOnTheWay(chart: Chart): Chart {
  let reads = 0;
  return Object.defineProperty({ ...chart }, 'spec', {
    enumerable: true,
    get: () => (reads++ === 0 ? null : chart.spec),
  });
}

describe('renderSvgs', () => {
  it.each([1, 2, 3])('renderSvgs(charts, lang, %d) gives each as renderSvg does', async (threads) => {
    expect(await renderSvgs(charts, 'zh', threads)).toEqual(alone);
  });

  it('renderSvgs(charts, lang, 2) draws itself what a helper has taken and died of', async () => {
    expect(await renderSvgs([...charts, ...charts].map(spoiltOnTheWay), 'zh', 2)).toEqual([...alone, ...alone]);
  });

  it('renderSvgs([], lang, 2) is nothing', async () => {
    expect(await renderSvgs([], 'zh', 2)).toEqual([]);
  });
});
