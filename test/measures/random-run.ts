/** A run filled with whole numbers that respect the order of the columns (answered ≤ requests ≤ arrived and so on). */
import {
  contactOffset,
  emptyRun,
  groupOffset,
  histogramOffset,
  layoutRun,
  type RunRecord,
  thresholdOffset,
  waitBins,
} from '../../src/sim/run.ts';

/** A small deterministic generator: tests need variety, not quality. */
export function makeDice(seed: number): (most: number) => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * (most + 1));
  };
}

/** Columns of a plausible run with the given thresholds. */
export function randomRun(
  seed: number,
  shape: { types: number; groups: number; intervals: number; thresholds: number[] },
): RunRecord {
  const dice = makeDice(seed);
  const record = emptyRun(layoutRun(shape.types, shape.groups, shape.intervals, shape.thresholds));
  const { layout, data } = record;
  for (let type = 0; type < shape.types; type++) {
    for (let i = 0; i < shape.intervals; i++) {
      const set = (column: Parameters<typeof contactOffset>[2], value: number) => {
        data[contactOffset(layout, type, column) + i] = value;
        return value;
      };
      const answered = set('answered', dice(60));
      const abandoned = set('abandoned', dice(20));
      const others = set('blocked', dice(5)) + set('balked', dice(5)) + set('waiting', dice(3));
      const requests = set('requests', answered + abandoned + others);
      const selfServed = set('selfServed', dice(30));
      set('arrived', requests + selfServed);
      set('callers', set('callersAnswered', dice(answered)) + dice(20));
      set('answeredWait', answered * dice(30));
      set('abandonedWait', abandoned * dice(60));
      set('talk', answered * 180);
      set('hold', answered * dice(9));
      set('wrapUp', answered * 30);
      let inTime = 0;
      let short = 0;
      for (let t = 0; t < shape.thresholds.length; t++) {
        inTime += dice(answered - inTime);
        short += dice(abandoned - short);
        data[thresholdOffset(layout, type, t, 'answeredWithin') + i] = inTime;
        data[thresholdOffset(layout, type, t, 'abandonedWithin') + i] = short;
      }
      data[histogramOffset(layout, type, 'answered') + dice(waitBins.length)] += answered;
      data[histogramOffset(layout, type, 'abandoned') + dice(waitBins.length)] += abandoned;
    }
  }
  for (let group = 0; group < shape.groups; group++) {
    for (let i = 0; i < shape.intervals; i++) {
      const handling = dice(9000);
      const ringing = dice(300);
      const loggedIn = handling + ringing + dice(3000);
      data[groupOffset(layout, group, 'handling') + i] = handling;
      data[groupOffset(layout, group, 'ringing') + i] = ringing;
      data[groupOffset(layout, group, 'loggedIn') + i] = loggedIn;
      data[groupOffset(layout, group, 'scheduled') + i] = loggedIn;
      data[groupOffset(layout, group, 'paid') + i] = loggedIn + dice(2000);
    }
  }
  return record;
}
