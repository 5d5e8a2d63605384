/**
 * A staffing plan as a table for spreadsheets and programs, one row per queue and interval. `callfloor staff` reads it again, and a
 * scenario can take its column `agents` for head-counts.
 */
import { staffingMethods } from '../../plan/staffing/staffing-methods.ts';
import type { PlannedInterval, StaffingPlan } from '../../plan/staffing/staffing-plan.ts';
import { csvText } from '../csv-text.ts';

type Cell = string | number;

/**
 * Renders the table.
 * @param plan what to write
 * @returns UTF-8 text with a header line, comma separated, lines ended by a line feed; an empty cell means "none" or "without limit";
 * numbers have nine significant digits
 */
export function renderPlanCsv(plan: StaffingPlan): string {
  const dated = plan.days.every(({ label }) => /^\d{4}-\d{2}-\d{2}$/.test(label));
  const named = plan.days.length > 1 || plan.days[0].label !== '';
  const uncertain = plan.uncertainty !== null;
  const given = plan.queues.some(({ agentsGiven }) => agentsGiven);
  const exact = plan.queues.some(({ total }) => total.exact !== null);
  const columns: [string, (interval: PlannedInterval) => Cell][] = [
    ...(named
      ? [
          [dated ? 'date' : 'day', ({ day }: PlannedInterval) => plan.days[day].label] as [
            string,
            (interval: PlannedInterval) => Cell,
          ],
        ]
      : []),
    ['start', ({ label }) => label],
    ['intervalMinutes', ({ from, to }) => (to - from) / 60],
    ['offered', ({ offered }) => round(offered)],
    ['ahtSeconds', ({ ahtSeconds }) => round(ahtSeconds)],
    ['patienceSeconds', ({ patienceSeconds }) => round(patienceSeconds)],
    ['load.stationaryErlangs', ({ load }) => round(load.stationary)],
    ['load.laggedErlangs', ({ load }) => round(load.lagged)],
    ['load.modifiedErlangs', ({ load }) => round(load.modified)],
    ...staffingMethods.flatMap((method): [string, (interval: PlannedInterval) => Cell][] => [
      [`required.${method}`, ({ required }) => round(required[method])],
      [`fractional.${method}`, ({ fractional }) => round(fractional[method])],
    ]),
    ['agents', ({ service }) => round(service.agents)],
    ['rosterAgents', ({ scheduled }) => scheduled],
    ['serviceLevelFraction', ({ service }) => round(service.serviceLevel)],
    ['abandonedFraction', ({ service }) => round(service.abandonment)],
    ['asaSeconds', ({ service }) => round(service.asaSeconds)],
    ['occupancyFraction', ({ service }) => round(service.occupancy)],
    ['keepsPromise', ({ service }) => (service.keeps ? 'yes' : 'no')],
    ['missingAgents', ({ service }) => service.missing],
  ];
  if (given) {
    columns.push(
      ['carriedOffered', ({ service }) => round(service.carriedOffered)],
      ['carriedAhtSeconds', ({ service }) => round(service.carriedAhtSeconds)],
    );
  }
  if (uncertain) {
    columns.push(
      ['range.fewestAgents', ({ range }) => round(range?.fewest)],
      ['range.mostAgents', ({ range }) => round(range?.most)],
    );
  }
  if (exact) {
    columns.push(
      ['exact.serviceLevelFraction', (one) => round(one.exact?.serviceLevel)],
      ['exact.abandonedFraction', (one) => round(one.exact?.abandonment)],
      ['exact.asaSeconds', (one) => round(one.exact?.asaSeconds)],
      ['exact.occupancyFraction', (one) => round(one.exact?.occupancy)],
      ['exact.queueAtEnd', (one) => round(one.exact?.queueAtEnd)],
    );
  }
  const fields = ['queue', ...columns.map(([name]) => name)];
  const data = plan.queues.flatMap(({ name, intervals }) =>
    intervals.map((interval) => [name, ...columns.map(([, cell]) => cell(interval))]),
  );
  return csvText(data, fields);
}

function round(value: number | null | undefined): Cell {
  return value === null || value === undefined ? '' : Number(value.toPrecision(9));
}
