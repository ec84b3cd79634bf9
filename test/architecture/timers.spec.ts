import { expect, test } from '@jest/globals';
import { projectFiles } from './project-files.js';

/** Each stops what it began before the database is closed, or touches no database. */
const ownTimers = [
  'src/config/repeated-work.ts',
  // Waits for the thread and for its own last write.
  'src/jobs/run-calculations.ts',
  // Closes idle connections while the server ends.
  'src/serve/stop-serving.ts',
];

test('what a server does again and again is RepeatedWork, which its end waits for', () => {
  const timed = projectFiles('src', '.ts')
    .filter(({ path, text }) => !path.endsWith('.spec.ts') && /\bsetInterval\(/.test(text))
    .map(({ path }) => path);
  expect(timed).toEqual(ownTimers);
});
