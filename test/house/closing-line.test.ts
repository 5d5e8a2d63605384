import { describe, expect, it } from 'vitest';
import { type CountedModule, closingLine } from '../closing-line.ts';

function file(state: string, tests: string[]): CountedModule {
  return { state: () => state, children: { allTests: () => tests.map((state) => ({ result: () => ({ state }) })) } };
}

describe('closingLine', () => {
  it('counts the tests of all files', () => {
    const files = [file('passed', ['passed', 'passed']), file('failed', ['passed', 'failed', 'failed'])];
    expect(closingLine(files, 0)).toBe('3 passed, 2 failed');
  });

  it('names what was skipped, if anything was', () => {
    expect(closingLine([file('passed', ['passed', 'skipped'])], 0)).toBe('1 passed, 0 failed, 1 skipped');
  });

  it('never says that nothing failed when a file could not be read or an error stood outside of tests', () => {
    expect(closingLine([file('failed', []), file('passed', ['passed'])], 0)).toBe('1 passed, 1 failed');
    expect(closingLine([file('passed', ['passed'])], 1)).toBe('1 passed, 1 failed');
  });
});
