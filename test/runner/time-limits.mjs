import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { addEventHandler, getState } from 'jest-circus';

const usual = 60_000;
/** A test that takes longer is named while it runs, for a run that is ended from outside to be read. */
const long = 90_000;

/**
 * The runner calls tests and hooks without a limit; one that never ends would hold up the whole suite.
 * Here each gets its own limit, or its file's (`jest.setTimeout`), or that of the configuration. What hung
 * once would hang again: after a test or hook that was late, no other of its file is begun.
 */
export default function limitTimes() {
  // By the file's outermost block: this is called once for a process, which runs many files.
  const limits = new WeakMap();
  const files = new WeakMap();
  watchTheProcess();
  jest.setTimeout = (milliseconds) => {
    limits.set(getState().rootDescribeBlock, milliseconds);
    return jest;
  };
  addEventHandler((event, { currentDescribeBlock, rootDescribeBlock }) => {
    const limit = (item, name) => {
      const milliseconds = item.timeout ?? limits.get(rootDescribeBlock) ?? usual;
      if (!files.has(rootDescribeBlock)) files.set(rootDescribeBlock, { late: null });
      const file = files.get(rootDescribeBlock);
      if (item.fn) item.fn = inTime(item.fn, { milliseconds, name, file });
    };
    if (event.name === 'add_test') {
      const test = currentDescribeBlock.children.at(-1);
      limit(test, test.name);
    }
    if (event.name === 'add_hook') {
      const hook = currentDescribeBlock.hooks.at(-1);
      limit(hook, hook.type);
    }
  });
}

function inTime(work, { milliseconds, name, file }) {
  return async () => {
    // What was opened is closed all the same.
    if (file.late && !name.startsWith('after')) throw new Error(`Not begun: “${file.late}” hung`);
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => {
        file.late ??= name;
        reject(new Error(`Not done within ${milliseconds} ms`));
      }, milliseconds);
    });
    const path = globalThis.expect.getState().testPath;
    const reminder = setInterval(() => say(`still at “${name}” of ${path}`), long).unref();
    try {
      await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
      clearInterval(reminder);
    }
  };
}

/**
 * No timer ends a loop that never returns. A second thread ends the process of one that has not come up
 * for air in five minutes; the runner then reports its file as failed.
 */
function watchTheProcess() {
  const beat = (globalThis[Symbol.for('biaogan.beat')] ??= beginWatch());
  beat();
}

function beginWatch() {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const watch = `
    const { workerData: beats } = require('node:worker_threads');
    let seen = 0, silent = 0;
    setInterval(() => {
      silent = beats[0] === seen ? silent + 1 : 0;
      seen = beats[0];
      if (silent < 60) return;
      require('node:fs').writeSync(2, 'A spec has blocked its process for 5 minutes\\n');
      process.kill(process.pid, 'SIGKILL');
    }, 5_000);
  `;
  new Worker(watch, { eval: true, workerData: beats, execArgv: [] }).unref();
  const beat = () => Atomics.add(beats, 0, 1);
  setInterval(beat, 1_000).unref();
  return beat;
}

function say(words) {
  writeSync(2, `${words}\n`);
}
