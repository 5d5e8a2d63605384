/**
 * Several plans on the same customers, until every difference is decided and the best is known, or the runs are used up. What
 * is done depends on scenarios, seed and version alone, as in an experiment with one.
 */
import manifest from '../../package.json' with { type: 'json' };
import type { Aspect, AspectDifference, ComparisonState, Matters, Plan } from '../judge/comparison.ts';
import { ComparisonLedger } from '../judge/comparison.ts';
import type { DifferenceJudgement } from '../judge/difference.ts';
import { anyTimeConfidence, fewestToldRuns, lookOnce, planLooks } from '../judge/looks.ts';
import { comparisonConfidence, type Selection } from '../judge/selection.ts';
import { type LookTaken, SequentialJudge } from '../judge/sequential-judge.ts';
import type { Estimate, Verdict } from '../judge/verdict.ts';
import { paidHours, scheduledHours } from '../plan/interval-demand.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { compile } from '../sim/compile.ts';
import type { RunRecord } from '../sim/run.ts';
import { alignPlans, type Customers, clockFault, commonCustomers } from './align-plans.ts';
import { CheckpointError, type Journal, type KeptSums, sumsStep } from './checkpoint.ts';
import { pairedRuns } from './paired-runs.ts';
import { loadPlugins } from './run-source.ts';

/** How to compare. */
export interface ComparisonOptions {
  /** Any text: the same text gives the same customers. */
  seed: string;
  /** Exactly so many runs of each scenario, judged once; without it, as many as it takes. */
  runs?: number;
  /** Threads that simulate, whole, at least 1. */
  threads: number;
  /** In what the best is selected: a promise of the first scenario, or the days on which all hold. The first promise unless given. */
  by?: Aspect;
  /** Differences up to here do not matter. */
  matters?: Partial<Matters>;
  /** Keeps the runs done; one that has kept some goes on from there. */
  journal?: Journal | undefined;
  onProgress?: (progress: ComparisonProgress) => void;
  signal?: AbortSignal;
}

/** How far a comparison has come. */
export interface ComparisonProgress {
  runs: number;
  atMost: number;
  /** Plans that are still simulated. */
  plans: number;
  /** Differences not decided at the last look; null before the first. */
  undecided: number | null;
  threadsLost: number;
}

/** One plan among those compared. */
export interface ComparedPlan extends Plan {
  /** Runs that it was simulated: fewer than the others once nothing about it was open. */
  runs: number;
  verdicts: Verdict[];
  /** P(all promises of the first plan hold on one day); null where it does not have them all. */
  allHold: Estimate | null;
  /** Agent-hours over the horizon scheduled while work that may come to them is open. */
  scheduledHours: number;
  /** Agent-hours paid over the whole horizon: the shifts of named people; of head-counts what is scheduled. */
  paidHours: number;
  /** From the first plan; empty for that itself. */
  differences: AspectDifference[];
  /** What its customers and those of the first have in common; empty for that itself. */
  customers: { work: string; customers: Customers }[];
}

/** What a comparison returns. */
export interface Comparison {
  version: string;
  seed: string;
  runs: number;
  ended: 'decided' | 'max-runs' | 'runs-asked' | 'stopped';
  /** Runs that the last look saw: all, unless it was stopped between looks; 0 before the first. Judgements and selection are that look's. */
  judgedAfter: number;
  /** Of the whole, over all looks. */
  confidence: number;
  matters: Matters;
  criterion: Aspect;
  plans: ComparedPlan[];
  selection: Selection;
}

/** Half a percentage point, a second, one of a count. */
export const usualMatters: Matters = { fraction: 0.005, seconds: 1, count: 1 };

/**
 * Compares scenarios on the same customers.
 *
 * The first scenario's promises are asked of all, and its precision holds. A scenario leaves when it is shown not to be the
 * best and every difference from the first is decided; its figures are those of the runs up to there.
 *
 * @param scenarios at least two, of the same clock
 * @param options see {@link ComparisonOptions}
 * @returns undefined when it was stopped before the second run
 * @throws RangeError when there are fewer than two scenarios, their clocks differ or the first makes no promise;
 * CheckpointError when more runs were kept than are wanted; RunLimitError when a run meets its limit
 */
export async function runComparison(
  scenarios: readonly Scenario[],
  options: ComparisonOptions,
): Promise<Comparison | undefined> {
  if (scenarios.length < 2) throw new RangeError(`scenarios: expected at least 2, got ${scenarios.length}`);
  const [first] = scenarios;
  for (const other of scenarios) {
    const fault = clockFault(first, other);
    if (fault !== undefined)
      throw new RangeError(`scenarios: expected the same clock, ${other.name} has another (${fault})`);
  }
  await loadPlugins(...scenarios);
  const comparing = new Comparing(scenarios, options);
  await comparing.run();
  return comparing.ledger.ledgers[0].runs < 2 ? undefined : comparing.result();
}

/** What a look said of the plans together: it stands until the next. */
interface ComparisonLook {
  runs: number;
  /** By plan and aspect: of the whole, and of its intervals. */
  differences: { whole: DifferenceJudgement; intervals: DifferenceJudgement[] }[][];
  candidates: readonly number[];
}

/** What a comparison has come to. */
interface ComparingState {
  ledger: ComparisonState;
  look: ComparisonLook | null;
  verdicts: (LookTaken | null)[];
  standing: readonly number[];
  looks: number;
  undecided: number | null;
  decided: boolean;
}

class Comparing implements KeptSums<ComparingState> {
  readonly ledger: ComparisonLedger;
  readonly #scenarios: readonly Scenario[];
  readonly #options: ComparisonOptions;
  readonly #plans: readonly Plan[];
  readonly #looks: ReturnType<typeof planLooks>;
  readonly #matters: Matters;
  readonly #criterion: Aspect;
  /** Plans that are still simulated; always the first. */
  #standing: number[];
  readonly #progress: ComparisonProgress;
  readonly #judges: readonly SequentialJudge[];
  #look: ComparisonLook | null = null;
  #decided = false;
  /** Looks taken. */
  #looked = 0;

  constructor(scenarios: readonly Scenario[], options: ComparisonOptions) {
    const { runs, seed, by = 0, matters = {} } = options;
    this.#scenarios = scenarios;
    this.#options = options;
    this.#plans = alignPlans(scenarios);
    const { precision } = scenarios[0];
    this.#looks = runs === undefined ? planLooks(precision) : lookOnce(precision, runs);
    this.#matters = { ...usualMatters, ...matters };
    this.#criterion = by;
    this.#standing = scenarios.map((_, plan) => plan);
    const layouts = this.#plans.map(({ scenario }) => compile(scenario, seed).plan.layout);
    this.ledger = new ComparisonLedger(this.#plans, layouts, by, this.#matters);
    this.#judges = this.#plans.map(
      ({ scenario }, i) => new SequentialJudge(this.ledger.ledgers[i], scenario, this.#looks),
    );
    this.#progress = {
      runs: 0,
      atMost: this.#looks.at[this.#looks.at.length - 1],
      plans: scenarios.length,
      undecided: null,
      threadsLost: 0,
    };
  }

  get runs(): number {
    return this.ledger.ledgers[0].runs;
  }

  state(): ComparingState {
    return {
      ledger: this.ledger.state(),
      look: this.#look,
      verdicts: this.#judges.map(({ taken }) => taken),
      standing: this.#standing,
      looks: this.#looked,
      undecided: this.#progress.undecided,
      decided: this.#decided,
    };
  }

  restore({ decided, ledger, look, looks, standing, undecided, verdicts }: ComparingState): void {
    this.ledger.restore(ledger);
    this.#look = look;
    verdicts.forEach((taken, i) => {
      this.#judges[i].restore(taken);
    });
    this.#standing = [...standing];
    this.#looked = looks;
    this.#decided = decided;
    this.#progress.undecided = undecided;
    this.#progress.plans = standing.length;
  }

  /** Simulates from look to look, each time only the plans about which something is open. */
  async run(): Promise<void> {
    const { journal } = this.#options;
    const { at } = this.#looks;
    journal?.begin(sumsStep(this));
    if (this.runs > this.#progress.atMost) {
      throw new CheckpointError('runs', `${this.runs}`, `${this.#progress.atMost}`);
    }
    let rows = this.#simulate();
    try {
      while (!this.#decided && this.#looked < at.length) {
        if (!(await this.#addRows(rows, at[this.#looked]))) return;
        const standing = this.#standing.length;
        this.#takeLook();
        if (this.#standing.length === standing) continue;
        await rows.return(undefined);
        rows = this.#simulate();
      }
    } finally {
      await rows.return(undefined);
    }
  }

  /** The standing plans' records from here to the last look: threads need not stand still while the evidence is looked at. */
  #simulate(): AsyncGenerator<RunRecord[]> {
    const { seed, threads, signal } = this.#options;
    const from = this.runs;
    return pairedRuns(
      this.#standing.map((plan) => this.#plans[plan].scenario),
      {
        seed,
        from,
        runs: this.#progress.atMost - from,
        threads,
        signal,
        onLoss: () => {
          this.#progress.threadsLost++;
          this.#report();
        },
      },
    );
  }

  /** Takes in rows up to a number of runs; false when it was stopped before. */
  async #addRows(rows: AsyncGenerator<RunRecord[]>, until: number): Promise<boolean> {
    while (this.runs < until) {
      if (this.#options.signal?.aborted) return false;
      const { done, value: row } = await rows.next();
      if (done) return false;
      const records: (RunRecord | undefined)[] = this.#scenarios.map(() => undefined);
      for (const [i, record] of row.entries()) records[this.#standing[i]] = record;
      this.ledger.add(records);
      this.#report();
    }
    return true;
  }

  #report(): void {
    this.#progress.runs = this.ledger.ledgers[0].runs;
    this.#options.onProgress?.({ ...this.#progress });
  }

  #takeLook(): void {
    this.#looked++;
    const differences = this.ledger.differences(this.#looks.confidence);
    const selection = this.ledger.select(this.#pairConfidence);
    this.#look = {
      runs: this.runs,
      differences: differences.map((own) =>
        own.map(({ intervals, judgement }) => ({
          whole: judgement,
          intervals: intervals.map(({ difference }) => difference.judgement),
        })),
      ),
      candidates: selection.candidates,
    };
    for (const judge of this.#judges) judge.look();
    const open = differences.map((own) => own.filter(({ judgement }) => judgement === 'undecided').length);
    this.#standing = this.#standing.filter(
      (plan) => plan === 0 || open[plan] > 0 || (!selection.decided && selection.candidates.includes(plan)),
    );
    this.#progress.plans = this.#standing.length;
    this.#progress.undecided = open.reduce((sum, count) => sum + count, 0);
    this.#decided = this.#options.runs === undefined && this.#standing.length === 1 && selection.decided;
  }

  /** Of every pair of plans. */
  get #pairConfidence(): number {
    const { confidence } = this.#scenarios[0].precision;
    return comparisonConfidence(confidence, this.#scenarios.length, this.#looks.at.length);
  }

  /** At a look what it said; between looks its judgements, with the figures of all runs and intervals that hold whenever one stops. */
  #differences(): AspectDifference[][] {
    const atLook = this.ledger.differences(this.#looks.confidence);
    if (this.#look?.runs === this.runs) return atLook;
    const further = this.#furtherRuns();
    return this.ledger.differences(this.#looks.anyTime).map((own, plan) => {
      // Nothing about it was open any more, so it was simulated up to that look.
      if (this.ledger.ledgers[plan].runs === this.#look?.runs) return atLook[plan];
      return own.map((now, i) => {
        const taken = this.#look?.differences[plan][i];
        const judgement = stands(taken?.whole, now.judgement);
        return {
          ...now,
          judgement,
          furtherRuns: judgement === 'undecided' ? Math.max(further, atLook[plan][i].furtherRuns) : 0,
          intervals: now.intervals.map(({ difference, interval }, at) => ({
            interval,
            difference: { ...difference, judgement: stands(taken?.intervals[at], difference.judgement) },
          })),
        };
      });
    });
  }

  /** The last look's selection; between looks with distances that hold whenever one stops. */
  #selection(): Selection {
    if (this.#look?.runs === this.runs) return this.ledger.selection(this.#pairConfidence);
    const pair = comparisonConfidence(this.#scenarios[0].precision.confidence, this.#scenarios.length, 1);
    const now = this.ledger.selection(anyTimeConfidence(pair, fewestToldRuns, this.#progress.atMost));
    if (this.ledger.isSelected) return now;
    return {
      ...now,
      decided: false,
      candidates: [...(this.#look?.candidates ?? this.#scenarios.keys())],
      furtherRuns: Math.max(this.#furtherRuns(), now.furtherRuns),
    };
  }

  /** Until the next look. */
  #furtherRuns(): number {
    return (this.#looks.at.find((at) => at > this.runs) ?? this.runs) - this.runs;
  }

  result(): Comparison {
    const { ledger } = this;
    const { seed, runs } = this.#options;
    const full = runs === undefined ? 'max-runs' : 'runs-asked';
    const differences = this.#differences();
    return {
      version: manifest.version,
      seed,
      runs: this.runs,
      ended: this.#decided ? 'decided' : this.runs < this.#progress.atMost ? 'stopped' : full,
      judgedAfter: this.#look?.runs ?? 0,
      confidence: this.#scenarios[0].precision.confidence,
      matters: this.#matters,
      criterion: this.#criterion,
      plans: this.#plans.map((plan, i) => {
        const own = ledger.ledgers[i];
        const judge = this.#judges[i];
        return {
          ...plan,
          runs: own.runs,
          verdicts: judge.told(),
          allHold: plan.promises.includes(-1) ? null : own.allHold.estimate(judge.confidence),
          scheduledHours: scheduledHours(this.#scenarios[i]),
          paidHours: this.#scenarios[i].groups.reduce((sum, _, group) => sum + paidHours(this.#scenarios[i], group), 0),
          differences: differences[i],
          customers: i === 0 ? [] : commonCustomers(this.#scenarios[0], this.#scenarios[i]),
        };
      }),
      selection: this.#selection(),
    };
  }
}

/** What the last look said of a difference, or that nothing is decided yet; that there is none is seen and not judged. */
function stands(taken: DifferenceJudgement | undefined, now: DifferenceJudgement): DifferenceJudgement {
  if (now === 'nothing-to-judge' || now === 'identical') return now;
  return taken === undefined || taken === 'nothing-to-judge' || taken === 'identical' ? 'undecided' : taken;
}
