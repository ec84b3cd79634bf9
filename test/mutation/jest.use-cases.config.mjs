import config from '../../jest.config.mjs';

/** The tables of refusals and records: what a use case refuses and what it leaves behind. */
export default {
  ...config,
  rootDir: process.cwd(),
  testMatch: ['<rootDir>/src/**/*refusals.spec.ts', '<rootDir>/src/**/*records.spec.ts'],
};
