/** The chart of a staffing plan: contacts, agents and service of one queue, one under another on one time axis. */
import type { PlannedInterval, PlannedQueue } from '../../plan/staffing/staffing-plan.ts';
import { words as wordsIn } from '../../words/dictionary.ts';
import {
  assembleChart,
  type Chart,
  type ChartSetting,
  frameOf,
  type KeyEntry,
  type Layer,
  niceScale,
  type Panel,
  palette,
} from '../charts/chart.ts';
import { drawStepLines, type StepLine, type StepPanel } from '../charts/step-line.ts';
import {
  type Block,
  layOutTimeLine,
  type TimeAxis,
  type TimeLine,
  timeAxisHeight,
  timeEncoding,
} from '../charts/time-axis.ts';
import { type PlanWords, worstInterval } from './say.ts';

/** Intervals drawn as one; none for the hours between two days. */
interface Stretch extends Block {
  readonly intervals: readonly PlannedInterval[];
}

/** What the panels of a chart share. */
interface Sheet {
  readonly say: PlanWords;
  readonly queue: PlannedQueue;
  readonly stretches: readonly Stretch[];
  readonly axis: TimeAxis;
  readonly setting: ChartSetting;
}

/** A panel and the names that found no place in it. */
interface DrawnPanel {
  readonly panel: Panel;
  readonly key: readonly KeyEntry[];
}

/** Draws one queue of a plan. */
export function drawPlan(say: PlanWords, queue: PlannedQueue, setting: ChartSetting): Chart {
  const stretches = stretchesOf(queue, setting);
  const axis = layOutTimeLine(timeLineOf(say, queue), stretches, setting);
  const sheet: Sheet = { say, queue, stretches, axis, setting };
  const withService = showsService(queue);
  const panels = [demandPanel(sheet), agentPanel(sheet, !withService), ...(withService ? [servicePanel(sheet)] : [])];
  const title = titleOf(say, queue);
  return assembleChart(
    {
      name: 'staffing-plan',
      title: say.plan.queues.length === 1 ? title : say.text.chart.forQueue({ queue: queue.name, title }),
      reading: readingOf(say, queue),
      key: panels.flatMap(({ key }) => key),
      panels: panels.map(({ panel }) => panel),
      bottom: timeAxisHeight(axis),
    },
    setting,
  );
}

function titleOf(say: PlanWords, queue: PlannedQueue): string {
  const { chart, finding } = say.text;
  if (queue.agentsGiven) {
    if (queue.total.broken === 0) return chart.titleHeld;
    const worst = worstInterval(queue);
    if (worst.service.missing > 0) {
      return chart.titleShort({ missing: say.number(worst.service.missing), time: say.time(worst) });
    }
  }
  const { required, time } = say.peak(queue);
  return queue.total.peak.required === 0 ? finding.nobody : chart.titleNeeds({ peak: required, time });
}

function readingOf(say: PlanWords, queue: PlannedQueue): string {
  const { chart } = say.text;
  const { total, method } = queue;
  const { required, time } = say.peak(queue);
  const sentences = [
    chart.reading({
      offered: say.number(total.offered),
      hours: say.hours(total.requiredHours[method] ?? 0),
      method: say.method(method),
      peak: required,
      time,
    }),
  ];
  if (queue.agentsGiven) {
    sentences.push(
      chart.readingGiven({
        hours: say.hours(total.agentHours),
        broken: say.number(total.broken),
        of: say.number(queue.intervals.length),
      }),
    );
  }
  return wordsIn(say.lang).report.joinSentences(sentences);
}

/** Neighbouring intervals, several as one where a picture does not resolve them, and the gaps between. */
function stretchesOf({ intervals }: PlannedQueue, setting: ChartSetting): Stretch[] {
  const length = intervals[intervals.length - 1].to - intervals[0].from;
  const least = (2 * length) / frameOf(setting).plot;
  const found: Stretch[] = [];
  let open: PlannedInterval[] = [];
  const close = (): void => {
    if (open.length > 0) found.push({ ...spanOf(open), intervals: open });
    open = [];
  };
  for (const interval of intervals) {
    const before = open[open.length - 1];
    if (before !== undefined && (before.to !== interval.from || interval.from - open[0].from >= least)) close();
    const last = found[found.length - 1];
    if (open.length === 0 && last !== undefined && last.end < interval.from) {
      found.push({ from: 0, to: 0, start: last.end, end: interval.from, intervals: [] });
    }
    open.push(interval);
  }
  close();
  return found;
}

function spanOf(intervals: readonly PlannedInterval[]): Block {
  return { from: 0, to: 0, start: intervals[0].from, end: intervals[intervals.length - 1].to };
}

function timeLineOf({ plan }: PlanWords, { intervals }: PlannedQueue): TimeLine {
  const first = intervals[0];
  const last = intervals[intervals.length - 1];
  const marks: { at: number; hour: number; label: string; day: number }[] = [];
  for (let day = first.day; day <= last.day; day++) {
    const { start } = plan.days[day];
    for (let hour = 0; hour < 24; hour++) {
      marks.push({ at: start + hour * 3600, hour, label: `${`${hour}`.padStart(2, '0')}:00`, day });
    }
  }
  marks.push({ at: plan.days[last.day].start + 86_400, hour: 24, label: '24:00', day: last.day });
  return { marks, days: plan.days.length, nameDay: (day) => plan.days[day].label.replace(/^\d{4}-/, '') };
}

/** A value per stretch: null in a gap, or where an interval has none. */
function perStretch(
  stretches: readonly Stretch[],
  value: (interval: PlannedInterval) => number | null,
  weight: (interval: PlannedInterval) => number,
): (number | null)[] {
  return stretches.map(({ intervals }) => {
    const known = intervals.filter((interval) => value(interval) !== null);
    const all = known.reduce((sum, interval) => sum + weight(interval), 0);
    if (all === 0) return null;
    return known.reduce((sum, interval) => sum + (value(interval) ?? 0) * weight(interval), 0) / all;
  });
}

const lengthOf = ({ from, to }: PlannedInterval): number => to - from;

/** Draws lines of a sheet; the panel of the last ones bears the time axis. */
function draw(
  { stretches, axis, setting }: Sheet,
  lines: readonly StepLine[],
  panel: Pick<StepPanel, 'height' | 'scale' | 'shares' | 'last'>,
) {
  return drawStepLines(lines, { blocks: stretches, axis, ...panel }, setting);
}

function demandPanel(sheet: Sheet): DrawnPanel {
  const { say, queue, stretches } = sheet;
  const { chart } = say.text;
  const values = perStretch(
    stretches,
    ({ offered }) => offered,
    () => 1,
  );
  const scale = niceScale(Math.max(1, ...values.map((value) => value ?? 0)), 3);
  const line: StepLine = { name: chart.offered, colour: palette.demand, swatch: 'line', width: 2, values };
  const { layers } = draw(sheet, [line], { height: 90, scale, last: false });
  const axisTitle = chart.contactsPer({ minutes: say.agents(lengthOf(queue.intervals[0]) / 60) });
  return { panel: { height: 90, axisTitle, layers }, key: [] };
}

function agentPanel(sheet: Sheet, last: boolean): DrawnPanel {
  const { say, queue, stretches, axis, setting } = sheet;
  const { chart } = say.text;
  const { method, agentsGiven } = queue;
  const uncertain = say.plan.uncertainty !== null;
  const mean = (value: (interval: PlannedInterval) => number | null) => perStretch(stretches, value, lengthOf);
  const needed = mean(({ required }) => required[method]);
  const given = mean(({ service }) => service.agents);
  const [low, high] = [mean(({ range }) => range?.fewest ?? null), mean(({ range }) => range?.most ?? null)];
  const lines: StepLine[] = [
    {
      name: chart.needed({ method: say.method(method) }),
      colour: palette.alarm,
      swatch: 'line',
      width: 2,
      values: needed,
    },
  ];
  if (agentsGiven) lines.unshift({ name: chart.given, colour: palette.ink, swatch: 'line', width: 2, values: given });
  if (method !== 'erlang-c') {
    const values = mean(({ required }) => required['erlang-c']);
    lines.push({ name: say.method('erlang-c'), colour: palette.muted, swatch: 'dotted', width: 1.5, values });
  }
  const scale = niceScale(
    Math.max(1, ...[...lines.flatMap(({ values }) => values), ...high].map((value) => value ?? 0)),
  );
  const height = 190;
  const drawn = draw(sheet, lines, { height, scale, last });
  const shade = (values: readonly object[], opacity: number): Layer => ({
    data: { values: [...values] },
    mark: { type: 'rect', color: palette.alarm, opacity },
    encoding: {
      x: timeEncoding(axis, 'start', last, setting),
      x2: { field: 'end' },
      y: { ...drawn.encoding.y, field: 'bottom' },
      y2: { field: 'top' },
    },
  });
  return {
    panel: {
      height,
      axisTitle: chart.agents,
      layers: [
        ...(uncertain ? [shade(boxes(stretches, low, high), 0.12)] : []),
        ...(agentsGiven ? [shade(boxes(stretches, given, needed), 0.25)] : []),
        ...drawn.layers,
      ],
      notes: drawn.notes,
    },
    key: [...drawn.key, ...(uncertain ? [{ name: chart.range, colour: rangeColour, swatch: 'box' as const }] : [])],
  };
}

/** The alarm colour as the range shows it on white. */
const rangeColour = '#F6E9E0';

/** From one line up to another, where it is above. */
function boxes(
  stretches: readonly Stretch[],
  from: readonly (number | null)[],
  to: readonly (number | null)[],
): { start: number; end: number; bottom: number; top: number }[] {
  return stretches.flatMap(({ start, end }, i) => {
    const [bottom, top] = [from[i], to[i]];
    return bottom === null || top === null || top <= bottom ? [] : [{ start, end, bottom, top }];
  });
}

/** Whether there is a service to show: that of agents given, or the exact one. */
function showsService({ targets, agentsGiven, total }: PlannedQueue): boolean {
  return targets.some(({ measure }) => measure === 'serviceLevel') && (agentsGiven || total.exact !== null);
}

function servicePanel(sheet: Sheet): DrawnPanel {
  const { say, queue, stretches } = sheet;
  const { chart } = say.text;
  const target = queue.targets.find(({ measure }) => measure === 'serviceLevel');
  const promised = target?.measure === 'serviceLevel' ? target.atLeast : 1;
  const mean = (value: (interval: PlannedInterval) => number | null) =>
    perStretch(stretches, value, ({ offered }) => offered);
  const alone = mean(({ service }) => service.serviceLevel);
  const lines: StepLine[] = [
    { name: chart.eachAlone, colour: palette.served, swatch: 'line', width: 2, values: alone },
  ];
  if (queue.total.exact !== null) {
    const values = mean(({ exact }) => exact?.serviceLevel ?? null);
    lines.push({ name: chart.carriedOver, colour: palette.demand, swatch: 'dashed', width: 2, values });
  }
  lines.push({
    name: chart.promised({ target: say.share(promised) }),
    colour: palette.ink,
    swatch: 'dotted',
    width: 1.5,
    values: stretches.map(({ intervals }) => (intervals.length === 0 ? null : promised)),
  });
  const height = 130;
  const { layers, notes, key } = draw(sheet, lines, {
    height,
    scale: { end: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
    shares: true,
  });
  return { panel: { height, axisTitle: chart.level({ within: say.within(queue) ?? '0' }), layers, notes }, key };
}
