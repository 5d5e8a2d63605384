/**
 * An experiment as it stands after some of its runs: enough to go on from there, in another process, to the same bytes as one
 * that was never stopped. A checkpoint names what it belongs to, and is refused elsewhere.
 */
import type { LedgerState } from '../judge/ledger.ts';
import { fingerprint } from '../scenario/hash.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** The sums of an experiment's first runs, as plain data that JSON keeps exactly. */
export interface Checkpoint {
  format: 'callfloor-checkpoint';
  formatVersion: 1;
  /** Version of Callfloor: another may simulate otherwise. */
  version: string;
  /** The scenario's. */
  scenarioHash: string;
  seed: string;
  /** Whether a number of runs was asked for, or as many as the promises need: the evidence is looked at at other times. */
  runsAsked: boolean;
  ledger: LedgerState;
  /** SHA-256 (hex) of all the rest: damage is noticed. */
  check: string;
}

/** Why a checkpoint cannot be used. */
export type CheckpointFault = 'damaged' | 'format' | 'version' | 'scenario' | 'seed' | 'mode' | 'runs';

/** A checkpoint that does not belong to the experiment, or that was damaged. */
export class CheckpointError extends Error {
  readonly fault: CheckpointFault;
  /** What the checkpoint says and what the experiment is, where they differ. */
  readonly got: string;
  readonly expected: string;

  constructor(fault: CheckpointFault, got = '', expected = '') {
    super(`checkpoint refused: ${fault}${got === '' ? '' : `, got ${got}, expected ${expected}`}`);
    this.name = 'CheckpointError';
    this.fault = fault;
    this.got = got;
    this.expected = expected;
  }
}

/** What a checkpoint has to belong to. */
export interface CheckpointOwner {
  version: string;
  scenario: Scenario;
  seed: string;
  runsAsked: boolean;
  /** Runs that the experiment does at most. */
  atMost: number;
}

/** Seals the sums of an experiment's first runs. */
export function sealCheckpoint(
  { version, scenario, seed, runsAsked }: CheckpointOwner,
  ledger: LedgerState,
): Checkpoint {
  const sealed = {
    format: 'callfloor-checkpoint',
    formatVersion: 1,
    version,
    scenarioHash: scenario.hash,
    seed,
    runsAsked,
    ledger,
  } as const;
  return { ...sealed, check: fingerprint(sealed) };
}

/**
 * The sums of a checkpoint, once it is certain that they belong to the experiment.
 *
 * @param value what was read, of whatever shape
 * @throws CheckpointError when it is no checkpoint, was damaged, or belongs to another experiment
 */
export function openCheckpoint(value: unknown, owner: CheckpointOwner): LedgerState {
  if (typeof value !== 'object' || value === null) throw new CheckpointError('format');
  const { check, ...sealed } = value as Partial<Checkpoint>;
  if (sealed.format !== 'callfloor-checkpoint' || sealed.formatVersion !== 1) throw new CheckpointError('format');
  if (check !== fingerprint(sealed)) throw new CheckpointError('damaged');
  const checkpoint = value as Checkpoint;
  const { scenario, seed, runsAsked, version, atMost } = owner;
  const same = (fault: CheckpointFault, got: string, expected: string): void => {
    if (got !== expected) throw new CheckpointError(fault, got, expected);
  };
  same('version', checkpoint.version, version);
  same('scenario', checkpoint.scenarioHash, scenario.hash);
  same('seed', checkpoint.seed, seed);
  same('mode', String(checkpoint.runsAsked), String(runsAsked));
  if (checkpoint.ledger.runs > atMost) {
    throw new CheckpointError('runs', String(checkpoint.ledger.runs), String(atMost));
  }
  return checkpoint.ledger;
}
