/** The faults of a call that must fail. */
import { type Fault, ScenarioError } from '../../src/scenario/scenario-error.ts';

export function faultsOf(call: () => unknown): readonly Fault[] {
  try {
    call();
  } catch (error) {
    if (error instanceof ScenarioError) return error.faults;
    throw error;
  }
  throw new Error('expected faults, got none');
}
