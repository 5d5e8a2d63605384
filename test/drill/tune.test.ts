import { describe, expect, it } from 'vitest';
import { loadDrill } from '../../src/cli/load-drill.ts';
import { runCourse } from '../../src/drill/course.ts';
import { compileDrill } from '../../src/drill/exercise.ts';
import { countFalseAlarms, ordinaryDaysFor, tunePlan } from '../../src/drill/tune.ts';
import { arrangementsOf, isSound, levelsOf, thresholdsTried, vary } from '../../src/drill/vary-plan.ts';
import { proportionInterval } from '../../src/math/proportion-interval.ts';
import { planText } from '../../src/report/drill/tuning-page.ts';
import { scenarioFolder } from '../scenario/files.ts';
import { changed, drillText, readDrill } from './made-drill.ts';

const drill = readDrill();
const [good, late, script] = drill.plans;
const asWritten = { enter: 1, wait: 1, stay: 1, levels: levelsOf(good) };

describe('vary', () => {
  it('moves thresholds away from normal, and keeps shares shares', () => {
    const [third, second] = vary(good, { ...asWritten, enter: 2, wait: 0.5 }).levels;
    expect(third?.enter[0]).toMatchObject({ quantity: 'queue', value: 16, forSeconds: 60 });
    expect(second?.enter[1]).toMatchObject({ quantity: 'occupancy', value: 0.93 });
    expect(third?.leave).toEqual(good.levels[0]?.leave);
    expect(vary(good, asWritten)).toEqual(good);
    expect(vary(good, { ...asWritten, stay: 3 }).levels[0]?.leave[0].forSeconds).toBe(45 * 60);
    const eager = vary(good, { ...asWritten, enter: 0.1 });
    expect(eager.levels[1]?.enter[1].value).toBe(0);
    // Whoever enters sooner leaves sooner: the distance stays.
    expect(eager.levels[1]?.leave[0].value).toBeLessThan(4);
    expect(vary(late, { ...asWritten, enter: 2 }).rules[0].when[0].value).toBe(0.15);
  });

  it('pulls levers at other levels, each once', () => {
    // Levers of III: tell, breaks; of II: office, home.
    const levels = vary(good, { ...asWritten, levels: [1, 0, 0, 1] }).levels.map((level) =>
      level?.orders.map((order) => (order.action === 'pull' ? drill.levers[order.lever].name : '')),
    );
    expect(levels).toEqual([['breaks', 'office'], ['home', 'tell'], undefined]);
  });
});

describe('arrangementsOf', () => {
  it('lists every order of few levers once, with the one written first, and leaves no level empty', () => {
    const found = arrangementsOf(good);
    expect(found[0]).toEqual([0, 0, 1, 1]);
    // 4! ÷ (2! 2!) orders of two and two, and four levers by themselves at the other level.
    expect(found).toHaveLength(6 + 4);
    expect(new Set(found.map((one) => one.join())).size).toBe(found.length);
    for (const one of found) expect(new Set(one)).toEqual(new Set([0, 1]));
  });

  it('is bounded where the levers are many', () => {
    const many = {
      ...good,
      levels: good.levels.map((level) => level && { ...level, orders: Array(6).fill(level.orders[0]) }),
    };
    // 6 × 6 exchanges, 12 levers moved, and what is written.
    expect(arrangementsOf(many)).toHaveLength(36 + 12 + 1);
  });
});

describe('thresholdsTried', () => {
  it('leaves out what would flap', () => {
    for (const one of thresholdsTried(good)) expect(isSound(vary(good, one))).toBe(true);
    expect(thresholdsTried(good)[0]).toEqual(asWritten);
  });
});

describe('countFalseAlarms', () => {
  it('says of every plan on which ordinary days it acts, as if the plan had been there', async () => {
    const plans = thresholdsTried(good).map((one) => vary(good, one));
    const ordinary = { ...drill, scenario: drill.ordinary };
    const centre = compileDrill(ordinary, 'calm');
    const days = Array.from({ length: 8 }, (_, day) => day);
    const acted = plans.map(
      (plan) =>
        days.filter((day) => runCourse(ordinary, centre, day, { acts: 'plan', plan }).decisions.length > 0).length,
    );
    expect(await countFalseAlarms(drill, plans, { seed: 'calm', from: 0, days: 8 })).toEqual(acted);
    expect(acted.some((count) => count > 0)).toBe(true);
    // A script is no alarm.
    expect(await countFalseAlarms(drill, [script], { seed: 'calm', from: 0, days: 2 })).toEqual([0]);
  });

  it('plays ordinary days without the injects', () => {
    expect(drill.ordinary.shocks).toEqual([]);
    expect(drill.ordinary.groups.map(({ name }) => name)).toEqual(drill.scenario.groups.map(({ name }) => name));
    expect(readDrill(changed('times: 2.5', 'times: 2')).ordinary.hash).toBe(drill.ordinary.hash);
  });
});

describe('tunePlan', () => {
  it('finds a plan, judges it on days of its own, and writes it so that it can be read', async () => {
    const tuning = await tunePlan(drill, { seed: 'tune', days: 4, limit: 0.3 });
    expect(tuning.ordinaryDays).toBe(ordinaryDaysFor(0.3, 4));
    expect(tuning.round[0].plan).toEqual(good);
    expect(tuning.chosen).not.toBeNull();
    expect(tuning.judged?.alarms.atMost).toBeLessThanOrEqual(0.3);
    // Nothing on the front is beaten in both ways, and what is not on it is.
    const beats = (a: number, b: number) =>
      tuning.round[a].alarms <= tuning.round[b].alarms &&
      tuning.round[a].damage <= tuning.round[b].damage &&
      (tuning.round[a].alarms < tuning.round[b].alarms || tuning.round[a].damage < tuning.round[b].damage);
    tuning.round.forEach((_, i) => {
      expect(tuning.front.includes(i)).toBe(!tuning.round.some((_one, other) => beats(other, i)));
    });
    const { plan } = tuning.round[tuning.chosen ?? 0];
    const clock = (moment: number) => new Date(moment * 1000).toISOString().slice(11, 16);
    const indented = planText(drill, plan, clock).replace(/^/gm, '  ').trimEnd();
    const text = drillText.replace(/plans:\n[\s\S]*plan: good/, () => `plans:\n${indented}\nplan: good`);
    expect(readDrill(text).plans[0]).toEqual(plan);
  });

  it('keeps on a drill that is shipped what it promises of false alarms', async () => {
    const shipped = await loadDrill(`${scenarioFolder}/drills/outage.yaml`, 'en');
    const limit = 0.2;
    const { chosen, judged, round } = await tunePlan(shipped, { seed: 'promise', days: 4, limit });
    expect(judged?.alarms.atMost).toBeLessThanOrEqual(limit);
    const days = 100;
    const [alarms] = await countFalseAlarms(shipped, [round[chosen ?? 0].plan], { seed: 'proof', from: 0, days });
    // The share of other days is not above the limit: refused at 99.9 % confidence.
    expect(proportionInterval(alarms, days, 0.998, 'clopper-pearson').low).toBeLessThanOrEqual(limit);
  }, 300_000);

  it('chooses nothing where no plan keeps the limit', async () => {
    // A queue of one is an ordinary day.
    const nervous = readDrill(
      changed(
        'enter: queue > 8 for 2 min, leave: queue < 2 for 15 min',
        'enter: queue > 0, leave: queue <= 0 for 15 min',
      ),
    );
    const { because, chosen, judged } = await tunePlan(nervous, { seed: 'tune', days: 4, limit: 0.2 });
    expect({ because, chosen, judged }).toEqual({ because: null, chosen: null, judged: null });
  });

  it('refuses too few days and a limit that nothing could show', async () => {
    await expect(tunePlan(drill, { seed: 'tune', days: 3, limit: 0.1 })).rejects.toThrow('days: expected');
    await expect(tunePlan(drill, { seed: 'tune', days: 4, limit: 0 })).rejects.toThrow('limit: expected');
  });
});
