/** The replay of a day as it was recorded: exactly these counts, only the moments within the interval are drawn. */
import { Type } from 'typebox';
import type { Span } from '../clock.ts';
import type { ArrivalsKind } from './arrivals-kind.ts';
import { profileFields, readProfile } from './profile.ts';

const schema = Type.Object(profileFields);

/** Exact counts per interval, spread uniformly within it. */
export const recordedCounts: ArrivalsKind<typeof schema> = {
  kind: 'recorded-counts',
  summary: { en: 'Exactly the counts of a recorded day, replayed', zh: '按记录的来电量原样回放' },
  schema,
  resolve: (written, setting) => {
    const steps = readProfile(written, setting);
    if (steps === undefined) return undefined;
    const parts: { span: Span; count: number }[] = [];
    let sound = true;
    for (const { stretches, count, fault } of steps) {
      if (!Number.isInteger(count)) {
        fault({ key: 'notWhole', values: { got: String(count) } });
        sound = false;
      }
      if (stretches.length === 0 && count > 0) {
        fault({ key: 'skippedCount', values: undefined });
        sound = false;
      }
      // An hour that the clock change repeats: half of its contacts in each.
      for (const [index, span] of stretches.entries()) {
        const share = Math.ceil(count / stretches.length);
        parts.push({ span, count: index === 0 ? share : count - share });
      }
    }
    parts.sort((a, b) => a.span.from - b.span.from);
    return sound
      ? { process: 'recorded', spans: parts.map(({ span }) => span), counts: parts.map(({ count }) => count) }
      : undefined;
  },
};
