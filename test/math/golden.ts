/** Reads the reference numbers of `test/golden` and says how far a value is from one of them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from 'vitest';

export interface GoldenRow<In, Out = Record<string, number | null>> {
  readonly in: In;
  readonly out: Out;
}

export function golden<In, Out = Record<string, number | null>>(family: string): GoldenRow<In, Out>[] {
  const text = readFileSync(resolve(import.meta.dirname, `../golden/${family}.json`), 'utf8');
  return (JSON.parse(text) as { rows: GoldenRow<In, Out>[] }).rows;
}

/** Below this size a probability or a wait counts as 0 (test/golden/README.md). */
export const absoluteFloor = 1e-14;

/** The tolerance of the Erlang families: looser for very large groups and at the edge of stability. */
export function erlangTolerance(offeredLoad: number, agents: number): number {
  const load = offeredLoad / agents;
  return agents > 1e4 || (load > 0.999 && load < 1) ? 1e-8 : 1e-10;
}

export function expectClose(actual: number, expected: number, relative: number, floor: number, about: string): void {
  const error = Math.abs(actual - expected);
  expect(
    error <= Math.max(floor, relative * Math.abs(expected)),
    `${about}: got ${actual}, reference ${expected}`,
  ).toBe(true);
}
