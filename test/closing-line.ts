/** The last line of a test run, `N passed, M failed`, for whoever reads the log by program. */
import type { Reporter, TestModule } from 'vitest/node';

/** What the line counts of a test file. */
export interface CountedModule {
  state(): string;
  children: { allTests(): Iterable<{ result(): { state: string } }> };
}

/**
 * Counts tests by outcome. A file that fails without a failed test (an import, a hook) and an error outside of all tests count
 * as one failure each, so that `0 failed` always means success.
 *
 * @param modules the test files of the run
 * @param errors how many errors occurred outside of tests
 */
export function closingLine(modules: readonly CountedModule[], errors: number): string {
  let [passed, failed, skipped] = [0, errors, 0];
  for (const module of modules) {
    const states = [...module.children.allTests()].map((test) => test.result().state);
    const failures = states.filter((state) => state === 'failed').length;
    passed += states.filter((state) => state === 'passed').length;
    skipped += states.filter((state) => state === 'skipped').length;
    failed += failures === 0 && module.state() === 'failed' ? 1 : failures;
  }
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/** Prints the closing line, plain, after everything that other reporters print. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    process.stdout.write(`${closingLine(modules, errors.length)}\n`);
  }
}
