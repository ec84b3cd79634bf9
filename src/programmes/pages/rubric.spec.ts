import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { makeScoredCategory } from '../../../test/support/award.js';
import { type Person, office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { findIndicator } from '../../rules/scoring/edit-rubric.js';
import { ProgrammeQueries } from '../programme.queries.js';

let app: TestApp;
let registrar: Person;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  registrar = await office(app, 'CityRegistrar');
  id = (await makeProgramme(app, 'Preparing', PRESET_NOW)).id;
  await app.database.execute('UPDATE rule_version SET frozen_at = NULL WHERE programme_id = ?', [
    id,
  ]);
});
afterAll(() => app.stop());

const rules = async (programmeId = id) =>
  (await app.app.get(ProgrammeQueries).rules(programmeId)).rules;
/** Whatever can be filled in on the page. */
const inputs = ({ page }: Visitor) =>
  page
    .querySelectorAll('main :is(input, select, textarea, form)')
    .map((one) => one.getAttribute('name'));
const journal = () =>
  app.database.rows<{ event: string }>(
    "SELECT event FROM journal_entry WHERE event LIKE 'ruleVersion%' ORDER BY sequence",
  );

describe('a rubric', () => {
  const path = () => `/office/programmes/${id}/rules/rubric/G`;

  test('gains an indicator and loses one in one save, checked before', async () => {
    const { visitor } = registrar;
    await visitor.get(path());
    const change = {
      'line.G16.removed': 'on',
      'line.G15.zh': '模式与渠道创新',
      'line.G5.position': '9',
      'new.0.code': 'g20',
      'new.0.zh': '直播规范',
      'new.0.en': 'Livestream conduct',
      'new.0.weight': '3',
      'new.0.dimension': '3',
      'new.0.kind': 'anchors',
    };
    await visitor.submit('/rubric/G', { ...change, action: 'save' });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['“示范网商”的指标权重合计 99.00，应为100'],
    ]);
    await visitor.submit('/rubric/G', { 'new.0.weight': '4', action: 'check' });
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    expect(visitor.text).toContain('核对无误，尚未保存。');
    expect(visitor.text).toContain('没有往年的评分可以试算');
    expect(findIndicator(await rules(), 'G20')).toBeNull();
    const before = (await journal()).length;
    await visitor.submit('/rubric/G', { action: 'save' });
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    const saved = await rules();
    expect(
      saved.categories[0]!.rubric.map(({ indicators }) => indicators.map(({ code }) => code)),
    ).toEqual([
      ['G1', 'G2', 'G3', 'G4'],
      ['G6', 'G7', 'G8', 'G9', 'G5'],
      ['G10', 'G11', 'G12', 'G13'],
      ['G14', 'G15', 'G20'],
      ['G17', 'G18', 'G19'],
    ]);
    expect(findIndicator(saved, 'G15')!.indicator.name.zh).toBe('模式与渠道创新');
    expect((await journal()).slice(before)).toEqual([{ event: 'ruleVersion.edit' }]);
  });

  test('says everything that is wrong with its lines at once', async () => {
    const { visitor } = registrar;
    await visitor.get(path());
    await visitor.submit('/rubric/G', {
      'line.G1.weight': '-1',
      'line.G2.dimension': '9',
      'line.G3.zh': '',
      'new.0.code': '20',
      'new.0.zh': '新',
      'new.0.en': 'n',
      'new.0.weight': '1',
      'new.0.kind': 'magic',
      action: 'save',
    });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      [
        'G1：“-1”小于0，请填写0或者正数。',
        'G2：请从列出的选项中选择。',
        'G3：指标名称请填1至60个字。',
        '新增第1行：请从列出的选项中选择。',
        '新增第1行：指标编号为一个大写字母加一至三位数字，例如G20。',
      ],
    ]);
    await visitor.get(path());
    const taken = { 'new.0.code': 'N1', 'new.0.zh': '新', 'new.0.en': 'n', 'new.0.weight': '1' };
    await visitor.submit('/rubric/G', { ...taken, action: 'save' });
    expect(visitor.errors).toEqual([
      '“示范网商”的指标权重合计 101.00，应为100',
      '指标编号 N1 用了两次，请改用别的编号',
    ]);
  });

  test('of the defence sheet is kept the same way; an unknown one is nowhere', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/rules/rubric/defence`);
    await visitor.submit('/rubric/defence', {
      'line.D1.weight': '24',
      'line.D2.weight': '26',
      action: 'save',
    });
    expect(visitor.errors).toEqual([]);
    expect((await rules()).defenceSheet.map(({ weight }) => weight)).toEqual([
      2400, 2600, 2000, 1500, 1500,
    ]);
    for (const tab of ['X', 'general']) {
      await visitor.get(`/office/programmes/${id}/rules/rubric/${tab}`);
      expect(visitor.status).toBe(404);
    }
    await visitor.get(`/office/programmes/${id}/rules/indicators/X9`);
    expect(visitor.status).toBe(404);
  });
});

describe('after the announcement', () => {
  test('a change of a part of a rubric needs a reason', async () => {
    const { visitor } = registrar;
    const { id: announced } = await makeProgramme(app, 'Announced', PRESET_NOW);
    await visitor.get(`/office/programmes/${announced}/rules/rubric/G`);
    await visitor.submit('/rubric/G', { 'line.G15.zh': '创新', reason: '', action: 'save' });
    expect([visitor.status, visitor.errors.length]).toEqual([422, 1]);
    expect((await rules(announced)).categories[0]!.rubric[3]!.indicators[1]!.name.zh).not.toBe(
      '创新',
    );
    await visitor.submit('/rubric/G', {
      'line.G15.zh': '创新',
      reason: '按会议纪要',
      action: 'save',
    });
    expect(visitor.errors).toEqual([]);
    expect((await app.app.get(ProgrammeQueries).rules(announced)).number).toBe(2);
  });

  test('and once a judge has scored nothing can be changed any more', async () => {
    const { visitor } = registrar;
    const programme = await makeProgramme(app, 'MaterialReview', PRESET_NOW);
    await visitor.get(`/office/programmes/${programme.id}/rules/rubric/G`);
    await makeScoredCategory(app, programme, PRESET_NOW, 'G', [0.8]);
    await visitor.submit('/rubric/G', { 'line.G15.zh': '创新', reason: '按纪要', action: 'save' });
    expect([visitor.status, visitor.errors]).toEqual([422, ['已有评分，规则不能再修改。']]);
    expect(inputs(visitor)).toEqual([]);
    expect(visitor.html).not.toContain('value="save"');
  });

  test('others of the office read the parts, and change nothing', async () => {
    const { visitor } = await office(app, 'Approver');
    await visitor.get(`/office/programmes/${id}/rules/rubric/G`);
    expect([visitor.status, inputs(visitor)]).toEqual([200, []]);
    expect(visitor.text).toContain('直播规范');
    for (const [tab, numbers] of [
      ['general', ['极差限度（占满分%）20', '第1步示范带动得分高者', '去掉最高1']],
      ['G', ['合格线70', '关联网商只占一个名额是']],
    ] as const) {
      await visitor.get(`/office/programmes/${id}/rules?tab=${tab}`);
      expect(visitor.page.querySelectorAll('main :is(input[type=text], select)')).toEqual([]);
      for (const one of numbers) expect(visitor.text.replace(/\s/g, '')).toContain(one);
    }
    await visitor.get(`/office/programmes/${id}/rules/indicators/G1`);
    expect([visitor.status, visitor.html.includes('value="save"')]).toEqual([200, false]);
  });
});
