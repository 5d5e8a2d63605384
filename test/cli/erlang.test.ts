import { describe, expect, it } from 'vitest';
import { callfloor } from './callfloor.ts';

const desk = ['erlang', '--calls', '2400', '--aht', '180', '--patience', '60'];

interface Answer {
  byVariant: Record<string, { fewest: Record<string, { required: number; scheduled: number }> }>;
  service?: Record<'erlangC' | 'erlangA', { stable: boolean; asa: number | null; serviceLevel: { offered: number } }>;
  oneFewer: { erlangA: { serviceLevel: { offered: number } } };
  uncertain?: Record<'erlangC' | 'erlangA', { range: object; confidence: number }>;
  meaning: string[];
}

async function answer(...words: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await callfloor([...words, '--json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Answer;
}

describe('callfloor erlang', () => {
  it('callfloor erlang without agents answers the fewest, by each model, on calls and on the roster', async () => {
    const { byVariant, service, oneFewer } = await answer(...desk, '--shrinkage', '0.3');
    // The values of the examples of requiredAgents and agentEffect.
    expect(byVariant.offered.fewest).toMatchObject({
      erlangC: { required: 133, scheduled: 190 },
      erlangA: { required: 124, scheduled: 178 },
    });
    expect(service).toHaveProperty('agents', 124);
    expect(oneFewer.erlangA.serviceLevel.offered).toBeCloseTo(0.899977, 6);
  });

  it('callfloor erlang says in words that the queue grows without limit in overload, and ends well', async () => {
    const { code, stdout } = await callfloor([...desk, '--agents', '110']);
    expect(code).toBe(0);
    expect(stdout).toContain('without limit, by 200.0 callers an hour');
    expect(stdout).toContain('Erlang A has an answer all the same');
    const { service } = await answer(...desk, '--agents', '110');
    expect(service?.erlangC).toMatchObject({ stable: false, asa: null });
    expect(service?.erlangA).toMatchObject({ stable: true });
  });

  it('callfloor erlang keeps every further limit that it is given', async () => {
    const { byVariant } = await answer(...desk, '--max-occupancy', '0.8');
    // Nobody hangs up under Erlang C: 120 Erlangs ÷ 0.8.
    expect(byVariant.offered.fewest.erlangC.required).toBe(150);
  });

  it('callfloor erlang tells the range of agents for a forecast that is wrong, and how likely the staff holds', async () => {
    const errors = ['--volume-error', '0.05', '--aht-error', '0.03'];
    const { uncertain, meaning } = await answer(...desk, '--agents', '124', ...errors);
    // The values of the examples of staffingRange and planConfidence.
    expect(uncertain?.erlangA.range).toEqual({ fewest: 114, planned: 124, most: 133 });
    expect(uncertain?.erlangA.confidence).toBeCloseTo(0.569717, 6);
    expect(meaning.join()).toContain('124 agents keep the promise with a probability of 56.97 %');
  });

  it('callfloor erlang names only the error that was given', async () => {
    const volume = await answer(...desk, '--volume-error', '0.05');
    expect(volume.meaning.join()).toContain('If the volume is 5 % below the forecast, Erlang A asks for');
    const aht = await answer(...desk, '--aht-error', '0.03');
    expect(aht.meaning.join()).toContain('If the handle time is 3 % below the forecast, Erlang A asks for');
  });

  it('callfloor erlang leaves Erlang A out, and says so, where no patience is given', async () => {
    const { byVariant, meaning } = await answer('erlang', '--calls', '1200', '--per', '30', '--aht', '180');
    expect(byVariant.offered.fewest.erlangC.required).toBe(133);
    expect(byVariant.offered.fewest).not.toHaveProperty('erlangA');
    expect(meaning.join()).toContain('--patience');
  });

  it('callfloor erlang needs nobody where nobody calls, and answers nobody without agents', async () => {
    const silent = await answer('erlang', '--calls', '0', '--aht', '180');
    expect(silent.byVariant.offered.fewest.erlangC).toEqual({ required: 0, scheduled: 0 });
    expect(silent.service).toBeUndefined();
    expect((await callfloor([...desk, '--agents', '0'])).stdout).toContain('Without an agent nobody is ever answered');
  });

  it('callfloor erlang --long-run shows a simulated stretch beside the formulas, and refuses what has no steady state', async () => {
    const question = ['erlang', '--calls', '120', '--aht', '230', '--agents', '8', '--long-run'];
    const { code, stdout } = await callfloor([...question, '--patience', '180']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /Simulated: 1\d\d,\d{3} calls in long runs that begin empty; the first .* of each are left out/,
    );
    const answer = JSON.parse((await callfloor([...question, '--patience', '180', '--json'])).stdout);
    const { erlangA } = answer.service;
    const { figures } = answer.longRun;
    const exact = {
      ...{ 'service-level': erlangA.serviceLevel.offered, 'wait-probability': erlangA.waitProbability },
      ...{ abandonment: erlangA.abandonment, asa: erlangA.asa, queue: erlangA.meanQueue, occupancy: erlangA.occupancy },
    };
    for (const [name, value] of Object.entries(exact)) {
      const { confidence, high, low } = figures[name];
      expect(confidence).toBe(0.95);
      // One seed, so nothing of chance: the formula lies within twice the interval, which for a normal error is 1 in 10,000 missed.
      expect(Math.abs(value - (low + high) / 2), name).toBeLessThan(high - low);
    }
    const endless = await callfloor([...question.with(6, '7')]);
    expect({ code: endless.code, stdout: endless.stdout }).toEqual({ code: 2, stdout: '' });
    expect(endless.stderr).toContain('no steady state to simulate');
  });

  it('callfloor erlang --long-run says why there is nothing simulated of a queue near its limit, and shows the rest', async () => {
    const near = await callfloor(['erlang', '--calls', '120', '--aht', '239.9', '--agents', '8', '--long-run']);
    expect({ code: near.code, stderr: near.stderr }).toEqual({ code: 0, stderr: '' });
    expect(near.stdout).toMatch(/No simulated figures: after [\d,]+ calls the queue had not settled/);
    expect(near.stdout).toContain('Service with 8 agents');
    const huge = await callfloor(['erlang', '--calls', '100000', '--aht', '3600', '--agents', '100100', '--long-run']);
    expect(huge.code).toBe(0);
    expect(huge.stdout).toContain('No simulated figures: it would take 20,000,000 calls');
  });

  it('callfloor erlang speaks Chinese', async () => {
    const { code, stdout } = await callfloor([...desk, '--agents', '120', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(stdout).toContain('没有任何余量');
    expect(stdout).not.toMatch(/agents|calls|within/);
  });

  it.each([
    [['--calls', 'many', '--aht', '180'], '--calls must be a number of at least 0'],
    [['--calls', 'NaN', '--aht', '180'], '--calls must be a number'],
    [['--calls', '-1', '--aht', '180'], '--calls must be a number'],
    [['--calls', '1', '--aht', '0'], '--aht must be a number'],
    [['--calls', '1', '--aht', '180', '--agents', '2.5'], '--agents must be a whole number'],
    [['--calls', '1', '--aht', '180', '--within', '-10'], '--within must be a number'],
    [['--calls', '1', '--aht', '180', '--target', '90'], '--target must be a number above 0 and below 1'],
    [['--calls', '1', '--aht', '180', '--short', '20'], '--short (20 s)'],
    [['--calls', '1e9', '--aht', '180', '--per', '1'], 'it must be 0, or from 0.000001 to 1,000,000'],
    [['--calls', '1e-300', '--aht', '180'], 'it must be 0, or from'],
    [['--aht', '180'], 'The option --calls is missing'],
    [[], 'Options are missing, each with -- before it: calls, aht'],
  ])('callfloor erlang %j is refused with exit code 2: %s', async (words, help) => {
    const { code, stdout, stderr } = await callfloor(['erlang', ...words]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(help);
  });
});
