import { availableParallelism, totalmem } from 'node:os';

/** A worker with an application and its city takes most of a gigabyte. */
const workers = Math.max(1, Math.min(availableParallelism(), Math.floor(totalmem() / 2 ** 30), 8));

/** Jest runs the TypeScript sources as ES modules; swc strips the types, `tsc` checks them. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: [
    '/node_modules/',
    process.env.BIAOGAN_BROWSER ? '^$' : '/test/browser/',
    process.env.BIAOGAN_SHIP ? '^$' : '/test/ship/',
    process.env.BIAOGAN_FAULTS ? '^$' : '/test/faults/',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
          keepClassNames: true,
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
        swcrc: false,
      },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  maxWorkers: workers,
  // Modules of finished specs stay in a worker's memory; at some gigabytes it does nothing but collect.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 60_000,
};
