/** One run of a compiled scenario: the centre is put at its start, the loop runs, and the run's figures are handed out. */
import { restartStream } from '../random/stream.ts';
import { attendedGroups } from './attendance.ts';
import { bookTotals } from './booking.ts';
import { spreadBusyness } from './busyness.ts';
import type { Center } from './center.ts';
import { type ClockRow, resetChains } from './chains.ts';
import { orderSources, startSource } from './customers.ts';
import { resetDesks } from './desks.ts';
import { none } from './event-queue.ts';
import { runLoop, sendAway } from './loop.ts';
import { canRunPlain, runPlain } from './plain-loop.ts';
import { bookTeam, type QualityTrace, resetQuality } from './quality.ts';
import { leaveQueue } from './queues.ts';
import { groupOffset, type RunRecord } from './run.ts';
import { resetSteering } from './steering.ts';
import type { EndRow, Trace } from './trace.ts';
import { keeps } from './traits.ts';

/** Arrays that a centre keeps for later runs, at most: a batch seldom has more. */
const mostSpare = 32;

/**
 * Simulates one run. The result depends on the scenario, the seed and the number of the run alone, not on the runs before.
 *
 * @param center from `compile`; its state is overwritten
 * @param run number of the run, an integer from 0
 * @param trace receives one row per attempt
 * @param traceClock receives one row per clock that ends
 * @param traceQuality receives one row per contact drawn for evaluation and per score given
 * @param traceEnd receives one row per item handled that may not be settled, or whose customer may give points
 * @returns the run's figures, in an array of their own, which is the caller's until he gives it back
 * @throws RunLimitError when more contacts come than any centre can have
 * @example
 * ```ts
 * const center = compile(scenario, '1');
 * const first = simulate(center, 0);
 * ```
 */
export function simulate(
  center: Center,
  run: number,
  trace?: Trace,
  traceClock?: (row: ClockRow) => void,
  traceQuality?: QualityTrace,
  traceEnd?: (row: EndRow) => void,
): RunRecord {
  startRun(center, run, trace, traceClock);
  center.traceEnd = traceEnd;
  if (center.quality !== null) center.quality.trace = traceQuality;
  do {
    if (canRunPlain(center)) runPlain(center);
  } while (!runLoop(center));
  return finishRun(center);
}

/**
 * Gives back the memory of a run's figures, which nobody will read again: a later run of the centre has its figures in it. Memory that has just been
 * in use is at hand for the processor, and fresh memory is not.
 */
export function giveBack(center: Center, { data }: RunRecord): void {
  if (center.spare.length < mostSpare) center.spare.push(data);
}

/** Puts a centre at the start of a run. */
export function startRun(center: Center, run: number, trace?: Trace, traceClock?: (row: ClockRow) => void): void {
  reset(center, run, trace);
  center.traceClock = traceClock;
  center.traceEnd = undefined;
  spreadBusyness(center);
  for (const source of center.sources) startSource(center, source);
  orderSources(center);
}

/** Hands out the figures of a run in which nothing is left to happen. */
export function finishRun(center: Center): RunRecord {
  // Who waited for the answer to a question may go on when nobody will answer it.
  for (sendAwayAll(center); center.events.first() !== none; sendAwayAll(center)) runLoop(center);
  bookTotals(center);
  if (center.plan.quality !== null && center.quality !== null) bookTeam(center, center.plan.quality, center.quality);
  return { layout: center.plan.layout, runs: 1, data: center.data };
}

function reset(center: Center, run: number, trace: Trace | undefined): void {
  const { plan } = center;
  center.run = run;
  center.trace = trace;
  // Only the groups' figures have constants among them.
  center.data = center.spare.pop()?.fill(0) ?? new Float64Array(plan.layout.length);
  const groupsStart = groupOffset(plan.layout, 0, 'scheduled');
  const groupsEnd = groupOffset(plan.layout, plan.groups, 'scheduled');
  center.data.set(plan.constantFigures.subarray(groupsStart, groupsEnd), groupsStart);
  center.now = 0;
  if (plan.attendance !== null) {
    Object.assign(plan, plan.attendance.lay(attendedGroups(plan.attendance.plan, run)));
  }
  center.timelineAt = 0;
  center.plannedAt = plan.timelineTime[0];
  center.attempts = 0;
  center.interval = 0;
  center.intervalStart = 0;
  center.usedQueueCount = 0;
  center.waiting = 0;
  center.contactsUsed = center.firstContact;
  center.freeContact = none;
  center.events.reset();
  restartStream(center.choiceStream, plan.choiceKey, run, 0, 0);
  restartStream(center.leavingStream, plan.leavingKey, run, 0, 0);
  center.state.fill(0);
  if (center.steering !== null) resetSteering(center.steering);
  plan.traits.forEach((traits, type) => {
    center.servable[type] = (traits & keeps) === 0 ? 1 : 0;
  });
  resetDesks(center.desks);
  if (plan.quality !== null && center.quality !== null) resetQuality(center, plan.quality, center.quality);
  if (plan.hasChains) {
    resetChains(center);
    center.isCounted.fill(0);
  }
}

/** Who still waits when nothing more can happen was never served. */
function sendAwayAll(center: Center): void {
  for (let type = 0; type < center.plan.types; type++) {
    while (center.queueHead[type] !== none) {
      const contact = center.queueHead[type];
      leaveQueue(center, contact);
      sendAway(center, contact);
    }
  }
}
