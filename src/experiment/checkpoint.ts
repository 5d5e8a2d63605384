/**
 * A piece of work as it stands: enough to go on from there, in another process, to the same bytes as if it had never stopped. The
 * work is a row of steps, which come in the same order whenever it is done: sums over runs, or answers that took long. A checkpoint is
 * the states of the steps begun; it names what it belongs to, and is refused elsewhere.
 */
import { createHash } from 'node:crypto';
import manifest from '../../package.json' with { type: 'json' };
import type { Scenario } from '../scenario/scenario.ts';

/** A step of the work. Its state is plain data that JSON keeps exactly; null while there is nothing in it. */
export interface Step<State> {
  state(): State | null;
  /** Takes up the step where its state was kept. */
  restore(state: State): unknown;
}

/** Sums over runs, with their state. */
export interface KeptSums<State> {
  readonly runs: number;
  state(): State;
  restore(state: State): void;
}

/** The step of adding runs to sums. */
export function sumsStep<State>(sums: KeptSums<State>): Step<State> {
  return { state: () => (sums.runs === 0 ? null : sums.state()), restore: (state) => sums.restore(state) };
}

/** The step of filling a list with plain rows, one after the other. */
export function rowsStep<Row>(rows: Row[]): Step<Row[]> {
  return { state: () => (rows.length === 0 ? null : [...rows]), restore: (kept) => rows.push(...kept) };
}

const format = 'callfloor-checkpoint';
const formatVersion = 4;

/** The states of a piece of work, as plain data that JSON keeps exactly. */
export interface Checkpoint {
  format: typeof format;
  formatVersion: typeof formatVersion;
  /** Version of Callfloor: another may simulate otherwise. */
  version: string;
  /** The scenarios'. */
  scenarios: string[];
  seed: string;
  /** What else the work depends on, by the name of the option. */
  options: WorkOptions;
  steps: unknown[];
}

/** Options that a piece of work depends on besides scenarios and seed. */
export type WorkOptions = Record<string, string | number | boolean | null>;

/** Why a checkpoint cannot be used. */
export type CheckpointFault = 'damaged' | 'format' | 'version' | 'scenario' | 'seed' | 'options' | 'runs';

/** A checkpoint that does not belong to the work, or that was damaged. */
export class CheckpointError extends Error {
  readonly fault: CheckpointFault;
  /** What the checkpoint says and what the work is, where they differ. */
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
export interface WorkOwner {
  scenarios: readonly Pick<Scenario, 'hash'>[];
  seed: string;
  options: WorkOptions;
}

/** Keeps the steps of a piece of work, and takes them up where a checkpoint left them. */
export class Journal {
  readonly #head: Omit<Checkpoint, 'steps'>;
  readonly #kept: readonly unknown[];
  readonly #steps: Pick<Step<unknown>, 'state'>[] = [];

  /**
   * @param checkpoint what {@link readCheckpoint} read; undefined begins anew
   * @throws CheckpointError when it belongs to other work
   */
  constructor({ scenarios, seed, options }: WorkOwner, checkpoint?: Checkpoint) {
    this.#head = {
      format,
      formatVersion,
      version: manifest.version,
      scenarios: scenarios.map(({ hash }) => hash),
      seed,
      options,
    };
    if (checkpoint !== undefined) requireSame(checkpoint, this.#head);
    this.#kept = checkpoint?.steps ?? [];
  }

  /** Takes up the next step of the work where it was left, or at its beginning. */
  begin<State>(step: Step<State>): void {
    const kept = this.#kept[this.#steps.length];
    if (kept !== undefined && kept !== null) step.restore(kept as State);
    this.#steps.push(step);
  }

  /** All steps as they stand, and those kept that the work has not come to again; undefined where there is nothing to keep yet. */
  take(): Checkpoint | undefined {
    const steps = [...this.#steps.map((step) => step.state()), ...this.#kept.slice(this.#steps.length)];
    if (steps.every((state) => state === null)) return undefined;
    return { ...this.#head, steps };
  }
}

/** What stands before the seal of a checkpoint: the SHA-256 (hex) of everything up to here. */
const beforeSeal = ',"check":"';

/** A checkpoint as text whose damage is noticed. */
export function writeCheckpoint(checkpoint: Checkpoint): string {
  const text = JSON.stringify(checkpoint).slice(0, -1);
  return `${text}${beforeSeal}${sealOf(text)}"}`;
}

/**
 * Reads what {@link writeCheckpoint} wrote.
 * @throws CheckpointError when it is something else, or was damaged
 */
export function readCheckpoint(text: string): Checkpoint {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new CheckpointError('damaged');
    throw error;
  }
  const { check, ...checkpoint } = (value ?? {}) as Checkpoint & { check?: unknown };
  if (checkpoint.format !== format || checkpoint.formatVersion !== formatVersion) throw new CheckpointError('format');
  if (check !== sealOf(text.slice(0, text.lastIndexOf(beforeSeal)))) throw new CheckpointError('damaged');
  return checkpoint;
}

function sealOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function requireSame(checkpoint: Checkpoint, head: Omit<Checkpoint, 'steps'>): void {
  const same = (fault: CheckpointFault, got: string, expected: string): void => {
    if (got !== expected) throw new CheckpointError(fault, got, expected);
  };
  same('version', checkpoint.version, head.version);
  same('scenario', `${checkpoint.scenarios}`, `${head.scenarios}`);
  same('seed', checkpoint.seed, head.seed);
  const names = [...new Set([...Object.keys(checkpoint.options), ...Object.keys(head.options)])].sort();
  const differing = names.filter((name) => checkpoint.options[name] !== head.options[name]);
  const tell = (options: WorkOptions) => {
    const given = differing.filter((name) => (options[name] ?? false) !== false);
    return (
      given
        .map((name) =>
          options[name] === true || isFingerprint(options[name]) ? `${name} …` : `${name} ${options[name]}`,
        )
        .join(' ') || '–'
    );
  };
  same('options', tell(checkpoint.options), tell(head.options));
}

/** A hash says nothing to a reader but that it is another. */
function isFingerprint(value: WorkOptions[string]): boolean {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
}
