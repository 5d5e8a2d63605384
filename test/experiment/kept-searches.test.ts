/** Searches that simulate for long: stopped again and again, each ends in the same bytes as if it had never been. */
import { expect, it } from 'vitest';
import { decideByPlan } from '../../src/drill/deciders.ts';
import { compileDrill, type Decision, runExercise } from '../../src/drill/exercise.ts';
import { reviewExercise } from '../../src/drill/review.ts';
import { tunePlan } from '../../src/drill/tune.ts';
import type { Journal } from '../../src/experiment/checkpoint.ts';
import { simulateLesson } from '../../src/experiment/lesson/simulate-lesson.ts';
import { stepsToDay } from '../../src/experiment/lesson/steps-to-day.ts';
import { adviseRoster } from '../../src/experiment/roster/advise-roster.ts';
import { findSlack } from '../../src/experiment/roster/find-slack.ts';
import { listTrials } from '../../src/experiment/roster/list-trials.ts';
import { replanRoster } from '../../src/experiment/roster/replan-roster.ts';
import { findSteadyState } from '../../src/experiment/steady-state/find-steady-state.ts';
import { subjectOfQueue } from '../../src/plan/lesson/lesson-subject.ts';
import { withRoster } from '../../src/plan/roster/build/with-roster.ts';
import { compareDesigns, samplingDesigns } from '../../src/qa/compare-designs.ts';
import { readDrill } from '../drill/made-drill.ts';
import { resolveText } from '../scenario/files.ts';
import { hour, readText } from '../scenario/roster/rosters.ts';
import { bytes, inPieces, owner, seed } from './in-pieces.ts';

const desk = resolveText(`clock: { start: 2026-03-02, timeZone: Asia/Shanghai }
work:
  inquiry:
    hours: "08:00-11:00"
    arrivals: { kind: constant-rate, perHour: 120 }
    talkSeconds: { kind: exponential, mean: 240 }
    patienceSeconds: { kind: exponential, mean: 180 }
people: { groups: { front: { skills: { inquiry: 1 }, staff: 8 } } }
promises: [{ measure: answered-within, seconds: 20, atLeast: 0.85 }]
`);
const { roster } = await readText(
  'roster.csv',
  `name,group,start,end,lunch
${['Ann', 'Bob', 'Cid', 'Dee', 'Eve', 'Fay'].map((name) => `${name},front,08:00,11:00,`).join('\n')}
${['Gus', 'Hal', 'Ida', 'Jim'].map((name) => `${name},front,08:00,11:00,09:30-10:00`).join('\n')}
`,
);
const rostered = withRoster(desk, roster);
const scope = {
  ...{ from: 0, now: 8.5 * hour, until: 24 * hour, stepSeconds: 900, mostMoveSeconds: hour, mostOvertimeSeconds: 0 },
  ...{ noticeSeconds: hour, overtimeFactor: 1, mayDrop: false, reserve: [], reserveSeconds: hour },
};
const coached = resolveText(`clock: { days: 2, intervalMinutes: 60 }
work:
  inquiry:
    hours: "09:00-12:00"
    arrivals: { kind: constant-rate, perHour: 60 }
    talkSeconds: { kind: exponential, mean: 240 }
    patienceSeconds: { kind: never }
  evaluation: { channel: case, handleSeconds: 400 }
quality:
  agents: { mean: 82, between: 5, within: 8 }
  evaluators: { work: [evaluation] }
  samples: { recordings: { kind: simple, percent: 20, of: [inquiry], becomes: evaluation } }
people:
  groups:
    hotline: { skills: { inquiry: 1 }, staff: [{ from: "09:00", agents: 7 }, { from: "12:00", agents: 0 }] }
    evaluators: { skills: { evaluation: 1 }, staff: 3 }
promises: [{ measure: connection-rate, atLeast: 0.9, work: [inquiry] }]
`);
const { designs } = samplingDesigns(coached, seed);
const drill = readDrill();
const [plan, , script] = drill.plans;
const decisions: Decision[] = runExercise(drill, compileDrill(drill, seed), 0, script, decideByPlan(script)).decisions;
const queue = {
  ...{ arrivalRate: 0.02, meanHandleSeconds: 120, agents: 3, meanPatienceSeconds: 120, target: 0.8 },
  ...{ answerWithinSeconds: 20, ringSeconds: 0, variant: 'offered' as const, shortAbandonSeconds: 5 },
};
const lesson = subjectOfQueue(queue, 1);

/** What work is handed. */
interface Kept {
  journal?: Journal;
  signal?: AbortSignal;
}

const how = { seed, threads: 1 };
const wholeDesigns = async (runs: number, kept: Kept) => {
  const found = await compareDesigns(designs, { ...how, runs, ...kept });
  return found.runs < runs ? undefined : found;
};
const searches: [string, number, (kept: Kept) => Promise<unknown>][] = [
  ['findSlack()', 3, (kept) => findSlack(desk, { ...how, runs: 20, ...kept })],
  [
    'adviseRoster()',
    3,
    (kept) => adviseRoster(desk, listTrials(desk, null), { ...how, runs: 20, confidence: 0.95, ...kept }),
  ],
  [
    'replanRoster()',
    3,
    (kept) =>
      replanRoster(roster, (one) => withRoster(desk, one), [{ person: 0, from: scope.now }], scope, {
        ...{ ...how, runs: 30, ...kept },
      }),
  ],
  [
    'findSteadyState() in several looks',
    2,
    (kept) => findSteadyState(rostered, 9 * hour, { ...how, precision: 0.02, ...kept }),
  ],
  ['findSteadyState() in one', 2, (kept) => findSteadyState(rostered, 9 * hour, { ...how, contacts: 90_000, ...kept })],
  ['compareDesigns()', 1, (kept) => wholeDesigns(12, kept)],
  ['reviewExercise()', 40, (kept) => reviewExercise(drill, plan, decisions, { ...how, run: 0, days: 2, ...kept })],
  ['tunePlan()', 150, (kept) => tunePlan(drill, { ...how, days: 4, limit: 0.9, ...kept })],
  ['simulateLesson()', 3, (kept) => simulateLesson(lesson, { ...how, runs: 2, ...kept })],
  ['stepsToDay()', 1, (kept) => stepsToDay(desk, 0, 0, { ...how, runs: 20, ...kept })],
];

it.each(searches)('%s, stopped again and again, ends in the same bytes', async (_, batches, search) => {
  const whole = await search({});
  const [pieces, stops] = await inPieces(
    owner(desk),
    async (journal, signal) => (await search({ journal, signal })) ?? undefined,
    batches,
  );
  expect(stops).toBeGreaterThan(0);
  expect(pieces).toBe(bytes(whole));
});
