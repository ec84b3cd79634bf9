import { describe, expect, it } from '@jest/globals';
import { projectFiles } from './project-files.js';
import { canSay, sayings } from './reachable-keys.js';
import { catalogue } from './sentences.js';

/** Beginnings of keys whose ends the search cannot put together, and how the program does. */
const BUILT: Readonly<Record<string, string>> = {
  'applications.note.': 'the same notes about claimed values: the key of the rules is replaced',
  'merchants.doubt.': 'the last part of the code of a doubt',
  'programmes.band.': 'edges of a band: which is closed, and which there are',
  'scoring.note.band': 'edges of a band: which there are, and which is closed',
};

const sources = [
  ...projectFiles('src', '.ts'),
  ...projectFiles('seeds', '.ts'),
  ...projectFiles('migrations', '.ts'),
  ...projectFiles('bin', '.mjs'),
  ...projectFiles('public', '.js'),
  ...projectFiles('views', '.hbs'),
].filter(({ path }) => !path.endsWith('.spec.ts'));
const keys = catalogue('zh-CN').map(({ key }) => key);

describe('sentences', () => {
  const said = sayings(sources);
  const silent = keys.filter((key) => !canSay(said, key));
  const beginnings = Object.keys(BUILT);

  it('are all said by something', () => {
    expect(silent.filter((key) => !beginnings.some((start) => key.startsWith(start)))).toEqual([]);
  });

  it('are excused only where the search needs it', () => {
    const idle = beginnings.filter((start) => !silent.some((key) => key.startsWith(start)));
    expect(idle).toEqual([]);
  });
});

describe('the search', () => {
  const said = sayings([
    {
      path: 'a.ts',
      text: `import x from 'a.imported';
        t('a.whole'); t(\`a.state.\${row.state}.text\`); const options = 'a.kind';
        const values = ['Open', 'Shut'] as const; const step = \`\${state}Wait\`; t('a.begun.' + step);
        const events = { taken: 1 }; journal(\`act.\${event}\`); t(\`a.event.\${event}\`);`,
    },
    { path: 'a.hbs', text: "{{t 'a.shown'}}{{t (concat 'a.put.' state)}}" },
  ]);

  it.each([
    ['a key as it stands', 'a.whole', true],
    ['a key of a template', 'a.shown', true],
    ['a hole that a word fills', 'a.state.Open.text', true],
    ['a hole that nothing fills', 'a.state.Lost.text', false],
    ['a choice of a list', 'a.kind.Shut', true],
    ['a choice that no list has', 'a.kind.Ajar', false],
    ['a beginning in code', 'a.begun.Open', true],
    ['a beginning in a template', 'a.put.Shut', true],
    ['a word with a hole in a hole', 'a.begun.OpenWait', true],
    ['a key with a hole in a hole', 'a.event.act.taken', true],
    ['a word with a hole that nothing fills', 'a.begun.LostWait', false],
    ['the name of an imported file', 'a.imported', false],
    ['what nobody says', 'a.nothing', false],
  ])('knows %s', (_, key, found) => {
    expect(canSay(said, key)).toBe(found);
  });
});
