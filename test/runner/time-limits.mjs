import { addEventHandler, getState } from 'jest-circus';

/**
 * The runner calls tests and hooks without a limit; one that never ends would hold up the whole suite.
 * Here each gets its own limit, or its file's (`jest.setTimeout`), or that of the configuration.
 */
export default function limitTimes() {
  const limits = new WeakMap();
  const usual = 60_000;
  jest.setTimeout = (milliseconds) => {
    limits.set(getState().rootDescribeBlock, milliseconds);
    return jest;
  };
  addEventHandler((event, { currentDescribeBlock, rootDescribeBlock }) => {
    const limit = (item) => {
      const milliseconds = item.timeout ?? limits.get(rootDescribeBlock) ?? usual;
      if (item.fn) item.fn = inTime(item.fn, milliseconds);
    };
    if (event.name === 'add_test') limit(currentDescribeBlock.children.at(-1));
    if (event.name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1));
  });
}

function inTime(work, milliseconds) {
  return async () => {
    let timer;
    const late = new Promise((_, reject) => {
      const error = new Error(`Not done within ${milliseconds} ms`);
      timer = setTimeout(() => reject(error), milliseconds);
    });
    try {
      await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
