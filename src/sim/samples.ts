/** The daily draw: what was handled since the last one is looked at, and what is drawn becomes work for evaluators. */

import type { SamplingKind, SamplingRule } from '../kinds/sampling/index.ts';
import { sampling } from '../kinds/sampling/index.ts';
import { restartStream, type StreamKey } from '../random/stream.ts';
import { away, type Center, takeContact } from './center.ts';
import { joinChain, mixPlace } from './chains.ts';
import { begins } from './events.ts';
import { book, calibrate, nameCase, type Pool, type QualityPlan, type QualityState, sampledColumn } from './quality.ts';
import { holdAgent } from './staff.ts';

/** A sample, ready to be drawn. */
export interface SamplePlan {
  readonly name: string;
  readonly rule: SamplingRule;
  readonly draw: SamplingKind['draw'];
  readonly becomes: number;
  readonly key: StreamKey;
}

/** A contact that was drawn, for a trace. */
export interface SampleRow {
  sample: string;
  /** When it was drawn and when it was handled, seconds from the scenario's start. */
  drawnAt: number;
  handledAt: number;
  work: string;
  customer: number;
  item: string;
  agent: string;
  group: string;
  /** Handling time. */
  seconds: number;
  /** How likely it was to be drawn, 0–1; and out of how many contacts. */
  chance: number;
  of: number;
}

/** The rule of a sample as the engine asks it. */
export function planSample(rule: SamplingRule): SamplingKind['draw'] {
  return sampling.get(rule.kind).draw;
}

/** Numbers that no follow-up has, so that an evaluation is told apart from what else follows from its contact. */
const firstPlace = 1_000_000;

/** A row of the timeline: one of the samples is drawn, or evaluators meet. */
export function actForQuality(center: Center, action: number): void {
  const plan = center.plan.quality as QualityPlan;
  const state = center.quality as QualityState;
  if (action < plan.samples.length) {
    drawSample(center, plan, state, action);
    return;
  }
  for (const evaluator of plan.evaluators) {
    if (center.agentState[evaluator] === away) continue;
    calibrate(plan, state, evaluator);
    holdAgent(center, evaluator, plan.calibrationSeconds);
  }
}

/** Draws a sample, and makes an evaluation of each contact drawn. */
function drawSample(center: Center, plan: QualityPlan, state: QualityState, sample: number): void {
  const pool = state.pools[sample];
  const { becomes, draw, key, name, rule } = plan.samples[sample];
  const size = pool.agent.length;
  restartStream(state.stream, key, center.run, state.draws[sample]++, 0);
  const { chance, items } = draw(rule, { size, ...pool }, state.stream);
  for (const index of items) {
    const about = openCase(state, pool, index);
    makeEvaluation(
      center,
      about,
      state,
      becomes,
      mixPlace(mixPlace(pool.place[index], firstPlace + sample), pool.work[index]),
    );
    book(center, plan, pool.work[index], pool.interval[index], sampledColumn);
    if (state.trace !== undefined) {
      state.trace({
        sample: name,
        drawnAt: center.now,
        handledAt: pool.handledAt[index],
        ...nameCase(center, state, about),
        group: center.plan.groupNames[pool.group[index]],
        seconds: pool.seconds[index],
        chance: chance[index],
        of: size,
      });
    }
  }
  for (const column of Object.values(pool)) column.length = 0;
}

function openCase({ cases }: QualityState, pool: Pool, index: number): number {
  cases.type.push(pool.work[index]);
  cases.agent.push(pool.agent[index]);
  cases.customer.push(pool.customer[index]);
  cases.place.push(pool.place[index]);
  cases.interval.push(pool.interval[index]);
  cases.handledAt.push(pool.handledAt[index]);
  cases.quality.push(pool.quality[index]);
  cases.cause.push(pool.cause[index]);
  cases.score.push(-1);
  cases.evaluator.push(0);
  return cases.type.length - 1;
}

/** An evaluation begins a chain of its own: its clocks run from the draw. */
function makeEvaluation(
  center: Center,
  about: number,
  { cases }: QualityState,
  becomes: number,
  lineage: number,
): void {
  const child = takeContact(center);
  center.type[child] = becomes;
  center.customer[child] = cases.customer[about];
  center.attempt[child] = 1;
  center.lineage[child] = lineage;
  center.origin[child] = cases.type[about];
  center.bornOf[child] = center.plan.followKey.length + cases.type[about];
  center.withGroup[child] = -1;
  center.about[child] = about;
  joinChain(center, child, -1);
  center.events.time[child] = center.now;
  center.events.schedule(child, begins);
}
