/**
 * The probability law of one queue over a day, carried forward by uniformization, together with the cohorts of callers who
 * arrived in an interval and are still waiting. `exactDay` drives it; everything here is state in columns.
 */
import { hypergeometricPmf } from './hypergeometric.ts';
import { poissonWeights } from './poisson-weights.ts';
import type { Leaving, QueueRates, QueueTable } from './tagged-caller.ts';
import { afterChange } from './tagged-caller.ts';

/** Probabilities below this are cut off at the edges of the state space. */
const negligible = 1e-19;
/** Jumps per step of uniformization: many make a step cheap per second, few keep the state space narrow. */
const jumpsPerStep = 150;
/** States added beyond the edge before a step, at least; the step is taken again with more when that was not enough. */
const leastMargin = 6;
/** What rounding may take from the probabilities of all states in one step. */
const rounding = 1e-13;
/** A cohort is closed when what it will still wait is below this share of what it has waited. */
const closedBelow = 1e-12;

/** Callers of one interval who wait. */
export interface Cohort {
  /** Expected number waiting, by overhang and callers ahead. */
  waiting: QueueTable;
  /** Their total time waited so far, seconds, laid out likewise. */
  waited: QueueTable;
  /** ∫ number waiting dt so far: the cohort's total wait. */
  waitSeconds: number;
  /** ∫ total time waited so far dt: half the sum of squared waits. */
  waitSquares: number;
  /** Callers who wait for ever: nobody is there to answer, and they never hang up. */
  stranded: number;
  /** Nobody of the cohort has had to wait yet. */
  isEmpty: boolean;
}

/** Integrals over a stretch of time. */
export interface Clock {
  queueSeconds: number;
  busySeconds: number;
  /** Expected arrivals who found every agent busy, those who balked included. */
  waited: number;
}

/** The law of the queue at one instant. */
export class DayLaw {
  agents: number;
  /** P(n calls in the system and no overhang), by n. */
  line: Float64Array;
  /** P(overhang e and q waiting) at `over[e − 1][q]`. */
  over: QueueTable = [];
  /** Expected number of leavers who still talk; only with named leavers, whom the law itself has forgotten. */
  leavers = 0;
  cohorts: Cohort[] = [];
  readonly #rates: QueueRates;
  readonly #balking: number;
  readonly #leaving: Leaving;
  /** Least and greatest n of `line`, and greatest q anywhere, with a probability that matters. */
  #least = 0;
  #most = 0;
  #queueMost = 0;
  #margin = leastMargin;

  constructor(agents: number, rates: QueueRates, balking: number, leaving: Leaving) {
    this.agents = agents;
    this.#rates = rates;
    this.#balking = balking;
    this.#leaving = leaving;
    this.line = new Float64Array(agents + 64);
    this.line[0] = 1;
  }

  /** Greatest queue that matters now. */
  get queueMost(): number {
    return this.#queueMost;
  }

  get overhangs(): number {
    return this.over.length;
  }

  /** Opens a cohort for the callers who arrive from now on. */
  openCohort(): Cohort {
    const table = () => Array.from({ length: this.overhangs + 1 }, () => new Float64Array(this.#queueMost + 1));
    const cohort: Cohort = {
      waiting: table(),
      waited: table(),
      waitSeconds: 0,
      waitSquares: 0,
      stranded: 0,
      isEmpty: true,
    };
    this.cohorts.push(cohort);
    return cohort;
  }

  /**
   * Carries everything forward by `duration` seconds of a constant arrival rate. The newest cohort receives the arrivals; `seen`
   * collects, by overhang and queue, the expected arrivals who found every agent busy.
   */
  advance(duration: number, arrivalRate: number, clock: Clock, seen?: QueueTable): void {
    let left = duration;
    while (left > 0) {
      const queueTop = this.#queueMost + this.#margin;
      const jumpRate = this.#jumpRate(arrivalRate, queueTop);
      const steps = Math.max(1, Math.ceil((left * jumpRate) / jumpsPerStep));
      const step = left / steps;
      if (this.#tryStep(step, arrivalRate, jumpRate, queueTop, clock, seen)) {
        left = steps === 1 ? 0 : left - step;
        this.#margin = Math.max(leastMargin, this.#margin - 1);
        this.#close(closedBelow);
      } else this.#margin *= 2;
    }
  }

  /** Closes every cohort, as if the staff stayed as it is until the queue is empty. */
  closeCohorts(): void {
    this.#close(Infinity);
  }

  /** Closes the cohorts, but for the newest, that will wait only a `share` of what they have waited; with Infinity, all. */
  #close(share: number): void {
    const newest = this.cohorts[this.cohorts.length - 1];
    this.cohorts = this.cohorts.filter((cohort) => {
      if (cohort === newest && share !== Infinity) return true;
      const rest = remainingWait(cohort, this.agents, this.#rates);
      if (share !== Infinity && rest.seconds > share * cohort.waitSeconds) return true;
      cohort.waitSeconds += rest.seconds;
      cohort.waitSquares += rest.squares;
      cohort.stranded = rest.stranded;
      return false;
    });
  }

  #jumpRate(arrivalRate: number, queueTop: number): number {
    const { service, abandonment } = this.#rates;
    const rate = arrivalRate + (this.agents + this.overhangs) * service + (queueTop + 1) * abandonment;
    return rate > 0 ? rate : 1;
  }

  /** Takes one step of uniformization; false, with nothing changed, when the margin was too narrow for it. */
  #tryStep(
    step: number,
    arrivalRate: number,
    jumpRate: number,
    queueTop: number,
    clock: Clock,
    seen: QueueTable | undefined,
  ): boolean {
    const chances: Chances = {
      arrive: arrivalRate / jumpRate,
      join: (arrivalRate / jumpRate) * (1 - this.#balking),
      finish: this.#rates.service / jumpRate,
      leave: this.#rates.abandonment / jumpRate,
      held: 1 / jumpRate,
    };
    const bottom = Math.max(0, this.#least - this.#margin);
    const lineTop = Math.min(this.agents + queueTop, this.overhangs > 0 ? Infinity : this.#most + this.#margin);
    const allBusyReached = lineTop >= this.agents || this.overhangs > 0;
    const line = lineColumns(this.line, this.agents, queueTop, chances);
    const over = this.over.map((row) => columns(row, queueTop));
    const cohorts = this.cohorts.map(({ waiting, waited }) =>
      waiting.map((row, e) => ({ number: columns(row, queueTop), age: columns(waited[e], queueTop) })),
    );
    const { exactly, more } = poissonWeights(jumpRate * step);
    for (let jump = 0; jump < exactly.length; jump++) {
      const weight = exactly[jump];
      const time = more[jump] * chances.held;
      // Cohorts first, and the line before the overhangs: each feeds on what the next was before this jump.
      for (let c = 0; c < cohorts.length; c++) {
        if (this.cohorts[c].isEmpty && !allBusyReached) continue;
        const join = c === cohorts.length - 1 ? chances.join : 0;
        jumpCohort(cohorts[c], line, over, this.agents, queueTop, chances, join, weight, time);
      }
      jumpLine(line, over, this.agents, bottom, lineTop, chances, weight, time);
      for (let e = 1; e <= over.length; e++) jumpOverhang(over, e, this.agents, queueTop, chances, weight, time);
    }

    const overSums = over.map(({ sum }) => sum);
    const edges = [line.sum[lineTop], bottom > 0 ? line.sum[bottom] : 0, ...overSums.map((row) => row[queueTop])];
    const leaked = total(this.line, this.over) - total(line.sum, overSums);
    // A long step may drain everything over an edge and leave it clean: both signs of too narrow a space count.
    if (leaked > rounding || edges.some((probability) => probability > negligible)) return false;

    this.#book(step, arrivalRate, line.integral, over, clock, seen);
    this.line = line.sum;
    this.over = overSums;
    cohorts.forEach((layers, i) => {
      const cohort = this.cohorts[i];
      cohort.waiting = layers.map(({ number }) => number.sum);
      cohort.waited = layers.map(({ age }) => age.sum);
      for (const { number, age } of layers) {
        cohort.waitSeconds += number.whole;
        cohort.waitSquares += age.whole;
      }
      if (allBusyReached) cohort.isEmpty = false;
    });
    this.#trim();
    return true;
  }

  /** Adds a step to the clock: ∫ queue, ∫ busy, and who arrived to find every agent busy. */
  #book(
    step: number,
    arrivalRate: number,
    lineIntegral: Float64Array,
    over: readonly Columns[],
    clock: Clock,
    seen: QueueTable | undefined,
  ): void {
    const book = (overhang: number, busy: number, queue: number, seconds: number) => {
      clock.queueSeconds += queue * seconds;
      clock.busySeconds += busy * seconds;
      if (busy < this.agents) return;
      clock.waited += arrivalRate * seconds;
      if (seen !== undefined) collect(seen, overhang, queue, arrivalRate * seconds);
    };
    lineIntegral.forEach((seconds, n) => {
      const busy = Math.min(n, this.agents);
      book(0, busy, n - busy, seconds);
    });
    over.forEach(({ integral }, i) => {
      integral.forEach((seconds, queue) => {
        book(i + 1, this.agents + i + 1, queue, seconds);
      });
    });
    const { service } = this.#rates;
    const gone = -Math.expm1(-service * step);
    clock.busySeconds += (this.leavers * gone) / service;
    this.leavers *= 1 - gone;
  }

  /** Finds the edges of what matters, and forgets overhangs that are over. */
  #trim(): void {
    const matters = (x: number) => x > negligible;
    while (this.over.length > 0 && !this.over[this.over.length - 1].some(matters)) {
      this.over.pop();
      for (const cohort of this.cohorts) {
        cohort.waiting.pop();
        cohort.waited.pop();
      }
    }
    this.#least = this.line.findIndex(matters);
    this.#most = this.line.findLastIndex(matters);
    // All of the probability may be in an overhang for a while.
    if (this.#least < 0) this.#least = this.#most = this.agents;
    this.#queueMost = Math.max(0, this.#most - this.agents);
    for (const row of this.over) this.#queueMost = Math.max(this.#queueMost, row.findLastIndex(matters));
  }

  /** Changes the staff at this instant. */
  changeAgents(agents: number): void {
    const before = this.agents;
    if (agents === before) return;
    const drop = Math.max(0, before - agents);
    const layers = this.#leaving === 'pooled' ? Math.max(0, this.overhangs + before - agents) : 0;
    const queueSize = this.#queueMost + (this.#leaving === 'preempted' ? drop : 0) + 1;
    const line = new Float64Array(Math.max(this.#most, agents + queueSize) + 1);
    const over = Array.from({ length: layers }, () => new Float64Array(queueSize));
    for (let n = this.#least; n <= Math.min(this.#most, before - 1); n++) {
      if (this.#leaving === 'pooled' && n > agents) over[n - agents - 1][0] += this.line[n];
      else if (this.#leaving === 'named' && drop > 0) this.#thin(line, n, drop);
      else line[n] += this.line[n];
    }
    const place = (overhang: number, queue: number, probability: number) => {
      const { overhang: e, ahead } = afterChange(this.#leaving, before, agents, overhang, queue);
      // Fewer callers than free agents: `ahead` is below 0 by the number of agents who stay free.
      if (e === 0) line[agents + ahead] += probability;
      else over[e - 1][ahead] += probability;
    };
    for (let n = Math.max(before, this.#least); n <= this.#most; n++) {
      if (this.#leaving === 'named') this.leavers += drop * this.line[n];
      place(0, n - before, this.line[n]);
    }
    this.over.forEach((row, i) => {
      for (let q = 0; q <= this.#queueMost && q < row.length; q++) if (row[q] > 0) place(i + 1, q, row[q]);
    });
    for (const cohort of this.cohorts) {
      cohort.waiting = this.#carried(cohort.waiting, before, agents, layers, queueSize);
      cohort.waited = this.#carried(cohort.waited, before, agents, layers, queueSize);
    }
    this.line = line;
    this.over = over;
    this.agents = agents;
    this.#trim();
  }

  /** Spreads P(n busy, some idle) over how many of the busy are among the `drop` agents who leave. */
  #thin(line: Float64Array, n: number, drop: number): void {
    const draw = { population: this.agents, defects: n, sample: drop };
    for (let busy = Math.max(0, drop - (this.agents - n)); busy <= Math.min(n, drop); busy++) {
      const probability = this.line[n] * hypergeometricPmf(busy, draw);
      line[n - busy] += probability;
      this.leavers += busy * probability;
    }
  }

  #carried(table: QueueTable, before: number, agents: number, layers: number, queueSize: number): QueueTable {
    const carried = Array.from({ length: layers + 1 }, () => new Float64Array(queueSize));
    table.forEach((row, overhang) => {
      for (let q = 0; q < row.length; q++) {
        const { overhang: e, ahead } = afterChange(this.#leaving, before, agents, overhang, q);
        if (ahead >= 0 && ahead < queueSize && e <= layers) carried[e][ahead] += row[q];
      }
    });
    return carried;
  }

  /** P(every agent busy), mean queue and mean number talking, now. */
  get snapshot(): { allBusy: number; meanQueue: number; meanBusy: number } {
    let allBusy = 0;
    let queue = 0;
    let busy = this.leavers;
    this.line.forEach((probability, n) => {
      const waiting = Math.max(0, n - this.agents);
      if (n >= this.agents) allBusy += probability;
      queue += waiting * probability;
      busy += (n - waiting) * probability;
    });
    this.over.forEach((row, i) => {
      row.forEach((probability, q) => {
        allBusy += probability;
        queue += q * probability;
        busy += (this.agents + i + 1) * probability;
      });
    });
    return { allBusy, meanQueue: queue, meanBusy: busy };
  }
}

/**
 * What a cohort will still wait if the staff stays as it is, from the first two moments of a tagged caller's remaining wait.
 * `stranded` are the callers whom nobody will ever answer and who never hang up.
 */
function remainingWait(
  cohort: Cohort,
  agents: number,
  { service, abandonment }: QueueRates,
): { seconds: number; squares: number; stranded: number } {
  if (agents === 0 && abandonment === 0) {
    const stranded = cohort.waiting.reduce((sum, row) => sum + row.reduce((rowSum, number) => rowSum + number, 0), 0);
    const endless = stranded > 0 ? Infinity : 0;
    return { seconds: endless, squares: endless, stranded };
  }
  let seconds = 0;
  let squares = 0;
  const size = cohort.waiting[0].length;
  let means = new Float64Array(size);
  let halfSquares = new Float64Array(size);
  cohort.waiting.forEach((row, e) => {
    const [fewerMeans, fewerSquares] = [means, halfSquares];
    means = new Float64Array(size);
    halfSquares = new Float64Array(size);
    const finish = (agents + e) * service;
    for (let q = 0; q < size; q++) {
      const total = finish + (q + 1) * abandonment;
      const [nextMean, nextSquare] = q > 0 ? [means[q - 1], halfSquares[q - 1]] : [0, 0];
      const [finishMean, finishSquare] = e > 0 ? [fewerMeans[q], fewerSquares[q]] : [nextMean, nextSquare];
      means[q] = (1 + finish * finishMean + q * abandonment * nextMean) / total;
      halfSquares[q] = (means[q] + finish * finishSquare + q * abandonment * nextSquare) / total;
      seconds += row[q] * means[q];
      squares += cohort.waited[e][q] * means[q] + row[q] * halfSquares[q];
    }
  });
  return { seconds, squares, stranded: 0 };
}

/** What one jump does, by chance. */
interface Chances {
  readonly arrive: number;
  /** Arrives, and does not balk. */
  readonly join: number;
  /** A busy agent finishes. */
  readonly finish: number;
  /** A waiting caller hangs up. */
  readonly leave: number;
  /** Seconds that a jump stands for. */
  readonly held: number;
}

/** A row of values in the course of a step: now, its mix over the jumps so far, and its time integral. */
interface Columns {
  readonly now: Float64Array;
  readonly sum: Float64Array;
  readonly integral: Float64Array;
  /** The time integral of the whole row, where the single ones are of no use. */
  whole: number;
}

/** The line, with the chances of one call fewer and of no change by calls in the system. */
interface LineColumns extends Columns {
  readonly down: Float64Array;
  readonly stay: Float64Array;
}

function columns(row: Float64Array, top: number): Columns {
  return {
    now: extended(row, top + 2),
    sum: new Float64Array(top + 1),
    integral: new Float64Array(top + 1),
    whole: 0,
  };
}

function lineColumns(line: Float64Array, agents: number, queueTop: number, chances: Chances): LineColumns {
  const top = agents + queueTop;
  const down = new Float64Array(top + 2);
  const stay = new Float64Array(top + 1);
  for (let n = 0; n <= top + 1; n++) {
    down[n] = Math.min(n, agents) * chances.finish + Math.max(0, n - agents) * chances.leave;
    if (n <= top) stay[n] = 1 - down[n] - (n < agents ? chances.arrive : chances.join);
  }
  return { ...columns(line, top), down, stay };
}

/** One jump of the callers of a cohort and of their waits so far; the cohort gains `join` of the law's queue. */
function jumpCohort(
  layers: readonly { number: Columns; age: Columns }[],
  line: LineColumns,
  over: readonly Columns[],
  agents: number,
  queueTop: number,
  { finish, leave, held }: Chances,
  join: number,
  weight: number,
  time: number,
): void {
  for (let e = 0; e < layers.length; e++) {
    const { number, age } = layers[e];
    const feed = e === 0 ? line.now.subarray(agents) : over[e - 1].now;
    const serve = e === 0 ? agents * finish : 0;
    const keep = 1 - (agents + e) * finish;
    jumpWaiting(number, age, feed, queueTop, serve, keep, leave, held, join, weight, time);
    if (e + 1 < layers.length) {
      addScaled(number.now, layers[e + 1].number.now, (agents + e + 1) * finish, queueTop);
      addScaled(age.now, layers[e + 1].age.now, (agents + e + 1) * finish, queueTop);
    }
  }
}

/** One jump of one layer of a cohort: somebody ahead is served or hangs up, or the caller does; waits grow meanwhile. */
function jumpWaiting(
  number: Columns,
  age: Columns,
  feed: Float64Array,
  queueTop: number,
  serve: number,
  keep: number,
  leave: number,
  held: number,
  join: number,
  weight: number,
  time: number,
): void {
  const waiting = number.now;
  const waited = age.now;
  const waitingSum = number.sum;
  const waitedSum = age.sum;
  let count = 0;
  let total = 0;
  for (let q = 0; q <= queueTop; q++) {
    const here = waiting[q];
    const old = waited[q];
    waitingSum[q] += weight * here;
    waitedSum[q] += weight * old;
    count += here;
    total += old;
    const out = keep - (q + 1) * leave;
    const into = serve + (q + 1) * leave;
    waiting[q] = out * here + into * waiting[q + 1] + join * feed[q];
    waited[q] = out * old + into * waited[q + 1] + held * here;
  }
  number.whole += time * count;
  age.whole += time * total;
}

function addScaled(target: Float64Array, source: Float64Array, factor: number, top: number): void {
  for (let q = 0; q <= top; q++) target[q] += factor * source[q];
}

/** One jump of the law where no agent is too many. */
function jumpLine(
  { now, sum, integral, down, stay }: LineColumns,
  over: readonly Columns[],
  agents: number,
  bottom: number,
  top: number,
  { arrive, join, finish }: Chances,
  weight: number,
  time: number,
): void {
  let below = 0;
  for (let n = bottom; n <= top; n++) {
    const here = now[n];
    sum[n] += weight * here;
    integral[n] += time * here;
    now[n] = stay[n] * here + (n <= agents ? arrive : join) * below + down[n + 1] * now[n + 1];
    below = here;
  }
  if (over.length > 0) addScaled(now.subarray(agents), over[0].now, (agents + 1) * finish, top - agents);
}

/** One jump of the law where e agents are too many. */
function jumpOverhang(
  over: readonly Columns[],
  e: number,
  agents: number,
  top: number,
  { join, finish, leave }: Chances,
  weight: number,
  time: number,
): void {
  const { now, sum, integral } = over[e - 1];
  const keep = 1 - join - (agents + e) * finish;
  let before = 0;
  for (let q = 0; q <= top; q++) {
    const here = now[q];
    sum[q] += weight * here;
    integral[q] += time * here;
    now[q] = (keep - q * leave) * here + join * before + (q + 1) * leave * now[q + 1];
    before = here;
  }
  if (e < over.length) addScaled(now, over[e].now, (agents + e + 1) * finish, top);
}

function total(line: Float64Array, over: QueueTable): number {
  let sum = 0;
  for (const row of [line, ...over]) for (const probability of row) sum += probability;
  return sum;
}

function extended(row: Float64Array, length: number): Float64Array {
  const copy = new Float64Array(length);
  copy.set(row.length > length ? row.subarray(0, length) : row);
  return copy;
}

function collect(table: QueueTable, overhang: number, queue: number, amount: number): void {
  while (table.length <= overhang) table.push(new Float64Array(queue + 64));
  let row = table[overhang];
  if (row.length <= queue) {
    row = extended(row, 2 * queue + 64);
    table[overhang] = row;
  }
  row[queue] += amount;
}
