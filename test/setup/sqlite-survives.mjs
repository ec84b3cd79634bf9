// Does the installed better-sqlite3 survive this Node? Threads make connections and statements, leave
// them to the garbage collector, and let it run while nothing else does: there a native object that
// expects to be inside a call aborts the process, as version 12 does on Node.js 24.21.
//   node test/setup/sqlite-survives.mjs [seconds] [folder whose better-sqlite3 to use]
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const threads = 2;

async function strain({ seconds, folder }) {
  const Database = createRequire(resolve(folder, 'package.json'))('better-sqlite3');
  const end = Date.now() + seconds * 1000;
  const database = new Database(':memory:');
  let kept = [];
  while (Date.now() < end) {
    for (let n = 0; n < 3000; n += 1) database.prepare(`SELECT ${n}`);
    if (database.prepare('SELECT 42 AS n').get().n !== 42) throw new Error('a wrong answer');
    new Database(':memory:').prepare('SELECT 1');
    // Enough that lasts for the collector to begin, and idle time for it to finish outside any call.
    kept = Array.from({ length: 200 }, (_, n) => Array(20_000).fill(n));
    await sleep(20 + Math.random() * 200);
  }
  database.close();
  return kept.length;
}

const options = workerData ?? {
  seconds: Number(process.argv[2] ?? 20),
  folder: process.argv[3] ?? '.',
};
if (isMainThread) {
  const workers = Array.from(
    { length: threads },
    () => new Worker(fileURLToPath(import.meta.url), { workerData: options }),
  );
  await Promise.all([strain(options), ...workers.map((worker) => once(worker, 'exit'))]);
  const manifest = resolve(options.folder, 'node_modules/better-sqlite3/package.json');
  const { version } = createRequire(import.meta.url)(manifest);
  console.log(`better-sqlite3 ${version} on Node.js ${process.versions.node}: no abort`);
} else {
  await strain(options);
}
