/** Draws how the cost of a contact grows with the day: `docs/images/growth.svg`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extent, median, min } from 'simple-statistics';
import { assembleChart, type Chart, type Layer, palette } from '../src/report/charts/chart.ts';
import { renderSvg } from '../src/report/charts/render-svg.ts';
import { type GrowthPoint, growthWorkloads } from './growth.ts';
import { measureApart } from './measure-apart.ts';

const picture = join(import.meta.dirname, '../../docs/images/growth.svg');
const styles = {
  'general 2': { colour: palette.demand, swatch: 'line', name: 'ring, wrap-up, redials; 2 skills' },
  'general 50': { colour: palette.demand, swatch: 'dashed', name: 'the same, 50 skills' },
  'plain 2': { colour: palette.served, swatch: 'line', name: 'plain, 2 skills' },
  'plain 50': { colour: palette.served, swatch: 'dashed', name: 'plain, 50 skills' },
} as const;

/** Times that all days are measured, one after the other: whatever else the machine does meanwhile seldom strikes a day every time. */
const rounds = 5;

/**
 * Measures, prints the least and the median of each day as the rows of a table, and how flat each row of days is by both, and draws the least: other
 * work on the machine only ever adds to what a day costs.
 */
export async function drawGrowth(): Promise<void> {
  const days = growthWorkloads();
  const costs = days.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    days.forEach(({ name }, i) => {
      costs[i].push(1e9 / measureApart(name).contactsPerCpuSecond);
    });
  }
  console.log('| loop | skills | contacts a day | agents | ns a contact | median |\n|---|---|---|---|---|---|');
  days.forEach(({ agents, contactsPerDay, loop, skills }, i) => {
    const [size, people] = [contactsPerDay, agents].map((count) => count.toLocaleString('en'));
    const [least, middle] = [min(costs[i]), median(costs[i])].map((cost) => cost.toFixed(0));
    console.log(`| ${loop} | ${skills} | ${size} | ${people} | ${least} | ${middle} |`);
  });
  for (const series of Object.keys(styles)) {
    const of = costs.filter((_, i) => `${days[i].loop} ${days[i].skills}` === series);
    const [least, middle] = [min, median].map((pick) => distanceFromMiddle(of.map((one) => pick(one))).toFixed(1));
    console.log(`${series} skills: within ${least} % of the middle; medians ${middle} %`);
  }
  const points = days.map(({ agents, contactsPerDay, loop, skills }, i): GrowthPoint => {
    return { agents, contactsPerDay, loop, nanosecondsPerContact: min(costs[i]), skills };
  });
  writeFileSync(picture, await renderSvg(drawPoints(points), 'en'));
}

/** How far the least and the most lie from the middle between them, percent. */
function distanceFromMiddle(values: number[]): number {
  const [least, most] = extent(values);
  return (100 * (most - least)) / (most + least);
}

function drawPoints(points: readonly GrowthPoint[]): Chart {
  const most = 200 * Math.ceil(Math.max(...points.map((point) => point.nanosecondsPerContact)) / 200);
  const height = 240;
  const x = { field: 'contacts', type: 'quantitative' as const, scale: { type: 'log' as const, domain: [1000, 5e6] } };
  const layers = Object.entries(styles).map(([series, { colour, swatch }]): Layer => {
    const of = points.filter(({ loop, skills }) => `${loop} ${skills}` === series);
    return {
      data: { values: of.map((point) => ({ contacts: point.contactsPerDay, ns: point.nanosecondsPerContact })) },
      mark: {
        type: 'line',
        color: colour,
        strokeWidth: 2,
        point: { color: colour },
        ...(swatch === 'dashed' ? { strokeDash: [5, 4] } : {}),
      },
      encoding: {
        x: {
          ...x,
          axis: {
            title: 'contacts a day',
            values: [1000, 10_000, 100_000, 1_000_000, 5_000_000],
            format: ',',
            grid: false,
          },
        },
        y: { field: 'ns', type: 'quantitative', scale: { domain: [0, most] }, axis: { title: null, tickCount: 5 } },
      },
    };
  });
  return assembleChart(
    {
      name: 'growth',
      title: 'What one contact costs, from a thousand to five million a day',
      reading: points
        .map(
          (p) =>
            `${p.loop}, ${p.skills} skills, ${p.contactsPerDay} contacts: ${p.nanosecondsPerContact.toFixed(0)} ns`,
        )
        .join('; '),
      key: Object.values(styles),
      panels: [{ height, axisTitle: 'nanoseconds of processor time a contact', layers }],
      bottom: 44,
    },
    { lang: 'en', width: 720 },
  );
}
