import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, applying } from '../../../test/support/applying.js';
import { refuses } from '../../../test/support/refusals.js';
import type { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  const { app: started, programme } = await openWindow();
  app = started;
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
  // Two windows show the draft; one submits, the other is out of date.
  await own.visitor.get(`${draft.path}/declarations`);
  await draft.submit();
}, 60_000);
afterAll(() => app.stop());

const note = '申报人的补充说明';
const click = (referer?: string, headers: Record<string, string> = {}) =>
  own.visitor.post(
    `${draft.path}/submission`,
    { _csrf: own.visitor.token, truth: 'on', note },
    { host: 'city.test', ...(referer ? { referer } : {}), ...headers },
  );
const links = () =>
  own.visitor.page.querySelectorAll('main a.button').map((link) => link.getAttribute('href'));

test('a click on an old page is told the state, keeps what was typed and leads to the object', async () => {
  await click();
  expect(own.visitor.status).toBe(409);
  expect(own.visitor.text).toContain('申报当前状态：已提交');
  const kept = own.visitor.page.querySelectorAll('main textarea').map(({ text }) => text);
  expect(kept).toEqual([note]);
  expect(links()).toEqual([draft.path, '/']);
});

test('it leads back to the page that it came from', async () => {
  await click(`http://city.test${draft.path}/declarations?language=zh`);
  expect(links()).toEqual([`${draft.path}/declarations?language=zh`, '/']);
});

test.each([
  ['another host', 'http://elsewhere.test/my'],
  ['an address that names another host', 'http://city.test//elsewhere.test/my'],
  ['no address', 'about'],
  ['the address of the form itself, which has no page', 'http://city.test/SELF'],
])('it does not lead to %s', async (_title, referer) => {
  await click(referer.replace('/SELF', `${draft.path}/submission`));
  expect(links()).toEqual([draft.path, '/']);
});

test('an old link to what is no longer possible says so', async () => {
  await draft.moveTo('Withdrawn');
  await own.visitor.get(`${draft.path}/withdrawal`);
  expect(own.visitor.status).toBe(409);
  expect(own.visitor.text).toContain('申报当前状态：撤回');
  expect(links()).toEqual([draft.path, '/']);
  const sent = () => own.visitor.post(`${draft.path}/withdrawal`, { _csrf: own.visitor.token });
  await refuses(app, sent, {
    code: 'applications.withdraw.tooLate',
    kind: 'conflict',
    variables: { lifecycle: 'application', state: 'Withdrawn' },
  });
});

test('a program reads the same sentence', async () => {
  await click(undefined, { accept: 'application/json' });
  expect(own.visitor.status).toBe(409);
  expect(JSON.parse(own.visitor.html)).toMatchObject({
    error: { message: expect.stringContaining('申报当前状态：撤回') },
  });
});
