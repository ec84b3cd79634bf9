import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HTMLElement } from 'node-html-parser';
import {
  type Applicant,
  inTheWindow,
  makeApplicant,
  startDraft,
} from '../../../test/support/applicant.js';
import { type Person, merchantPerson, password } from '../../../test/support/people.js';
import { loadWorkingDays, makeProgramme } from '../../../test/support/programme.js';
import { smallPng } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { formOn, texts } from '../../../test/support/typed-form.js';
import { AccountQueries } from '../../accounts/account.queries.js';
import { KeptForms } from './kept-forms.js';

let app: TestApp;
let own: Applicant;
let colleague: Person;
let draft: string;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo(inTheWindow);
  await loadWorkingDays(app);
  const programme = await makeProgramme(app, 'Open');
  own = await makeApplicant(app);
  draft = await startDraft(own, programme);
  colleague = await merchantPerson(app, own.merchantId, 'Agent');
}, 120_000);
afterAll(() => app.stop());

const sentWith = (form: HTMLElement) => ({
  ...texts(form),
  _drawn: form.querySelector('[name=_drawn]')!.getAttribute('value')!,
});
const json = { accept: 'application/json' };
/** As a script sends the form of the page that is open, while somebody types. */
async function type({ visitor }: Person, page: string, typed: Record<string, string>) {
  await visitor.get(page);
  const form = formOn(visitor.page, page);
  const sent = { ...sentWith(form), ...typed, _csrf: visitor.token };
  await visitor.post(form.getAttribute('data-autosave')!, sent, json);
}
const shown = ({ visitor }: Person, page: string) => texts(formOn(visitor.page, page));
const actorOf = async ({ accountId }: Person) =>
  (await app.app.get(AccountQueries).actor(accountId))!;
const kept = async () =>
  (await app.database.rows("SELECT place_hash FROM kept_form WHERE sealed <> ''")).length;
const LABEL = '上次填写但没有提交的内容已原样填回';

describe.each([
  ["a merchant's record", '/my/merchant', { headName: '江小', intro: '还没有写完' }],
  ['an annual return', '/my/returns/2025', { grossWan: '95%', orders: '1234' }],
  ['a shop', '/my/shops/new', { shopName: '半个店名' }],
])('%s, typed and not sent', (_name, page, typed) => {
  test('comes back as it was typed, says so, and is left out for good', async () => {
    await type(own, page, typed);
    expect([own.visitor.status, JSON.parse(own.visitor.html)]).toEqual([
      200,
      { time: expect.stringMatching(/^\d{4}年/) },
    ]);
    await own.visitor.get(page);
    expect(shown(own, page)).toMatchObject(typed);
    expect(own.visitor.text).toContain(LABEL);
    await own.visitor.submit('/session/draft/removal');
    expect([own.visitor.status, own.visitor.path]).toEqual([200, page]);
    expect(own.visitor.text).toContain('已不用上次填写的内容');
    expect(shown(own, page)).not.toMatchObject(typed);
    await own.visitor.get(page);
    expect(own.visitor.text).not.toContain(LABEL);
    expect(await kept()).toBe(0);
  });

  test('is not put before a colleague of the same merchant', async () => {
    await type(own, page, typed);
    await colleague.visitor.get(page);
    expect(colleague.visitor.text).not.toContain(LABEL);
    await own.visitor.get(page);
    await own.visitor.submit('/session/draft/removal');
  });
});

const sendShop = (number: string) =>
  own.visitor.submit(
    '/my/shops/new',
    {
      platform: 'taobao',
      shopName: '整个店名',
      url: `https://shop${number}.taobao.com`,
      'openedOn.year': '2020',
      'openedOn.month': '1',
      'openedOn.day': '2',
      sameSubject: 'yes',
      status: 'open',
    },
    [{ field: 'licenceShot', name: '亮照.png', content: smallPng }],
  );
test('a form that was taken is kept no longer; one that was refused is', async () => {
  const page = '/my/shops/new';
  await type(own, page, { shopName: '半个店名' });
  await own.visitor.get(page);
  await own.visitor.submit(page, { shopName: '' });
  expect([own.visitor.status, await kept()]).toEqual([422, 1]);
  await own.visitor.get(page);
  await sendShop('7654321');
  expect([own.visitor.errors, own.visitor.path, await kept()]).toEqual([[], '/my/shops', 0]);
});

describe('a save that was still on its way', () => {
  const page = '/my/shops/new';
  /** The form of the page that is open, as a script sends it from there whenever the line lets it. */
  async function opened() {
    await own.visitor.get(page);
    const form = { ...sentWith(formOn(own.visitor.page, page)), _csrf: own.visitor.token };
    return async () => {
      await own.visitor.post(`/session/draft?form=${page}`, { ...form, shopName: '迟到' }, json);
      return [own.visitor.status, await kept()];
    };
  }

  test('when the form was left out brings nothing back', async () => {
    const arrives = await opened();
    await type(own, page, { shopName: '半个店名' });
    await own.visitor.get(page);
    await own.visitor.submit('/session/draft/removal');
    expect(await arrives()).toEqual([409, 0]);
    expect(JSON.parse(own.visitor.html)).toEqual({
      error: { message: expect.stringContaining('不会暂存') },
    });
  });

  test('when the form was taken brings nothing back, though nothing had been kept before', async () => {
    const arrives = await opened();
    await own.visitor.get(page);
    await sendShop('7654322');
    expect([own.visitor.errors, await arrives()]).toEqual([[], [409, 0]]);
    // The page that is opened then is another one.
    expect(await (await opened())()).toEqual([200, 1]);
    await own.visitor.get(page);
    await own.visitor.submit('/session/draft/removal');
  });

  test('of a page that came back, with more fields or with errors, is kept', async () => {
    for (const [sent, status] of [
      [{ intent: 'refresh' }, 200],
      [{ url: '' }, 422],
    ] as const) {
      await type(own, page, { shopName: '半个店名' });
      await own.visitor.get(page);
      await own.visitor.submit(page, sent);
      expect([own.visitor.status, await kept()]).toEqual([status, 1]);
    }
    await own.visitor.get(page);
    await own.visitor.submit('/session/draft/removal');
  });
});

test('what is the same as what is saved is not spoken of', async () => {
  await type(own, '/my/returns/2025', {});
  await own.visitor.get('/my/returns/2025');
  expect([own.visitor.text.includes(LABEL), await kept()]).toEqual([false, 1]);
});

test('lies sealed, at most twenty of one person, and goes with the account', async () => {
  await type(own, '/my/merchant', { personIdNo: '330802198005091234' });
  const rows = await app.database.rows<{ sealed: string }>('SELECT sealed FROM kept_form');
  expect(rows.filter(({ sealed }) => sealed.includes('330802'))).toEqual([]);
  const { visitor } = own;
  await visitor.get('/my');
  const _csrf = visitor.token;
  for (let i = 0; i < 22; i += 1) {
    await visitor.post(`/session/draft?form=/my/made-up-${i}`, { _csrf, a: '1' }, json);
  }
  expect(await kept()).toBe(20);
  await colleague.visitor.get('/my/shops/new');
  await type(colleague, '/my/shops/new', { shopName: '半个店名' });
  await colleague.visitor.get('/account/closing');
  await colleague.visitor.submit('/account/closing', { password, understood: 'true' });
  expect(await kept()).toBe(20);
});

test.each(['//evil', 'https://evil.example', `/${'a'.repeat(200)}`])(
  'only a page of this site is kept or led back to, not %s',
  async (page) => {
    const { visitor } = own;
    await visitor.get('/my');
    const _csrf = visitor.token;
    await visitor.post(`/session/draft?form=${page}`, { _csrf, a: '1' }, json);
    expect(visitor.status).toBe(400);
    await visitor.post('/session/draft/removal', { _csrf, page }, json);
    expect(visitor.status === 400).toBe(!page.startsWith('/a'));
  },
);

test('has no password in it, no confirmation and no token: they are given anew each time', async () => {
  const page = '/my/made-up';
  const asked = {
    confirmed: 'grossWan',
    asked: 'grossWan',
    intent: 'save',
    newPassword: 'x',
    _kept: 'k',
  };
  await own.visitor.get('/my');
  const sent = { ...asked, grossWan: '12', _csrf: own.visitor.token };
  await own.visitor.post(`/session/draft?form=${page}`, sent, json);
  const forms = app.app.get(KeptForms);
  expect((await forms.of(await actorOf(own), page))?.fields).toEqual({ grossWan: '12' });
});

test('what was sent without a session is left out for good as well', async () => {
  const { visitor, mobile } = own;
  await visitor.get(`${draft}/figures`);
  await app.database.execute('DELETE FROM session WHERE account_id = ?', [own.accountId]);
  await visitor.submit(`${draft}/figures`, { registeredMarks: '77' });
  await visitor.submit('/sign-in', { mobile, password });
  expect(shown(own, `${draft}/figures`)).toMatchObject({ registeredMarks: '77' });
  await visitor.submit('/session/draft/removal');
  expect(visitor.path).toBe(`${draft}/figures`);
  await visitor.get(`${draft}/figures`);
  expect(shown(own, `${draft}/figures`)).not.toMatchObject({ registeredMarks: '77' });
});
