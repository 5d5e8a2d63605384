import { defineConfig } from 'vitest/config';

/** The tests that mutation testing runs: those of the rooms it changes. */
export default defineConfig({
  test: {
    include: ['test/math/**/*.test.ts', 'test/measures/**/*.test.ts', 'test/judge/**/*.test.ts'],
    setupFiles: ['test/setup.ts'],
    testTimeout: 120_000,
  },
});
