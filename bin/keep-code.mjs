import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { once } from 'node:events';
import { inRoot } from './support/paths.mjs';

const PATIENCE_MS = 60_000;

/**
 * Starts the bundled program in this process, on an empty folder and with nobody's settings, asks for its
 * first page, ends it and keeps the code of what it ran (`shipped/kept-code.cjs`). Where that cannot be
 * done, starts are slower and otherwise the same.
 */
async function keepCode(bundle) {
  const data = join(bundle, '../first-start');
  rmSync(data, { recursive: true, force: true });
  const port = await freePort();
  const own = { DATA_DIR: data, HOST: '127.0.0.1', PORT: String(port), DEMO: 'off' };
  process.env = { PATH: process.env.PATH, ...own };
  process.argv = [process.execPath, join(bundle, 'cli.cjs'), 'serve'];
  const { keep, load } = createRequire(import.meta.url)(join(bundle, 'kept-code.cjs'));
  process.on('exit', (status) => {
    rmSync(data, { recursive: true, force: true });
    if (status === 0) keep();
  });
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
  load(bundle, 'program.cjs');
  while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
  process.emit('SIGTERM');
}

function answers(port) {
  return fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } }).then(
    async (page) => (await page.text(), page.ok),
    () => false,
  );
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// What the program says of this start would confuse whoever waits for their own.
process.stdout.write = process.stderr.write = () => true;
await keepCode(process.argv[2] ?? inRoot('dist/bundle')).catch(() => process.exit(1));
