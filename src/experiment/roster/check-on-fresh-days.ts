/** Judges a roster on days that the building has never seen. */
import manifest from '../../../package.json' with { type: 'json' };
import { judge } from '../../judge/judge.ts';
import { Ledger, type LedgerState } from '../../judge/ledger.ts';
import type { Estimate, Verdict } from '../../judge/verdict.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { compile } from '../../sim/compile.ts';
import type { Journal } from '../checkpoint.ts';
import type { Outcome } from '../outcome.ts';
import { type PairedRunSums, sumRuns } from '../paired-runs.ts';
import { checkConfidence, dayShareOf } from './day-aim.ts';

/** What fresh days say. */
export interface FreshCheck {
  runs: number;
  seed: string;
  confidence: number;
  /** Share of days on which all promises of the day held together; null without such promises. */
  share: Estimate | null;
  /** Verdicts of all promises, in the scenario's order. */
  verdicts: Verdict[];
  /**
   * The promises of the day hold together on the share of days that they ask for, and every promise of scope `interval` is held;
   * both with confidence.
   */
  holds: boolean;
  /** All that was simulated, as an experiment of so many runs gives it. */
  outcome: Outcome;
}

/**
 * Simulates a scenario and judges it as {@link FreshCheck} says.
 * @throws the signal's reason when it ends the simulation
 */
export async function checkOnFreshDays(
  scenario: Scenario,
  {
    checkRuns: runs,
    journal,
    seed,
    signal,
    threads,
  }: { checkRuns: number; journal?: Journal | undefined; seed: string; signal?: AbortSignal; threads: number },
): Promise<FreshCheck> {
  const { layout } = compile(scenario, seed).plan;
  const confidence = checkConfidence(scenario);
  const ofDay = { ...scenario, promises: scenario.promises.filter(({ scope }) => scope === 'day') };
  const whole = new Ledger(scenario, layout);
  const days = new Ledger(ofDay, layout);
  const book: PairedRunSums<LedgerState[]> = {
    get runs() {
      return whole.runs;
    },
    add([record]) {
      whole.add(record);
      days.add(record);
    },
    state: () => [whole.state(), days.state()],
    restore(states) {
      whole.restore(states[0]);
      days.restore(states[1]);
    },
  };
  await sumRuns(book, [scenario], { journal, seed, runs, threads, signal });
  const verdicts = judge(whole, scenario, confidence);
  const share = ofDay.promises.length === 0 ? null : days.allHold.estimate(confidence);
  const intervalsHold = verdicts.every(({ judgement, promise }) => {
    return scenario.promises[promise].scope === 'day' || judgement === 'held' || judgement === 'nothing-to-judge';
  });
  return {
    runs,
    seed,
    confidence,
    share,
    verdicts,
    outcome: {
      version: manifest.version,
      seed,
      runs: whole.runs,
      ended: 'runs-asked',
      judgedAfter: whole.runs,
      total: whole.total,
      squares: whole.squares,
      verdicts,
      allHold: scenario.promises.length === 0 ? null : whole.allHold.estimate(confidence),
    },
    holds: intervalsHold && (share === null || share.low >= dayShareOf(scenario)),
  };
}
