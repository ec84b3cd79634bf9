import { expect, test } from '@jest/globals';
import { projectFiles } from './project-files.js';

/** Why what is in another state is, for this reader, not there at all. */
const hidden: Readonly<Record<string, string>> = {
  'src/accounts/change-password.ts': 'the account is the reader’s own, and closed',
  'src/awards/standings/analyse-standings.ts':
    'until the lock nobody learns that there are results',
  'src/awards/standings/analysis.queries.ts': 'the same',
  'src/judging/hall/reveal-scores.ts': 'from whom a relation keeps the chair is nowhere',
};

/** `if (… state …) throw missing()`, on one line or two. */
const byState = /if \([^;{]*(?:\.state\b|State\)|\.has\(|[a-z]At\b)[^;{]*\)\s*throw missing\(\)/;

test('who comes too late hears how things stand, never that there is nothing', () => {
  const found = projectFiles('src', '.ts')
    .filter(({ path }) => !path.endsWith('.spec.ts') && !path.includes('/pages/'))
    .filter(({ text }) => byState.test(text))
    .map(({ path }) => path);
  expect(found).toEqual(Object.keys(hidden));
});
