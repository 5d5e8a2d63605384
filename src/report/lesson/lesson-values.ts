/** How a lesson writes its figures. */
import type { Lang } from '../../words/dictionary.ts';
import { formatDuration, formatNumber, formatPercent } from '../../words/format.ts';
import { showShare } from '../wording.ts';
import type { Lesson } from './lesson.ts';

/** Less than this apart two shares are the same to a reader. */
const same = 0.0005;

/** Shares side by side: with a decimal where some that differ would read alike without. */
export function showShares(shares: readonly number[], lang: Lang): string[] {
  const whole = shares.map((share) => showShare(share, lang));
  const alike = shares.some((share, i) =>
    shares.some((other, k) => whole[i] === whole[k] && Math.abs(share - other) >= same),
  );
  return alike ? shares.map((share) => formatPercent(lang, share, 1)) : whole;
}

/** Percentage points with their sign. */
export function showPoints(change: number, lang: Lang): string {
  const points = formatNumber(lang, Math.abs(change) * 100, 1);
  return `${change < 0 ? '−' : '+'}${points}`;
}

/** The promised share: with the decimals it has. */
export function showTarget({ subject }: Lesson, lang: Lang): string {
  const { target } = subject.queue;
  return formatPercent(lang, target, Number.isInteger(Math.round(target * 1e6) / 1e4) ? 0 : 1);
}

/** The promised wait. */
export function showWithin({ subject }: Lesson, lang: Lang): string {
  return formatDuration(lang, subject.queue.answerWithinSeconds);
}
