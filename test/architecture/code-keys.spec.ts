import { projectFiles } from './project-files.js';
import { catalogue } from './sentences.js';
import { sourceLiterals } from './source-literals.js';

describe('sentences that code names', () => {
  const known = new Set(catalogue('zh-CN').map(({ key }) => key));
  const named = projectFiles('src', '.ts')
    .filter(({ path }) => !path.endsWith('.spec.ts'))
    .flatMap(({ path, text }) =>
      sourceLiterals(path, text)
        .filter(({ isKey }) => isKey)
        .map(({ line, text: key }) => ({ place: `${path}:${line}`, key })),
    );

  it('are named somewhere', () => {
    expect(named.length).toBeGreaterThan(0);
  });

  it('exist in locales', () => {
    const missing = named.filter(({ key }) => !known.has(key));
    expect(missing.map(({ place, key }) => `${key} (${place})`)).toEqual([]);
  });
});
