import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/**
 * Native modules stay outside; they find their own binaries beside their sources. So does the list of
 * passwords, which is read once: inside the bundle its export was undefined, and nobody could register.
 */
const outside = /^(better-sqlite3|sharp|@node-rs\/argon2|pg-native|@zxcvbn-ts\/language-common)$/;

/** Optional peers of frameworks that are not installed are left to fail as they do unbundled. */
const leaveAbsentPackages = {
  name: 'leave-absent-packages',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...context }) => {
      if (pluginData === 'asked') return undefined;
      if (outside.test(path)) return { path, external: true };
      const found = await resolve(path, { ...context, pluginData: 'asked' });
      return found.errors.length > 0 ? { path, external: true } : found;
    });
  },
};

/**
 * It asks the installed TypeORM for two classes that version 1 no longer has, by a require that no
 * bundler sees; Node would read the whole of TypeORM a second time to find them absent.
 */
const leaveRemovedTypeormExports = {
  name: 'leave-removed-typeorm-exports',
  setup({ onLoad }) {
    onLoad({ filter: /@nestjs\/typeorm\/dist\/common\/typeorm-compat\.js$/ }, () => ({
      contents: 'export const Connection = undefined, AbstractRepository = undefined;',
    }));
  },
};

/**
 * Of its main file no bundler can leave a part out: the telephone numbers of the world and a hundred more
 * checks, read at every start. Nest's own pipe, which is not used, would want them all.
 */
const takeUsedChecksOnly = {
  name: 'take-used-checks-only',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^class-validator$/ }, ({ path, importer, kind, resolveDir }) =>
      importer.includes('@nestjs')
        ? { path, external: true }
        : resolve(`${path}/esm5/index.js`, { importer, kind, resolveDir }),
    );
  },
};

/**
 * Tables are named after classes, and a bundler renames a class where another package has one of the
 * same name. To have it keep every name would cost time at each function that a request makes.
 */
const keepEntityNames = {
  name: 'keep-entity-names',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.entity\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = [...source.matchAll(/^export class (\w+)/gm)].map(([, name]) => name);
      const kept = names.map(
        (name) => `Object.defineProperty(${name}, 'name', { value: '${name}' });`,
      );
      return { contents: [source, ...kept].join('\n') };
    });
  },
};

/**
 * The compiled program and its packages → some files. Node finds and compiles sixty instead of two
 * thousand, which halves the time from process start to first page; what a server does not use
 * (statistics, the demo city) lies in files of its own that are never read.
 * @param compiled the folder of the compiled program, which gets a folder `bundle`
 */
export async function bundleProgram(compiled = dist) {
  const inDist = (path) => join(compiled, path);
  const { metafile, outputFiles } = await build({
    entryPoints: [{ in: inDist('src/cli.js'), out: 'program' }],
    outdir: inDist('bundle'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    splitting: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    // Nobody's forms or answers are made of these; asking for them would load Node's whole HTTP client.
    define: { 'globalThis.FormData': 'undefined', Response: 'undefined' },
    plugins: [takeUsedChecksOnly, leaveAbsentPackages, leaveRemovedTypeormExports, keepEntityNames],
    metafile: true,
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
  });
  await mkdir(inDist('bundle'), { recursive: true });
  for (const { path, text } of outputFiles) await writeFile(path, await asScript(text));
  await cp(fileURLToPath(new URL('shipped', import.meta.url)), inDist('bundle'), {
    recursive: true,
  });
  await writeFile(inDist('bundle/packages.json'), JSON.stringify(packagesIn(metafile)));
}

/**
 * Only scripts can be split into files and still have their code kept by `shipped/kept-code.cjs`; the
 * bundler splits modules only.
 */
async function asScript(text) {
  const { code } = await transform(text, {
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minifyWhitespace: true,
    supported: { 'dynamic-import': false },
    define: {
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
      'import.meta.url': '__address',
    },
    banner: "const __address = require('node:url').pathToFileURL(__filename).href;",
  });
  return code;
}

/** What lies in the bundle and must therefore never be loaded from `node_modules` beside it. */
function packagesIn({ inputs }) {
  const packaged = Object.keys(inputs).filter((path) => path.includes('node_modules/'));
  const names = packaged.map(
    (path) => /^(?:@[^/]+\/)?[^/]+/.exec(path.split('node_modules/').at(-1))[0],
  );
  return [...new Set(names)].sort();
}

/**
 * The thread for long calculations → one file, from the sources: it is pure rules only, so the tests
 * run the very file that is shipped, and building it takes a moment.
 */
export async function bundleWorker() {
  const inProject = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
  await build({
    entryPoints: [inProject('src/jobs/calculation-worker.ts')],
    outdir: inProject('dist/bundle'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    keepNames: true,
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: 'error',
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , compiled] = process.argv;
  await bundleProgram(compiled);
  if (!compiled) {
    await bundleWorker();
    const { buildTemplates } = await import('./templates.mjs');
    buildTemplates();
  }
}
