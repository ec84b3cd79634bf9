import '../runner/typescript.mjs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'expect';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';

/**
 * Reads spec files that speak Jest's words into trees that can be run again and again, whole or one test
 * at a time: a file is a scope with hooks, a `describe` a scope inside it.
 */
let scope = null;
const mocker = new ModuleMocker(globalThis);

function words() {
  const hook = (kind) => (fn) => void scope.hooks[kind].push(fn);
  const describe = (title, fn) => {
    const outer = scope;
    scope = newScope(title, outer);
    fn();
    scope = outer;
  };
  const it = (title, fn) => {
    const { file } = scope;
    const titles = [title];
    for (let one = scope; one.parent; one = one.parent) titles.unshift(one.title);
    const name = `${file.name}: ${titles.join(' ')}`;
    const twins = file.tests.filter((test) => test.name === name).length;
    file.tests.push({ id: twins ? `${name} (${twins + 1})` : name, name, fn, scope, file });
  };
  it.each = bind(it);
  it.skip = () => undefined;
  describe.each = bind(describe, false);
  describe.skip = () => undefined;
  const jest = {
    spyOn: mocker.spyOn.bind(mocker),
    restoreAllMocks: () => mocker.restoreAllMocks(),
    setTimeout: () => undefined,
  };
  const hooks = ['beforeAll', 'afterAll', 'beforeEach', 'afterEach'];
  const named = Object.fromEntries(hooks.map((kind) => [kind, hook(kind)]));
  return { ...named, describe, expect, it, jest, test: it };
}

function newScope(title, parent, file = parent.file) {
  const hooks = { beforeAll: [], afterAll: [], beforeEach: [], afterEach: [] };
  return { title, parent, file, hooks };
}

export async function loadSpec(name) {
  Object.assign(globalThis, words());
  const file = { name, tests: [] };
  file.scope = newScope(name, null, file);
  scope = file.scope;
  await import(pathToFileURL(resolve(name)).href);
  return file;
}

/** From the file's scope inwards. */
export function scopesOf({ scope: own }) {
  const scopes = [];
  for (let one = own; one; one = one.parent) scopes.unshift(one);
  return scopes;
}

/** @returns what went wrong, or nothing; whatever did, the hooks after the test are called */
export async function runTest(test) {
  const scopes = scopesOf(test);
  let fault = await faultOf(async () => {
    for (const { hooks } of scopes) for (const hook of hooks.beforeEach) await hook();
    await test.fn();
  });
  for (const { hooks } of scopes.toReversed()) {
    for (const hook of hooks.afterEach) {
      const after = await faultOf(hook);
      fault ??= after;
    }
  }
  return fault;
}

export async function runHooks({ hooks }, kind) {
  for (const hook of hooks[kind]) await hook();
}

/** A test that says nothing for so long says no; a promise nobody waits for is waited for here. */
const LONG = 20_000;

export async function faultOf(work, milliseconds = LONG) {
  let timer;
  let unhandled;
  const late = new Promise((_, reject) => {
    unhandled = reject;
    process.on('unhandledRejection', reject);
    timer = setTimeout(
      () => reject(new TooLate(`Not done within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    await Promise.race([Promise.resolve().then(work), late]);
    return null;
  } catch (error) {
    return error ?? new Error('Something without a name was thrown');
  } finally {
    clearTimeout(timer);
    process.off('unhandledRejection', unhandled);
  }
}

export class TooLate extends Error {}
