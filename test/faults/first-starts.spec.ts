import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { SmallTree } from '../setup/support/small-tree.js';

/** Seconds on a quiet machine; each case starts some processes. */
jest.setTimeout(60_000);

const WAITING = 'Another start is preparing this folder; waiting until it is done ...';
const everything = ['install', 'rebuild', 'build'];

let tree: SmallTree;
beforeEach(() => {
  tree = new SmallTree();
});
afterEach(() => tree.end());

/** Everything is in place, as after a good first start. */
async function startOnce(): Promise<void> {
  await tree.start().serves();
  expect(tree.steps()).toEqual(everything);
}

describe('a start', () => {
  it('makes everything that is missing, and nothing the second time', async () => {
    await startOnce();
    expect(await tree.start().serves()).toBe('SERVES\n');
    expect(tree.steps()).toEqual([]);
  });

  it('builds anew from other sources', async () => {
    await startOnce();
    tree.write('src/main.ts', 'other');
    await tree.start().serves();
    expect(tree.steps()).toEqual(['build']);
  });

  it('serves from a complete folder that it may not write', async () => {
    await startOnce();
    const folders = ['', 'node_modules', 'node_modules/better-sqlite3', 'dist', 'dist/bundle'];
    for (const name of folders) chmodSync(join(tree.folder, name), 0o555);
    // An administrator may write anything; without that one capability, permissions count for root too.
    const asAnyone = ['setpriv', '--bounding-set=-dac_override,-fowner', '--'];
    expect(await tree.start(process.getuid?.() === 0 ? asAnyone : []).serves()).toBe('SERVES\n');
    execFileSync('chmod', ['-R', 'u+w', tree.folder]);
  });
});

describe('a start after one that was killed', () => {
  it.each([
    ['install', everything],
    ['rebuild', ['rebuild', 'build']],
    ['build', ['build']],
  ])('at the step %s does what is left', async (step, left) => {
    tree.hold(step);
    const first = tree.start();
    await tree.reaches(step);
    await first.kill('all');
    tree.remove(`hold-${step}`);
    tree.steps();
    await tree.start().serves();
    expect(tree.steps()).toEqual(left);
    expect(readdirSync(join(tree.folder, 'elsewhere/tmp'))).toEqual(['here']);
  });

  it.each([
    ['install', everything],
    ['build', ['build']],
  ])('by the system at the step %s, which said so, does what is left', async (step, left) => {
    const first = tree.start();
    await tree.killStep(step);
    expect(await first.ended).toBe(1);
    expect(first.words.trim().split('\n').at(-1)).toMatch(
      /^The memory was not enough: .+ run the command again\.$/,
    );
    tree.steps();
    await tree.start().serves();
    expect(tree.steps()).toEqual(left);
  });
});

describe('a start in a folder from which something has gone', () => {
  beforeEach(startOnce);

  it.each(['a package', 'a package of a scope', 'the list of npm'])(
    'installs anew: %s',
    async (what) => {
      const names = { 'a package': 'tool', 'a package of a scope': '@nestjs/cli' } as Record<
        string,
        string
      >;
      tree.remove(`node_modules/${names[what] ?? '.package-lock.json'}`);
      await tree.start().serves();
      // What was built from the same sources is still good.
      expect(tree.steps()).toEqual(['install', 'rebuild']);
    },
  );

  it('installs anew where a killed npm moved a package away', async () => {
    tree.write('node_modules/.tool-Ab3dE9xZ/package.json', '{}');
    await tree.start().serves();
    expect(tree.steps()).toEqual(['install', 'rebuild']);
  });

  it('installs anew where a package is in pieces, and says why', async () => {
    tree.remove('dist');
    truncateSync(join(tree.folder, 'node_modules/tool/package.json'));
    tree.remove('node_modules/tool/index.js');
    expect(await tree.start().serves()).toContain('The installed dependencies are incomplete');
    expect(tree.steps()).toEqual(everything);
  });

  it('installs anew where a step of the build is empty, and does not take the old result', async () => {
    tree.write('src/main.ts', 'other');
    truncateSync(join(tree.folder, 'node_modules/@nestjs/cli/bin/nest.js'));
    expect(await tree.start().serves()).toContain('The installed dependencies are incomplete');
    expect(tree.steps()).toEqual(everything);
  });

  it('compiles the database component where it is gone, or was made for another Node', async () => {
    tree.remove('node_modules/better-sqlite3/build');
    await tree.start().serves();
    expect(tree.steps()).toEqual(['rebuild']);
    tree.write('node_modules/better-sqlite3/build/Release/better_sqlite3.node', 'another');
    tree.write('node_modules/.biaogan-stamp', 'of another Node');
    await tree.start().serves();
    expect(tree.steps()).toEqual(['rebuild']);
  });

  it('installs nothing because another checkout that shares its files tried a package', async () => {
    const list = JSON.parse(tree.read('node_modules/.package-lock.json')) as { packages: object };
    const tried = { 'node_modules/tried': { version: '1.0.0' } };
    const packages = { ...list.packages, ...tried };
    tree.write('node_modules/.package-lock.json', JSON.stringify({ packages }));
    expect(await tree.start().serves()).toBe('SERVES\n');
    expect(tree.steps()).toEqual([]);
  });
});

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('two first starts in one folder', () => {
  it.each(everything)(
    'the second waits for the step %s, says so, and does nothing twice',
    async (step) => {
      tree.hold(step);
      const first = tree.start();
      await tree.reaches(step);
      const second = tree.start();
      await second.says(WAITING);
      tree.remove(`hold-${step}`);
      await first.serves();
      expect(await second.serves()).toBe(`${WAITING}\nSERVES\n`);
      expect(tree.steps()).toEqual(everything);
    },
  );

  it('the second goes on when the first is killed', async () => {
    tree.hold('install');
    const first = tree.start();
    await tree.reaches('install');
    const second = tree.start();
    await second.says(WAITING);
    await first.kill('all');
    tree.remove('hold-install');
    await second.serves();
    expect(tree.steps()).toEqual(['install', ...everything]);
  });

  it('the second waits for the npm of a first that was killed without it', async () => {
    tree.hold('install');
    const first = tree.start();
    await tree.reaches('install');
    await first.kill('only the start');
    const second = tree.start();
    await second.says(WAITING);
    tree.remove('hold-install');
    await second.serves();
    expect(tree.steps()).toEqual(everything);
  });
});
