/** The inputs of a time-varying reference day: one queue, rates and staff that change by the interval, at most one event. */
import { multiplyCurve, type RateSegment, stepCurve } from '../../../math/rate-curve.ts';
import type { PlainDay } from '../../../scenario/plain-day.ts';
import { type FieldReader, UnsupportedReference } from '../reference-file.ts';

/**
 * Reads the inputs.
 *
 * @param input the file's `inputs`; what is malformed is collected there
 * @throws UnsupportedReference for an event of an unknown type
 */
export function readDay(input: FieldReader): PlainDay {
  const length = input.number('interval_s');
  const calls = input.numbers('calls_per_interval');
  const agents = input.numbers('agents_per_interval');
  input.require('agents_per_interval', agents.length === calls.length, `${calls.length} numbers, one per interval`);
  input.require('interval_s', length > 0, 'a number above 0');
  const intervalStarts = Array.from({ length: calls.length + 1 }, (_, i) => i * length);
  const steps = stepCurve(
    intervalStarts,
    calls.map((count) => count / length),
  );
  const event = input.objectOrNull('event');
  return {
    meanHandleSeconds: input.number('aht_s'),
    meanPatienceSeconds: input.numberOrNull('mean_patience_s') ?? Infinity,
    answerWithinSeconds: input.number('t_s'),
    intervalStarts,
    agents,
    balking: input.numberOrNull('p_balk_if_wait') ?? 0,
    arrivalRate: event === null ? steps : multiplyCurve(steps, readEvent(event)),
  };
}

/** The factor of an event over its window. */
function readEvent(event: FieldReader): RateSegment {
  const type = event.text('type');
  const from = event.number('start_s');
  const duration = event.number('duration_s');
  const window = { from, to: from + duration };
  if (type === 'multiply') return { ...window, terms: [{ c: event.number('factor'), n: 0, k: 0 }] };
  if (type !== 'exp_decay') throw new UnsupportedReference(`event "${type}" is not supported`);
  event.note('formula');
  // factor(t) = 1 + (peak − 1) e^(−k (t − start) ÷ duration)
  return {
    ...window,
    terms: [
      { c: 1, n: 0, k: 0 },
      { c: event.number('peak') - 1, n: 0, k: event.number('k') / duration },
    ],
  };
}
