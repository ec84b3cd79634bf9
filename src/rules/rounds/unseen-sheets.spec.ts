import { expect, test } from '@jest/globals';
import { unseenSheets } from './unseen-sheets.js';

const sheet = (reviewedAt: string | null, files: string[] = []) => ({
  savedAt: '2026-06-02',
  reviewedAt,
  files,
});
const seen = (one: ReturnType<typeof sheet>, opened: string[] = []) => {
  const { unopened, unreviewed } = unseenSheets([one], new Set(opened));
  return [unopened.length, unreviewed.length];
};

test.each([
  ['never looked through', sheet(null), [], [0, 1]],
  ['looked through before the last change', sheet('2026-06-01'), [], [0, 1]],
  ['looked through with the last change', sheet('2026-06-02'), [], [0, 0]],
  ['no file opened', sheet('2026-06-03', ['a', 'b']), ['c'], [1, 0]],
  ['one file of two opened', sheet('2026-06-03', ['a', 'b']), ['b'], [0, 0]],
  ['nothing to open', sheet('2026-06-03'), [], [0, 0]],
])('a sheet: %s', (_title, one, opened, expected) => {
  expect(seen(one, opened)).toEqual(expected);
});
