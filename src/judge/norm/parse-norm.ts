/** Reads a norm file: all faults at once, then every default written in. */
import type { Path } from '../../kinds/resolving.ts';
import { completeBy } from '../../scenario/complete.ts';
import { type ParsedFile, parseBy, showPath } from '../../scenario/parse.ts';
import { type Fault, ScenarioError } from '../../scenario/scenario-error.ts';
import type { FaultMessage } from '../../words/faults.ts';
import type { Norm } from './clause-test.ts';
import { type CompleteNorm, normSchema } from './norm-schema.ts';
import { clauseTests } from './tests/index.ts';

/**
 * Reads a norm.
 * @param source the file's bytes or text
 * @param file its name as faults shall print it
 * @throws ScenarioError with every fault of the syntax, else every fault against the schema, else every other
 * @example parseNorm('clauses: []', 'mine.yaml') // throws: mine.yaml:1:10 clauses: expected at least 1 entry, …
 */
export function parseNorm(source: Uint8Array | string, file: string): Norm {
  const schema = normSchema();
  const parsed = parseBy<unknown>(schema, source, file);
  const { title, roles, clauses } = completeBy(schema, parsed.written) as CompleteNorm;
  const faults = faultsOf(clauses, parsed);
  if (faults.length > 0) throw new ScenarioError(faults);
  return { name: file.replace(/^.*[\\/]/s, '').replace(/\.(ya?ml|json)$/i, ''), title, roles, clauses };
}

function faultsOf(clauses: CompleteNorm['clauses'], { file, locate }: ParsedFile<unknown>): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: Path, message: FaultMessage) =>
    faults.push({ file, ...locate(path), path: showPath(path), message });
  const ids = new Set<string>();
  for (const [place, { id, test }] of clauses.entries()) {
    const path = ['clauses', place];
    if (ids.has(id)) fault([...path, 'id'], { key: 'idTwice', values: { id } });
    ids.add(id);
    const { oneOf } = clauseTests.get(test.kind);
    const given = oneOf?.filter((key) => Object.hasOwn(test, key)).length;
    if (oneOf !== undefined && given !== 1) {
      fault([...path, 'test'], { key: 'oneOfKeys', values: { keys: oneOf, got: given === 0 ? 'none' : 'several' } });
    }
    checkTarget(test.promise, [...path, 'test', 'promise'], fault);
  }
  return faults;
}

function checkTarget(
  promise: { atLeast?: number; atMost?: number } | undefined,
  path: Path,
  fault: (path: Path, message: FaultMessage) => void,
): void {
  if (promise === undefined) return;
  const { atLeast, atMost } = promise;
  if (atLeast === undefined && atMost === undefined) fault(path, { key: 'targetMissing', values: undefined });
  if (atLeast !== undefined && atMost !== undefined) fault(path, { key: 'targetTwice', values: undefined });
}
