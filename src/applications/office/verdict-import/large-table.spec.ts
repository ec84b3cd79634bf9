import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { growth } from '../../../../test/support/growth.js';
import { statementsOf } from '../../../../test/support/statements.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { verdictFile } from '../../../../test/support/verdict-file.js';
import { type Verifying, verifying } from '../../../../test/support/verifying.js';
import { ExportVerdicts } from './export-verdicts.js';
import { ImportVerdicts } from './import-verdicts.js';
import { PlanVerdictImport } from './plan-verdict-import.js';
import { VERDICT_COLUMNS } from './verdict-columns.js';

const most = 5000;

let app: TestApp;
let work: Verifying;
let content: Buffer;
let tenth: Buffer;
let rows: number;
let files: number;
beforeAll(async () => {
  app = await TestApp.start();
  work = await verifying(app);
  const table = () => app.app.get(ExportVerdicts).run({ accountId: null }, 'zh-CN');
  const perFile = (await table()).length;
  files = Math.floor(most / perFile);
  await app.database.transaction(async () => {
    for (let made = 1; made < files; made += 1) {
      await makeSubmitted(app, work.programme, { state: 'ScreenedIn' });
    }
  });
  const filled = (await table()).map((cells) => {
    const row = Object.fromEntries(
      VERDICT_COLUMNS.map(({ key }, at) => [key, String(cells[at] ?? '')]),
    );
    return { ...row, verdict: row.claimed && row.item?.includes('.') !== true ? '采信' : '已核实' };
  });
  rows = filled.length;
  content = verdictFile(...filled);
  tenth = verdictFile(...filled.slice(0, Math.floor(files / 10) * perFile));
}, 120_000);
afterAll(() => app.stop());

test('5,000 verdicts are previewed in ten times what 500 take, and entered in few statements a file', async () => {
  expect(rows).toBeGreaterThan(most - 100);
  const planned = (table: Buffer) =>
    app.app.get(PlanVerdictImport).run(work.verifier, table, 'zh-CN');
  const plan = await planned(content);
  expect(plan.errors).toEqual([]);
  expect(plan.files.length).toBe(files);
  expect(
    await growth(
      () => planned(tenth),
      () => planned(content),
    ),
  ).toBeLessThan(25);
  const { digest } = plan;
  const entered = await statementsOf(app, () =>
    app.app
      .get(ImportVerdicts)
      .run(work.verifier, { content, digest, confirmed: true, lang: 'zh-CN' }),
  );
  const given = await app.database.number('SELECT COUNT(*) FROM figure WHERE verdict IS NOT NULL');
  expect(given).toBe(rows);
  expect(entered.statements).toBeLessThan(17 * files);
}, 60_000);
