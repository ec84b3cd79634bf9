import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type Person, office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
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

const rules = async () => (await app.app.get(ProgrammeQueries).rules(id)).rules;
describe('the switches of the rules', () => {
  test('are set on the page of the rules, floor, cool-down, tie chain and relations among them', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/rules?tab=Y`);
    await visitor.submit('/rules', {
      'categories.1.divisionFloor.places': '1',
      'categories.1.divisionFloor.bestScore': '75',
      'categories.1.minimumField.otherwise': 'defer',
      'categories.1.eligibility.coolDownYears': '',
      'categories.1.eligibility.principalAge.to': '35',
      'categories.1.eligibility.onePlacePerRelatedGroup': 'no',
      'categories.1.severityCorrection': 'yes',
      action: 'save',
    });
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    await visitor.get(`/office/programmes/${id}/rules?tab=general`);
    await visitor.submit('/rules', {
      'spread.rangeLimit': '25.5',
      'tieChain.2': '',
      'groundKinds.7': 'hard',
      action: 'save',
    });
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    const saved = await rules();
    expect(saved.categories[1]).toMatchObject({
      divisionFloor: { places: 1, bestScore: 7500 },
      minimumField: { otherwise: 'defer' },
      severityCorrection: true,
      eligibility: {
        coolDownYears: null,
        principalAge: { from: 18, to: 35 },
        onePlacePerRelatedGroup: false,
      },
    });
    expect(saved.categories[0]).toEqual(PRESET_NOW.categories[0]);
    expect([saved.spread.rangeLimit, saved.groundKinds]).toEqual([2550, { '7': 'hard' }]);
    expect(saved.tieChain).toEqual([
      'exemplaryEffect',
      'integrity',
      'committeeBallot',
      'sharedStanding',
    ]);
  });

  test('come back all at once when they cannot stand, with what was typed', async () => {
    const { visitor } = registrar;
    await visitor.get(`/office/programmes/${id}/rules?tab=G`);
    await visitor.submit('/rules', {
      'categories.0.divisionFloor.places': '2',
      'categories.0.minimumField.otherwise': 'later',
      'categories.0.eligibility.operatingYears': '',
      'spread.addedJudges': 'zwei',
      action: 'save',
    });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      [
        '“zwei”不是整数。',
        '请从列出的选项中选择。',
        '“”不是整数。',
        '保底名额与成绩、年龄起止都要成对填写，或者都留空。',
      ],
    ]);
    await visitor.get(`/office/programmes/${id}/rules?tab=G`);
    await visitor.submit('/rules', {
      'categories.0.eligibility.operatingYears': '51',
      'spread.rangeLimit': '0',
      'tieChain.2': 'integrity',
      action: 'save',
    });
    expect(visitor.errors).toEqual([
      '“示范网商”的经营年限条件为 51 年，应在0至50之间',
      '分歧复评的极差上限为满分的 0.00%，应大于0且不超过100',
      '同分比较的次序中有一步出现了两次，请每步只留一次',
    ]);
    expect(visitor.html).toContain('value="51"');
  });

  test('no number of the rules is too odd for its page: each is named at its field, when saved and when checked', async () => {
    const { visitor } = registrar;
    const odd = {
      'spread.deviationMultiple': '0',
      'spread.rangeLimit': '0',
      'trimTable.0.dropHighest': '2',
      'tieChain.0': 'integrity',
      totalQuota: '1',
    };
    for (const [action, status] of [
      ['check', 200],
      ['save', 422],
    ] as const) {
      await visitor.get(`/office/programmes/${id}/rules?tab=general`);
      await visitor.submit('/rules', { ...odd, action });
      expect([action, visitor.status]).toEqual([action, status]);
    }
    const links = visitor.page.querySelectorAll('.error-summary a');
    for (const link of links) {
      const at = link.getAttribute('href')!.slice(1);
      expect([at, visitor.page.getElementById(at)?.getAttribute('aria-invalid')]).toEqual([
        at,
        'true',
      ]);
    }
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '#field-spread.rangeLimit',
      '#field-spread.deviationMultiple',
      '#field-totalQuota',
      '#field-trimTable.0.dropHighest',
      '#field-tieChain.0',
    ]);
    await visitor.get(`/office/programmes/${id}/rules?tab=G`);
    await visitor.submit('/rules', {
      'categories.0.quota': '-3',
      'categories.0.passMark': '101',
      action: 'save',
    });
    expect(visitor.errors).toEqual([
      '“-3”小于0，请填写0或者正数。',
      '“示范网商”的入选分数线为 101.00，应在0至100之间',
    ]);
  });

  test('of somebody who saved meanwhile stand beside the own ones', async () => {
    const { visitor } = registrar;
    const other = await office(app, 'CityRegistrar');
    await visitor.get(`/office/programmes/${id}/rules?tab=general`);
    await other.visitor.get(`/office/programmes/${id}/rules?tab=general`);
    await other.visitor.submit('/rules', { 'comment.minimumCharacters': '12', action: 'save' });
    await visitor.submit('/rules', { 'comment.minimumCharacters': '15', action: 'save' });
    expect(visitor.status).toBe(409);
    expect(visitor.text).toContain('评语至少（字）1215');
  });
});
