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

  #tryStep(
    step: number,
    arrivalRate: number,
    jumpRate: number,
    queueTop: number,
    clock: Clock,
    seen: QueueTable | undefined,
  ): boolean {
    const { agents } = this;
    const { service, abandonment } = this.#rates;
    const layers = this.overhangs;
    const top = agents + queueTop;
    const bottom = Math.max(0, this.#least - this.#margin);
    const lineTop = layers > 0 ? top : Math.min(top, this.#most + this.#margin);
    const allBusyReached = lineTop >= agents || layers > 0;
    const { exactly, more } = poissonWeights(jumpRate * step);
    const arrive = arrivalRate / jumpRate;
    const join = arrive * (1 - this.#balking);
    const finish = service / jumpRate;
    const leave = abandonment / jumpRate;
    const held = 1 / jumpRate;

    const line = extended(this.line, top + 2);
    const over = this.over.map((row) => extended(row, queueTop + 2));
    const lineSum = new Float64Array(top + 1);
    const lineTime = new Float64Array(top + 1);
    const overSum = over.map(() => new Float64Array(queueTop + 1));
    const overTime = over.map(() => new Float64Array(queueTop + 1));
    const cohorts = this.cohorts.map((cohort) => ({
      waiting: cohort.waiting.map((row) => extended(row, queueTop + 2)),
      waited: cohort.waited.map((row) => extended(row, queueTop + 2)),
      waitingSum: cohort.waiting.map(() => new Float64Array(queueTop + 1)),
      waitedSum: cohort.waited.map(() => new Float64Array(queueTop + 1)),
      waitSeconds: 0,
      waitSquares: 0,
    }));
    // Per jump, by n: chance of one call fewer, and of no change.
    const down = new Float64Array(top + 2);
    const stay = new Float64Array(top + 1);
    for (let n = 0; n <= top + 1; n++) down[n] = Math.min(n, agents) * finish + Math.max(0, n - agents) * leave;
    for (let n = 0; n <= top; n++) stay[n] = 1 - down[n] - (n < agents ? arrive : join);

    for (let jump = 0; jump < exactly.length; jump++) {
      const weight = exactly[jump];
      const time = more[jump] * held;
      // Cohorts first: they feed on the law before this jump.
      for (let c = 0; c < cohorts.length; c++) {
        const cohort = cohorts[c];
        if (this.cohorts[c].isEmpty && !allBusyReached) continue;
        const joins = c === cohorts.length - 1 ? join : 0;
        for (let e = 0; e <= layers; e++) {
          const waiting = cohort.waiting[e];
          const waited = cohort.waited[e];
          const waitingSum = cohort.waitingSum[e];
          const waitedSum = cohort.waitedSum[e];
          const feed = e === 0 ? line.subarray(agents) : over[e - 1];
          const aboveWaiting = e < layers ? cohort.waiting[e + 1] : undefined;
          const aboveWaited = e < layers ? cohort.waited[e + 1] : undefined;
          const serve = e === 0 ? agents * finish : 0;
          const keep = 1 - (agents + e) * finish;
          const fromAbove = (agents + e + 1) * finish;
          let number = 0;
          let squares = 0;
          for (let q = 0; q <= queueTop; q++) {
            const here = waiting[q];
            const age = waited[q];
            waitingSum[q] += weight * here;
            waitedSum[q] += weight * age;
            number += here;
            squares += age;
            const out = keep - (q + 1) * leave;
            const into = serve + (q + 1) * leave;
            let nextHere = out * here + into * waiting[q + 1] + joins * feed[q];
            let nextAge = out * age + into * waited[q + 1] + held * here;
            if (aboveWaiting !== undefined && aboveWaited !== undefined) {
              nextHere += fromAbove * aboveWaiting[q];
              nextAge += fromAbove * aboveWaited[q];
            }
            waiting[q] = nextHere;
            waited[q] = nextAge;
          }
          cohort.waitSeconds += time * number;
          cohort.waitSquares += time * squares;
        }
      }
      let below = 0;
      const fromOver = layers > 0 ? over[0] : undefined;
      for (let n = bottom; n <= lineTop; n++) {
        const here = line[n];
        lineSum[n] += weight * here;
        lineTime[n] += time * here;
        let next = stay[n] * here + (n <= agents ? arrive : join) * below + down[n + 1] * line[n + 1];
        if (fromOver !== undefined && n >= agents) next += (agents + 1) * finish * fromOver[n - agents];
        line[n] = next;
        below = here;
      }
      for (let e = 1; e <= layers; e++) {
        const row = over[e - 1];
        const sum = overSum[e - 1];
        const timeSum = overTime[e - 1];
        const above = e < layers ? over[e] : undefined;
        let before = 0;
        for (let q = 0; q <= queueTop; q++) {
          const here = row[q];
          sum[q] += weight * here;
          timeSum[q] += time * here;
          let next =
            (1 - join - (agents + e) * finish - q * leave) * here + join * before + (q + 1) * leave * row[q + 1];
          if (above !== undefined) next += (agents + e + 1) * finish * above[q];
          row[q] = next;
          before = here;
        }
      }
    }

    const edges = [lineSum[lineTop], ...overSum.map((row) => row[queueTop]), bottom > 0 ? lineSum[bottom] : 0];
    const leaked = total(this.line, this.over) - total(lineSum, overSum);
    // A long step may drain everything over an edge and leave it clean: both signs of too narrow a space count.
    if (leaked > rounding || edges.some((probability) => probability > negligible)) return false;

    for (let n = bottom; n <= lineTop; n++) {
      const queue = Math.max(0, n - agents);
      clock.queueSeconds += queue * lineTime[n];
      clock.busySeconds += (n - queue) * lineTime[n];
      if (n >= agents) {
        clock.waited += arrivalRate * lineTime[n];
        if (seen !== undefined) collect(seen, 0, queue, arrivalRate * lineTime[n]);
      }
    }
    overTime.forEach((row, i) => {
      for (let q = 0; q <= queueTop; q++) {
        clock.queueSeconds += q * row[q];
        clock.busySeconds += (agents + i + 1) * row[q];
        clock.waited += arrivalRate * row[q];
        if (seen !== undefined) collect(seen, i + 1, q, arrivalRate * row[q]);
      }
    });
    const fade = -Math.expm1(-service * step);
    if (service > 0) clock.busySeconds += (this.leavers * fade) / service;
    this.leavers *= 1 - fade;
    this.line = lineSum;
    this.over = overSum;
    cohorts.forEach((cohort, i) => {
      this.cohorts[i].waiting = cohort.waitingSum;
      this.cohorts[i].waited = cohort.waitedSum;
      this.cohorts[i].waitSeconds += cohort.waitSeconds;
      this.cohorts[i].waitSquares += cohort.waitSquares;
      if (allBusyReached) this.cohorts[i].isEmpty = false;
    });
    this.#trim();
    return true;
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
