import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Person, office } from '../../../../test/support/people.js';
import { TwoRecords } from '../../../../test/support/merging.js';

let two: TwoRecords;
let clerk: Person;
let before: Record<string, unknown[]>;
beforeAll(async () => {
  two = await TwoRecords.open();
  clerk = await office(two.app, 'CityRegistrar');
  before = await two.rows();
});
afterAll(() => two.app.stop());

type Row = Record<string, unknown>;
const of = (rows: unknown[] | undefined, merchantId: string) =>
  (rows as Row[]).filter((row) => row.merchantId === merchantId);

describe('two records of one merchant', () => {
  test('are found by what is typed, and the preview names every row that moves', async () => {
    const { visitor } = clerk;
    await visitor.get(`/office/registry/${two.mergedId}`);
    expect(visitor.html).toContain(`/office/registry/merges/new?merged=${two.mergedId}`);
    await visitor.get(`/office/registry/merges/new?merged=${two.mergedId}&other=新登记`);
    expect(visitor.text).toContain('橘海新登记');
    await visitor.get(`/office/registry/merges/new?merged=${two.mergedId}&kept=${two.keptId}`);
    for (const label of [
      '网店：1项 橘海小店',
      '年度数据：1项 2024',
      '经验：1项 当天发货',
      '称号：1项 QZ-2026-G-001',
      '代办账号：1项',
      '申报（连同指标、材料、核验和异议）：1项',
      '称号变更报告：1项 2026-02-01',
      '关联关系：4项',
    ]) {
      expect(visitor.text).toContain(label);
    }
    expect(visitor.text).toContain('保留的登记所填：净额60.00万元');
  });

  test('ask for a choice and a reason, and keep what was typed', async () => {
    const { visitor } = clerk;
    await visitor.submit('/office/registry/merges', {});
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['请选择2025年保留哪一份数据。', '请填写合并的理由。'],
    ]);
    await visitor.submit('/office/registry/merges', { reason: '同一营业执照' });
    expect([visitor.status, visitor.errors]).toEqual([422, ['请选择2025年保留哪一份数据。']]);
    expect(visitor.page.querySelector('textarea')?.text).toBe('同一营业执照');
  });

  test('are one from then on: all is with the kept record, and the other points there', async () => {
    const { visitor } = clerk;
    await visitor.submit('/office/registry/merges', { return2025: 'merged' });
    expect(visitor.text).toContain('橘海旧登记并入橘海新登记');
    const after = await two.rows();
    for (const table of ['shop', 'practice', 'duty', 'application', 'title', 'title_change']) {
      expect([table, of(after[table], two.mergedId)]).toEqual([table, []]);
      const both = [...of(before[table], two.mergedId), ...of(before[table], two.keptId)];
      expect(of(after[table], two.keptId)).toHaveLength(both.length);
    }
    const returns = after.annual_return as Row[];
    expect(of(returns, two.keptId).map(({ year, netWan }) => [year, netWan])).toEqual(
      expect.arrayContaining([
        [2024, 40_00],
        [2025, 50_00],
      ]),
    );
    expect(of(returns, two.mergedId).map(({ year, netWan }) => [year, netWan])).toEqual([
      [2025, 60_00],
    ]);
    const ties = after.related_merchant as Row[];
    expect(of(ties, two.otherId).map(({ relatedId }) => relatedId)).toEqual([
      two.keptId,
      two.keptId,
    ]);
    await visitor.get(`/office/registry/${two.mergedId}`);
    expect(visitor.text).toContain('已并入另一条');
    expect(visitor.html).not.toContain('/office/window/new');
    const stranger = two.app.visitor();
    await stranger.get(`/merchants/${two.mergedId}`);
    expect(stranger.page.querySelector('h1')?.text).toContain('橘海新登记');
    expect(stranger.text).toContain('QZ-2026-G-001');
    await stranger.get('/verify?code=ABCDEFGHJK');
    expect([stranger.status, stranger.text]).toEqual([200, expect.stringContaining('称号有效')]);
    await visitor.get('/office/registry?text=橘海');
    expect(visitor.text).not.toContain('橘海旧登记');
  });

  test('are two again, each row as it was before', async () => {
    const { visitor } = clerk;
    await visitor.get(`/office/registry/merges/of/${two.mergedId}`);
    await visitor.submit(`${visitor.path}/undoing`, {});
    expect(visitor.text).toContain('已撤销合并');
    expect(await two.rows()).toEqual(before);
    await visitor.get('/office/registry/merges');
    expect(visitor.text).toContain('已撤销');
  });
});
