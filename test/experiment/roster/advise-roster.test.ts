import { describe, expect, it } from 'vitest';
import { tryChanges } from '../../../src/experiment/roster/try-changes.ts';
import { runExperiment } from '../../../src/experiment/run-experiment.ts';
import { changeRoster, smallChanges } from '../../../src/plan/roster/small-changes.ts';
import { withAgents } from '../../../src/plan/roster/with-agents.ts';
import { resolveText } from '../../scenario/files.ts';
import { readText } from '../../scenario/roster/rosters.ts';

const desk = resolveText(`work:
  inquiry:
    hours: "08:00-12:00"
    arrivals: { kind: constant-rate, perHour: 120 }
    talkSeconds: { kind: exponential, mean: 240 }
    patienceSeconds: { kind: exponential, mean: 180 }
people: { groups: { desk: { skills: { inquiry: 1 }, staff: 8 } } }
promises: [{ measure: answered-within, seconds: 20, atLeast: 0.8 }, { measure: connection-rate, atLeast: 0.9 }]
`);
const none = desk.clock.intervalStarts.slice(1).map(() => 0);

describe('tryChanges', () => {
  it('predicts what is measured when the change is made on other days', async () => {
    const changed = withAgents(desk, 0, none.with(18, 2).with(19, 2));
    const confidence = 0.999;
    const {
      tried: [{ gains: predicted }],
    } = await tryChanges(desk, [changed], {
      seed: '1',
      runs: 200,
      threads: 1,
      confidence,
    });
    const {
      tried: [{ gains: measured }],
    } = await tryChanges(desk, [changed], {
      seed: '2',
      runs: 800,
      threads: 1,
      confidence,
    });
    for (const [promise, gain] of predicted.entries()) {
      const done = measured[promise];
      expect(gain?.low).toBeGreaterThan(0);
      // Each lies in the interval of the other's difference: both err, so the half-widths add up.
      expect(Math.abs((gain?.point ?? 0) - (done?.point ?? 1))).toBeLessThan(
        ((gain?.high ?? 0) - (gain?.low ?? 0) + (done?.high ?? 0) - (done?.low ?? 0)) / 2,
      );
    }
  });

  it('gains what two experiments of their own show, from a fraction of the spread', async () => {
    const changed = withAgents(desk, 0, none.with(20, 1));
    const options = { seed: '1', runs: 100, threads: 1 };
    const {
      tried: [
        {
          gains: [gain],
        },
      ],
    } = await tryChanges(desk, [changed], { ...options, confidence: 0.95 });
    const before = (await runExperiment(desk, options)).verdicts[0].plain;
    const after = (await runExperiment(changed, options)).verdicts[0].plain;
    expect(gain?.point).toBeCloseTo((after?.value ?? 0) - (before?.value ?? 0), 12);
    expect((gain?.high ?? 1) - (gain?.low ?? 0)).toBeLessThan(((before?.high ?? 0) - (before?.low ?? 0)) / 2);
  });
});

describe('smallChanges', () => {
  it('teaches one of each set of skills, and moves lunches within their shifts, but nothing that is pinned', async () => {
    const groups = { front: { inquiry: 1 }, senior: { inquiry: 1, complaint: 1 } };
    const { roster } = await readText(
      'r.csv',
      `name,group,start,end,lunch,break,pinned
Ann,front,08:00,16:00,12:00-12:30,11:30-11:45,
Bob,front,08:00,16:00,13:00-13:30,,yes
Cid,senior,08:00,16:00,,,
`,
    );
    const changes = smallChanges(roster, groups, ['inquiry', 'complaint'], 1800);
    expect(changes).toEqual([
      { change: 'teach', person: 0, work: 'complaint' },
      { change: 'move-lunch', shift: 0, bySeconds: 1800 },
    ]);
    expect(changeRoster(roster, changes[0], groups).people[0].skills.map(({ work }) => work)).toEqual([
      'inquiry',
      'complaint',
    ]);
    expect(changeRoster(roster, changes[1], groups).shifts[0].activities[1].from).toBe(12.5 * 3600);
  });
});
