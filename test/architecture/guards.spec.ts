import { catalogue } from './sentences.js';
import { projectFiles } from './project-files.js';

/** A guard that is stated instead of found lets a step pass whatever the facts are. */
describe('guards of the lifecycles', () => {
  const prefix = 'lifecycle.guard.';
  const names = catalogue('zh-CN')
    .filter(({ key }) => key.startsWith(prefix))
    .map(({ key }) => key.slice(prefix.length));
  const stated = new RegExp(`\\b(${names.join('|')}): true\\b`, 'u');

  it('are known by name', () => {
    expect(names).toContain('noVetoHit');
  });

  it('are never passed as a literal true', () => {
    const found = projectFiles('src', '.ts')
      .filter(({ path }) => !path.endsWith('.spec.ts'))
      .flatMap(({ path, text }) =>
        text
          .split('\n')
          .flatMap((line, i) => (stated.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });
});

/** Files that ask a table for more than the move itself, and why. */
const ASK_THE_TABLE: Readonly<Record<string, string>> = {
  'src/awards/objections/file-objection.ts': 'tells the last day of the period instead',
  'src/judging/sheets/save-sheet.ts': 'says of any reason that the sheet is closed',
  'src/applications/applicant/start-applications.ts': 'a draft begins: names the field',
};

describe('a move along a lifecycle', () => {
  it('is made by requireMove, which tells a lost race as one', () => {
    const asking = projectFiles('src', '.ts')
      .filter(({ path }) => !path.startsWith('src/rules/') && !path.endsWith('.spec.ts'))
      .filter(({ text }) => /\btransition\(/u.test(text))
      .map(({ path }) => path);
    expect(asking.toSorted()).toEqual(Object.keys(ASK_THE_TABLE).toSorted());
  });
});
