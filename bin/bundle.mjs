import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Native modules stay outside; they find their own binaries beside their sources. */
const native = /^(better-sqlite3|@node-rs\/argon2|pg-native|esbuild|lightningcss)$/;

const banner = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const __filename = import.meta.filename ?? new URL(import.meta.url).pathname;
const __dirname = __filename.slice(0, __filename.lastIndexOf('/'));`;

/** Optional peers of frameworks that are not installed are left to fail as they do unbundled. */
const leaveAbsentPackages = {
  name: 'leave-absent-packages',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, pluginData, ...context }) => {
      if (pluginData === 'asked') return undefined;
      if (native.test(path)) return { path, external: true };
      // Its CommonJS entry brings every validator and a telephone library; the other can be shaken.
      if (path === 'class-validator')
        return resolve('class-validator/esm5/index.js', { ...context, pluginData: 'asked' });
      const found = await resolve(path, { ...context, pluginData: 'asked' });
      return found.errors.length > 0 ? { path, external: true } : found;
    });
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
    keepNames: true,
    minifyWhitespace: true,
    minifySyntax: true,
    banner: { js: banner },
    plugins: [leaveAbsentPackages],
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
}
