import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import SqliteDatabase from 'better-sqlite3';
import { readConfig } from '../src/config/config.js';
import { Database } from '../src/database/database.js';
import { createApp } from '../src/main.js';
import type { BenchRow } from './bench-row.js';
import { startServer } from './child-server.js';
import { demoSession } from './demo-session.js';
import { enlargeLockedCategory } from './large-category.js';

const program = join(import.meta.dirname, '..', 'bundle', 'cli.cjs');

interface List {
  readonly name: string;
  readonly duty: string | null;
  readonly one: string;
  readonly many: string;
}

/** SELECTs that a list page makes when it finds one row, and when it finds a thousand and more. */
export async function benchQueries(): Promise<BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'biaogan-bench-'));
  const env = { DATA_DIR: dataDir, NODE_ENV: 'development', DEMO: 'on', DATABASE_URL: '' };
  try {
    await (await startServer(program, () => ['serve'], env)).stop();
    const large = enlargeLockedCategory(dataDir, 2000);
    const app = await createApp(readConfig({ ...env, LOG_LEVEL: 'silent' }));
    await app.listen(0, '127.0.0.1');
    try {
      const rows: BenchRow[] = [];
      for (const list of lists(dataDir, large)) rows.push(await compare(app, list));
      return rows;
    } finally {
      await app.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function lists(dataDir: string, large: string): List[] {
  const file = new SqliteDatabase(join(dataDir, 'biaogan.sqlite'), { readonly: true });
  const text = (sql: string) => file.prepare(sql).pluck().get() as string;
  const merchant = text('SELECT credit_code FROM merchant ORDER BY id LIMIT 1');
  const entry = text(
    'SELECT event FROM journal_entry GROUP BY event HAVING COUNT(*) = 1 ORDER BY event LIMIT 1',
  );
  const small = text(
    `SELECT l.category_id FROM standing_lock l JOIN standing s ON s.lock_id = l.id
     WHERE l.state = 'Locked' GROUP BY l.id, l.category_id ORDER BY COUNT(*), l.id LIMIT 1`,
  );
  const laureate = text(
    'SELECT m.name FROM title t JOIN merchant m ON m.id = t.merchant_id ORDER BY t.id LIMIT 1',
  );
  file.close();
  return [
    {
      name: 'registry',
      duty: '市办登记员',
      one: `/office/registry?q=${merchant}`,
      many: '/office/registry',
    },
    {
      name: 'journal',
      duty: '监督',
      one: `/supervision/journal?event=${entry}`,
      many: '/supervision/journal',
    },
    {
      name: 'ranking of a category',
      duty: '计分',
      one: `/office/standings/${small}`,
      many: `/office/standings/${large}`,
    },
    {
      name: 'honours roll',
      duty: null,
      one: `/awards?name=${encodeURIComponent(laureate)}`,
      many: '/awards',
    },
  ];
}

async function compare(app: NestFastifyApplication, list: List): Promise<BenchRow> {
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const cookie = list.duty ? await demoSession(url, list.duty) : '';
  const database = app.get(Database);
  const queries = async (path: string) => {
    const before = database.readCount;
    const answer = await fetch(url + path, { headers: { cookie } });
    await answer.text();
    if (!answer.ok || answer.redirected) throw new Error(`${path} answered ${answer.status}`);
    return database.readCount - before;
  };
  const one = await queries(list.one);
  const many = await queries(list.many);
  return {
    name: `queries of a list page: ${list.name}`,
    value: many,
    unit: 'queries',
    reference: one,
    target: '= for one row',
    ratio: many / one,
    met: many === one,
  };
}
