import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeMerchant } from '../../../test/support/merchant.js';
import { type Person, office } from '../../../test/support/people.js';
import { storeReturn } from '../../../test/support/returns.js';
import { TestApp } from '../../../test/support/test-app.js';
import { AccessLog } from '../../accounts/access-log.entity.js';
import { readTable } from '../../text/read-table.js';

let app: TestApp;
let registrar: Person;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  registrar = await office(app, 'CityRegistrar');
  const first = await makeMerchant(app, { name: '橘海电商', creditCode: '91330802MA2TEKT7X7' });
  await storeReturn(app, first, { figures: { taxPaidWan: 1_50, familyWorkers: 2 } });
  await storeReturn(app, first, { year: 2024 });
  await storeReturn(app, await makeMerchant(app, { name: '竹海电商' }), { doubted: 1 });
  const merged = await makeMerchant(app, { name: '旧登记', mergedIntoId: first });
  await storeReturn(app, merged);
});
afterAll(() => app.stop());

describe('the returns of a year as a file', () => {
  test.each(['csv', 'xlsx'])('have every figure in its unit, as %s', async (file) => {
    const { visitor } = registrar;
    await visitor.get('/office/registry');
    const hrefs = visitor.page.querySelectorAll('a').map((link) => link.getAttribute('href'));
    expect(hrefs).toContain('/office/registry/returns?file=xlsx');
    await visitor.get(`/office/registry/returns?file=${file}`);
    const [head, ...rows] = readTable(
      file === 'xlsx' ? visitor.content : Buffer.from(visitor.html),
      10,
    ).lines.map(({ cells }) => cells);
    const at = (name: string) => head!.findIndex((cell) => cell.startsWith(name));
    const column = (name: string) => rows.map((row) => row[at(name)]);
    expect(column('名称')).toEqual(['橘海电商', '竹海电商']);
    expect(column('统一社会信用代码')).toEqual(['91330802MA2TEKT7X7', '']);
    expect(column('净额').map(Number)).toEqual([100, 100]);
    expect(column('实缴税额').map(Number)).toEqual([1.5, 0]);
    expect(column('待核实')).toEqual(['否', '是']);
    const log = await app.database.repo(AccessLog).findBy({ action: 'returns.export' });
    expect(log.at(-1)?.result).toBe('year 2025, rows 2');
  });
});
