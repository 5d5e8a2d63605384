/** Simulates a roster and reads what there is to learn: the margin of every goal in every run. */
import type { Goal } from '../../plan/roster/build/coverage-model.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { compile } from '../../sim/compile.ts';
import type { Journal } from '../checkpoint.ts';
import { type PairedRunSums, sumRuns } from '../paired-runs.ts';
import { GoalReader } from './goal-margins.ts';

/** What was learnt. */
export interface Lesson {
  /** By goal, by run: contacts above the target. */
  margins: Float64Array[];
  /** By goal: mean contacts that it speaks of. */
  contacts: number[];
  /** Share of simulated days on which all goals of the day held together; null without such goals. */
  share: number | null;
}

/** Runs to learn from. */
export interface TeachOptions {
  seed: string;
  runs: number;
  threads: number;
  journal?: Journal | undefined;
  signal?: AbortSignal;
}

/**
 * Simulates a scenario and measures the goals.
 * @throws the signal's reason when it ends the simulation
 */
export async function teach(scenario: Scenario, goals: readonly Goal[], options: TeachOptions): Promise<Lesson> {
  const { runs, seed } = options;
  const { layout } = compile(scenario, seed).plan;
  const readers = goals.map((goal) => new GoalReader(scenario, layout, goal));
  const margins = goals.map(() => new Float64Array(runs));
  const contacts = goals.map(() => 0);
  const days = scenario.clock.days.map((_, day) =>
    goals.flatMap((goal, index) => (goal.interval < 0 && goal.day === day ? [index] : [])),
  );
  let run = 0;
  let held = 0;
  let judged = 0;
  const book: PairedRunSums<{ run: number; held: number; judged: number; margins: number[][]; contacts: number[] }> = {
    get runs() {
      return run;
    },
    add([record]) {
      readers.forEach((reader, goal) => {
        const { margin, of } = reader.read(record);
        margins[goal][run] = margin;
        contacts[goal] += of / runs;
      });
      for (const ofDay of days.filter((ofDay) => ofDay.length > 0)) {
        judged++;
        if (ofDay.every((goal) => margins[goal][run] >= 0)) held++;
      }
      run++;
    },
    state: () => ({ run, held, judged, margins: margins.map((row) => [...row.subarray(0, run)]), contacts }),
    restore(state) {
      ({ run, held, judged } = state);
      state.margins.forEach((row, goal) => {
        margins[goal].set(row);
        contacts[goal] = state.contacts[goal];
      });
    },
  };
  await sumRuns(book, [scenario], options);
  return { margins, contacts, share: judged === 0 ? null : held / judged };
}
