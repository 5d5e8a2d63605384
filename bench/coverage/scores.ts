/** What `qa scores` says of agents, evaluators and their agreement, from evaluations whose truth is known. */
import { normalCdf, normalDensity } from '../../src/math/normal.ts';
import { gaussRule } from '../../src/math/quadrature.ts';
import { judgeScores, type ScoreJudgement } from '../../src/qa/judge-scores.ts';
import { nextUniform, startStream, streamKey } from '../../src/random/stream.ts';
import { type Claims, type Experiments, misses } from './claims.ts';
import { chanceOfPass, type ScoredCentre, scoreCentre } from './scored-centre.ts';

const pass = 80;
const common = { mean: 82, within: 8, noise: 5, severities: [], twice: 0 };
/** Two evaluators, drawn anew each time, score every contact; agents do not differ, so contacts are independent. */
const pair: ScoredCentre = {
  ...common,
  agents: 20,
  reviews: [3, 3],
  between: 0,
  severities: [0, 0],
  bias: 3,
  twice: 1,
};

export function tryScores(claims: Claims, { count }: Experiments): void {
  const luck = startStream(streamKey('coverage', 'scores/between'), 0);
  for (let experiment = 0; experiment < count; experiment++) {
    const few: Omit<ScoredCentre, 'between'> = { ...common, agents: 8, reviews: [2, 7] };
    const team: Omit<ScoredCentre, 'between'> = { ...common, agents: 15, reviews: [5, 9], severities: [-4, 1, 3] };
    tryTeam(claims, 'a few agents', { ...few, between: anyBetween(few, nextUniform(luck)) }, experiment);
    // Who is alike is drawn together for good reasons: all the reviews of all are worth something for each.
    tryTeam(claims, 'agents who hardly differ', { ...few, between: 0.5 }, experiment, 'at-most');
    tryTeam(claims, 'agents far apart', { ...few, between: 40 }, experiment);
    tryTeam(claims, 'three evaluators', { ...team, between: anyBetween(team, nextUniform(luck)) }, experiment);
    tryAgreement(claims, experiment);
  }
}

/** The spread between agents with which single scores of an agent would be drawn by the share given, as the judgement takes any to be as likely. */
function anyBetween({ noise, reviews, within }: Omit<ScoredCentre, 'between'>, drawn: number): number {
  const deviation = Math.hypot(within, noise) / Math.sqrt((reviews[0] + reviews[1]) / 2);
  return deviation * Math.sqrt((1 - drawn) / drawn);
}

function tryTeam(
  claims: Claims,
  name: string,
  centre: ScoredCentre,
  experiment: number,
  kind: 'exact' | 'at-most' = 'exact',
): void {
  const { qualities, reviews } = scoreCentre(centre, `scores/${name}`, experiment);
  const judged = judgeScores(reviews, pass);
  const indexOf = (agent: string) => Number(agent.slice(1));
  const [lowest] = judged.agents;
  const first = judged.agents.find(({ agent }) => agent === 'A0');
  claims.count(`quality scores, ${name}: an agent`, misses(first, qualities[0]), kind);
  claims.count(`quality scores, ${name}: the lowest agent`, misses(lowest, qualities[indexOf(lowest.agent)]), kind);
  // Of agents who are all good nobody can be called rightly; the promise is one over all teams that there may be.
  if (kind === 'exact' && lowest.finding === 'below') {
    const isGood = qualities[indexOf(lowest.agent)] >= pass;
    claims.count(`quality scores, ${name}: called below the mark`, isGood, 'at-most');
  }
  if (judged.days !== null) {
    const { falseAlarm, means } = judged.days;
    const one = means[experiment % means.length];
    claims.count(`quality scores, ${name}: an ordinary day is called`, misses(one, one.mean), 'at-most', falseAlarm);
  }
  if (centre.severities.length === 0) return;
  claims.count('quality scores: severity of an evaluator', misses(severityOf(judged), centre.severities[0]));
  const chances = qualities.map((quality) => chanceOfPass(centre, quality, pass));
  const share = reviews.reduce((sum, { agent }) => sum + chances[indexOf(agent)], 0) / reviews.length;
  // Agents differ, so the passes of all are more even than those of as many like ones.
  claims.count('quality scores: share of reviews that pass', misses(judged.passed, share), 'at-most');
}

function severityOf({ evaluators }: ScoreJudgement) {
  return evaluators.find(({ evaluator }) => evaluator === 'E0')?.effect;
}

function tryAgreement(claims: Claims, experiment: number): void {
  const { reviews, severities } = scoreCentre(pair, 'scores/pair', experiment);
  const agreement = judgeScores(reviews, pass).agreement;
  const { bias = 0, noise, within } = pair;
  const intraclass = within ** 2 / (within ** 2 + bias ** 2 + noise ** 2);
  claims.count('quality scores: intraclass correlation', misses(agreement?.intraclass, intraclass));
  claims.count('quality scores: kappa', misses(agreement?.kappa, kappaOf(pair, severities)));
}

const quality = gaussRule(64);

/** Kappa of two evaluators over endless contacts, by what each adds. */
function kappaOf({ mean, noise, within }: ScoredCentre, severities: readonly number[]): number {
  const chances = (score: number) => severities.map((severity) => normalCdf((score + severity - pass) / noise));
  let both = 0;
  const each = [0, 0];
  quality.nodes.forEach((node, i) => {
    const z = 16 * node - 8;
    const weight = 16 * quality.weights[i] * normalDensity(z);
    const [first, second] = chances(mean + within * z);
    both += weight * first * second;
    each[0] += weight * first;
    each[1] += weight * second;
  });
  const observed = 1 - each[0] - each[1] + 2 * both;
  const expected = each[0] * each[1] + (1 - each[0]) * (1 - each[1]);
  return (observed - expected) / (1 - expected);
}
