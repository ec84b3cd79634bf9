import '../runner/typescript.mjs';
import { expect } from 'expect';
import { bind } from 'jest-each';
import Mocha from 'mocha';

/**
 * Mocha keeps the loaded specs and runs only those of a mutant, a hundred times faster than Jest, which
 * loads them anew. The specs speak Jest's words: the same `expect` and `each`, given to Mocha here.
 */
const { bdd } = Mocha.interfaces;
Mocha.interfaces.bdd = (suite) => {
  bdd(suite);
  suite.on('pre-require', (context) => {
    context.expect = expect;
    context.test = context.it;
    context.beforeAll = context.before;
    context.afterAll = context.after;
    context.it.each = bind(context.it);
    context.describe.each = bind(context.describe, false);
  });
};
