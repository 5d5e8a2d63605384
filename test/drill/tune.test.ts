import { describe, expect, it } from 'vitest';
import { tunePlan, vary } from '../../src/drill/tune.ts';
import { changed, drillText, readDrill } from './made-drill.ts';

const drill = readDrill();
const [good] = drill.plans;

describe('vary', () => {
  it('moves thresholds away from normal, keeps shares shares, and brings a lever forward', () => {
    const home = drill.levers.findIndex(({ name }) => name === 'home');
    const plan = vary(good, { enter: 2, wait: 0.5, first: home });
    const [third, second] = plan.levels;
    expect(third?.enter[0]).toMatchObject({ quantity: 'queue', value: 16, forSeconds: 60 });
    expect(second?.enter[1]).toMatchObject({ quantity: 'occupancy', value: 0.925 });
    expect(third?.orders[0]).toEqual({ action: 'pull', lever: home, agents: 4 });
    expect(third?.leave).toEqual(good.levels[0]?.leave);
    expect(vary(good, { enter: 1, wait: 1, first: -1 })).toEqual(good);
    const eager = vary(good, { enter: 0.1, wait: 1, first: -1 }).levels[1]?.enter[1].value ?? -1;
    expect(eager).toBe(0);
  });
});

describe('tunePlan', () => {
  it('finds thresholds that keep the false alarms promised on fresh days', async () => {
    // One level with one lever: fifteen plans.
    const text = drillText.replace('do: [tell, breaks] }', 'do: [tell] }').replace(/ +II: \{ enter.*\n/, '');
    const options = { seed: 'tune', days: 4, limit: 0.3 };
    const tuning = await tunePlan(readDrill(text.replace('do: [level II]', 'do: [level III]')), options);
    expect(tuning.tried).toBe(15);
    expect(tuning.round[0].variation).toEqual({ enter: 1, wait: 1, first: -1 });
    expect(tuning.chosen).not.toBeNull();
    expect(tuning.judged?.alarms.point).toBeLessThanOrEqual(options.limit);
    // Nothing on the front is beaten in both ways, and what is not on it is.
    const beats = (a: number, b: number) =>
      tuning.round[a].alarms <= tuning.round[b].alarms &&
      tuning.round[a].damage <= tuning.round[b].damage &&
      (tuning.round[a].alarms < tuning.round[b].alarms || tuning.round[a].damage < tuning.round[b].damage);
    tuning.round.forEach((_, i) => {
      expect(tuning.front.includes(i)).toBe(!tuning.round.some((_one, other) => beats(other, i)));
    });
  }, 120_000);

  it('refuses too few days', async () => {
    await expect(tunePlan(drill, { seed: 'tune', days: 3, limit: 0 })).rejects.toThrow('days: expected');
  });

  it('plays ordinary days without the injects', () => {
    expect(drill.ordinary.shocks).toEqual([]);
    expect(drill.ordinary.groups.map(({ name }) => name)).toEqual(drill.scenario.groups.map(({ name }) => name));
    expect(readDrill(changed('times: 2.5', 'times: 2')).ordinary.hash).toBe(drill.ordinary.hash);
  });
});
