import { availableParallelism, totalmem } from 'node:os';
import './test/runner/typescript.mjs';

/** A worker with an application and its city takes most of a gigabyte. */
const workers = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 ** 30), 8));

/**
 * Every worker is a process that loads the program once and runs one spec after the other in it; anew for
 * each of some hundred specs, loading took longer than testing. A loader of Node.js strips the types.
 */
export default {
  runner: '<rootDir>/test/runner/runner.mjs',
  testSequencer: '<rootDir>/test/runner/sequencer.mjs',
  setupFilesAfterEnv: ['<rootDir>/test/runner/time-limits.mjs'],
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    process.env.BIAOGAN_BROWSER ? '^$' : '/test/browser/',
    process.env.BIAOGAN_SHIP ? '^$' : '/test/ship/',
    process.env.BIAOGAN_FAULTS ? '^$' : '/test/faults/',
  ],
  transform: {},
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: workers,
};
