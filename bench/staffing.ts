/** Measures the staffing of a year: 17,520 half-hours, 90 % answered within 10 s, Erlang A. */
import { requiredAgents, type StaffingOptions } from '../src/math/required-agents.ts';

/** The half-hours of a year: quiet nights, noons of up to 500 calls, seasons, and handle times that differ. */
export const yearOfHalfHours: readonly StaffingOptions[] = Array.from({ length: 17_520 }, (_, i) => {
  const day = Math.max(0, Math.sin((Math.PI * (i % 48)) / 48));
  const season = 1 + 0.3 * Math.sin(i / 600);
  return {
    arrivalRate: (5 + 400 * day * season) / 1800,
    meanHandleSeconds: 280 + (i % 37),
    meanPatienceSeconds: 90,
    targets: [{ measure: 'serviceLevel', variant: 'offered', answerWithinSeconds: 10, atLeast: 0.9 }],
  };
});

/** Prints the wall time of a year in each of so many rounds, the first of them cold. */
export function measureStaffing(rounds: number): void {
  const seconds = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (const halfHour of yearOfHalfHours) requiredAgents(halfHour);
    return (performance.now() - start) / 1000;
  });
  const shown = seconds.map((one) => one.toFixed(2)).join(', ');
  console.log(`staffing a year (${yearOfHalfHours.length.toLocaleString('en')} half-hours, Erlang A): ${shown} s`);
}
