import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeMerchant } from '../../../test/support/merchant.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { makeTitle } from '../../../test/support/title.js';

let app: TestApp;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  id = await makeMerchant(app, {
    name: '柯城小桔网店',
    merchantType: 'soleBusiness',
    creditCode: '92330803MA2TEKT7XJ',
    headName: '江小桔',
    registeredAddress: '柯城区保密路1号',
  });
});
afterAll(() => app.stop());

test('a merchant without a title is not public', async () => {
  const visitor = app.visitor();
  for (const path of [`/merchants/${id}`, `/merchants/${id}/data.json`, '/merchants/unknown']) {
    await visitor.get(path);
    expect(visitor.status).toBe(404);
  }
});

test('a title makes the public fields public, and nothing else, on page and in JSON', async () => {
  await confer();
  const visitor = app.visitor();
  await visitor.get(`/merchants/${id}`);
  expect(visitor.status).toBe(200);
  expect(visitor.text).toContain('柯城小桔网店');
  expect(visitor.text).toContain('92330803********XJ');
  expect(visitor.text).toContain('2026年 示范网商');
  await visitor.get(`/merchants/${id}/data.json`);
  const { merchant } = JSON.parse(visitor.html) as { merchant: Record<string, unknown> };
  expect(Object.keys(merchant)).toEqual([
    'id',
    'merchantType',
    'name',
    'creditCode',
    'headName',
    'foundedOn',
    'divisionCode',
    'goodsCategories',
    'sector',
    'businessType',
    'park',
    'intro',
  ]);
  expect(merchant.headName).toBeNull();
  for (const path of [`/merchants/${id}`, `/merchants/${id}/data.json`]) {
    await visitor.get(path);
    expect(visitor.html).not.toMatch(/江小桔|柳一舟|保密路|MA2TEKT7/);
  }
});

test('a proprietor who agreed is named', async () => {
  await app.database.execute('UPDATE merchant SET head_name_public = 1 WHERE id = ?', [id]);
  const visitor = app.visitor();
  await visitor.get(`/merchants/${id}?fresh`);
  expect(visitor.text).toContain('江小桔');
});

async function confer(): Promise<void> {
  const programme = await makeProgramme(app, 'InForce');
  await makeTitle(app, {
    programmeId: programme.id,
    merchantId: id,
    merchantName: '柯城小桔网店',
    searchName: '柯城小桔网店',
  });
}
