/** Demand by interval of the day: what forecasts give. Poisson within the interval at its mean rate. */
import { Type } from 'typebox';
import type { RateSegment } from '../../math/rate-curve.ts';
import { type ArrivalsKind, busynessSchema } from './arrivals-kind.ts';
import { profileFields, readProfile } from './profile.ts';

const schema = Type.Object({ ...profileFields, busyness: busynessSchema });

/** A Poisson process whose rate is constant within each interval; the counts are its means. */
export const intervalProfile: ArrivalsKind<typeof schema> = {
  kind: 'interval-profile',
  summary: {
    en: 'Mean contacts per interval of the day, inline or from a CSV file',
    zh: '各时段平均来电量（内嵌或 CSV 文件）',
  },
  schema,
  resolve: (written, setting) => {
    const steps = readProfile(written, setting);
    if (steps === undefined) return undefined;
    const segments: RateSegment[] = steps
      .filter(({ count }) => count > 0)
      .flatMap(({ stretches, count, seconds }) =>
        stretches.map(({ from, to }) => ({ from, to, terms: [{ c: count / seconds, n: 0, k: 0 }] })),
      );
    segments.sort((a, b) => a.from - b.from);
    return { process: 'poisson', curve: { segments }, busyness: written.busyness };
  },
};
