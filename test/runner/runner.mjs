import { createRunner } from 'jest-light-runner';

const LightRunner = createRunner({ runtime: 'child_process' });

/**
 * A new process asks once for its configuration. The library answers all processes that wait when the first
 * one asks, and so one that is not listening yet never hears it: the run hangs when two processes come up in
 * the same few milliseconds. Here each task has a channel of its own, and only who asked is answered.
 */
export default class Runner extends LightRunner {
  _runTest(test) {
    const known = this._testRunners.has(test.context.config);
    const result = super._runTest(test);
    if (!known) this.answerEachAlone(test.context.config);
    return result;
  }

  answerEachAlone(projectConfig) {
    const entry = this._testRunners.get(projectConfig);
    const workerData = {
      globalConfig: this._globalConfig,
      projectConfig,
      runtime: this._runtime,
    };
    if (this._runtime !== 'child_process') return;
    entry.run = (test) => entry.pool.run(test.path, { channel: channelTo(workerData) });
  }
}

function channelTo(workerData) {
  let send = null;
  return {
    onMessage: (listener) => {
      send = listener;
    },
    postMessage: (message) => {
      if (message !== 'jest-light-runner-get-worker-data') return;
      send({ type: 'jest-light-runner-worker-data', workerData });
    },
  };
}
