/** How much handle times differ from call to call. */
import type { Duration, WorkType } from '../scenario/scenario.ts';

/**
 * Coefficient of variation of talk + hold + wrap-up, drawn independently, at the start of the day.
 *
 * @param work a type of contact
 * @returns standard deviation ÷ mean; 0 when nothing takes any time
 */
export function handlingCv({ talk, hold, wrapUp }: WorkType): number {
  const parts = [talk, hold, wrapUp].map(({ steps }: Duration) => steps[0]);
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  const variance = parts.reduce((sum, part) => sum + (part.mean === 0 ? 0 : (part.mean * part.cv) ** 2), 0);
  return mean === 0 ? 0 : Math.sqrt(variance) / mean;
}
