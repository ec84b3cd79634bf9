import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';

const module = fileURLToPath(new URL('../../bin/support/installed.mjs', import.meta.url));
const { sameInstallation, isMovedAway } = (await import(module)) as {
  sameInstallation: (lock: string, hidden: string) => boolean;
  isMovedAway: (name: string) => boolean;
};

const tree = (packages: Record<string, object>) => JSON.stringify({ packages });
const a = { version: '1.0.0', integrity: 'sha512-a' };
const b = { version: '2.0.0', integrity: 'sha512-b' };
const lock = tree({
  '': { name: 'biaogan' },
  'node_modules/a': a,
  'node_modules/b': b,
  'node_modules/a-darwin': { ...a, optional: true },
});

describe('whether npm finished what the lock asks for', () => {
  it.each<[string, string, boolean]>([
    ['everything', tree({ 'node_modules/a': a, 'node_modules/b': b }), true],
    [
      'one package more, which someone wanted to try',
      tree({ 'node_modules/a': a, 'node_modules/b': b, 'node_modules/c': a }),
      true,
    ],
    ['one package less', tree({ 'node_modules/a': a }), false],
    [
      'another version',
      tree({ 'node_modules/a': a, 'node_modules/b': { ...b, version: '2.0.1' } }),
      false,
    ],
    [
      'the same version with another content',
      tree({ 'node_modules/a': a, 'node_modules/b': { ...b, integrity: 'sha512-c' } }),
      false,
    ],
    [
      'another version of a binary for this platform',
      tree({ 'node_modules/a': a, 'node_modules/b': b, 'node_modules/a-darwin': b }),
      false,
    ],
    ['no end to the list', '{"packages": {"node_modules/a', false],
    ['no list', '', false],
  ])('%s', (_name, hidden, whole) => {
    expect(sameInstallation(lock, hidden)).toBe(whole);
  });

  it.each([
    ['.typeorm-Ab3dE9xZ', true],
    ['.node-html-parser-0aB1cD2e', true],
    ['.package-lock.json', false],
    ['.biaogan-stamp', false],
    ['.bin', false],
    ['.cache', false],
    ['reflect-metadata', false],
  ])('%s was moved away by npm: %s', (name, movedAway) => {
    expect(isMovedAway(name)).toBe(movedAway);
  });
});
