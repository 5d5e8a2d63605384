/**
 * Verdicts of an experiment under way. They fall at the looks that were planned and nowhere else: who stops an experiment because he likes what he
 * sees does not get a verdict by that.
 */
import type { Scenario } from '../scenario/scenario.ts';
import { judge } from './judge.ts';
import type { Ledger } from './ledger.ts';
import type { Looks } from './looks.ts';
import type { Judgement, Verdict } from './verdict.ts';

/** What a look said; plain data, exact after a way through JSON. */
export interface LookTaken {
  /** Runs that it saw. */
  runs: number;
  /** By promise: of the whole, of its intervals, and of the other definitions. */
  judgements: { whole: Judgement; intervals: Judgement[]; variants: { judgement: Judgement; flips: boolean }[] }[];
}

/** Judges a ledger while runs are added to it. */
export class SequentialJudge {
  readonly #ledger: Ledger;
  readonly #scenario: Scenario;
  readonly #looks: Looks;
  #taken: LookTaken | null = null;

  /** @param scenario the ledger's */
  constructor(ledger: Ledger, scenario: Scenario, looks: Looks) {
    this.#ledger = ledger;
    this.#scenario = scenario;
    this.#looks = looks;
  }

  /** The last look; null before the first. */
  get taken(): LookTaken | null {
    return this.#taken;
  }

  /** Takes the place of a judge whose last look was kept. */
  restore(taken: LookTaken | null): void {
    this.#taken = taken;
  }

  /** Promises that the last look left undecided; null before the first. */
  get undecided(): number | null {
    return this.#taken?.judgements.filter(({ whole }) => whole === 'undecided').length ?? null;
  }

  /** Confidence of every interval that is told now. */
  get confidence(): number {
    return this.#isAtLook() ? this.#looks.confidence : this.#looks.anyTime;
  }

  /** Judges where a look is planned; false everywhere else. */
  look(): boolean {
    const { runs } = this.#ledger;
    if (!this.#looks.at.includes(runs)) return false;
    const verdicts = judge(this.#ledger, this.#scenario, this.#looks.confidence);
    this.#taken = {
      runs,
      judgements: verdicts.map(({ intervals, judgement, variants }) => ({
        whole: judgement,
        intervals: intervals.map((one) => one.judgement),
        variants: variants.map(({ flips, judgement }) => ({ judgement, flips })),
      })),
    };
    return true;
  }

  /**
   * Verdicts as things stand. Between two looks figures are those of all runs, with intervals that hold whenever one stops, and judgements those of
   * the last look; an undecided promise needs at least the runs up to the next.
   */
  told(): Verdict[] {
    const verdicts = judge(this.#ledger, this.#scenario, this.confidence);
    if (this.#isAtLook()) return verdicts;
    const { runs } = this.#ledger;
    const ifLookedAt = judge(this.#ledger, this.#scenario, this.#looks.confidence);
    const next = this.#looks.at.find((at) => at > runs) ?? runs;
    return verdicts.map((verdict, i) => {
      const taken = this.#taken?.judgements[i];
      const judgement = stands(taken?.whole, verdict);
      return {
        ...verdict,
        judgement,
        furtherRuns: judgement === 'undecided' ? Math.max(next - runs, ifLookedAt[i].furtherRuns) : 0,
        intervals: verdict.intervals.map((one, at) => ({ ...one, judgement: stands(taken?.intervals[at], one) })),
        variants: verdict.variants.map((one, at) => ({
          ...one,
          judgement: stands(taken?.variants[at].judgement, one),
          flips: taken?.variants[at].flips ?? false,
        })),
      };
    });
  }

  #isAtLook(): boolean {
    return this.#taken?.runs === this.#ledger.runs;
  }
}

/** What the last look said, or that nothing is decided yet. */
function stands(taken: Judgement | undefined, now: { judgement: Judgement }): Judgement {
  if (now.judgement === 'nothing-to-judge') return now.judgement;
  return taken === undefined || taken === 'nothing-to-judge' ? 'undecided' : taken;
}
