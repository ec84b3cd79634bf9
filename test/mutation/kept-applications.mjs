import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commonTokens, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  determineHitLimitReached,
} from '@stryker-mutator/api/test-runner';
import { isDrawn } from './sample.mjs';
import { TooLate, faultOf, loadSpec, runHooks, runTest, scopesOf } from './spec-files.mjs';

/**
 * Runs specs of use cases for one mutant after the other. Starting an application and playing a programme
 * up to the state of a spec takes seconds, its tests some hundredths: so what `beforeAll` of a file made is
 * kept, and its rows are put back before each test. Nothing counts as noticed unless the same test
 * passes, in the same way, with the program unchanged.
 */
class KeptApplications {
  static inject = tokens(commonTokens.logger, commonTokens.options);

  constructor(log, { mochaOptions }) {
    this.log = log;
    this.specs = mochaOptions.spec;
    this.stryker = globalThis.__stryker__ ??= {};
    /** Source file → test → how often it noticed: that one is asked first. */
    this.noticed = new Map();
    process.on('unhandledRejection', () => undefined);
  }

  capabilities() {
    return Promise.resolve({ reloadEnvironment: true });
  }

  async init() {
    // Of the copy of the tree in which mutants live, not of the tree that this file stands in.
    const load = (name) => import(pathToFileURL(resolve('test/support', name)).href);
    await (await load('global-setup.mjs')).default();
    this.tearDown = (await load('global-teardown.mjs')).default;
    const { TestApp } = await load('test-app.ts');
    this.saveState = (await load('saved-state.ts')).saveState;
    const start = TestApp.start.bind(TestApp);
    TestApp.start = async (...given) => {
      const app = await start(...given);
      this.starting?.push(app);
      return app;
    };
    this.files = [];
    for (const name of this.specs) this.files.push(await loadSpec(name));
    this.tests = new Map();
    for (const file of this.files) {
      file.setup = { id: `${file.name}: beforeAll`, file, setup: true };
      for (const test of [file.setup, ...file.tests]) this.tests.set(test.id, test);
    }
  }

  async dispose() {
    await this.tearDown?.();
  }

  async dryRun() {
    const tests = [];
    // A busy machine may be too slow for a test that waits: it judges no mutant, and is named.
    const leave = ({ id }, fault) => {
      this.tests.delete(id);
      this.log.warn(`Left out: ${id}: ${String(fault.message ?? fault).slice(0, 200)}`);
    };
    const noted = async (test, work) => {
      const start = performance.now();
      this.stryker.currentTestId = test.id;
      const fault = await work();
      this.stryker.currentTestId = undefined;
      test.milliseconds = performance.now() - start;
      if (fault) return leave(test, fault);
      tests.push({
        id: test.id,
        name: test.id,
        fileName: resolve(test.file.name),
        timeSpentMs: test.milliseconds,
        status: TestStatus.Success,
      });
    };
    for (const file of this.files) {
      await noted(file.setup, () => faultOf(() => this.open(file), 120_000));
      if (!this.tests.has(file.setup.id)) continue;
      const all = () => inOrder(file, file.tests, (test) => noted(test, () => runTest(test)));
      const broken = await faultOf(all, 600_000);
      if (broken) this.log.warn(`Not to its end: ${file.name}: ${broken.message ?? broken}`);
      if (!file.kept) await this.close(file);
    }
    return {
      status: DryRunStatus.Complete,
      tests,
      mutantCoverage: this.stryker.mutantCoverage,
    };
  }

  /** Calls what stands before all tests of a file, and keeps the rows that it made. */
  async open(file) {
    this.starting = [];
    await runHooks(file.scope, 'beforeAll');
    const apps = this.starting;
    this.starting = null;
    // What is put back after the file, other than applications, must not hold for other files.
    const more = file.scope.hooks.afterAll.some((hook) => /Mocks|process\.env/.test(String(hook)));
    file.kept = apps.length > 0 && !more;
    file.open = true;
    file.saved = [];
    if (file.kept) for (const app of apps) file.saved.push(await this.saveState(app));
  }

  async close(file) {
    if (file.open) await faultOf(() => runHooks(file.scope, 'afterAll'), 10_000);
    file.open = false;
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    this.stryker.hitLimit = hitLimit;
    this.stryker.hitCount = hitLimit ? 0 : undefined;
    const { id, fileName, location, replacement } = activeMutant;
    const line = location.start.line + 1;
    if (!isDrawn(fileName, { line, column: location.start.column + 1 }, replacement)) {
      return { status: MutantRunStatus.Error, errorMessage: 'Not drawn' };
    }
    const source = fileName.replace(/^.*?(?=src\/)/, '');
    const end = performance.now() + PATIENCE;
    let tried = 0;
    for (const [file, tests] of this.inTurn(source, testFilter)) {
      if (performance.now() > end) break;
      const found = await this.notices(file, tests, id, end);
      tried += tests.length;
      const hits = determineHitLimitReached(this.stryker.hitCount, this.stryker.hitLimit);
      if (hits) {
        await this.close(file);
        return hits;
      }
      if (!found) continue;
      this.count(source, found.test);
      return {
        status: MutantRunStatus.Killed,
        killedBy: [found.test.id],
        failureMessage: String(found.fault.message ?? found.fault),
        nrOfTests: tried,
      };
    }
    const built = await this.failsToStart(testFilter, id);
    if (built) {
      return {
        status: MutantRunStatus.Killed,
        killedBy: [built.test.id],
        failureMessage: String(built.fault.message ?? built.fault),
        nrOfTests: tried,
      };
    }
    this.log.info(`Alive: ${source} ${line} ${activeMutant.mutatorName}: ${replacement}`);
    return { status: MutantRunStatus.Survived, nrOfTests: tried };
  }

  /** What runs while an application starts, a constructor above all, has run before any test is asked. */
  async failsToStart(ids, mutant) {
    const setups = ids.map((id) => this.tests.get(id)).filter((test) => test?.setup);
    if (setups.length === 0 || setups.length === ids.length) return null;
    const { file } = setups.toSorted((a, b) => a.milliseconds - b.milliseconds)[0];
    return this.noticesAnew(file, file.tests, mutant, true);
  }

  /** By file: first those whose tests noticed mutants of this source, then those beside it, then the quick. */
  inTurn(source, ids) {
    const tests = ids.map((id) => this.tests.get(id)).filter(Boolean);
    const own = tests.filter((test) => !test.setup);
    const noticed = this.noticed.get(source) ?? new Map();
    const folder = source.slice(0, source.lastIndexOf('/') + 1);
    const rank = (test) =>
      (noticed.get(test.id) ?? 0) * 1e6 +
      (test.file.name.startsWith(folder) ? 1e5 : 0) -
      (test.milliseconds ?? 100) -
      (test.file.kept && !test.file.ordered ? 0 : 5000);
    const sorted = (own.length > 0 ? own : tests).toSorted((a, b) => rank(b) - rank(a));
    const turns = [];
    for (const test of sorted) {
      const known = turns.find(([file]) => file === test.file);
      // The best of each file leads; a file that noticed before is asked for that test alone first.
      if (noticed.has(test.id)) turns.push([test.file, [test]]);
      else if (known && !noticed.has(known[1][0].id)) known[1].push(test);
      else turns.push([test.file, [test]]);
    }
    return merged(turns);
  }

  count(source, test) {
    const noticed = this.noticed.get(source) ?? new Map();
    this.noticed.set(source, noticed.set(test.id, (noticed.get(test.id) ?? 0) + 1));
  }

  async notices(file, tests, mutant, end) {
    if (tests[0].setup) return this.noticesAnew(file, file.tests, mutant, true);
    if (file.ordered) return this.noticesAnew(file, tests, mutant, false);
    const found = await this.firstFault(file, tests, mutant, end);
    if (!found) return null;
    if (found.fault instanceof TooLate) await this.close(file);
    if (!(await this.firstFault(file, [found.test], undefined))) return found;
    // Here it fails unchanged too: the rows kept are not all, or it builds upon the tests before it.
    await this.close(file);
    const again = await this.firstFault(file, tests, mutant, end);
    if (!again) return null;
    await this.close(file);
    if (!(await this.firstFault(file, [again.test], undefined))) return again;
    file.ordered = true;
    return this.noticesAnew(file, tests, mutant, false);
  }

  /** Each test from the rows that `beforeAll` made. */
  async firstFault(file, tests, mutant, end = Infinity) {
    let found = null;
    if (!file.open) {
      const fault = await faultOf(() => this.open(file), 120_000);
      if (fault) return { test: tests[0], fault };
    }
    const running = inOrder(
      file,
      tests,
      async (test) => {
        if (performance.now() > end) return true;
        this.stryker.activeMutant = mutant;
        const fault = await runTest(test);
        this.stryker.activeMutant = undefined;
        if (fault) found = { test, fault };
        return Boolean(fault);
      },
      async () => {
        for (const { restore } of file.saved) await restore();
      },
    );
    const broken = await faultOf(() => running, 180_000);
    this.stryker.activeMutant = undefined;
    if (!found && broken) found = { test: tests[0], fault: broken };
    if (!file.kept) await this.close(file);
    return found;
  }

  /** The whole file as it is written, opened anew; the first fault that it does not have unchanged. */
  async noticesAnew(file, tests, mutant, whileOpening) {
    const wanted = file.tests.slice(
      0,
      Math.max(...tests.map((test) => file.tests.indexOf(test))) + 1,
    );
    file.sound ??= (await this.anew(file, file.tests, undefined, false)) === null;
    if (!file.sound) {
      this.log.warn(`${file.name} does not pass when it is run again`);
      return null;
    }
    return this.anew(file, wanted, mutant, whileOpening);
  }

  async anew(file, tests, mutant, whileOpening) {
    await this.close(file);
    if (whileOpening) this.stryker.activeMutant = mutant;
    const fault = await faultOf(() => this.open(file), 120_000);
    let found = fault ? { test: file.setup, fault } : null;
    this.stryker.activeMutant = mutant;
    if (!found) {
      await inOrder(file, tests, async (test) => {
        const wrong = await runTest(test);
        if (wrong) found = { test, fault: wrong };
        return Boolean(wrong);
      });
    }
    this.stryker.activeMutant = undefined;
    await this.close(file);
    return found;
  }
}

/** A mutant that so many tests did not notice is alive, though there may be more of them. */
const PATIENCE = 5000;

/** Opens the scopes inside a file as its tests need them; `act` returns true to stop. */
async function inOrder(file, tests, act, restore = async () => undefined) {
  let open = [];
  const leave = async (until) => {
    while (open.length > until) await runHooks(open.pop(), 'afterAll');
  };
  const sorted = tests.toSorted((a, b) => file.tests.indexOf(a) - file.tests.indexOf(b));
  for (const test of sorted) {
    const scopes = scopesOf(test).slice(1);
    let shared = 0;
    while (shared < open.length && open[shared] === scopes[shared]) shared += 1;
    await leave(shared);
    const entering = scopes.slice(shared);
    const standing = open.some(({ hooks }) => hooks.beforeAll.length > 0);
    if (!standing) await restore();
    for (const scope of entering) {
      await runHooks(scope, 'beforeAll');
      open.push(scope);
    }
    if (await act(test)) break;
  }
  await leave(0);
}

function merged(turns) {
  const result = [];
  for (const [file, tests] of turns) {
    const last = result.at(-1);
    if (last && last[0] === file) last[1].push(...tests);
    else result.push([file, tests]);
  }
  return result;
}

function createKept(injector) {
  return injector.injectClass(KeptApplications);
}
createKept.inject = tokens('$injector');

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'kept-applications', factory: createKept },
];
