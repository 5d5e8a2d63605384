import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chat } from '../../src/math/chat.ts';
import { erlangA } from '../../src/math/erlang-a.ts';
import { erlangCMeasures } from '../../src/math/erlang-c.ts';
import { singleAgents } from './chat-chain.ts';
import { expectClose } from './golden.ts';

const team = {
  arrivalRate: 0.05,
  agents: 10,
  handleSecondsByConcurrency: [300, 450, 660],
  meanPatienceSeconds: 120,
  answerWithinSeconds: 30,
};

describe('chat', () => {
  it('chat with one conversation at a time is Erlang A, and without patience Erlang C', () => {
    const single = { ...team, handleSecondsByConcurrency: [180] };
    const a = erlangA({ ...single, meanHandleSeconds: 180 });
    const m = chat(single);
    expectClose(m.abandonment, a.abandonment, 1e-13, 0, 'abandonment');
    expectClose(m.serviceLevel.offered, a.serviceLevel.offered, 1e-13, 0, 'service level');
    expectClose(m.occupancy, a.occupancy, 1e-12, 0, 'occupancy');
    expectClose(m.meanHandleSeconds, 180, 1e-12, 0, 'handle time');
    const c = erlangCMeasures({ ...single, meanHandleSeconds: 180 });
    const patient = chat({ ...single, meanPatienceSeconds: Infinity });
    expectClose(patient.asa, c.asa, 1e-12, 0, 'asa');
    expectClose(patient.waitProbability, c.waitProbability, 1e-12, 0, 'wait');
  });

  it('chat whose agents are never slowed is Erlang A with as many agents as places', () => {
    const m = chat({ ...team, handleSecondsByConcurrency: [600, 600, 600] });
    const a = erlangA({ ...team, agents: 30, meanHandleSeconds: 600 });
    expectClose(m.abandonment, a.abandonment, 1e-12, 0, 'abandonment');
    expectClose(m.asa, a.asa, 1e-12, 0, 'asa');
    expectClose(m.meanChats, 30 * a.occupancy, 1e-12, 0, 'chats');
    expectClose(m.meanHandleSeconds, 600, 1e-12, 0, 'handle time');
  });

  it('chat agrees with its chain summed state by state', () => {
    const pace = [0, 1 / 300, 2 / 450, 3 / 660];
    let weight = 1;
    let total = 0;
    let waiting = 0;
    let chats = 0;
    let queue = 0;
    for (let k = 0; k < 600; k++) {
      total += weight;
      if (k >= 30) waiting += weight;
      chats += weight * Math.min(k, 30);
      queue += weight * Math.max(0, k - 30);
      const next = Math.min(k + 1, 30);
      const each = Math.floor(next / 10);
      const finishing = (next - 10 * each) * (pace[each + 1] ?? 0) + (10 - (next - 10 * each)) * pace[each];
      weight *= 0.05 / (finishing + Math.max(0, k + 1 - 30) / 120);
    }
    const m = chat(team);
    expectClose(m.waitProbability, waiting / total, 1e-12, 0, 'wait');
    expectClose(m.meanChats, chats / total, 1e-12, 0, 'chats');
    expectClose(m.meanQueue, queue / total, 1e-12, 0, 'queue');
  });

  it('chat is near the chain of single agents, solved by brute force: exact without slowing, else within five percent', () => {
    for (const [slowing, tolerance] of [
      [[300, 300, 300], 1e-9],
      [[300, 450, 660], 0.05],
      [[300, 520], 0.05],
    ] as const) {
      for (const arrivalRate of [0.005, 0.01, 0.02]) {
        const options = { ...team, agents: 3, arrivalRate, handleSecondsByConcurrency: slowing };
        const exact = singleAgents(options);
        const m = chat(options);
        expectClose(m.meanChats, exact.chats, tolerance, 0, `chats at ${arrivalRate}`);
        expectClose(m.throughput, exact.throughput, tolerance, 0, `throughput at ${arrivalRate}`);
        expect(Math.abs(m.waitProbability - exact.waiting)).toBeLessThan(Math.max(1e-9, tolerance));
      }
    }
  });

  it('chat conserves customers, and slower agents never help', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.double({ min: 60, max: 900, noNaN: true }), { minLength: 1, maxLength: 5 }),
        (arrivalRate, agents, handleSecondsByConcurrency) => {
          const options = { ...team, arrivalRate, agents, handleSecondsByConcurrency };
          const m = chat(options);
          expectClose(m.throughput / arrivalRate + m.abandonment, 1, 1e-11, 0, 'customers');
          expect(m.meanConcurrency).toBeGreaterThanOrEqual(1 - 1e-12);
          expect(m.meanConcurrency).toBeLessThanOrEqual(handleSecondsByConcurrency.length + 1e-12);
          expect(m.meanHandleSeconds).toBeGreaterThan(Math.min(...handleSecondsByConcurrency) * (1 - 1e-10));
          expect(m.meanHandleSeconds).toBeLessThan(Math.max(...handleSecondsByConcurrency) * (1 + 1e-10));
          const slower = chat({
            ...options,
            handleSecondsByConcurrency: handleSecondsByConcurrency.map((s) => s * 1.1),
          });
          expect(slower.abandonment).toBeGreaterThanOrEqual(m.abandonment * (1 - 1e-11));
        },
      ),
      { seed: 9, numRuns: 200 },
    );
  });

  it('chat stays finite for a large or a quiet team, and answers overload', () => {
    const large = chat({ ...team, agents: 5000, arrivalRate: 22 });
    expect(large.occupancy).toBeGreaterThan(0.9);
    expect(Number.isFinite(large.asa)).toBe(true);
    expect(chat({ ...team, agents: 5000 }).waitProbability).toBe(0);
    expect(chat({ ...team, arrivalRate: 0 })).toMatchObject({
      meanChats: 0,
      meanConcurrency: 1,
      meanHandleSeconds: 300,
      waitProbability: 0,
    });
    expect(chat({ ...team, meanPatienceSeconds: Infinity })).toMatchObject({
      stable: false,
      asa: Infinity,
      meanChats: 30,
      occupancy: 1,
    });
  });

  it('chat refuses bad arguments by name', () => {
    expect(() => chat({ ...team, agents: 0 })).toThrow(/^agents must/);
    expect(() => chat({ ...team, handleSecondsByConcurrency: [] })).toThrow(/^handleSecondsByConcurrency must/);
    expect(() => chat({ ...team, handleSecondsByConcurrency: [300, 0] })).toThrow(/^handleSecondsByConcurrency must/);
    expect(() => chat({ ...team, arrivalRate: -1 })).toThrow(/^arrivalRate must/);
    expect(() => chat({ ...team, meanPatienceSeconds: Number.NaN })).toThrow(/^meanPatienceSeconds must/);
    expect(() => chat({ ...team, answerWithinSeconds: -1 })).toThrow(/^answerWithinSeconds must/);
    expect(() => chat({ ...team, shortAbandonSeconds: 31 })).toThrow(/^shortAbandonSeconds must/);
  });

  it('chat with hardly any patience is a loss system: one agent, two chats, as worked out by hand', () => {
    // Weights 1, λ ÷ μ₁ = 1 and λ ÷ μ₂ = ¾ with λ = μ₁ = 1 ÷ 60 and μ₂ = 2 ÷ 90.
    const found = chat({
      arrivalRate: 1 / 60,
      agents: 1,
      handleSecondsByConcurrency: [60, 90],
      meanPatienceSeconds: 1e-9,
      answerWithinSeconds: 0,
    });
    expectClose(found.meanChats, 2.5 / 2.75, 1e-8, 0, 'chats');
    expectClose(found.occupancy, 1.75 / 2.75, 1e-8, 0, 'occupancy');
    expectClose(found.meanConcurrency, 2.5 / 1.75, 1e-8, 0, 'concurrency');
    expectClose(found.meanHandleSeconds, 75, 1e-8, 0, 'handle time');
    expect(found.stable).toBe(true);
  });

  it('chat without anybody is idle, and without impatience stable below its capacity only', () => {
    const idle = chat({ ...team, arrivalRate: 0 });
    expect([idle.occupancy, idle.meanChats, idle.meanConcurrency, idle.meanHandleSeconds]).toEqual([0, 0, 1, 300]);
    // Capacity: four agents with two chats of 64 s each.
    const desk = { ...team, agents: 4, handleSecondsByConcurrency: [48, 64], meanPatienceSeconds: Infinity };
    expect([0.124, 0.125, 0.126].map((arrivalRate) => chat({ ...desk, arrivalRate }).stable)).toEqual([
      true,
      false,
      false,
    ]);
    expect(chat({ ...desk, arrivalRate: 0.126, meanPatienceSeconds: 1e6 }).stable).toBe(true);
  });
});
