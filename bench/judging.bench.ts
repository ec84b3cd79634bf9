import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { BenchRow } from './bench-row.js';
import { startServer } from './child-server.js';
import { demoSession } from './demo-session.js';
import { load } from './load.js';
import { enlargeOwnList } from './long-own-list.js';
import { type OpenSheet, openSheets, saveSheet } from './sheet-client.js';

const connections = 4;
const seconds = 5;
const listed = 71;
const program = join(import.meta.dirname, '..', 'bundle', 'cli.cjs');

/**
 * A judge's autosave over HTTP, durably committed, beside raw durable updates of the same engine; the sheet itself,
 * and the list of 71 own sheets.
 */
export async function benchJudging(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'biaogan-bench-'));
  const env = { DATA_DIR: dataDir, NODE_ENV: 'development', DEMO: 'on', DATABASE_URL: '' };
  const serve = () => startServer(program, () => ['serve'], env);
  const first = await serve();
  const judge = await accountOf(first.url, await demoSession(first.url, '评委'));
  await first.stop();
  const roundId = enlargeOwnList(dataDir, judge, listed);
  const server = await serve();
  try {
    const cookie = await demoSession(server.url, '评委');
    const sheets = await openSheets(server.url, cookie, connections);
    await save(sheets, 1);
    const times = await save(sheets, seconds);
    const perSecond = times.length / seconds;
    const raw = rawDurableWrites(dataDir);
    const p95 = times[Math.floor(times.length * 0.95)]!;
    const own = await ownPages(server.url, cookie, sheets[0]!.url, roundId);
    return [
      {
        name: 'saving a sheet durably, 4 connections',
        value: perSecond,
        unit: 'saves/s',
        reference: raw,
        target: '>= 2000 saves/s',
        ratio: perSecond / raw,
        met: perSecond >= 2000,
      },
      {
        name: 'saving a sheet durably, 95th percentile',
        value: p95,
        unit: 'ms',
        reference: 15,
        target: '< 15 ms',
        ratio: p95 / 15,
        met: p95 < 15,
      },
      ...own,
    ];
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function accountOf(url: string, cookie: string): Promise<string> {
  const answer = await fetch(`${url}/session`, { headers: { cookie } });
  return ((await answer.json()) as { account: string }).account;
}

/** HotCRP on the machine where these targets were set: review page 55/s, review list of 40 117/s. */
async function ownPages(
  url: string,
  cookie: string,
  sheet: string,
  roundId: string,
): Promise<BenchRow[]> {
  const list = `${url}/judging/rounds/${roundId}/review`;
  const html = await (await fetch(list, { headers: { cookie } })).text();
  const rows = html.match(/<th scope="row"/g)?.length ?? 0;
  if (rows < listed) throw new Error(`the list shows ${rows} sheets`);
  const pages = [
    { name: 'a judge’s sheet page', address: sheet },
    { name: `list of ${listed} own sheets`, address: list },
  ];
  const made: BenchRow[] = [];
  for (const { name, address } of pages) {
    const { perSecond } = await load(address, { headers: { cookie }, connections });
    made.push({
      name,
      value: perSecond,
      unit: 'req/s',
      reference: 1200,
      target: '>= 1200 req/s',
      ratio: perSecond / 1200,
      met: perSecond >= 1200,
    });
  }
  return made;
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
