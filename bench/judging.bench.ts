import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { BenchRow } from './bench-row.js';
import { startServer } from './child-server.js';
import { demoSession } from './demo-session.js';
import { type OpenSheet, openSheets, saveSheet } from './sheet-client.js';

const connections = 4;
const seconds = 5;
const program = join(import.meta.dirname, '..', 'bundle', 'cli.cjs');

/** A judge's autosave over HTTP, durably committed, beside raw durable updates of the same engine. */
export async function benchJudging(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'biaogan-bench-'));
  const env = { DATA_DIR: dataDir, NODE_ENV: 'development', DEMO: 'on', DATABASE_URL: '' };
  const server = await startServer(program, () => ['serve'], env);
  try {
    const cookie = await demoSession(server.url, '评委');
    const sheets = await openSheets(server.url, cookie, connections);
    await save(sheets, 1);
    const times = await save(sheets, seconds);
    const perSecond = times.length / seconds;
    const raw = rawDurableWrites(dataDir);
    const p95 = times[Math.floor(times.length * 0.95)]!;
    return [
      {
        name: 'saving a sheet durably, 4 connections',
        value: perSecond,
        unit: 'saves/s',
        reference: raw,
        target: '>= 500 saves/s',
        ratio: perSecond / raw,
        met: perSecond >= 500,
      },
      {
        name: 'saving a sheet durably, 95th percentile',
        value: p95,
        unit: 'ms',
        reference: 30,
        target: '< 30 ms',
        ratio: p95 / 30,
        met: p95 < 30,
      },
    ];
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Every connection saves its own sheet again and again; @returns latencies in ms, ascending */
async function save(sheets: readonly OpenSheet[], forSeconds: number): Promise<number[]> {
  const until = performance.now() + forSeconds * 1000;
  const times: number[] = [];
  await Promise.all(
    sheets.map(async (sheet) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        const began = performance.now();
        await saveSheet(sheet, turn);
        times.push(performance.now() - began);
      }
    }),
  );
  return times.toSorted((a, b) => a - b);
}

/** Single-row transactions a second with the same durability, in the same minute on the same disk. */
function rawDurableWrites(dataDir: string): number {
  const file = new SqliteDatabase(join(dataDir, 'raw.sqlite'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.exec('CREATE TABLE sheet (id INTEGER PRIMARY KEY, scores TEXT, version INTEGER)');
  file.exec("INSERT INTO sheet VALUES (1, '{}', 1)");
  const update = file.prepare('UPDATE sheet SET scores = ?, version = version + 1 WHERE id = 1');
  const began = performance.now();
  let writes = 0;
  for (; performance.now() - began < 2000; writes += 1) update.run(JSON.stringify({ G11: writes }));
  file.close();
  return writes / 2;
}
