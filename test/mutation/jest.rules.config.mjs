import config from '../../jest.config.mjs';

/** The specs of pure rules only: nothing to build, no application to start. */
export default {
  ...config,
  rootDir: process.cwd(),
  testMatch: [
    '<rootDir>/src/rules/**/*.spec.ts',
    '<rootDir>/test/rules/**/*.spec.ts',
    '<rootDir>/test/reference/**/*.spec.ts',
  ],
  globalSetup: undefined,
};
