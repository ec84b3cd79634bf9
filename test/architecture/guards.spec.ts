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
