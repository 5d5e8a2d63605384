/**
 * Sampling designs side by side on identical customers: what each takes, what it finds, and what the centre is like after it has been
 * at work for a while.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Journal } from '../experiment/checkpoint.ts';
import { type RunBook, sideBySide, sumRunsUntilStopped } from '../experiment/paired-runs.ts';
import { type PairedState, PairedSums } from '../judge/paired-sums.ts';
import { type RatioState, RatioSums } from '../judge/ratio-sums.ts';
import { ShareOfDays, type ShareState } from '../judge/share-of-days.ts';
import type { Estimate } from '../judge/verdict.ts';
import { sampling } from '../kinds/sampling/index.ts';
import { wholeScope } from '../measures/interval-tallies.ts';
import type { MeasureScope, Tally } from '../measures/measure.ts';
import { sumContacts, sumOutcomes, sumQuality } from '../measures/sum-columns.ts';
import type { AgentGroup, QualityModel, QualitySample, Scenario } from '../scenario/scenario.ts';
import { compile } from '../sim/compile.ts';
import { qualityOffset, type RunRecord, type TeamColumn, teamColumns, teamOffset } from '../sim/run.ts';
import { simulate } from '../sim/simulate.ts';

/** A scenario whose samples are drawn in another way. */
export interface SamplingDesign {
  /** `as-written`, `none`, or a kind of sampling. */
  readonly name: string;
  readonly scenario: Scenario;
}

/** The designs that can be tried, and the kinds that cannot because the scenario lacks what they need. */
export interface SamplingDesigns {
  readonly designs: readonly SamplingDesign[];
  readonly leftOut: readonly string[];
}

/** Days at the end over which quality and repeats are looked at. */
export const lookBackDays = 28;
/** Confidence of every interval, each by itself. */
export const confidence = 0.95;

/** What became of one design. Estimates are null where there was nothing to judge. */
export interface DesignFigures {
  readonly name: string;
  /** Evaluations, evaluators' hours, and talks a day, means over runs. */
  readonly reviewsPerDay: number;
  readonly hoursPerDay: number;
  readonly talksPerDay: number;
  /** From the draw to the score, seconds. */
  readonly secondsToScore: Estimate | null;
  /** Shares: of truly poor contacts that were found; of evaluations below the mark; of weak agents found; of others accused. */
  readonly poorFound: Estimate | null;
  readonly belowMark: Estimate | null;
  readonly weakFound: Estimate | null;
  readonly goodAccused: Estimate | null;
  /** Over the last days: quality as a fraction of 100, and contacts that came back. */
  readonly quality: Estimate | null;
  readonly repeats: Estimate | null;
  /** Repeats less those of the first design, paired by run; null for the first. */
  readonly repeatsDifference: Estimate | null;
}

/**
 * The designs: the scenario's own, none at all, and every other kind of sampling at about the same number of contacts a day.
 *
 * @param scenario with samples
 * @param seed of the run in which the number of contacts is counted
 * @throws RangeError when the scenario has no samples
 */
export function samplingDesigns(scenario: Scenario, seed: string): SamplingDesigns {
  const { quality } = scenario;
  if (quality === undefined || quality.samples.length === 0) throw new RangeError('scenario: it draws no samples');
  const pilot = simulate(compile(scenario, seed), 0);
  const designs: SamplingDesign[] = [
    { name: 'as-written', scenario },
    { name: 'none', scenario: withSamples(scenario, quality, (sample) => ({ ...sample, moments: [] })) },
  ];
  const leftOut: string[] = [];
  for (const { kind } of sampling.all()) {
    const rules = quality.samples.map((sample) => ruleOf(kind, sample, scenario, quality, pilot));
    if (rules.includes(undefined)) leftOut.push(kind);
    else if (quality.samples.some(({ rule }, i) => !isDeepStrictEqual(rule, rules[i]))) {
      const like = (sample: QualitySample, i: number) => ({ ...sample, rule: rules[i] as QualitySample['rule'] });
      designs.push({ name: kind, scenario: withSamples(scenario, quality, like) });
    }
  }
  return { designs, leftOut };
}

function withSamples(
  scenario: Scenario,
  quality: QualityModel,
  change: (sample: QualitySample, index: number) => QualitySample,
): Scenario {
  return { ...scenario, quality: { ...quality, samples: quality.samples.map(change) } };
}

/** A kind with the fields that make it draw about as many contacts as the sample does; undefined where it lacks something. */
function ruleOf(
  kind: string,
  sample: QualitySample,
  scenario: Scenario,
  quality: QualityModel,
  pilot: RunRecord,
): QualitySample['rule'] | undefined {
  const { properties, required = [] } = sampling.get(kind).schema;
  const fields: Record<string, unknown> = {};
  for (const [name, { default: usual }] of Object.entries(properties as Record<string, { default?: unknown }>)) {
    if (usual !== undefined) fields[name] = usual;
  }
  const drawn = sample.of.reduce((sum, type) => sum + total(pilot, type, 'sampled'), 0);
  const handled = sample.of.reduce((sum, type) => sum + total(pilot, type, 'scored'), 0);
  if ('percent' in fields) {
    const least = sampling.get(sample.rule.kind).least?.(sample.rule as never);
    fields.percent = least === undefined ? (100 * drawn) / Math.max(1, handled) : 100 * least;
  }
  if ('contacts' in fields) {
    const perDraw = drawn / Math.max(1, sample.moments.length);
    fields.contacts = Math.max(1, Math.round(perDraw / Math.max(1, agentsADay(scenario, sample))));
  }
  if ('groups' in properties) {
    const newcomers = quality.groups.flatMap(({ points }, group) => (points < 0 ? [group] : []));
    if (newcomers.length > 0) fields.groups = newcomers;
  }
  return (required as string[]).every((name) => name in fields) ? { kind, ...fields } : undefined;
}

function total({ data, layout }: RunRecord, type: number, column: 'sampled' | 'scored'): number {
  const at = qualityOffset(layout, type, column);
  return data.subarray(at, at + layout.intervals).reduce((sum, value) => sum + value, 0);
}

/** Mean number of people a day who do what is sampled. */
function agentsADay({ clock, groups }: Scenario, { of }: QualitySample): number {
  const able = groups.filter(({ speeds }) => of.some((type) => speeds[type] > 0));
  const there = clock.days.map(({ end, start }) => able.reduce((sum, group) => sum + present(group, start, end), 0));
  return there.reduce((sum, count) => sum + count, 0) / there.length;
}

function present({ staff }: AgentGroup, from: number, to: number): number {
  if (staff.source !== 'named') return 0;
  return staff.agents.filter(({ onQueue }) => onQueue.some((span) => span.from < to && span.to > from)).length;
}

/** Which runs, and where. */
export interface DesignRuns {
  seed: string;
  runs: number;
  threads: number;
  /** Keeps the runs done; one that has kept some goes on from there. */
  journal?: Journal | undefined;
  signal?: AbortSignal | undefined;
  /** Hears how many runs are done. */
  onRun?: (done: number) => void;
}

/**
 * Simulates the designs on the same customers.
 *
 * @param designs the first is what the others are compared with; at least one
 * @returns figures in the order of the designs, and the number of runs made
 */
export async function compareDesigns(
  designs: readonly SamplingDesign[],
  runs: DesignRuns,
): Promise<{ figures: DesignFigures[]; runs: number }> {
  const books: DesignBook[] = [];
  for (const { name, scenario } of designs) books.push(new DesignBook(name, scenario, books[0]));
  const scenarios = designs.map(({ scenario }) => scenario);
  await sumRunsUntilStopped(sideBySide(books), scenarios, runs);
  return { figures: books.map((book) => book.figures()), runs: books[0].runs };
}

/** What a {@link DesignBook} holds, as plain data. */
interface DesignState {
  runs: number;
  reviews: number;
  seconds: number;
  talks: number;
  ratios: RatioState[];
  shares: ShareState[];
  difference: PairedState;
}

/** Sums over the runs of one design. */
class DesignBook implements RunBook<DesignState> {
  readonly #name: string;
  readonly #days: number;
  readonly #all: MeasureScope;
  readonly #evaluations: MeasureScope;
  readonly #late: MeasureScope;
  /** Types that customers bring: those whose repeats count. */
  readonly #brought: MeasureScope;
  /** What the others are compared with; undefined for itself. */
  readonly #first: DesignBook | undefined;
  runs = 0;
  #reviews = 0;
  #seconds = 0;
  #talks = 0;
  readonly #toScore = new RatioSums();
  readonly #poorFound = new RatioSums();
  readonly #belowMark = new RatioSums();
  // A run has a handful of agents, each found or not: shares of whole things, as of days.
  readonly #weakFound = new ShareOfDays();
  readonly #goodAccused = new ShareOfDays();
  readonly #quality = new RatioSums();
  readonly #repeats = new RatioSums();
  readonly #difference = new PairedSums();
  /** Of the last run: contacts that came back over the last days, of all that came. */
  #repeated: Tally = { met: 0, of: 0 };

  /** @param first to which runs are added before */
  constructor(name: string, { clock, groups, quality, work }: Scenario, first?: DesignBook) {
    const model = quality as QualityModel;
    this.#first = first;
    this.#name = name;
    this.#days = clock.days.length;
    const intervals = clock.intervalStarts.slice(0, -1).map((_, interval) => interval);
    const from = clock.days[Math.max(0, clock.days.length - lookBackDays)].start;
    const late = intervals.filter((interval) => clock.intervalStarts[interval] >= from);
    const whole = wholeScope({ types: work.length, groups: groups.length, intervals: intervals.length });
    const scope = (types: readonly number[], over: readonly number[]): MeasureScope => ({
      ...whole,
      ...{ work: types, intervals: over },
    });
    const comes = model.work.filter((type) => {
      const { arrivals } = work[type];
      return arrivals.process === 'recorded' || arrivals.curve.segments.length > 0;
    });
    this.#all = scope(model.work, intervals);
    this.#evaluations = scope(model.evaluators.work, intervals);
    this.#late = scope(model.work, late);
    this.#brought = scope(comes, late);
  }

  state(): DesignState {
    return {
      ...{ runs: this.runs, reviews: this.#reviews, seconds: this.#seconds, talks: this.#talks },
      ratios: this.#ratios.map((sums) => sums.state()),
      shares: this.#shares.map((share) => share.state()),
      difference: this.#difference.state(),
    };
  }

  restore({ difference, ratios, reviews, runs, seconds, shares, talks }: DesignState): void {
    [this.runs, this.#reviews, this.#seconds, this.#talks] = [runs, reviews, seconds, talks];
    for (const [i, sums] of this.#ratios.entries()) sums.restore(ratios[i]);
    for (const [i, share] of this.#shares.entries()) share.restore(shares[i]);
    this.#difference.restore(difference);
  }

  get #ratios(): RatioSums[] {
    return [this.#toScore, this.#poorFound, this.#belowMark, this.#quality, this.#repeats];
  }

  get #shares(): ShareOfDays[] {
    return [this.#weakFound, this.#goodAccused];
  }

  add(record: RunRecord): void {
    const evaluations = this.#evaluations;
    const spent = (['talk', 'hold', 'wrapUp'] as const).reduce(
      (sum, column) => sum + sumContacts(record, evaluations, column),
      0,
    );
    const evaluated = sumQuality(record, this.#all, 'evaluated');
    const failed = sumQuality(record, this.#all, 'failed');
    const of = (column: TeamColumn) => record.data[teamOffset(record.layout) + teamColumns.indexOf(column)];
    this.runs++;
    this.#reviews += evaluated;
    this.#seconds += spent;
    this.#talks += sumQuality(record, this.#all, 'coached');
    this.#toScore.add(
      sumContacts(record, evaluations, 'answeredWait') + spent,
      sumContacts(record, evaluations, 'answered'),
    );
    this.#poorFound.add(failed - sumQuality(record, this.#all, 'falselyFailed'), sumQuality(record, this.#all, 'poor'));
    this.#belowMark.add(failed, evaluated);
    this.#weakFound.add(of('weakFound'), of('weak'));
    this.#goodAccused.add(of('goodAccused'), of('good'));
    this.#quality.add(sumQuality(record, this.#late, 'quality'), 100 * sumQuality(record, this.#late, 'scored'));
    const brought = this.#brought;
    this.#repeated = { met: sumOutcomes(record, brought, 'arisen'), of: sumContacts(record, brought, 'arrived') };
    this.#repeats.add(this.#repeated.met, this.#repeated.of);
    if (this.#first !== undefined) this.#difference.add(this.#first.#repeated, this.#repeated);
  }

  figures(): DesignFigures {
    const perDay = this.runs * this.#days;
    const share = (sums: RatioSums) => sums.estimate('fraction', confidence);
    return {
      name: this.#name,
      reviewsPerDay: this.#reviews / perDay,
      hoursPerDay: this.#seconds / 3600 / perDay,
      talksPerDay: this.#talks / perDay,
      secondsToScore: this.#toScore.estimate('seconds', confidence),
      poorFound: share(this.#poorFound),
      belowMark: share(this.#belowMark),
      weakFound: this.#weakFound.estimate(confidence),
      goodAccused: this.#goodAccused.estimate(confidence),
      quality: share(this.#quality),
      repeats: share(this.#repeats),
      repeatsDifference:
        this.#difference.runs === 0 ? null : this.#difference.estimate({ unit: 'fraction' }, confidence),
    };
  }
}
