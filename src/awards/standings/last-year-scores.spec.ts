import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { AwardOffice } from '../../../test/support/award-office.js';
import { makeScoredCategory } from '../../../test/support/award.js';
import { office } from '../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';

let app: TestApp;
let visitor: Visitor;
let last: TestProgramme;
let next: string;
/** Nobody has figures, so everybody is below any mark. */
const rules = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((one) => ({ ...one, passMark: 0 })),
};
beforeAll(async () => {
  app = await TestApp.start();
  last = await makeProgramme(app, 'ScoresLocked', rules);
  await makeScoredCategory(app, last, rules, 'Y', [0.95, 0.9, 0.85, 0.8]);
  await (await AwardOffice.open(app, last)).lock('Y');
  next = (await makeProgramme(app, 'Preparing', rules)).id;
  visitor = (await office(app, 'CityRegistrar')).visitor;
}, 120_000);
afterAll(() => app.stop());

const lastIs = (state: string) =>
  app.database.execute('UPDATE programme SET state = ? WHERE id = ?', [state, last.id]);
const check = async (fields: Readonly<Record<string, string>>) => {
  await visitor.get(`/office/programmes/${next}/rules?tab=Y`);
  await visitor.submit('/rules', { ...fields, action: 'check' });
  return visitor.page
    .querySelectorAll('#last-year-Y ~ .table-region tbody tr')
    .map((row) => row.text);
};

describe('the rules of the next programme on the scores of the last', () => {
  test('are not tried before the list of the last one is published', async () => {
    await check({});
    expect(visitor.text).toContain('没有往年的评分可以试算');
    expect(visitor.html).not.toContain('last-year-Y');
  });

  test('show who would have left and who would have entered; nothing is written', async () => {
    await lastIs('Published');
    const before = await app.database.rows('SELECT id, hash FROM rule_version ORDER BY id');
    const places = (
      await app.database.rows<{ standing: number; outcome: string }>(
        'SELECT standing, outcome FROM standing ORDER BY standing',
      )
    ).filter(({ outcome }) => outcome === 'proposed').length;
    expect(places).toBeGreaterThan(1);
    const rows = await check({ 'categories.1.quota': '1' });
    expect(visitor.text).toContain(
      `4件申报，当时拟入选${places}件，按此规则拟入选1件：新进0件，退出${places - 1}件`,
    );
    expect(rows).toHaveLength(places - 1);
    expect(
      rows.every((row) =>
        /^Y类测试网商\d退出第\d名，[\d.]+分，拟入选第\d名，[\d.]+分，未入选$/.test(row),
      ),
    ).toBe(true);
    expect(await app.database.rows('SELECT id, hash FROM rule_version ORDER BY id')).toEqual(
      before,
    );
  });

  test('say that a defence was not held then', async () => {
    const rows = await check({
      'categories.1.composite.material': '70',
      'categories.1.composite.defence': '30',
    });
    expect(rows).toEqual([]);
    expect(visitor.text).toContain('当时没有现场答辩的评分表，无法试算。');
  });
});
