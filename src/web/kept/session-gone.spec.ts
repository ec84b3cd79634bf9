import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Applicant,
  inTheWindow,
  makeApplicant,
  startDraft,
} from '../../../test/support/applicant.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { type Person, merchantPerson, office, password } from '../../../test/support/people.js';
import { loadWorkingDays, makeProgramme } from '../../../test/support/programme.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { filled, formOn, texts } from '../../../test/support/typed-form.js';

let app: TestApp;
let own: Applicant;
let draft: string;
let other: Person;
beforeAll(async () => {
  app = await TestApp.start({ LOG_LEVEL: 'error' });
  app.clock.moveTo(inTheWindow);
  await loadWorkingDays(app);
  const programme = await makeProgramme(app, 'Open');
  own = await makeApplicant(app);
  draft = await startDraft(own, programme);
  other = await merchantPerson(app, own.merchantId, 'Agent');
}, 120_000);
afterAll(() => app.stop());

const endSession = ({ accountId }: Person) =>
  app.database.execute('DELETE FROM session WHERE account_id = ?', [accountId]);

describe('a form that is sent after the end of its session', () => {
  test.each([
    ['figures of an application', () => own, () => `${draft}/figures`, () => `${draft}/figures`],
    ['texts of an application', () => own, () => `${draft}/texts`, () => `${draft}/texts`],
    ["a merchant's record", () => own, () => '/my/merchant', () => '/my/merchant'],
    ['an annual return', () => own, () => '/my/returns/2025', () => '/my/returns/2025'],
    [
      'working days of the office',
      () => office(app, 'CityRegistrar'),
      () => '/office/working-days',
      () => '/office/working-days',
    ],
  ])('%s: leads to the sign-in and comes back in its own form', async (_, whose, path, action) => {
    const gone = await whose();
    const { visitor, mobile } = gone;
    await visitor.get(path());
    const typed = filled(formOn(visitor.page, action()));
    expect(Object.keys(typed).length).toBeGreaterThan(0);
    await endSession(gone);
    await visitor.submit(action(), typed);
    expect([visitor.status, visitor.errors]).toEqual([401, []]);
    expect(visitor.text).toContain('您填写的内容都还在');
    await visitor.submit('/sign-in', { mobile, password: 'falsch' });
    expect(visitor.status).toBe(422);
    await visitor.submit('/sign-in', { mobile, password });
    expect([visitor.status, visitor.path]).toEqual([200, path()]);
    expect(texts(formOn(visitor.page, action()))).toEqual(typed);
    expect(visitor.text).toContain('登录失效前填写的内容已原样填回');
    expect(visitor.text).not.toContain('其他内容');
    await visitor.submit(action(), typed);
    await visitor.get(path());
    expect(visitor.text).not.toContain('登录失效前填写的内容');
  });

  test('names the files that have to be chosen again, large ones too', async () => {
    const { visitor, mobile } = own;
    const large = Buffer.concat([smallPdf, Buffer.alloc(3_000_000)]);
    await visitor.get(`${draft}/evidence`);
    await endSession(own);
    await visitor.submit(`${draft}/evidence`, { indicator: 'G15', caption: '后台截图' }, [
      { field: 'file', name: '订单汇总.pdf', content: large },
      { field: 'file', name: '评分.pdf', content: smallPdf },
    ]);
    expect(visitor.status).toBe(401);
    await visitor.submit('/sign-in', { mobile, password });
    const form = formOn(visitor.page, `${draft}/evidence`);
    expect(form.querySelector('option[value=G15]')!.hasAttribute('selected')).toBe(true);
    expect(texts(form)).toMatchObject({ caption: '后台截图' });
    expect(visitor.text).toContain('文件需要重新选择：订单汇总.pdf、评分.pdf。');
  });

  test('ticks and radios come back as they were, cleared ones cleared', async () => {
    const { visitor, mobile } = own;
    await visitor.get('/my/merchant');
    const before = formOn(visitor.page, '/my/merchant');
    const radios = before.querySelectorAll('input[type=radio]');
    const chosen = radios.find((radio) => !radio.hasAttribute('checked'))!;
    const name = chosen.getAttribute('name')!;
    const value = chosen.getAttribute('value')!;
    await endSession(own);
    await visitor.submit('/my/merchant', { [name]: value });
    await visitor.submit('/sign-in', { mobile, password });
    const ticked = formOn(visitor.page, '/my/merchant')
      .querySelectorAll(`input[name="${name}"]`)
      .filter((radio) => radio.hasAttribute('checked'))
      .map((radio) => radio.getAttribute('value'));
    expect(ticked).toEqual([value]);
  });

  test('lies sealed in the session', async () => {
    const { visitor, mobile } = own;
    await visitor.get('/my/merchant');
    await endSession(own);
    await visitor.submit('/my/merchant', { personIdNo: '330802198005091234' });
    await visitor.submit('/sign-in', { mobile, password });
    expect(visitor.html).toContain('330802198005091234');
    const rows = await app.database.rows<{ data: string }>('SELECT data FROM session');
    expect(rows.some(({ data }) => data.includes('"draft"'))).toBe(true);
    expect(rows.filter(({ data }) => data.includes('330802198005091234'))).toEqual([]);
  });

  test('is not put before the next merchant who comes to the window', async () => {
    const clerk = await office(app, 'CityRegistrar');
    const { visitor, mobile } = clerk;
    const came = { person: '江小桔', telephone: '13905700099', capacity: 'head' };
    const paper = { field: 'sheet', name: '申报表.pdf', content: smallPdf };
    const serve = async (merchantId: string) => {
      await visitor.get(`/office/window/new?merchant=${merchantId}`);
      await visitor.submit('/office/window', came, [paper]);
      await visitor.get('/my/merchant');
    };
    await serve(own.merchantId);
    await endSession(clerk);
    await visitor.submit('/my/merchant', { name: '只给本户看的名称' });
    await visitor.submit('/sign-in', { mobile, password });
    expect([visitor.path, visitor.html.includes('只给本户看的名称')]).toEqual([
      '/my/merchant',
      true,
    ]);
    await app.database.execute('UPDATE window_entry SET closed_at = ?', [app.clock.now()]);
    await serve(await makeMerchant(app));
    expect([visitor.path, visitor.status]).toEqual(['/my/merchant', 200]);
    expect(visitor.html).not.toContain('只给本户看的名称');
  });

  test('is not put before anybody else who signs in there', async () => {
    const { visitor } = own;
    await visitor.get('/my/merchant');
    await endSession(own);
    await visitor.submit('/my/merchant', { legalName: '只给本人看的名称' });
    await visitor.submit('/sign-in', { mobile: other.mobile, password });
    expect(visitor.path).toBe('/my/merchant');
    expect(visitor.html).not.toContain('只给本人看的名称');
    await visitor.submit('/sign-out');
    await visitor.get('/sign-in');
    await visitor.submit('/sign-in', { mobile: own.mobile, password });
  });

  test('goes nowhere but to this site, and a stranger learns nothing', async () => {
    const { visitor, mobile } = own;
    const forged = JSON.stringify({
      action: '/my/merchant',
      page: '//evil',
      fields: {},
      files: [],
    });
    await endSession(own);
    await visitor.get('/sign-in');
    await visitor.submit('/sign-in', { mobile, password, next: '//evil', draft: forged });
    expect(visitor.path).toBe('/my');
    const stranger = app.visitor();
    await stranger.post('/my/merchant', { legalName: '甲' });
    expect(stranger.status).toBe(403);
  });

  test('of a button, which nobody typed into, leads to the page that it stood on', async () => {
    const { visitor } = own;
    await visitor.get('/my');
    await endSession(own);
    await visitor.post('/my/merchant', { _csrf: visitor.token });
    expect([visitor.status, visitor.path]).toEqual([200, '/sign-in?next=%2Fmy%2Fmerchant']);
  });

  test('a script is told in a word', async () => {
    const { visitor } = own;
    await visitor.post(
      '/my/merchant',
      { _csrf: 'x', legalName: '甲' },
      { accept: 'application/json' },
    );
    expect([visitor.status, JSON.parse(visitor.html)]).toMatchObject([
      401,
      { error: { code: 'errors.signIn' } },
    ]);
  });
});
