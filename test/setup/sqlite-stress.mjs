// Does the installed better-sqlite3 survive this Node? Threads open, use, close and forget connections
// and statements, and collect garbage from a task of the event loop, where a native object that
// expects to be inside a call aborts the process: that is how Node 24.19 and later meet version 12.
//   node --expose-gc test/setup/sqlite-stress.mjs [rounds] [folder whose better-sqlite3 to use]
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread, Worker, workerData } from 'node:worker_threads';

const threads = 2;
const self = fileURLToPath(import.meta.url);

async function stress({ rounds, folder }) {
  const Database = createRequire(resolve(folder, 'package.json'))('better-sqlite3');
  for (let round = 0; round < rounds; round += 1) {
    for (let connection = 0; connection < 10; connection += 1) {
      const database = new Database(':memory:');
      database.exec('CREATE TABLE t (n INTEGER)');
      for (let n = 0; n < 20; n += 1) database.prepare('INSERT INTO t VALUES (?)').run(n);
      const rows = database.prepare('SELECT count(*) AS count FROM t').get();
      if (rows.count !== 20) throw new Error(`20 rows were written, ${rows.count} are there`);
      // The others are left to the garbage collector with everything they hold.
      if (connection % 2 === 0) database.close();
    }
    await gc({ type: 'major', execution: 'async' });
  }
}

if (isMainThread) {
  const options = { rounds: Number(process.argv[2] ?? 30), folder: process.argv[3] ?? '.' };
  const workers = Array.from({ length: threads }, () => new Worker(self, { workerData: options }));
  const ends = workers.map(
    (worker) => new Promise((done, fail) => worker.on('error', fail).on('exit', done)),
  );
  await Promise.all([stress(options), ...ends]);
  const { version } = createRequire(resolve(options.folder, 'package.json'))(
    'better-sqlite3/package.json',
  );
  console.log(`better-sqlite3 ${version} on Node ${process.versions.node}: no abort`);
} else {
  await stress(workerData);
}
