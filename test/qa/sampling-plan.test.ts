import { describe, expect, it } from 'vitest';
import { planSampling, type SamplingQuestion } from '../../src/qa/sampling-plan.ts';

const question: SamplingQuestion = {
  agents: 40,
  recordingsPerAgent: 100,
  ticketsPerAgent: 30,
  recordingPercent: 10,
  ticketPercent: 20,
  openDays: 7,
  evaluatorDays: 7,
  minutesPerReview: 9,
  minutesPerFinding: 10,
  reviewCv: 0.5,
  evaluatorHours: 7.5,
  otherMinutes: 30,
  absence: 0.05,
  onTime: 0.95,
  scores: { mean: 88, betweenAgents: 5, withinAgent: 9, evaluatorNoise: 5, pass: 80 },
  seriousRate: 0.005,
  repeat: { limit: 0.05, truth: 0.02, power: 0.8 },
};

describe('planSampling', () => {
  it('draws exactly the percentages, rounded up to whole items', () => {
    expect(planSampling(question)).toMatchObject({ recordings: 400, tickets: 240 });
    const small = planSampling({ ...question, agents: 1, recordingsPerAgent: 7, ticketsPerAgent: 7 });
    expect(small).toMatchObject({ recordings: 1, tickets: 2 });
  });

  it('counts the hours of a week: reviews, and talks about what falls below the mark', () => {
    const plan = planSampling(question);
    expect(plan.weeklyHours).toBeCloseTo((640 * 7 * (9 + plan.belowPass * 10)) / 60, 9);
    expect(plan.people).toBe(Math.ceil((plan.service.evaluators * 7) / 5));
  });

  it('puts what was drawn while nobody works on the first working day', () => {
    const { reviewsByDay } = planSampling({ ...question, evaluatorDays: 5 });
    expect(reviewsByDay).toEqual([1920, 640, 640, 640, 640]);
  });

  it('puts on the payroll whoever is on duty on one and the same day, however few the days', () => {
    for (const evaluatorDays of [1, 3, 5, 6, 7]) {
      const { people, service } = planSampling({ ...question, evaluatorDays });
      expect(people).toBe(Math.max(service.evaluators, Math.ceil((service.evaluators * evaluatorDays) / 5)));
    }
  });

  it('finds at least one of two serious errors with the exact chance', () => {
    const { horizons } = planSampling({ ...question, seriousRate: 2 / 4000 });
    expect(horizons[0].seriousFound).toBeCloseTo(1 - (3600 * 3599) / (4000 * 3999), 12);
  });

  it('finds more and accuses fewer the longer it looks back', () => {
    const [day, week, month] = planSampling(question).horizons;
    expect([day.days, week.days, month.days]).toEqual([1, 7, 30]);
    expect(day.average.found).toBeLessThan(week.average.found);
    expect(week.average.found).toBeLessThan(month.average.found);
    expect(day.average.accused).toBeGreaterThan(month.average.accused);
    expect(month.certain.accused).toBeLessThan(month.average.accused);
  });

  it('judges the evaluators that there are, when they are given', () => {
    const fewest = planSampling(question).service.evaluators;
    const { service } = planSampling({ ...question, evaluators: fewest - 3 });
    expect(service).toMatchObject({ evaluators: fewest - 3, onTime: 0 });
  });

  it('proves nothing that is not so, and nothing without findings', () => {
    expect(planSampling({ ...question, repeat: { ...question.repeat, truth: 0.05 } }).toProve).toBeNull();
    const flawless = { mean: 99, betweenAgents: 0, withinAgent: 0, evaluatorNoise: 0, pass: 80 };
    expect(planSampling({ ...question, scores: flawless }).toProve?.weeks).toBe(Number.POSITIVE_INFINITY);
  });

  it('refuses evaluators who work while the centre is closed', () => {
    expect(() => planSampling({ ...question, openDays: 5 })).toThrow(RangeError);
  });
});
