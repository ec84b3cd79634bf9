import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { offerBinaryOf } from './binary-server.mjs';
import { countIn, limitMemory, withoutPrograms } from './hardships.mjs';
import {
  killedWhen,
  npmStart,
  processOf,
  refuses,
  said,
  serves,
  servesOrRefuses,
  until,
} from './starts.mjs';
import { clone, copyOfCache, nodeBinary, takeOver, unpack } from './trees.mjs';

const nobody = 65534;
const asNobody = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
const ownFolder = (folder) => execFileSync('chown', ['-R', `${nobody}:${nobody}`, folder]);

/**
 * Every hardship of a first start, by name. A case gets a folder of its own and ends well, or throws.
 * `prepared` makes a tree that has been started once; the cases that need one share it.
 */
export function casesOf({ work, prepared }) {
  const folder = (name) => join(work, name);
  const homeOfNobody = () => {
    const home = folder('home');
    if (!existsSync(home)) {
      copyOfCache(join(home, '.npm'));
      ownFolder(home);
    }
    return { HOME: home, TMPDIR: home, npm_config_cache: join(home, '.npm') };
  };
  let offered;
  /** A start that downloads the compiled component instead of compiling it. */
  const quickStart = async (tree, options = {}) => {
    offered ??= await offerBinaryOf(await prepared());
    return npmStart(tree, { ...options, env: { ...options.env, ...offered } });
  };
  const freshFrom = async (name, parts) => {
    const tree = clone(folder(name));
    takeOver(await prepared(), tree, parts);
    return tree;
  };
  const uncompiled = async (name) => {
    const tree = await freshFrom(name, ['node_modules']);
    rmSync(join(tree, 'node_modules/better-sqlite3/build'), { recursive: true });
    rmSync(join(tree, 'node_modules/.biaogan-stamp'));
    return tree;
  };

  return {
    'clone, locale C': async () =>
      serves(await npmStart(await prepared(), { env: { LC_ALL: 'C' } })),
    'archive without .git, English': async () => {
      const start = await quickStart(unpack(folder('archive')), { env: { LANG: 'en_US.UTF-8' } });
      await serves(start);
      if (!start.output.includes('Dependencies installed in')) throw new Error('not in English');
    },
    'spaces and Chinese in the path, locale zh_CN': async () => {
      const tree = clone(folder('示范 网商 评选'));
      await serves(await quickStart(tree, { env: { LC_ALL: 'zh_CN.UTF-8' } }));
    },
    'parentheses and quotes in the path': async () =>
      serves(await npmStart(clone(folder("biaogan (1) it's & co")))),
    'another account than root': async () => {
      const tree = clone(folder('account'));
      ownFolder(tree);
      await serves(await quickStart(tree, { before: asNobody, env: homeOfNobody() }));
    },
    'Node.js 22': async () =>
      serves(await npmStart(clone(folder('node22')), { node: nodeBinary(folder('nodes'), '22') })),
    'Node.js 24': async () =>
      serves(await npmStart(clone(folder('node24')), { node: nodeBinary(folder('nodes'), '24') })),
    'Node.js changed after the first start': async () => {
      const tree = await freshFrom('changed', ['node_modules', 'dist']);
      await serves(await npmStart(tree, { node: nodeBinary(folder('nodes'), '22') }));
    },
    'no compiler': async () => {
      const env = withoutPrograms(folder('no-compiler-bin'), /^(c\+\+|g\+\+|clang|gcc|cc$|x86_64)/);
      await refuses(await npmStart(await uncompiled('no-compiler'), { env }), 'buildToolsMissing');
    },
    'no Python': async () => {
      const env = withoutPrograms(folder('no-python-bin'), /^(python|pypy)/);
      await refuses(await npmStart(await uncompiled('no-python'), { env }), 'buildToolsMissing');
    },
    'no network': async () => {
      const tree = clone(folder('no-network'));
      const env = { npm_config_cache: folder('empty-cache') };
      await refuses(await npmStart(tree, { before: ['unshare', '-n'], env }), 'noNetwork', 30);
    },
    'a registry that answers nothing': async () => {
      const tree = clone(folder('no-registry'));
      // An address of the documentation range: packets go out and nothing ever comes back.
      const env = {
        npm_config_cache: folder('empty-cache'),
        npm_config_registry: 'https://192.0.2.1/',
      };
      await refuses(await npmStart(tree, { env }), 'noNetwork', 30);
    },
    'read-only folder, nothing installed': async () => {
      const tree = clone(folder('read-only'));
      const options = { before: asNobody, env: homeOfNobody(), dataFolder: folder('home/data') };
      await refuses(await npmStart(tree, options), 'notWritable', 30);
    },
    'read-only folder, everything built': async () => {
      const tree = await freshFrom('read-only-built', ['node_modules', 'dist']);
      const dataFolder = folder('home/data-built');
      const env = homeOfNobody();
      await serves(await npmStart(tree, { before: asNobody, env, dataFolder }));
    },
    'killed while installing': async () => {
      const tree = clone(folder('killed-installing'));
      const arrived = () => countIn(tree) > 100;
      await killedWhen(await quickStart(tree), 'packages', arrived);
      await serves(await quickStart(tree));
    },
    'npm install by hand, killed': async () => {
      const tree = clone(folder('killed-by-hand'));
      const command = ['npm', 'install', '--no-audit', '--no-fund'];
      await killedWhen(await quickStart(tree, { command }), 'packages', () => countIn(tree) > 300);
      await serves(await quickStart(tree));
    },
    'killed while compiling': async () => {
      const tree = await uncompiled('killed-compiling');
      const start = await npmStart(tree);
      await killedWhen(start, 'the compiler', () => processOf(start, 'cc1plus'));
      await serves(await npmStart(tree));
    },
    'killed while building': async () => {
      const tree = await freshFrom('killed-building', ['node_modules']);
      const start = await quickStart(tree);
      const begun = () => said(start, 'building') && existsSync(join(tree, 'dist'));
      await killedWhen(start, 'the build', begun);
      await serves(await quickStart(tree));
    },
    'killed while filling the database': async () => {
      const tree = await freshFrom('killed-filling', ['node_modules', 'dist']);
      const start = await quickStart(tree);
      const file = () => readdirSync(tree).includes('data') && readdirSync(join(tree, 'data'));
      await killedWhen(start, 'a database', () => file() && file().length > 0);
      await serves(await quickStart(tree));
    },
    'npm killed by the system': async () => {
      const start = await npmStart(clone(folder('npm-killed')));
      await until(start, 'npm', () => processOf(start, 'npm ci'));
      process.kill(processOf(start, 'npm ci'), 'SIGKILL');
      await refuses(start, 'outOfMemory', 30);
    },
    'build killed by the system': async () => {
      const start = await npmStart(await freshFrom('build-killed', ['node_modules']));
      await until(start, 'the build', () => processOf(start, 'nest.js build'));
      process.kill(processOf(start, 'nest.js build'), 'SIGKILL');
      await refuses(start, 'outOfMemory', 30);
    },
    '512 MB of memory': async () => {
      const before = limitMemory(512);
      await servesOrRefuses(await npmStart(clone(folder('512-mb')), { before }), 'outOfMemory');
    },
    '96 MB of memory': async () => {
      const before = limitMemory(96);
      await refuses(await npmStart(clone(folder('96-mb')), { before }), 'outOfMemory');
    },
    'two first starts in one folder': async () => {
      const tree = clone(folder('two-starts'));
      const first = await quickStart(tree);
      await until(first, 'packages', () => countIn(tree) > 100);
      const second = await quickStart(tree);
      await until(second, 'the word that it waits', () => said(second, 'waiting'));
      await serves(first);
      await serves(second);
      if (said(second, 'installing')) throw new Error('the second installed as well');
    },
    'a package in pieces': async () => {
      const tree = await freshFrom('in-pieces', ['node_modules']);
      truncateSync(join(tree, 'node_modules/esbuild/lib/main.js'));
      rmSync(join(tree, 'node_modules/lightningcss/node/index.js'));
      const start = await quickStart(tree);
      await serves(start);
      if (!said(start, 'packagesDamaged')) throw new Error('the damage was not noticed');
    },
    'a package gone after a good start': async () => {
      const tree = await freshFrom('gone', ['node_modules', 'dist']);
      rmSync(join(tree, 'node_modules/typeorm'), { recursive: true });
      await serves(await quickStart(tree));
    },
  };
}
