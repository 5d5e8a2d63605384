/** From a scenario's quality model to the numbers of a plan. */
import { streamKey } from '../random/stream.ts';
import type { QualityModel, Scenario } from '../scenario/scenario.ts';
import type { QualityPlan } from './quality.ts';
import { qualityOffset, type RunLayout, teamOffset } from './run.ts';
import { planSample } from './samples.ts';
import { toTick } from './ticks.ts';

/** What happens at fixed times: each sample is drawn, by its place; after them evaluators meet. */
export function qualityTimes({ evaluators, samples }: QualityModel): { time: number; action: number }[] {
  return [
    ...samples.flatMap(({ moments }, action) => moments.map((time) => ({ time, action }))),
    ...(evaluators.calibration?.moments ?? []).map((time) => ({ time, action: samples.length })),
  ];
}

/** Whether an item of the type needs its agent as well. */
export function meetsAgent({ quality }: Scenario, type: number): boolean {
  return quality?.coaching.some(({ holdsAgent, work }) => holdsAgent && work === type) ?? false;
}

/** The plan; null where quality is not simulated. */
export function layQualityPlan(
  scenario: Scenario,
  seed: string,
  layout: RunLayout,
  agents: readonly { name: string; group: number }[],
): QualityPlan | null {
  const { clock, groups, quality, work } = scenario;
  if (quality === undefined) return null;
  const { agents: spread, coaching, criteria, evaluators, pass, samples } = quality;
  const key = (path: string) => streamKey(seed, `quality/${path}`);
  // A criterion's own part is made so large that the weighted sum of all has the standard deviation asked for.
  const together = Math.hypot(...criteria.map(({ weight }) => weight));
  const isEvaluator = ({ group }: { group: number }) => evaluators.work.some((type) => groups[group].speeds[type] > 0);
  return {
    pass,
    criteria: criteria.map(({ name }) => name),
    weights: Float64Array.from(criteria, ({ weight }) => weight),
    mean: spread.mean,
    shared: spread.between * Math.sqrt(spread.common),
    own: (spread.between * Math.sqrt(1 - spread.common)) / together,
    byWork: spread.byWork,
    within: spread.within / together,
    scoreSpread: spread.within,
    tiredPerSecond: spread.tiredPerSecond,
    groupPoints: Float64Array.from(quality.groups, ({ points }) => points),
    learnSeconds: Float64Array.from(quality.groups, ({ learnSeconds }) => learnSeconds),
    scored: Int32Array.from(work, (_, type) => quality.work.indexOf(type)),
    scores: Uint8Array.from(work, (_, type) => (evaluators.work.includes(type) ? 1 : 0)),
    teaches: Int32Array.from(work, (_, type) => coaching.findIndex((one) => one.work === type)),
    bias: evaluators.bias,
    noise: evaluators.noise,
    coaching,
    samples: samples.map(({ becomes, name, rule }) => ({
      name,
      rule,
      draw: planSample(rule),
      becomes,
      key: key(`samples/${name}`),
    })),
    samplesOf: work.map((_, type) => samples.flatMap(({ of }, place) => (of.includes(type) ? [place] : []))),
    calibrationSeconds: toTick(evaluators.calibration?.seconds ?? 0),
    keeps: evaluators.calibration?.keeps ?? 1,
    evaluators: Int32Array.from(agents.flatMap((agent, place) => (isEvaluator(agent) ? [place + 1] : []))),
    hours: Uint8Array.from(clock.intervalLabels, (label) => Number(label.split(':')[0])),
    agentKeys: ['', ...agents.map(({ name }) => name)].map((name) => key(`agents/${name}`)),
    biasKeys: ['', ...agents.map(({ name }) => name)].map((name) => key(`evaluators/${name}`)),
    contactKeys: work.map(({ name }) => key(`contacts/${name}`)),
    noiseKey: key('evaluations'),
    figures: Int32Array.from(quality.work, (type) => qualityOffset(layout, type, 'scored')),
    teamFigures: teamOffset(layout),
  };
}
