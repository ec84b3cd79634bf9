import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { type Person, office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
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

const rules = async () => (await app.app.get(ProgrammeQueries).rules(id)).rules;
describe('an indicator', () => {
  const path = (code: string) => `/office/programmes/${id}/rules/indicators/${code}`;

  test('gets its anchors in words', async () => {
    const { visitor } = registrar;
    await visitor.get(path('G16'));
    await visitor.submit('/indicators/G16', { 'anchor.0.zh': '', action: 'save' });
    expect([visitor.status, visitor.errors]).toEqual([422, ['第1个锚点：请填写1至300个字。']]);
    await visitor.submit('/indicators/G16', {
      'anchor.0.zh': '直播全程留存，无违规',
      'anchor.0.en': 'All streams kept, no breach',
      action: 'save',
    });
    expect(visitor.errors).toEqual([]);
    const { scoring } = findIndicator(await rules(), 'G16')!.indicator;
    expect(scoring.kind === 'anchors' && scoring.anchors[0]).toEqual({
      percent: 100,
      points: 400,
      text: { zh: '直播全程留存，无违规', en: 'All streams kept, no breach' },
    });
  });

  test('takes another computation, and then its figure and bands', async () => {
    const { visitor } = registrar;
    await visitor.get(path('G16'));
    await visitor.submit('/indicators/G16', { kind: 'bands', discard: 'on', action: 'kind' });
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    const bands = {
      figure: 'training',
      closed: 'low',
      'row.0.edge': '5',
      'row.0.points': '4',
      'row.1.edge': '2',
      'row.1.points': '2.5',
      'row.2.edge': '',
      'row.2.points': '0',
    };
    await visitor.submit('/indicators/G16', {
      ...bands,
      'row.1.edge': '7',
      'row.2.edge': '1',
      action: 'save',
    });
    expect(visitor.errors).toEqual([
      '第3档：最后一档为其余情形，请不要填界限。',
      '界限应当从高到低排列。',
    ]);
    await visitor.submit('/indicators/G16', { ...bands, action: 'save' });
    expect(visitor.errors).toEqual([]);
    expect(findIndicator(await rules(), 'G16')!.indicator).toMatchObject({
      type: 'A',
      scoring: {
        kind: 'bands',
        figure: 'training',
        bands: [
          { low: 5, points: 400 },
          { low: 2, high: 5, points: 250 },
          { high: 2, points: 0 },
        ],
      },
    });
  });

  test('becomes a checklist of several items, each with its name and points', async () => {
    const { visitor } = registrar;
    await visitor.get(path('G17'));
    await visitor.submit('/indicators/G17', { kind: 'sum', discard: 'on', action: 'kind' });
    expect([visitor.status, visitor.errors]).toEqual([200, []]);
    const items = {
      'item.0.zh': '台账齐全',
      'item.0.en': 'Complete books',
      'item.0.points': '2.5',
      'item.3.zh': '有盘点记录',
      'item.3.en': 'Stock is counted',
      'item.3.points': '1.5',
    };
    await visitor.submit('/indicators/G17', { ...items, 'item.3.en': '', action: 'save' });
    expect([visitor.status, visitor.errors]).toEqual([422, ['第4项：请填写1至300个字。']]);
    await visitor.submit('/indicators/G17', { ...items, 'item.3.points': '2', action: 'save' });
    expect(visitor.status).toBe(422);
    await visitor.submit('/indicators/G17', { ...items, action: 'save' });
    expect(visitor.errors).toEqual([]);
    const { type, scoring } = findIndicator(await rules(), 'G17')!.indicator;
    const parts = [
      {
        kind: 'tick',
        item: 'G17.shown',
        name: { zh: '台账齐全', en: 'Complete books' },
        points: 250,
      },
      {
        kind: 'tick',
        item: 'G17.item1',
        name: { zh: '有盘点记录', en: 'Stock is counted' },
        points: 150,
      },
    ];
    expect([type, scoring]).toEqual(['V', { kind: 'sum', cap: 400, parts }]);
    await visitor.submit('/indicators/G17', {
      'item.0.zh': '',
      'item.0.en': '',
      'item.0.points': '',
      'item.1.zh': '',
      'item.1.en': '',
      'item.1.points': '',
      action: 'save',
    });
    expect(visitor.errors).toEqual(['请至少填写一个核验事项。']);
  });

  test('grades the growth of whatever figures are chosen', async () => {
    const { visitor } = registrar;
    await visitor.get(path('G18'));
    await visitor.submit('/indicators/G18', { kind: 'growth', discard: 'on', action: 'kind' });
    await visitor.submit('/indicators/G18', {
      current: 'orders',
      base: 'parcels',
      'row.0.edge': '30',
      'row.0.points': '4',
      'row.1.edge': '',
      'row.1.points': '0',
      action: 'save',
    });
    expect(visitor.errors).toEqual([]);
    expect(findIndicator(await rules(), 'G18')!.indicator).toMatchObject({
      type: 'A',
      scoring: {
        kind: 'growth',
        current: 'orders',
        base: 'parcels',
        bands: [
          { low: 3000, points: 400 },
          { high: 3000, points: 0 },
        ],
      },
    });
  });

  test('keeps its computation, and what was typed, until it is ticked that they go', async () => {
    const { visitor } = registrar;
    const before = await rules();
    await visitor.get(path('G15'));
    const typed = { 'anchor.0.zh': '模式全省领先', kind: 'count', action: 'kind' };
    await visitor.submit('/indicators/G15', typed);
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      [
        '改用另一种算法会清除这一指标现有的分档和内容。确要改用，请勾选“放弃这一指标现有的分档和内容”。',
      ],
    ]);
    expect(visitor.text).toContain('模式全省领先');
    expect(visitor.page.querySelector('#field-kind option[selected]')!.getAttribute('value')).toBe(
      'count',
    );
    expect(await rules()).toEqual(before);
  });

  test('counts things, or is one item that is verified', async () => {
    const { visitor } = registrar;
    await visitor.get(path('G16'));
    await visitor.submit('/indicators/G16', { kind: 'count', discard: 'on', action: 'kind' });
    await visitor.submit('/indicators/G16', {
      figure: 'furtherRights',
      pointsEach: '1',
      most: '5',
      action: 'save',
    });
    expect(visitor.errors).toEqual(['指标 G16 的最高档 5.00 分超过权重']);
    await visitor.submit('/indicators/G16', {
      figure: 'furtherRights',
      pointsEach: '1',
      most: '4',
      action: 'save',
    });
    expect(visitor.errors).toEqual([]);
    await visitor.submit('/indicators/G16', { kind: 'tick', discard: 'on', action: 'kind' });
    await visitor.submit('/indicators/G16', {
      points: '3.5',
      'item.zh': '直播公约',
      'item.en': 'Code of conduct',
      action: 'save',
    });
    expect(findIndicator(await rules(), 'G16')!.indicator).toMatchObject({
      type: 'V',
      scoring: { kind: 'tick', item: 'G16.shown', points: 350, name: { zh: '直播公约' } },
    });
  });
});
