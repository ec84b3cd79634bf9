import { expect, test } from '@jest/globals';
import Runner from './runner.mjs';

interface Channel {
  onMessage(listener: (message: unknown) => void): void;
  postMessage(message: unknown): void;
}

test('a process that asks for its configuration is answered, and one that does not listen yet is not', () => {
  const channels: Channel[] = [];
  const pool = {
    run: (_path: string, { channel }: { channel: Channel }) => channels.push(channel),
  };
  const config = {};
  const runner = new Runner({ maxWorkers: 2 }, {});
  runner._testRunners.set(config, { pool, run: () => undefined });
  runner.answerEachAlone(config);
  const heard: unknown[][] = [[], []];
  for (const [at, path] of ['one', 'two'].entries()) {
    runner._runTest({ path, context: { config } });
    channels[at]!.onMessage((message) => heard[at]!.push(message));
  }
  const { postMessage: ask } = channels[0]!;
  ask('jest-light-runner-get-worker-data');
  expect(heard[1]).toEqual([]);
  expect(heard[0]).toEqual([
    {
      type: 'jest-light-runner-worker-data',
      workerData: {
        globalConfig: { maxWorkers: 2 },
        projectConfig: config,
        runtime: 'child_process',
      },
    },
  ]);
});
