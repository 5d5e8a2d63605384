/** The shocks of a scenario, worked into its demand, its staff and its lines. */
import { minutesOf, type Span } from '../kinds/clock.ts';
import type { Loss, ShockEffect, ShockKind, ShockWhen } from '../kinds/shocks/index.ts';
import { shocks } from '../kinds/shocks/index.ts';
import { multiplyCurve } from '../math/rate-curve.ts';
import { cutSpans } from './local-clock.ts';
import type { Resolution } from './resolution.ts';
import type { AgentGroup, LinePool, Shock, WorkType } from './scenario.ts';
import type { WrittenKind } from './schema-parts.ts';

/** What shocks change; it is changed in place. */
export interface Centre {
  work: WorkType[];
  groups: AgentGroup[];
  linePools: LinePool[];
}

/** A shock resolved: what the report shows of it, what it does, and to whom by index. */
interface Happening {
  shock: Shock;
  effect: ShockEffect;
  indexes: number[];
  path: (string | number)[];
}

/** The shocks in the order in which they are written; those at fault are left out. */
export function resolveShocks(linePools: readonly LinePool[], resolution: Resolution): Happening[] {
  const counts = new Map<string, number>();
  return resolution.written.shocks.flatMap(({ kind: name, ...fields }: WrittenKind, index) => {
    const path = ['shocks', index];
    const kind: ShockKind = shocks.get(name);
    // The schema of every shock has these fields beside its own.
    const when = fields as unknown as ShockWhen;
    const span = spanOf(when, path, resolution);
    const touched = touchedBy(kind, when, linePools, path, resolution);
    const { fault } = resolution.around(path);
    const effect = kind.effect(fields, { span: span ?? { from: 0, to: 1 }, fault });
    if (span === undefined || touched === undefined || effect === undefined) return [];
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const shock: Shock = {
      kind: name,
      name: count === 1 ? name : `${name} ${count}`,
      why: when.why,
      ...span,
      touches: touched.names,
      slowdown: effect.slowdown ?? 1,
      slows: effect.slowdown === undefined ? [] : touched.indexes,
      ...(effect.outcomes === undefined ? {} : { outcomes: { ...effect.outcomes, work: touched.indexes } }),
    };
    return [{ shock, effect, indexes: touched.indexes, path }];
  });
}

/** Works a shock into the centre. */
export function applyShock({ shock, effect, indexes, path }: Happening, centre: Centre, resolution: Resolution): void {
  const { agentsLost, demand, demandAfter, linesLost } = effect;
  for (const index of indexes) {
    if (demand !== undefined) {
      const { name: work, arrivals } = centre.work[index];
      if (arrivals.process === 'poisson') {
        for (const segment of [demand, demandAfter]) {
          if (segment !== undefined) arrivals.curve = multiplyCurve(arrivals.curve, segment);
        }
      } else resolution.fault(path, { key: 'surgeOnRecorded', values: { work } });
    }
    if (agentsLost !== undefined) loseAgents(centre.groups[index], shock, agentsLost);
    if (linesLost !== undefined) {
      const pool = centre.linePools[index];
      pool.steps = changeSteps(pool.steps, shock, (step) => ({ ...step, lines: remaining(step.lines, linesLost) }));
    }
  }
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
  linePools: readonly LinePool[],
  path: (string | number)[],
  resolution: Resolution,
): { indexes: number[]; names: string[] } | undefined {
  const { written } = resolution;
  const known = {
    work: Object.keys(written.work),
    group: Object.keys(written.people.groups),
    'line pool': linePools.map(({ name }) => name),
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

/**
 * Steps with other values within a span.
 *
 * @param steps ascending; the last holds for ever
 * @param change of each step within the span
 */
export function changeSteps<Step extends { from: number }>(
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
