/** What holds for every kind of lever: it does nothing before its delay, something after it, and nobody vanishes. */
import { describe, expect, it } from 'vitest';
import { type Course, runCourse } from '../../../src/drill/course.ts';
import { compileDrill } from '../../../src/drill/exercise.ts';
import { levers } from '../../../src/kinds/levers/index.ts';
import { readDrill } from '../../drill/made-drill.ts';
import { contacts } from '../../sim/figures.ts';

const drill = readDrill();
const [plan] = drill.plans;
const centre = compileDrill(drill, 'levers');
const pulledAt = 9.1 * 3600;
const pull = (lever: number): Course => ({
  acts: 'decisions',
  plan,
  decisions: [
    { at: pulledAt, by: '', because: '', order: { action: 'pull', lever, agents: drill.levers[lever].capacity } },
  ],
});
const idle = runCourse(drill, centre, 0, { acts: 'nobody', plan });

describe('every kind of lever', () => {
  it('is in the drill of the tests', () => {
    expect(drill.levers.map(({ kind }) => kind).sort()).toEqual(
      levers
        .all()
        .map(({ kind }) => kind)
        .sort(),
    );
  });

  it.each(levers.all())('$kind does nothing before it works and something afterwards', ({ kind }) => {
    const lever = drill.levers.findIndex((one) => one.kind === kind);
    const { events, track } = runCourse(drill, centre, 0, pull(lever));
    const works = events.find(({ what }) => what === 'works')?.time ?? Number.POSITIVE_INFINITY;
    expect(works - pulledAt).toBeGreaterThanOrEqual(drill.levers[lever].delay);
    expect(works - pulledAt).toBeLessThan(drill.levers[lever].delay + 60);
    const plain = (points: typeof track) => points.map(({ working: _, ...point }) => point);
    const before = (points: typeof track) => points.filter(({ time }) => time <= works);
    // Agents who come at that instant are seen at it.
    const queues = (points: typeof track) => before(plain(points) as typeof track).map(({ waiting }) => waiting);
    expect(queues(track)).toEqual(queues(idle.track));
    expect(plain(track)).not.toEqual(plain(idle.track));
  });

  it.each(levers.all())('$kind loses nobody', ({ kind }) => {
    const lever = drill.levers.findIndex((one) => one.kind === kind);
    const { record, steered } = runCourse(drill, centre, 0, pull(lever));
    drill.scenario.work.forEach((_, type) => {
      // First attempts in hours, and those at a door that was shut; what a message kept away or caused is told.
      const came = (run: typeof idle) =>
        contacts(run.record, 'arrived', type) - contacts(run.record, 'redials', type) + run.steered[type].shutOut;
      const late = contacts(record, 'outsideHours', type) - contacts(idle.record, 'outsideHours', type);
      const { avoided, caused, shutOut, shutOutAgain } = steered[type];
      const change = came({ ...idle, record, steered }) - came(idle);
      const unseen = caused - avoided - change;
      // Whoever was caused to call may find the centre closed for the day: he is among those outside hours.
      expect(unseen).toBeGreaterThanOrEqual(0);
      expect(unseen).toBeLessThanOrEqual(
        Math.max(0, late - shutOut - shutOutAgain) + contacts(idle.record, 'redials', type),
      );
    });
  });

  it.each(levers.all())('$kind says what it is in both languages', ({ schema, summary }) => {
    expect(summary.zh).toMatch(/[\u4e00-\u9fff]/);
    for (const property of Object.values(schema.properties)) expect(property).toHaveProperty('description');
  });
});
