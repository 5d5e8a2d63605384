/** Evaluations of agents whose true quality is known: quality, contacts, severity and noise are normal. */
import { normalCdf } from '../../src/math/normal.ts';
import type { Review } from '../../src/qa/scores.ts';
import { nextNormal } from '../../src/random/samplers.ts';
import { nextUniform, startStream, streamKey } from '../../src/random/stream.ts';

/** A centre that is evaluated; points of 100. */
export interface ScoredCentre {
  agents: number;
  /** Reviews of an agent: any number from the first to the second, as likely. */
  reviews: readonly [number, number];
  /** Of the agents' true quality, and standard deviations: between agents, of an agent's contacts, of one evaluation. */
  mean: number;
  between: number;
  within: number;
  noise: number;
  /** What each evaluator adds; none: nobody says who evaluated. */
  severities: readonly number[];
  /** Standard deviation of what each adds besides; 0 when left out. */
  bias?: number;
  /** Share of contacts that two evaluators score. */
  twice: number;
}

/** The agents' true quality, what evaluators add, and the reviews of one experiment. */
export interface ScoredExperiment {
  qualities: number[];
  severities: number[];
  reviews: Review[];
}

/** Draws an experiment. Agents are `A0`, `A1`, …, evaluators `E0`, `E1`, … */
export function scoreCentre(centre: ScoredCentre, seed: string, experiment: number): ScoredExperiment {
  const stream = startStream(streamKey('coverage', seed), experiment);
  const normal = (deviation: number) => deviation * nextNormal(stream);
  const below = (count: number) => Math.floor(count * nextUniform(stream));
  const {
    agents,
    between,
    bias = 0,
    mean,
    noise,
    reviews: [least, most],
    twice,
    within,
  } = centre;
  const severities = centre.severities.map((severity) => severity + normal(bias));
  const qualities = Array.from({ length: agents }, () => mean + normal(between));
  const reviews: Review[] = [];
  qualities.forEach((quality, agent) => {
    const contacts = least + below(most - least + 1);
    for (let contact = 0; contact < contacts; contact++) {
      const score = quality + normal(within);
      const by = severities.length === 0 ? -1 : below(severities.length);
      const others = severities.length > 1 && nextUniform(stream) < twice ? [by, (by + 1) % severities.length] : [by];
      for (const one of others) {
        reviews.push({
          agent: `A${agent}`,
          date: `2026-03-${String(1 + (reviews.length % 28)).padStart(2, '0')}`,
          item: `R${agent}-${contact}`,
          evaluator: one < 0 ? undefined : `E${one}`,
          score: score + (one < 0 ? 0 : severities[one]) + normal(noise),
          causes: [],
        });
      }
    }
  });
  return { qualities, severities, reviews };
}

/** The chance that a contact of an agent passes, over all evaluators. */
export function chanceOfPass({ noise, severities, within }: ScoredCentre, quality: number, pass: number): number {
  const added = severities.length === 0 ? [0] : severities;
  const chances = added.map((severity) => normalCdf((quality + severity - pass) / Math.hypot(within, noise)));
  return chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
}
