import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeMerchant } from '../../../../test/support/merchant.js';
import { makeCheck } from '../../../../test/support/office-review.js';
import { type Person, office } from '../../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../../test/support/programme.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { Application } from '../../application.entity.js';
import { CorrectionRequest } from '../../correction-request.entity.js';
import { Figure } from '../../figure.entity.js';

let app: TestApp;
let programme: TestProgramme;
let registrar: Person;
let verifier: Person;
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-10-20T02:00:00.000Z');
  programme = await makeProgramme(app, 'Verification');
  registrar = await office(app, 'CityRegistrar');
  verifier = await office(app, 'Verifier');
  const make = async (name: string, state: string, divisionCode = '330802') => {
    ids[name] = (await makeSubmitted(app, programme, { name, state, divisionCode })).id;
  };
  await make('佳禾电子商务', 'ScreenedIn');
  await make('绿源果业', 'ScreenedIn', '330803');
  await make('重庆路食品店', 'Verified');
  await make('佳美家居', 'Recommended', '330803');
  await make('藏着的草稿', 'Draft');
  await app.database.repo(Application).update(ids['绿源果业']!, {
    categoryId: programme.categoryIds['Y']!,
  });
});
afterAll(() => app.stop());

const names = (person = registrar) =>
  person.visitor.page.querySelectorAll('tbody th').map((cell) => cell.text.trim());
async function find(query: string, path = '/office/applications', person = registrar) {
  await person.visitor.get(`${path}?${query}`);
  expect(person.visitor.status).toBe(200);
  return names(person).toSorted();
}
const states = () =>
  registrar.visitor.page
    .querySelectorAll('.list-states a')
    .map((link) => link.text.replace(/\s+/g, ' ').trim());

describe('the list of applications', () => {
  test('holds everything the office has received, and no draft', async () => {
    expect(await find('')).toEqual(
      ['佳禾电子商务', '绿源果业', '重庆路食品店', '佳美家居'].toSorted(),
    );
    expect(states()).toEqual(['全部 4', '已推荐 1', '资格通过 2', '核验完成 1']);
  });

  test.each([
    ['a part of the name', 'q=佳', ['佳禾电子商务', '佳美家居']],
    ['initials', 'q=jh', ['佳禾电子商务']],
    ['pinyin', 'q=lvyuan', ['绿源果业']],
    ['another sound of a character', 'q=chongqing', ['重庆路食品店']],
    ['the name of a draft', 'q=cangzhe', []],
    ['a sign that SQL knows', 'q=%25', []],
    ['a division', 'division=330803', ['绿源果业', '佳美家居']],
    ['a category', 'category=Y', ['绿源果业']],
    ['a state and a word', 'state=ScreenedIn&q=jia', ['佳禾电子商务']],
    ['a word that no filter knows', 'division=999999&sort=secret&column=x', 4],
  ])('is found by %s', async (_, query, expected) => {
    const found = await find(query);
    if (typeof expected === 'number') expect(found).toHaveLength(expected);
    else expect(found).toEqual(expected.toSorted());
  });

  test('is found by its receipt number and its credit code, in small letters too', async () => {
    const id = ids['佳美家居']!;
    const { receiptNumber, merchantId } = await app.database
      .repo(Application)
      .findOneByOrFail({ id });
    await app.database.execute('UPDATE merchant SET credit_code = ? WHERE id = ?', [
      '91330802MA2TEKT7XB',
      merchantId,
    ]);
    expect(await find(`q=${receiptNumber!.toLowerCase()}`)).toEqual(['佳美家居']);
    expect(await find('q=ma2tekt7xb')).toEqual(['佳美家居']);
  });

  test('is found by what has to be looked at, and by who verifies', async () => {
    const reduced = await app.database
      .repo(Figure)
      .findOneByOrFail({ applicationId: ids['佳禾电子商务']!, key: 'orders' });
    await app.database.repo(Figure).update(reduced.id, {
      verdict: 'Reduced',
      verified: '5',
      reason: '测试',
      verifierId: verifier.accountId,
    });
    await app.database.repo(CorrectionRequest).insert({
      id: newId(),
      applicationId: ids['佳美家居']!,
      stage: 'division',
      items: [],
      reason: '请补充',
      requestedBy: newId(),
      requestedAt: app.clock.now(),
      dueOn: '2026-10-19',
      answeredAt: null,
    });
    await makeCheck(app, {
      applicationId: ids['绿源果业']!,
      asOf: '2026-10-19',
      rule: 'V3',
      result: 'Hit',
    });
    const cut = ['佳禾电子商务'];
    expect(await find('flag=figureCut')).toEqual(cut);
    expect(await find('flag=figureUnread')).toEqual(cut);
    expect(await find('flag=correcting')).toEqual(['佳美家居']);
    expect(await find('flag=correctionLate')).toEqual(['佳美家居']);
    expect(await find('flag=vetoHit')).toEqual(['绿源果业']);
    expect(await find('flag=vetoUnread')).toEqual(['绿源果业']);
    expect(await find('flag=statement')).toEqual([]);
    expect(await find('flag=takenOver')).toEqual([]);
    expect(await find(`verifier=${verifier.accountId}`)).toEqual(cut);
    expect(await find('verifier=none')).toHaveLength(3);
    expect(states()).toEqual(['全部 3', '已推荐 1', '资格通过 1', '核验完成 1']);
  });

  test('is sorted both ways, and shows the columns that were chosen', async () => {
    await find('sort=receipt');
    const up = names();
    await find('sort=-receipt');
    expect(names()).toEqual(up.toReversed());
    await find('column=merchant&column=creditCode');
    const headings = registrar.visitor.page.querySelectorAll('thead th');
    expect(headings.map((heading) => heading.text.trim())).toEqual(['网商', '统一社会信用代码']);
    await registrar.visitor.search('/office/applications', { q: 'jiamei' });
    expect(names()).toEqual(['佳美家居']);
    expect(registrar.visitor.page.querySelectorAll('thead th')).toHaveLength(2);
  });

  test('of another programme, and of none', async () => {
    const earlier = await makeProgramme(app, 'Archived');
    await makeSubmitted(app, earlier, { name: '往年网商', state: 'Selected' });
    expect(await find(`programme=${earlier.id}`)).toEqual(['往年网商']);
    await registrar.visitor.search('/office/applications', { q: 'wang' });
    expect(names()).toEqual(['往年网商']);
  });
});

describe('its files', () => {
  test('hold exactly the rows found with every column, and say who took them', async () => {
    const { visitor } = registrar;
    await find('q=佳');
    const link = visitor.page
      .querySelectorAll('main a[href*="as"]')
      .find((one) => one.text.includes('CSV'))!;
    await visitor.get(link.getAttribute('href')!.replaceAll('&amp;', '&'));
    expect(visitor.headers['content-type']).toContain('text/csv');
    const [heading, ...lines] = visitor.html.trim().split('\r\n');
    expect(heading).toBe(
      '网商,状态,类别,县（市、区）,受理编号,进入当前状态时间,核验员,产业类别,统一社会信用代码,提交时间',
    );
    expect(new Set(lines.map((line) => line.split(',')[0]))).toEqual(
      new Set(['佳禾电子商务', '佳美家居']),
    );
    const logged = await app.database.row(
      "SELECT account_id, object_type, result FROM access_log WHERE action = 'list.export'",
    );
    expect(logged).toEqual({
      accountId: registrar.accountId,
      objectType: 'applications',
      result: 'rows 2',
    });
    await visitor.get('/office/applications?q=佳&as=xlsx');
    expect(visitor.headers['content-type']).toContain('spreadsheetml');
    expect(visitor.headers['content-disposition']).toContain('applications-2026-10-20.xlsx');
  });
});

test('takes as many queries for one row as for a page of many', async () => {
  for (let made = 0; made < 60; made += 1) {
    await makeSubmitted(app, programme, { name: `多家网商${made}`, state: 'Submitted' });
  }
  await makeMerchant(app);
  const reads = async (path: string) => {
    const before = app.database.readCount;
    await registrar.visitor.get(path);
    return app.database.readCount - before;
  };
  for (const path of ['/office/applications', '/office/screening', '/office/verification']) {
    expect(await reads(path)).toBe(await reads(`${path}?q=佳禾`));
    expect(await reads(`${path}?q=duojia`)).toBe(await reads(`${path}?q=jiahe`));
  }
  await registrar.visitor.get('/office/applications?q=duojia&page=2');
  expect(names()).toHaveLength(10);
  await registrar.visitor.get('/office/applications?q=duojia&page=99');
  expect(names()).toHaveLength(10);
});
