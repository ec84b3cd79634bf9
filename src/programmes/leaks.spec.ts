import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { projectFiles } from '../../test/architecture/project-files.js';
import { RoundToAssign } from '../../test/support/assignment.js';
import { TestApp } from '../../test/support/test-app.js';
import type { Visitor } from '../../test/support/visitor.js';
import { newId } from '../database/new-id.js';
import { Journal } from '../journal/journal.js';
import { ScoreSheet } from '../judging/sheets/score-sheet.entity.js';
import { ProgrammeQueries } from './programme.queries.js';
import { Round } from './round.entity.js';
import { SaveRules } from './save-rules.js';

const weight = 'categories.0.rubric.2.indicators.1.weight';
const other = 'categories.0.rubric.2.indicators.3.weight';
let app: TestApp;
let round: RoundToAssign;
let registrar: Visitor;

beforeAll(async () => {
  app = await TestApp.start();
  round = await RoundToAssign.prepare(app, { applications: 2, members: 5, alternates: 1 });
  registrar = round.registrar;
  await round.everybodyDeclares();
});
afterAll(() => app.stop());

const page = () => `/office/programmes/${round.programme.id}/rules`;
const registrarActor = {
  accountId: newId(),
  name: '',
  kind: 'office' as const,
  mustChangePassword: false,
  duties: [
    { role: 'CityRegistrar' as const, divisionCode: null, merchantId: null, programmeId: null },
  ],
};
const current = () => app.app.get(ProgrammeQueries).rules(round.programme.id);
const versions = async () =>
  (await app.database.rows('SELECT id FROM rule_version ORDER BY number')).length;
const shown = (name: string) =>
  registrar.page.querySelector(`input[name="${name}"]`)?.getAttribute('value');

describe('L08: formulas in the rules', () => {
  const hostile = [
    'process.exit()',
    '(()=>1)()',
    '50+50',
    '=1+1',
    '{{constructor}}',
    '${7*7}',
    'constructor.constructor("return 1")()',
    '0x10',
    '1e3',
    '-1',
  ];

  test.each(hostile)(
    '%s is no number in any field of bands, weights, quotas and composite',
    async (text) => {
      await registrar.get(page());
      const before = await current();
      const numbers = registrar.page
        .querySelectorAll('form[action$="/rules"] input[inputmode]')
        .map((field) => field.getAttribute('name')!);
      expect(numbers.length).toBeGreaterThan(100);
      expect(numbers).toEqual(expect.arrayContaining([weight, 'categories.0.composite.material']));
      await registrar.submit('/rules', {
        ...Object.fromEntries(numbers.map((name) => [name, text])),
        'categories.__proto__.quota': text,
        'categories.constructor.name.zh': text,
        reason: text,
        action: 'save',
      });
      expect([registrar.status, registrar.errors.length]).toEqual([422, numbers.length]);
      expect(new Set(registrar.errors.map((error) => error.replace(/^“.*”/, '')))).toEqual(
        new Set(
          text.startsWith('-')
            ? ['小于0，请填写0或者正数。']
            : ['不是整数。', '不是有效数字，最多两位小数。'],
        ),
      );
      expect(shown(weight)).toBe(text);
      expect(await current()).toEqual(before);
    },
  );

  test('nothing in the program turns text into code', () => {
    const evaluating =
      /\beval\s*\(|\bnew Function\b|\bFunction\s*\(|node:vm|from 'vm'|set(Timeout|Interval)\(\s*['"`]/;
    const found = projectFiles('src', '.ts')
      // Templates of our own as they stand in `views/`, while the program is written and tested.
      .filter(({ path }) => path !== 'src/web/views/source-templates.ts')
      .filter(({ path, text }) => !path.endsWith('.spec.ts') && evaluating.test(text))
      .map(({ path }) => path);
    expect(found).toEqual([]);
  });
});

describe('L26: weights and scores', () => {
  test('before any score a change is a new version; the sheets are scored by it', async () => {
    await registrar.get(page());
    const [one, two] = [Number(shown(weight)), Number(shown(other))];
    await registrar.submit('/rules', {
      [weight]: String(one + 1),
      [other]: String(two - 1),
      reason: '经专家会议研究调整指标权重',
      action: 'save',
    });
    expect(registrar.errors).toEqual([]);
    expect([(await current()).number, await versions()]).toEqual([2, 2]);
  });

  test('a score that is being saved while a weight is edited wins', async () => {
    await round.open();
    const { rules, hash } = await current();
    const edited = structuredClone(rules);
    Object.assign(edited.categories[1]!, { passMark: 6500 });
    const given = { programmeId: round.programme.id, rules: edited, hash, reason: '调整合格线' };
    const [sheet] = await round.sheets();
    const saving = app.database.transaction(async () => {
      // As the use case does, which shares the round with other judges.
      await app.database.share(Round, round.id);
      await app.app.get(Journal).record({
        actorId: null,
        actorRole: 'Judge',
        event: 'scoreSheet.score',
        subjectType: 'scoreSheet',
        subjectId: sheet!.id,
        details: {},
      });
      await wait(200);
      await app.database.repo(ScoreSheet).update(sheet!.id, { scores: { G11: 650 } });
    });
    await wait(50);
    const change = app.app.get(SaveRules).run(registrarActor, given);
    await Promise.allSettled([saving, change]);
    await expect(change).rejects.toMatchObject({ code: 'programmes.refused.scoresExist' });
    expect([(await current()).number, await versions()]).toEqual([2, 2]);
    await app.database.repo(ScoreSheet).update(sheet!.id, { scores: {} });
  });

  test('after the first saved score neither the page nor a request changes a weight', async () => {
    await registrar.get(page());
    const form = {
      _csrf: registrar.token,
      hash: shown('hash')!,
      [weight]: String(Number(shown(weight)) - 1),
      [other]: String(Number(shown(other)) + 1),
      reason: '评审开始后调整',
      action: 'save',
    };
    await score();
    const before = await current();
    await registrar.post(page(), form);
    expect([registrar.status, registrar.errors]).toEqual([422, ['已有评分，规则不能再修改。']]);
    await registrar.get(page());
    expect(registrar.page.querySelector(`input[name="${weight}"]`)).toBeNull();
    expect(await current()).toEqual(before);
    expect(await versions()).toBe(2);
  });
});

/** One indicator of one sheet, by its judge's own form. */
async function score(): Promise<void> {
  const { visitor } = round.judge(1);
  const [sheet] = await round.sheets();
  await visitor.get(`/judging/sheets/${sheet!.id}`);
  await visitor.submit('/judging/sheets/', { 'score-G11': '650', after: 'stay' });
  expect(visitor.errors).toEqual([]);
}
