/** The shocks of a scenario, worked into its demand, its staff and its lines. */
import { minutesOf, type Span } from '../kinds/clock.ts';
import type { Loss, ShockEffect, ShockKind, ShockWhen } from '../kinds/shocks/index.ts';
import { shocks } from '../kinds/shocks/index.ts';
import { multiplyCurve } from '../math/rate-curve.ts';
import { cutSpans } from './local-clock.ts';
import type { Resolution } from './resolution.ts';
import type { AgentGroup, LinePool, Shock, WorkType } from './scenario.ts';
import type { WrittenKind } from './schema.ts';
import { reportRefusal } from './steps.ts';

/** What shocks change; it is changed in place. */
export interface Centre {
  work: WorkType[];
  groups: AgentGroup[];
  linePools: LinePool[];
}

/** Applies the shocks in the order in which they are written. */
export function applyShocks(centre: Centre, resolution: Resolution): Shock[] {
  const names = new Map<string, number>();
  return resolution.written.shocks.flatMap((written, index) => {
    const shock = applyShock(written, index, centre, resolution);
    if (shock === undefined) return [];
    const count = (names.get(shock.kind) ?? 0) + 1;
    names.set(shock.kind, count);
    return [{ ...shock, name: count === 1 ? shock.kind : `${shock.kind} ${count}` }];
  });
}

function applyShock(
  { kind: name, ...fields }: WrittenKind,
  index: number,
  centre: Centre,
  resolution: Resolution,
): Shock | undefined {
  const path = ['shocks', index];
  const kind: ShockKind = shocks.get(name);
  // The schema of every shock has these fields beside its own.
  const when = fields as unknown as ShockWhen;
  const span = spanOf(when, path, resolution);
  const touched = touchedBy(kind, when, centre, path, resolution);
  if (span === undefined || touched === undefined) return undefined;
  let effect: ShockEffect;
  try {
    effect = kind.effect(fields, span);
  } catch (error) {
    return reportRefusal(error, resolution, path);
  }
  if (effect.demand !== undefined) {
    for (const type of touched.indexes) {
      const { name: work, arrivals } = centre.work[type];
      if (arrivals.process === 'poisson') arrivals.curve = multiplyCurve(arrivals.curve, effect.demand);
      else resolution.fault(path, { key: 'surgeOnRecorded', values: { work } });
    }
  }
  const { agentsLost, linesLost } = effect;
  if (agentsLost !== undefined) {
    for (const group of touched.indexes) loseAgents(centre.groups[group], span, agentsLost);
  }
  if (linesLost !== undefined) {
    for (const pool of touched.indexes) {
      const { steps } = centre.linePools[pool];
      centre.linePools[pool].steps = changeSteps(steps, span, (step) => ({
        ...step,
        lines: remaining(step.lines, linesLost),
      }));
    }
  }
  return {
    kind: name,
    name,
    why: when.why,
    ...span,
    touches: touched.names,
    slowdown: effect.slowdown ?? 1,
    slows: effect.slowdown === undefined ? [] : touched.indexes,
  };
}

function spanOf(when: ShockWhen, path: (string | number)[], resolution: Resolution): Span | undefined {
  const { days, horizonSeconds } = resolution.local.clock;
  if (when.day > days.length) {
    return resolution.fault([...path, 'day'], { key: 'dayOutside', values: { got: when.day, days: days.length } });
  }
  if ((when.hours === undefined) === (when.minutes === undefined)) {
    const got = when.hours === undefined ? 'neither' : 'both';
    return resolution.fault(path, { key: 'oneOfTwo', values: { first: 'hours', second: 'minutes', got } });
  }
  const from = resolution.moment(when.day - 1, minutesOf(when.from), [...path, 'from']);
  if (from === undefined) return undefined;
  const to = from + (when.hours ?? 0) * 3600 + (when.minutes ?? 0) * 60;
  if (to > horizonSeconds) {
    return resolution.fault(path, { key: 'shockOutside', values: { from: when.from, days: days.length } });
  }
  return { from, to };
}

function touchedBy(
  kind: ShockKind,
  when: ShockWhen,
  centre: Centre,
  path: (string | number)[],
  resolution: Resolution,
): { indexes: number[]; names: string[] } | undefined {
  const { written } = resolution;
  const known = {
    work: Object.keys(written.work),
    group: Object.keys(written.people.groups),
    'line pool': centre.linePools.map(({ name }) => name),
  }[kind.touched];
  if (known.length === 0) {
    return resolution.fault(path, { key: 'needs', values: { key: 'lines', because: kind.kind } });
  }
  const names = when.touches ?? known;
  const indexes = names.map((name, place) =>
    resolution.indexOf(kind.touched, name, known, [...path, 'touches', place]),
  );
  return indexes.includes(-1) ? undefined : { indexes, names };
}

function lost(count: number, loss: Loss): number {
  return Math.min(count, 'share' in loss ? Math.round(loss.share * count) : loss.number);
}

function remaining(count: number, loss: Loss): number {
  return count - lost(count, loss);
}

/** Steps with other values within a span; the last step holds for ever. */
function changeSteps<Step extends { from: number }>(
  steps: readonly Step[],
  span: Span,
  change: (step: Step) => Step,
): Step[] {
  return steps.flatMap((step, index) => {
    const end = steps[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const from = Math.max(step.from, span.from);
    const to = Math.min(end, span.to);
    if (from >= to) return [step];
    const parts: Step[] = [];
    if (step.from < from) parts.push(step);
    parts.push(change({ ...step, from }));
    if (to < end) parts.push({ ...step, from: to });
    return parts;
  });
}

function loseAgents(group: AgentGroup, span: Span, loss: Loss): void {
  const { staff } = group;
  if (staff.source === 'head-counts') {
    staff.steps = changeSteps(staff.steps, span, (step) => ({ ...step, agents: remaining(step.agents, loss) }));
    return;
  }
  const present = staff.agents.filter(({ paid }) => paid.some(({ from, to }) => from < span.to && span.from < to));
  const gone = lost(present.length, loss);
  for (const [place, agent] of present.entries()) {
    // Evenly through the roster: its order often follows shifts or seniority.
    const isGone = Math.floor(((place + 1) * gone) / present.length) > Math.floor((place * gone) / present.length);
    if (isGone) agent.onQueue = cutSpans(agent.onQueue, [span]);
  }
}
