import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundle } from 'lightningcss';

/** The oldest engines that know cascade layers; newer notation such as light-dark() is lowered. */
const targets = { chrome: 99 << 16, firefox: 97 << 16, safari: (15 << 16) | (4 << 8) };

/**
 * Styles, script and icons → `dist/public`, each under a name that carries its hash, with its
 * compressed copies and a manifest: one request for the styles, one for the script of the page, kept for ever.
 */
export async function buildAssets() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const from = join(root, 'public');
  const to = join(root, 'dist', 'public');
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  const keep = (name, content) => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    const kept = `${basename(name, extname(name))}.${hash}${extname(name)}`;
    writeFileSync(join(to, kept), content);
    writeFileSync(join(to, `${kept}.gz`), gzipSync(content, { level: 9 }));
    writeFileSync(join(to, `${kept}.br`), brotliCompressSync(content));
    return `/assets/${kept}`;
  };
  const built = async (file, format) => {
    const { outputFiles } = await build({
      entryPoints: [join(from, file)],
      bundle: true,
      minify: true,
      write: false,
      format,
      target: ['chrome99', 'firefox97', 'safari15.4'],
      plugins: [hashing(join(from, 'scripts/recompute/crypto.js'))],
      logLevel: 'error',
    });
    return outputFiles[0].contents;
  };
  const script = async (file, format = 'esm') => keep(basename(file), await built(file, format));
  const worker = async () => {
    const { outputFiles } = await build({
      entryPoints: [join(from, 'scripts/judging-worker.js')],
      minify: true,
      write: false,
      target: ['chrome99', 'firefox97', 'safari15.4'],
      logLevel: 'error',
    });
    // Its address must not change: a browser asks there whether it has changed.
    writeFileSync(join(to, 'judging-worker.js'), outputFiles[0].contents);
  };
  const styles = (file) => {
    const { code } = bundle({ filename: join(from, file), minify: true, targets });
    return keep(basename(file), code);
  };
  await worker();
  // Goes into a file of its own with the bundle, whole.
  writeFileSync(join(to, 'recompute-file.js'), await built('scripts/recompute-file.js', 'iife'));
  const icon = (name) => keep(name, readFileSync(join(from, 'icons', name)));
  const manifest = {
    css: styles('styles/main.css'),
    hallCss: styles('styles/hall-pages.css'),
    certificateCss: styles('styles/certificate-pages.css'),
    js: await script('scripts/main.js'),
    judging: await script('scripts/judging.js'),
    offline: await script('scripts/offline.js'),
    hall: await script('scripts/hall.js'),
    recompute: await script('scripts/recompute.js'),
    recomputeWorker: await script('scripts/recompute/worker.js', 'iife'),
    icons: icon('sprite.svg'),
    mark: icon('mark.svg'),
  };
  writeFileSync(join(to, 'manifest.json'), JSON.stringify(manifest));
}

/** The rules hash as Node does; in a browser something else has to. */
function hashing(path) {
  return {
    name: 'hashing',
    setup: ({ onResolve }) => onResolve({ filter: /^node:crypto$/ }, () => ({ path })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildAssets();
