/** What the tests of rosters share: reading texts and building tables. */
import type { RosterContext } from '../../../src/scenario/roster/finish-roster.ts';
import { type RosterReading, readRoster } from '../../../src/scenario/roster/read-roster.ts';
import { faultText, RosterError } from '../../../src/scenario/roster/roster-error.ts';

/** One Monday in Shanghai with two kinds of work and two groups. */
export const monday: RosterContext = {
  timeZone: 'Asia/Shanghai',
  days: ['2026-03-02'],
  work: ['inquiry', 'complaint'],
  groups: ['front', 'senior'],
};

export const hour = 3600;

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export function readText(name: string, text: string, context: RosterContext = monday): Promise<RosterReading> {
  return readRoster([{ name, bytes: bytesOf(text) }], context);
}

/** The faults of a file in words, in order. */
export async function faultsOf(name: string, content: string | Uint8Array, context = monday): Promise<string[]> {
  try {
    await readRoster([{ name, bytes: typeof content === 'string' ? bytesOf(content) : content }], context);
  } catch (error) {
    if (error instanceof RosterError) return error.faults.map((fault) => faultText(fault, 'en'));
    throw error;
  }
  return [];
}
