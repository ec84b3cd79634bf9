import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newRecord } from '../../../test/support/new-record.js';
import { person } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import type { Visitor } from '../../../test/support/visitor.js';

let app: TestApp;
let visitor: Visitor;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  ({ visitor } = await person(app, 'merchant', []));
});
afterAll(() => app.stop());

const stored = () =>
  app.database.row<{ registeredAddress: string; workingAddress: string }>(
    'SELECT registered_address, working_address FROM merchant',
  );
const shown = () => ({
  ticked: visitor.page.querySelector('[name=sameAddress]')!.hasAttribute('checked'),
  other: visitor.page.querySelector('[name=workingAddress]')!.getAttribute('value'),
});
const here = newRecord.registeredAddress;
const elsewhere = '柯城区信安街道示例路99号';

test('an address is typed once where a merchant works at its seat', async () => {
  await visitor.get('/my/merchant');
  expect(shown()).toEqual({ ticked: false, other: '' });
  await visitor.submit('/my/merchant', { ...newRecord, workingAddress: '' });
  expect(visitor.status).toBe(422);
  expect(visitor.errors).toHaveLength(1);
  await visitor.submit('/my/merchant', { sameAddress: 'on', workingAddress: here, staff: 'x' });
  expect(shown()).toEqual({ ticked: true, other: here });
  await visitor.submit('/my/merchant', { sameAddress: 'on', workingAddress: ' ' });
  expect([visitor.status, shown()]).toEqual([422, { ticked: true, other: '' }]);
  await visitor.submit('/my/merchant', { staff: newRecord.staff });
  expect(visitor.path).toBe('/my/shops');
  expect(await stored()).toEqual({ registeredAddress: here, workingAddress: here });
});

test('the second goes along when the first one changes, until another is typed', async () => {
  await visitor.get('/my/merchant');
  expect(shown()).toEqual({ ticked: true, other: '' });
  await visitor.submit('/my/merchant', { registeredAddress: elsewhere });
  expect(await stored()).toEqual({ registeredAddress: elsewhere, workingAddress: elsewhere });
  await visitor.get('/my/merchant');
  await visitor.submit('/my/merchant', { workingAddress: here });
  expect(await stored()).toEqual({ registeredAddress: elsewhere, workingAddress: here });
  await visitor.get('/my/merchant');
  expect(shown()).toEqual({ ticked: false, other: here });
});
