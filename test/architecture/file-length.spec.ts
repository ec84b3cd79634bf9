import { projectFiles } from './project-files.js';

const limit = 250;

/** Path → why the file may be longer. */
const reasons: Readonly<Record<string, string>> = {
  'src/awards/awards.spec.ts': 'one award told in order, each step standing on the one before',
  'src/awards/titles/pages/life.spec.ts': 'one title told in order, likewise',
};

describe('files stay small', () => {
  const files = [...projectFiles('src', '.ts'), ...projectFiles('views', '.hbs')];
  const long = files.filter(({ text }) => text.trimEnd().split('\n').length > limit);

  it(`no source or template has more than ${limit} lines without a stated reason`, () => {
    expect(files.length).toBeGreaterThan(0);
    expect(long.map(({ path }) => path).filter((path) => !(path in reasons))).toEqual([]);
  });

  it('no reason outlives its file', () => {
    expect(Object.keys(reasons).filter((path) => !long.some((file) => file.path === path))).toEqual(
      [],
    );
  });
});
