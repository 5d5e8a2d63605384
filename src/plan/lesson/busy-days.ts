/**
 * Days that differ in how busy they are: each day's calls are the forecast times a gamma factor with mean 1. The formula knows the
 * mean day only; here it is asked for every day and the answers are weighed.
 */
import { carriedVolume } from '../../math/carried-volume.ts';
import { logGamma, regularizedGammaLower } from '../../math/gamma-functions.ts';
import { gaussRule } from '../../math/quadrature.ts';
import { type LessonQueue, measureQueue, staffingOf } from './lesson-queue.ts';

/** Days of one spread. */
export interface BusyDays {
  /** Coefficient of variation of the factor: its standard deviation, since its mean is 1. */
  readonly cv: number;
  /** Answered in time over all days ÷ what is counted over all days. */
  readonly serviceLevel: number;
  /** Share of days whose own service level keeps the promise. */
  readonly daysKept: number;
}

const spreads = [0, 0.025, 0.05, 0.075, 0.1, 0.125, 0.15, 0.175, 0.2, 0.225, 0.25];
const rule = gaussRule(16);
/** Panels of the integral over the factor, and how many standard deviations of it they cover. */
const panels = 12;
const widest = 6;

/**
 * The queue on days of growing spread, from none to a quarter of the mean.
 *
 * @param queue the mean day
 * @param own a spread that shall be among them
 */
export function busyDaysOf(queue: LessonQueue, own: number): BusyDays[] {
  const carried = carriedVolume(staffingOf(queue), queue.agents) / queue.arrivalRate;
  return [...new Set([...spreads, own])].sort((a, b) => a - b).map((cv) => daysOf(queue, cv, carried));
}

function daysOf(queue: LessonQueue, cv: number, carried: number): BusyDays {
  if (cv === 0) return { cv, serviceLevel: measureQueue(queue).serviceLevel, daysKept: Number(carried >= 1) };
  const shape = 1 / (cv * cv);
  const low = Math.max(1e-9, 1 - widest * cv);
  const width = (1 + widest * cv - low) / panels;
  let met = 0;
  let of = 0;
  for (let panel = 0; panel < panels; panel++) {
    rule.nodes.forEach((node, i) => {
      const factor = low + (panel + node) * width;
      const logDensity = shape * Math.log(shape * factor) - shape * factor - Math.log(factor) - logGamma(shape);
      const weight = rule.weights[i] * Math.exp(logDensity);
      const day = measureQueue({ ...queue, arrivalRate: queue.arrivalRate * factor });
      met += weight * factor * day.counted * day.serviceLevel;
      of += weight * factor * day.counted;
    });
  }
  return { cv, serviceLevel: met / of, daysKept: regularizedGammaLower(shape, shape * carried) };
}
