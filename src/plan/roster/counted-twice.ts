/** Where a roster meets each need by itself, but only by counting people with several skills more than once. */
import { greatestShortage } from '../../math/greatest-shortage.ts';
import type { Scenario, Span } from '../../scenario/scenario.ts';
import type { ErlangBeside } from '../erlang-figures.ts';
import { clip, meanAgents } from '../interval-means.ts';
import { groupsAble } from './with-agents.ts';

/** A stretch in which people are counted twice. */
export interface DoubleCount extends Span {
  /** Work types whose needs are short together, by index. */
  work: number[];
  /** What each of them needs by itself: agents by Erlang's formula. */
  needs: number[];
  /** Agents on queue who can do it, by work. */
  able: number[];
  /** Agents on queue who can do any of them, each counted once. */
  people: number;
}

/**
 * Where each type of work has as many able people as it needs by itself, yet together there are fewer people than the needs add up to.
 *
 * That alone breaks no promise, because people who can do both serve whoever comes; the simulation judges. It is the reason to name
 * where a plan made of separate needs fails.
 *
 * @param scenario resolved
 * @param beside the formulas for the same scenario; Erlang A's need, or Erlang C's where nobody gives up
 * @param stated needs by name of work, all the time, in place of the formulas'
 * @returns stretches of equal figures, in the order of time
 */
export function findDoubleCounts(
  scenario: Scenario,
  beside: ErlangBeside,
  stated?: Readonly<Record<string, number>>,
): DoubleCount[] {
  const { intervalStarts } = scenario.clock;
  const can = scenario.groups.map((_, group) =>
    scenario.work.map((_, type) => groupsAble(scenario, type).includes(group)),
  );
  const found: DoubleCount[] = [];
  for (let i = 0; i + 1 < intervalStarts.length; i++) {
    const span = { from: intervalStarts[i], to: intervalStarts[i + 1] };
    const needs = needsIn(scenario, beside, stated, i, span);
    const one = inInterval(scenario, needs, can, span);
    const last = found[found.length - 1];
    if (one === undefined) continue;
    if (last !== undefined && last.to === span.from && sameFigures(last, one)) last.to = span.to;
    else found.push(one);
  }
  return found;
}

/** What each type of work needs by itself; 0 while it is closed or nobody comes. */
function needsIn(
  scenario: Scenario,
  beside: ErlangBeside,
  stated: Readonly<Record<string, number>> | undefined,
  interval: number,
  span: Span,
): number[] {
  return beside.work.map(({ work, intervals }) => {
    const { offered, required } = intervals[interval];
    const { hours, name } = scenario.work[work];
    if (offered === 0 || clip(hours, span).length === 0) return 0;
    return stated?.[name] ?? required.erlangA ?? required.erlangC ?? 0;
  });
}

function inInterval(
  scenario: Scenario,
  needs: readonly number[],
  can: readonly (readonly boolean[])[],
  span: Span,
): DoubleCount | undefined {
  const heads = scenario.groups.map((group) => meanAgents(group, span));
  const { needs: short } = greatestShortage(needs, heads, can);
  const count = (types: readonly number[]) =>
    heads.reduce((sum, n, group) => sum + (types.some((type) => can[group][type]) ? n : 0), 0);
  const work = short.filter((type) => needs[type] > 0);
  const able = work.map((type) => count([type]));
  // Whoever lacks people even by himself is short, not counted twice.
  if (work.length < 2 || work.some((type, i) => able[i] + slight < needs[type])) return undefined;
  return { ...span, work, needs: work.map((type) => needs[type]), able, people: count(work) };
}

const slight = 1e-9;

function sameFigures(a: DoubleCount, b: DoubleCount): boolean {
  const figures = ({ work, needs, able, people }: DoubleCount) => JSON.stringify([work, needs, able, people]);
  return figures(a) === figures(b);
}
