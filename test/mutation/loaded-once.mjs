import { createMochaTestRunner } from '@stryker-mutator/mocha-runner';

/**
 * Constants are not mutated, so nothing has to be loaded anew for a mutant. Stryker would start a new
 * process for each one that a constant of some module also passes through.
 */
function createLoadedOnce(injector) {
  const runner = createMochaTestRunner(injector);
  runner.capabilities = () => Promise.resolve({ reloadEnvironment: true });
  return runner;
}
createLoadedOnce.inject = createMochaTestRunner.inject;

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'loaded-once', factory: createLoadedOnce },
];
