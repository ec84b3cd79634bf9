import '../runner/typescript.mjs';
import { relative } from 'node:path';
import { expect } from 'expect';
import { configureGlobal } from 'fast-check';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';
import Mocha from 'mocha';
import common from 'mocha/lib/interfaces/common.js';

/**
 * Mocha keeps the loaded specs and runs only those of a mutant, a hundred times faster than a runner that
 * loads them anew. The specs speak Jest's words, given to Mocha here. What a file says outside of a
 * `describe` holds for that file: it becomes a suite of its own, or every hook would run for all files.
 */
const { Suite, Test } = Mocha;
/** A property tries what it can in this time and stops at the first case that fails. */
configureGlobal({
  interruptAfterTimeLimit: 150,
  markInterruptAsFailure: false,
  endOnFailure: true,
});
const mocker = new ModuleMocker(globalThis);

Mocha.interfaces.bdd = (root) => {
  const suites = [root];
  root.on('pre-require', (context, file, mocha) => {
    const { afterAll, afterEach, beforeAll, beforeEach, suite } = words(suites, context, mocha);
    // Not by its path in this run's own folder: a test is known again in the next run by file and title.
    suites.splice(0, suites.length, Suite.create(root, relative(process.cwd(), file)), root);
    const describe = (title, fn) => suite.create({ title, file, fn });
    describe.skip = (title, fn) => suite.skip({ title, file, fn });
    const it = (title, fn, milliseconds) => {
      const test = new Test(title, suites[0].isPending() ? undefined : fn);
      test.file = file;
      if (milliseconds) test.timeout(milliseconds);
      suites[0].addTest(test);
    };
    it.skip = (title) => it(title);
    it.each = bind(it);
    describe.each = bind(describe, false);
    const jest = {
      spyOn: mocker.spyOn.bind(mocker),
      restoreAllMocks: () => mocker.restoreAllMocks(),
      setTimeout: (milliseconds) => suites[0].timeout(milliseconds),
    };
    const named = {
      afterAll,
      afterEach,
      beforeAll,
      beforeEach,
      describe,
      expect,
      it,
      jest,
      test: it,
    };
    Object.assign(context, named);
  });
};

/** Jest's hooks name no title, and may name their own time limit, which matters to no mutant. */
function words(suites, context, mocha) {
  const { after, afterEach, before, beforeEach, suite } = common(suites, context, mocha);
  const plain = (hook) => (fn) => hook(fn);
  return {
    afterAll: plain(after),
    afterEach: plain(afterEach),
    beforeAll: plain(before),
    beforeEach: plain(beforeEach),
    suite,
  };
}
