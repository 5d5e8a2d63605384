/** Steady states of simulated centres against formulas. An interval of 99.9 % that misses an exact value is refused; so is a count of misses outside the 99.9 % range of its binomial distribution. */
import { describe, expect, it } from 'vitest';
import {
  findSteadyState,
  type SteadyOutcome,
  UnsettledError,
} from '../../../src/experiment/steady-state/find-steady-state.ts';
import { holdInstant } from '../../../src/experiment/steady-state/hold-instant.ts';
import { binomialQuantile } from '../../../src/math/binomial.ts';
import { erlangA } from '../../../src/math/erlang-a.ts';
import { erlangCMeasures } from '../../../src/math/erlang-c.ts';
import { compile } from '../../../src/sim/compile.ts';
import { contactOffset } from '../../../src/sim/run.ts';
import { simulate } from '../../../src/sim/simulate.ts';
import { resolveText } from './resolve-text.ts';

const noon = 12 * 3600;
const exponential = (mean: number) => ({ kind: 'exponential', mean });
/** A desk of 180 calls an hour, 6 Erlangs. */
const desk = (agents: number, work: object = {}, more: object = {}) =>
  resolveText({
    work: {
      call: {
        hours: '08:00-20:00',
        arrivals: { kind: 'constant-rate', perHour: 180 },
        talkSeconds: exponential(120),
        patienceSeconds: { kind: 'never' },
        ...work,
      },
    },
    people: { groups: { desk: { skills: { call: 1 }, staff: agents } } },
    promises: [{ measure: 'answered-within', seconds: 20, atLeast: 0.5 }],
    precision: { confidence: 0.999 },
    ...more,
  });
const queue = { arrivalRate: 0.05, meanHandleSeconds: 120, answerWithinSeconds: 20 };

async function settled(scenario: Parameters<typeof findSteadyState>[0], more: object = {}): Promise<SteadyOutcome> {
  const state = await findSteadyState(scenario, noon, { seed: '1', threads: 1, ...more });
  if (state === null) throw new Error('nobody stopped it');
  return state;
}

function estimateOf(state: SteadyOutcome, name: string) {
  const found = state.figures.find((figure) => figure.name === name)?.estimate;
  if (found === undefined || found === null) throw new Error(`no figure ${name}`);
  return found;
}

describe('findSteadyState', () => {
  it('covers Erlang C in every figure that it knows', async () => {
    const { asa, meanQueue, occupancy, serviceLevel, waitProbability } = erlangCMeasures({ ...queue, agents: 8 });
    const state = await settled(desk(8));
    const exact = { 'service-level': serviceLevel.offered, 'wait-probability': waitProbability, asa, queue: meanQueue };
    for (const [name, value] of Object.entries({ ...exact, occupancy, aht: 120 })) {
      const { high, low } = estimateOf(state, name);
      expect(low, name).toBeLessThan(value);
      expect(high, name).toBeGreaterThan(value);
    }
    expect(state.verdicts[0].judgement).toBe('held');
    expect(state.ended).toBe('reached');
    expect(Math.abs(state.lagCorrelation)).toBeLessThan(0.35);
  });

  it('covers Erlang A in 95 % of 40 searches', async () => {
    const { abandonment, asa, occupancy, serviceLevel, waitProbability } = erlangA({
      ...{ ...queue, agents: 7, meanPatienceSeconds: 90 },
    });
    const exact = {
      ...{ 'service-level': serviceLevel.offered, 'wait-probability': waitProbability, asa, abandonment, occupancy },
    };
    const scenario = desk(7, { patienceSeconds: exponential(90) }, { precision: { confidence: 0.95 } });
    const searches = 40;
    const misses = new Map<string, number>();
    for (let search = 0; search < searches; search++) {
      // So few contacts allow one look, at the full confidence.
      const state = await settled(scenario, { seed: `search ${search}`, contacts: 50_000 });
      expect(state.confidence).toBe(0.95);
      for (const [name, value] of Object.entries(exact)) {
        const { high, low } = estimateOf(state, name);
        if (value < low || value > high) misses.set(name, (misses.get(name) ?? 0) + 1);
      }
    }
    for (const name of Object.keys(exact)) {
      expect(misses.get(name) ?? 0, name).toBeLessThanOrEqual(binomialQuantile(0.9995, searches, 0.05));
    }
  });

  it('begins only when follow-ups have filled: repeat contacts hours later come as often as they ever will', async () => {
    const again = { unresolved: { becomes: { call: { fraction: 1, afterHours: { kind: 'exponential', mean: 3 } } } } };
    const state = await settled(desk(20, { resolved: 0.6, after: again }), { precision: 0.2 });
    // Each call makes 0.4 others, so there are 180 ÷ 0.6 an hour, and 1 − 0.4 of them are first ones.
    expect(state.warmUpSeconds).toBeGreaterThanOrEqual(state.fillingSeconds);
    expect(state.fillingSeconds).toBeGreaterThan((3 * 3600 * Math.log(400)) / 0.6);
    expect(state.total.data[0] / state.batches / 300).toBeCloseTo(1, 1);
    const { high, low } = estimateOf(state, 'occupancy');
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
  });

  it('takes each run as one batch where people differ from run to run', async () => {
    const quality = { pass: 80, agents: { mean: 85, between: 6 }, work: ['call'] };
    const scenario = desk(9, { patienceSeconds: exponential(90) }, { quality });
    const { batches, runs } = await settled(scenario, { contacts: 80_000 });
    expect(runs).toBeGreaterThanOrEqual(7);
    expect(batches).toBe(runs);
  });

  it('is the same with one thread and with two', async () => {
    const one = await settled(desk(8), { contacts: 50_000 });
    const two = await settled(desk(8), { contacts: 50_000, threads: 2 });
    expect(two).toEqual(one);
  });

  it('names the work that never settles before it simulates', async () => {
    await expect(settled(desk(6))).rejects.toMatchObject({
      unsettled: { reason: 'overload', work: [0], load: 6, agents: 6 },
    });
  });

  it('judges other runs than those that say where to cut', async () => {
    const scenario = desk(8);
    const state = await settled(scenario, { contacts: 50_000 });
    const intervals = 500;
    const { scenario: long } = holdInstant(scenario, noon, { seconds: state.runSeconds, intervals });
    const stretch = state.runSeconds / intervals;
    const [from, to] = [state.warmUpSeconds / stretch, intervals - state.runOutSeconds / stretch];
    const center = compile(long, '1');
    let answered = 0;
    for (let run = 4; run < 4 + state.runs; run++) {
      const { data, layout } = simulate(center, run);
      const at = contactOffset(layout, 0, 'answered');
      for (let i = at + from; i < at + to; i++) answered += data[i];
    }
    const { data, layout } = state.total;
    // The total counts each batch as an hour.
    const hours = 3600 / state.batchSeconds;
    expect(data[contactOffset(layout, 0, 'answered')] / hours).toBeCloseTo(answered, 6);
  });

  /** Calls, half of those answered make a ticket of two minutes; callers hang up, tickets wait. */
  const centreWithTickets = (groups: object) =>
    resolveText({
      work: {
        call: {
          hours: '08:00-20:00',
          arrivals: { kind: 'constant-rate', perHour: 180 },
          talkSeconds: exponential(120),
          patienceSeconds: exponential(90),
          priority: 2,
          after: { handled: { becomes: { ticket: { fraction: 0.5 } } } },
        },
        ticket: { channel: 'case', hours: '08:00-20:00', handleSeconds: exponential(120), priority: 1 },
      },
      people: { groups },
      routing: { kind: 'priority' },
      promises: [],
    });

  it('tells an overload that only runs can see as soon as they show it', async () => {
    // Some 170 calls an hour are answered, each second of which makes a ticket: 2.8 Erlangs.
    const groups = { desk: { skills: { call: 1 }, staff: 8 }, office: { skills: { ticket: 1 }, staff: 2 } };
    const error: unknown = await settled(centreWithTickets(groups), { contacts: 100_000 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(UnsettledError);
    const { unsettled } = error as { unsettled: { load: number } };
    expect(unsettled).toMatchObject({ reason: 'overload', work: [1], agents: 2 });
    expect(unsettled.load).toBeGreaterThan(2.4);
    expect(unsettled.load).toBeLessThan(2.9);
  });

  it('names the queue that grows where its load alone is not too much: others come first', async () => {
    const both = { desk: { skills: { call: 1, ticket: 1 }, staff: 5 } };
    const error: unknown = await settled(centreWithTickets(both), { contacts: 400_000 }).catch((reason) => reason);
    expect(error).toBeInstanceOf(UnsettledError);
    expect((error as UnsettledError).unsettled).toMatchObject({ reason: 'growing', work: 1 });
  });

  it('says what the first look takes where the budget is smaller, and how much follow-ups need', async () => {
    await expect(settled(desk(8), { contacts: 20_000 })).rejects.toMatchObject({
      unsettled: { reason: 'budget', least: 40_000 },
    });
    const again = { unresolved: { becomes: { call: { fraction: 1, afterHours: 200 } } } };
    const slow = desk(20, { resolved: 0.6, after: again });
    const error: unknown = await settled(slow, { contacts: 100_000 }).catch((reason: unknown) => reason);
    expect((error as UnsettledError).unsettled).toMatchObject({ reason: 'filling' });
    const { least } = (error as UnsettledError).unsettled as { least: number };
    expect(least).toBeGreaterThan(1_000_000);
  });

  it('refuses options out of range', async () => {
    await expect(settled(desk(8), { precision: 0 })).rejects.toThrow(/^precision/);
    await expect(settled(desk(8), { contacts: 10 })).rejects.toThrow(/^contacts/);
    await expect(settled(desk(8), { threads: 0 })).rejects.toThrow(/^threads/);
  });

  it('ends with null when it is stopped before the first look', async () => {
    const options = { seed: '1', threads: 1, signal: AbortSignal.abort() };
    expect(await findSteadyState(desk(8), noon, options)).toBeNull();
  });
});
