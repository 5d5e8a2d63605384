/** Steps over the day, written once and valid every day: durations by time of arrival, head-counts. */
import { minutesOf } from '../kinds/clock.ts';
import type { DurationKind } from '../kinds/durations/index.ts';
import { durations } from '../kinds/durations/index.ts';
import type { Path } from '../kinds/resolving.ts';
import type { Resolution } from './resolution.ts';
import type { Duration, DurationStep } from './scenario.ts';
import type { WrittenDuration, WrittenKind } from './schema-parts.ts';

/** What a kind of duration reports by throwing (`min: expected less than max (20), got 50`), as a fault at its place. */
function reportRefusal(error: unknown, resolution: Resolution, path: Path): undefined {
  if (!(error instanceof RangeError)) throw error;
  const [, field = '', rule = error.message, got = '–'] = /^(\w+): expected (.*), got (.*)$/s.exec(error.message) ?? [];
  const less = /^less than (\w+) \((.*)\)$/.exec(rule);
  resolution.fault(
    field === '' ? path : [...path, field],
    less === null
      ? { key: 'otherRule', values: { rule, got } }
      : { key: 'mustBeLess', values: { other: less[1], most: less[2], got } },
  );
}

/**
 * A duration as written in seconds to its steps over the horizon.
 *
 * @param factor the duration is so many times as long as written
 * @param mayNeverEnd whether somebody may wait for ever: only patience; whatever takes or follows for ever would keep the run from ending
 */
export function resolveDuration(
  written: WrittenDuration,
  path: Path,
  resolution: Resolution,
  factor = 1,
  mayNeverEnd = false,
): Duration | undefined {
  if (typeof written === 'number') return fixedDuration(written * factor);
  if (!Array.isArray(written)) {
    const step = resolveStep(written, path, resolution, factor, mayNeverEnd);
    return step === undefined ? undefined : { steps: [{ from: 0, ...step }] };
  }
  const drawn = written.map((step, index) => resolveStep(step, [...path, index], resolution, factor, mayNeverEnd));
  const starts = ascendingStarts(written, path, resolution);
  if (starts === undefined || !drawn.every((step) => step !== undefined)) return undefined;
  starts[0] = 0;
  return { steps: everyDay(starts, resolution).map(({ from, step }) => ({ from, ...drawn[step] })) };
}

/** A duration that is always the same. */
export function fixedDuration(seconds: number): Duration {
  return { steps: [{ from: 0, kind: 'fixed', parameters: [seconds], mean: seconds, cv: 0 }] };
}

function resolveStep(
  { kind, ...fields }: WrittenKind,
  path: Path,
  resolution: Resolution,
  factor: number,
  mayNeverEnd: boolean,
): Omit<DurationStep, 'from'> | undefined {
  const found: DurationKind = durations.get(kind);
  try {
    // A duration so many times as long is the same number in a unit so many times as large, whatever its kind.
    const step = { kind, ...found.resolve(fields, factor) };
    if (mayNeverEnd || Number.isFinite(step.mean)) return step;
    return resolution.fault(path, { key: 'neverEnds', values: { kind } });
  } catch (error) {
    return reportRefusal(error, resolution, path);
  }
}

/** Minutes of the `from` of each step, ascending. */
export function ascendingStarts(
  steps: readonly { from: string }[],
  path: Path,
  resolution: Resolution,
): number[] | undefined {
  const starts = steps.map(({ from }) => minutesOf(from));
  let sound = true;
  for (let index = 1; index < starts.length; index++) {
    if (starts[index] > starts[index - 1]) continue;
    sound = false;
    const values = { before: steps[index - 1].from, got: steps[index].from };
    resolution.fault([...path, index, 'from'], { key: 'notAscending', values });
  }
  return sound ? starts : undefined;
}

/**
 * Steps of every day over the horizon, in order: which step holds from when.
 * @param starts minutes from midnight, ascending, the first 0
 */
export function everyDay(starts: readonly number[], resolution: Resolution): { from: number; step: number }[] {
  const pieces = resolution.local.clock.days.flatMap((_, day) =>
    starts.flatMap((start, step) =>
      resolution.local.stretches(day, start, starts[step + 1] ?? 1440).map(({ from }) => ({ from, step })),
    ),
  );
  pieces.sort((a, b) => a.from - b.from);
  return pieces.filter(({ step }, index) => index === 0 || pieces[index - 1].step !== step);
}
