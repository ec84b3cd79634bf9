import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Native modules stay outside; they find their own binaries beside their sources. */
const native = /^(better-sqlite3|sharp|@node-rs\/argon2|pg-native|esbuild|lightningcss)$/;

const banner = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const __filename = import.meta.filename ?? new URL(import.meta.url).pathname;
const __dirname = __filename.slice(0, __filename.lastIndexOf('/'));`;

/** Optional peers of frameworks that are not installed are left to fail as they do unbundled. */
const leaveAbsentPackages = {
  name: 'leave-absent-packages',
  setup({ onResolve, resolve }) {
    // Its CommonJS entry brings every validator and a telephone library; the other can be shaken.
    // The framework's own pipe would import it whole; forms here are read without that pipe.
    const validator = (path, context) =>
      context.importer.includes('@nestjs')
        ? { path, external: true }
        : resolve(`${path}/esm5/index.js`, { ...context, pluginData: 'asked' });
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...context }) => {
      if (pluginData === 'asked') return undefined;
      if (native.test(path)) return { path, external: true };
      if (/^class-(validator|transformer)$/.test(path)) return validator(path, context);
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
 * Tables are named after classes, and a bundler renames a class where another package has one of the
 * same name. To have it keep every name would cost time at each function that a request makes.
 */
const keepEntityNames = {
  name: 'keep-entity-names',
  setup({ onLoad }) {
    onLoad({ filter: /\/dist\/src\/.*\.entity\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const names = [...source.matchAll(/^export class (\w+)/gm)].map(([, name]) => name);
      const kept = names.map(
        (name) => `Object.defineProperty(${name}, 'name', { value: '${name}' });`,
      );
      return { contents: [source, ...kept].join('\n') };
    });
  },
};

/** Databases that a configuration here cannot name: their drivers stay as empty classes. */
const leaveOtherDatabases = {
  name: 'leave-other-databases',
  setup({ onLoad }) {
    const others =
      'aurora-mysql|aurora-postgres|capacitor|cockroachdb|cordova|expo|mysql|nativescript|oracle|react-native|sap|spanner|sqljs|sqlserver';
    const filter = new RegExp(`typeorm/driver/(?:${others})/(\\w+Driver)\\.js$`);
    onLoad({ filter }, ({ path }) => ({
      contents: `exports.${filter.exec(path)[1]} = class {};`,
    }));
  },
};

/**
 * The compiled program and its packages → a few files. Node finds and compiles ten modules instead of
 * two thousand, which halves the time from process start to first page; what a server does not use
 * (statistics, the demo city) lies in files of its own that are never read.
 */
export async function bundleProgram() {
  const inDist = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url));
  await build({
    entryPoints: [inDist('src/cli.js')],
    outdir: inDist('bundle'),
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: banner },
    // Forms are read into fields of their own; asking for it would load Node's whole HTTP client.
    define: { 'globalThis.FormData': 'undefined' },
    plugins: [
      leaveAbsentPackages,
      leaveRemovedTypeormExports,
      leaveOtherDatabases,
      keepEntityNames,
    ],
    logLevel: 'error',
    logOverride: { 'empty-import-meta': 'silent' },
  });
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
  await bundleProgram();
  await bundleWorker();
  const { buildTemplates } = await import('./templates.mjs');
  buildTemplates();
}
