/** What `qa plan` says of a sample: chances to find and to accuse, margins, powers, and evaluators who are in time. */
import { binomialCdf, binomialQuantile } from '../../src/math/binomial.ts';
import { normalCdf } from '../../src/math/normal.ts';
import { type Detection, type FindingRule, type ScoreModel, scoreDeviation } from '../../src/qa/detection.ts';
import { planSampling, type SamplingPlan, type SamplingQuestion } from '../../src/qa/sampling-plan.ts';
import { nextNormal } from '../../src/random/samplers.ts';
import { nextUniform, type Stream, startStream, streamKey } from '../../src/random/stream.ts';
import type { Claims, Experiments } from './claims.ts';

const scores: ScoreModel = { mean: 83, betweenAgents: 5, withinAgent: 8, evaluatorNoise: 5, pass: 80 };
const deviation = scoreDeviation(scores);
export const question: SamplingQuestion = {
  ...{ agents: 10, recordingsPerAgent: 20, ticketsPerAgent: 0, recordingPercent: 10, ticketPercent: 10 },
  ...{ openDays: 5, evaluatorDays: 5, minutesPerReview: 9, minutesPerFinding: 0, reviewCv: 0.6, evaluators: 2 },
  ...{ evaluatorHours: 2.2, otherMinutes: 30, absence: 0.05, onTime: 0.95, scores, seriousRate: 0.05 },
  repeat: { limit: 0.1, truth: 0.03, power: 0.8 },
};
/** Days that evaluators work before one is looked at: by then it is forgotten that they began without a backlog. */
const daysBefore = 60;

/** The one-sided 95 % quantile of the normal distribution. */
const oneSided = 1.6448536269514722;

/** Every chance of a plan against draws of the centre that it speaks of. */
export function trySamplingPlans(claims: Claims, { count }: Experiments): void {
  const plan = planSampling(question);
  const luck = startStream(streamKey('coverage', 'sampling-plans'), 0);
  const [day, week] = plan.horizons;
  const margin = { reviews: week.reviewsPerAgent, points: week.margin };
  for (let experiment = 0; experiment < count; experiment++) {
    const { serious } = reviewDays(luck, plan.recordings, 1);
    claims.count('sampling plan: a serious error is found in a day', !serious, 'exact', 1 - day.seriousFound);
    for (const horizon of [day, week]) {
      const { own } = reviewDays(luck, plan.recordings, horizon.days);
      const quality = scores.mean + scores.betweenAgents * nextNormal(luck);
      const mean = meanScore(luck, quality, own);
      tryFinding(claims, `${horizon.name}, average`, horizon.average, quality, isCalled(mean, own, 'average'));
      tryFinding(claims, `${horizon.name}, beyond doubt`, horizon.certain, quality, isCalled(mean, own, 'certain'));
    }
    const isFar = Math.abs(meanScore(luck, scores.pass, margin.reviews) - scores.pass) > margin.points;
    claims.count('sampling plan: an average lies within its margin', isFar);
    tryPower(claims, luck, plan);
    tryProof(claims, luck, plan);
    tryEvaluators(claims, luck, plan);
  }
}

/** Draws a sample of every day without replacement: reviews of the first agent, and whether a contact with a serious error is among all. */
function reviewDays(luck: Stream, sample: number, days: number): { own: number; serious: boolean } {
  const { agents, recordingsPerAgent, seriousRate } = question;
  const contacts = Array.from({ length: agents * recordingsPerAgent }, (_, contact) => contact);
  const defects = Math.round(contacts.length * seriousRate);
  let own = 0;
  let serious = false;
  for (let day = 0; day < days; day++) {
    for (let i = 0; i < sample; i++) {
      const place = i + Math.floor(nextUniform(luck) * (contacts.length - i));
      [contacts[i], contacts[place]] = [contacts[place], contacts[i]];
      if (contacts[i] < recordingsPerAgent) own++;
      if (contacts[i] >= contacts.length - defects) serious = true;
    }
  }
  return { own, serious };
}

/** Mean of so many scores of an agent; NaN without any. */
function meanScore(luck: Stream, quality: number, reviews: number): number {
  let sum = 0;
  for (let review = 0; review < reviews; review++) {
    sum += quality + scores.withinAgent * nextNormal(luck) + scores.evaluatorNoise * nextNormal(luck);
  }
  return sum / reviews;
}

function isCalled(mean: number, reviews: number, rule: FindingRule): boolean {
  const margin = rule === 'average' ? 0 : (oneSided * deviation) / Math.sqrt(reviews);
  return mean + margin < scores.pass;
}

/** The chance that a weak agent is missed, and that a good one is accused. */
function tryFinding(claims: Claims, name: string, promised: Detection, quality: number, called: boolean): void {
  if (quality < scores.pass) {
    claims.count(`sampling plan, ${name}: a weak agent is found`, !called, 'exact', 1 - promised.found);
  } else {
    claims.count(`sampling plan, ${name}: a good agent is accused`, called, 'exact', promised.accused);
  }
}

/** How often so many reviews miss an agent so many points below the mark, and so many findings a rate that is low; exactly, and at its limit the second one's mistake. */
export function chancesOf({ toProve, toSee }: SamplingPlan): {
  missed: number;
  notProved: number;
  falselyProved: number;
} {
  const { points, reviews } = toSee[1];
  const { limit, truth } = question.repeat;
  const findings = toProve?.findings ?? 0;
  // The most repeats that still prove a rate below its limit at 5 %.
  const quantile = binomialQuantile(0.05, findings, limit);
  const most = binomialCdf(quantile, findings, limit) <= 0.05 ? quantile : quantile - 1;
  return {
    missed: normalCdf(oneSided - (points * Math.sqrt(reviews)) / deviation),
    notProved: 1 - binomialCdf(most, findings, truth),
    falselyProved: binomialCdf(most, findings, limit),
  };
}

/** As many reviews as tell an agent so many points below the mark from one at it. */
function tryPower(claims: Claims, luck: Stream, plan: SamplingPlan): void {
  const { points, reviews } = plan.toSee[1];
  const low = isCalled(meanScore(luck, scores.pass - points, reviews), reviews, 'certain');
  const atMark = isCalled(meanScore(luck, scores.pass, reviews), reviews, 'certain');
  claims.count(`sampling plan: an agent ${points} points below is seen`, !low, 'exact', chancesOf(plan).missed);
  claims.count('sampling plan: an agent at the mark is called', atMark);
}

/** As many findings as prove a rate of repeats below its limit. */
function tryProof(claims: Claims, luck: Stream, plan: SamplingPlan): void {
  const { limit, truth } = question.repeat;
  const findings = plan.toProve?.findings ?? 0;
  const { falselyProved, notProved } = chancesOf(plan);
  const proved = (rate: number) => {
    let repeats = 0;
    for (let finding = 0; finding < findings; finding++) if (nextUniform(luck) < rate) repeats++;
    // The exact one-sided test at 5 %.
    return binomialCdf(repeats, findings, limit) <= 0.05;
  };
  claims.count('sampling plan: a low rate of repeats is proved', !proved(truth), 'exact', notProved);
  claims.count('sampling plan: a rate at its limit is called low', proved(limit), 'exact', falselyProved);
}

/** A working day long after the first: whether it ends with nothing left over, and whether one of its reviews is done by then. */
function tryEvaluators(claims: Claims, luck: Stream, { reviewsByDay, service }: SamplingPlan): void {
  const { absence, evaluatorHours, minutesPerReview, otherMinutes, reviewCv } = question;
  const variance = Math.log1p(reviewCv ** 2);
  const each = 60 * evaluatorHours - otherMinutes;
  let backlog = 0;
  let work: number[] = [];
  for (let day = 0; day <= daysBefore; day++) {
    work = Array.from(
      { length: reviewsByDay[day % reviewsByDay.length] },
      () => minutesPerReview * Math.exp(Math.sqrt(variance) * nextNormal(luck) - variance / 2),
    );
    let there = 0;
    for (let one = 0; one < service.evaluators; one++) if (nextUniform(luck) >= absence) there++;
    backlog = Math.max(0, backlog + work.reduce((sum, minutes) => sum + minutes, 0) - there * each);
  }
  claims.count('sampling plan: a day ends with all reviewed', backlog > 0, 'exact', 1 - service.clearDays);
  // What is left is the last of the day's work.
  const whole = work.reduce((sum, minutes) => sum + minutes, 0);
  const isLate = nextUniform(luck) * whole > whole - backlog;
  claims.count('sampling plan: a review is in time', isLate, 'exact', 1 - service.onTime);
}
