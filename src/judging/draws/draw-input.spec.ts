import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DrawCast,
  begin,
  drawCast,
  drawPool,
  refusedStep,
  storedDraw,
  step,
  terms,
} from '../../../test/support/draw.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';

let app: TestApp;
let cast: DrawCast;
let registrar: Visitor;
let path: string;
let pool: string[];

beforeAll(async () => {
  app = await TestApp.start();
  cast = await drawCast(app);
  pool = await drawPool(app, 24);
  registrar = cast.registrar.visitor;
  path = await begin(cast);
});
afterAll(() => app.stop());

const stored = () => storedDraw(app, path);
const refused = (visitor: Visitor, action: string, fields?: Record<string, string>) =>
  refusedStep(app, visitor, path, action, fields);

describe('what a draw refuses', () => {
  test('bad input: 422, the field’s own sentence, what was typed, nothing written', async () => {
    const bad: readonly [string, Record<string, string>, string][] = [
      ['terms', { ...terms, panelSize: '4' }, '“评审组人数”不能小于5。'],
      ['terms', { ...terms, panelSize: '6' }, '评审组人数应为单数，现为6名。'],
      ['terms', { ...terms, panelSize: '9' }, '候补专家3名偏少，不得少于评审组人数的一半，即5名。'],
      ['terms', { ...terms, perDivision: '3' }, '“同一县（市、区）最多”不能大于2。'],
      [
        'terms',
        { ...terms, fields: '电子商务若干' },
        '“电子商务若干”无法识别。每行写一个专业和最少人数，例如“电子商务 2”。',
      ],
      [
        'terms',
        { ...terms, fields: '电子商务 4\n财务审计 2' },
        '各专业最少人数合计6名，超过评审组5名。',
      ],
      [
        'exclusions',
        { expertId: pool[0]!, exclusionReason: '无' },
        '“理由”应为4至200个字，现有1个字。',
      ],
      [
        'exclusions',
        { expertId: 'zzzzzzzzzzzzzzzz', exclusionReason: '本人请假' },
        '请从专家库中选择在库专家。',
      ],
    ];
    for (const [action, fields, sentence] of bad) {
      const before = JSON.stringify(await stored());
      await step(registrar, path, action, fields);
      expect([registrar.status, registrar.errors]).toEqual([422, [sentence]]);
      for (const value of Object.values(fields).filter((one) => one.length < 12)) {
        expect(registrar.html).toContain(value);
      }
      expect(JSON.stringify(await stored())).toBe(before);
    }
  });

  test('a list that no order can fill, before anybody commits to it', async () => {
    await step(registrar, path, 'terms', { ...terms, panelSize: '15', alternates: '8' });
    expect(await refused(registrar, 'freezing')).toEqual([
      422,
      '候选专家24名，按同单位、同区划和利害关系的限制最多能用18名，少于评审组与候补所需的23名。请扩充专家库或调整条件。',
    ]);
    await step(registrar, path, 'terms', terms);
    expect(registrar.errors).toEqual([]);
  });

  test('a second draw of the category, and a category that is none', async () => {
    await registrar.get('/account/password');
    const token = registrar.token;
    for (const [categoryId, sentence] of [
      [cast.programme.categoryIds.G!, '这个类别已有抽取，作废以后才能重新开始。'],
      ['zzzzzzzzzzzzzzzz', '请选择要抽取的类别。'],
    ]) {
      await registrar.post('/office/draws', { _csrf: token, categoryId: categoryId! });
      expect([registrar.status, registrar.errors]).toEqual([422, [sentence]]);
    }
  });
});
