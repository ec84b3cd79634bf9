import { createHash } from 'node:crypto';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { ReserveNumber } from '../../src/awards/notices/reserve-number.js';
import { ReservedNumber } from '../../src/awards/notices/reserved-number.entity.js';
import { Document } from '../../src/documents/document.entity.js';
import { DocumentFiles } from '../../src/documents/document-files.js';
import { RemoveDocument } from '../../src/documents/remove-document.js';
import { StoreDocument } from '../../src/documents/store-document.js';
import { AddExpert } from '../../src/judging/experts/add-expert.js';
import { EditExpert } from '../../src/judging/experts/edit-expert.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { AcceptCreditCode } from '../../src/merchants/accept-credit-code.js';
import { AnnualReturn } from '../../src/merchants/annual-return.entity.js';
import { FileReturn } from '../../src/merchants/file-return.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import { ImportMerchants } from '../../src/merchants/import-merchants.js';
import { ReviseMerchant } from '../../src/merchants/revise-merchant.js';
import { SaveShop } from '../../src/merchants/save-shop.js';
import { StateRelations } from '../../src/merchants/state-relations.js';
import { SaveWorkingDayYear } from '../../src/programmes/save-working-day-year.js';
import { WorkingDayYear } from '../../src/programmes/working-day-year.entity.js';
import type { Actor } from '../../src/web/actor.js';
import { acting } from '../support/acting.js';
import { makeMerchant } from '../support/merchant.js';
import { merchantFacts, paper, returnFacts, shopFacts } from '../support/register-entries.js';
import { registerFile, registerLine } from '../support/register-file.js';
import { smallPdf } from '../support/small-files.js';
import { TestApp } from '../support/test-app.js';
import { pause, race, raceChange, warmUp } from './race.js';

let app: TestApp;
let merchantId: string;
let agent: Actor;
const registrar = acting('CityRegistrar');
const creditCode = syntheticCreditCode('91', '110108', 1);
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  await warmUp(app.database);
});
afterAll(() => app.stop());
beforeEach(async () => {
  merchantId = await makeMerchant(app);
  agent = acting('Agent', { merchantId });
});
const exempt = {
  creditCode: '',
  merchantType: '依法免登记自然人',
  exemptionGround: '零星小额交易',
};
const merchant = () => app.database.repo(Merchant).findOneByOrFail({ id: merchantId });

test('a return filed in two windows is filed once', async () => {
  const given = { year: 2025, version: 0, facts: returnFacts(), confirmed: [] };
  const told = await race(
    () => app.app.get(FileReturn).run(agent, given),
    () => app.app.get(FileReturn).run(agent, given),
  );
  expect(told.kind).toBe('conflict');
  expect(await app.database.repo(AnnualReturn).countBy({ merchantId })).toBe(1);
});

test('a shop saved in two windows is saved once', async () => {
  const save = (given: { shopId: string | null; version: number }) =>
    app.app.get(SaveShop).run(agent, {
      ...given,
      facts: shopFacts({ shopName: `江畔柑橘店${given.version}` }),
      licenceShot: given.shopId ? null : paper('licenceShot'),
      authorisation: null,
    });
  const { shopId } = await save({ shopId: null, version: 0 });
  const told = await race(
    () => save({ shopId, version: 1 }),
    () => save({ shopId, version: 1 }),
  );
  expect(told.kind).toBe('conflict');
});

test('a record saved in two windows is saved once', async () => {
  const facts = merchantFacts({ creditCode: null, merchantType: 'enterprise' });
  const given = { version: 1, confirmed: true, exemptionStatement: null };
  const revise = (town: string) =>
    app.app.get(ReviseMerchant).run(agent, { ...given, facts: { ...facts, creditCode, town } });
  const told = await race(
    () => revise('花园街道'),
    () => revise('信安街道'),
  );
  expect(told.kind).toBe('conflict');
  expect((await merchant()).version).toBe(2);
  await app.database.repo(Merchant).update(merchantId, { creditCode: null });
});

test('two people named at once both stand in the record', async () => {
  const name = (one: string) =>
    app.app.get(StateRelations).addPerson(agent, { name: one, relation: 'shareholder' });
  await Promise.all([name('江小桔'), name('柳新宜'), name('岳小满')]);
  expect((await merchant()).relatedPersons).toHaveLength(3);
});

test('the office accepts the code that is registered, not the one before', async () => {
  await app.database.repo(Merchant).update(merchantId, { creditCode });
  const change = { creditCode: null, creditCodeWarnings: [] };
  const told = await raceChange(app.database, { entity: Merchant, id: merchantId, change }, () =>
    app.app.get(AcceptCreditCode).run(registrar, merchantId, creditCode),
  );
  expect(told).toMatchObject({ kind: 'conflict' });
  expect((await merchant()).creditCodeWarnings).toEqual([]);
});

test.each([
  ['a credit code', registerLine(7, { name: '同时录入的网商' })],
  ['a name', registerLine(8, { ...exempt, name: '同时录入的农户' })],
])('one file entered in two windows enters a merchant once, known by %s', async (_by, line) => {
  const order = { content: registerFile(line), digest: null, confirmed: true };
  const by = { accountId: registrar.accountId, role: 'CityRegistrar' };
  const enter = () => app.app.get(ImportMerchants).run(by, order);
  const results = await Promise.allSettled([enter(), enter()]);
  const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  // Or the second window finds it entered and changes nothing.
  if (refused.length) expect(refused).toMatchObject([{ code: 'merchants.import.changed' }]);
  const name = /同时录入的../.exec(line)![0];
  expect(await app.database.repo(Merchant).countBy({ name })).toBe(1);
});

test('an expert edited in two windows is edited once', async () => {
  const facts = {
    name: '柳新宜',
    field: '电子商务',
    organisation: '衢州某高校',
    organisationType: 'university',
    divisionCode: null,
    address: null,
    categories: ['G'],
    topics: [],
  };
  const added = { ...facts, mobile: '13905709001', email: null };
  const { expertId: id } = await app.app.get(AddExpert).run(registrar, added);
  const told = await raceChange(
    app.database,
    { entity: Expert, id, change: { active: false } },
    () => app.app.get(EditExpert).run(registrar, id, { ...facts, active: true, version: 1 }),
  );
  expect(told).toMatchObject({ kind: 'conflict' });
});

test('a year of working days loaded in two windows is loaded once', async () => {
  const given = { year: 2031, version: 0, makeUpDays: null, source: '国办发明电〔2030〕1号' };
  const save = (holidays: string) =>
    app.app.get(SaveWorkingDayYear).run(registrar, { ...given, holidays });
  const told = await race(
    () => save('2031-01-01'),
    () => save('2031-01-02'),
  );
  expect(told).toMatchObject({ code: 'errors.conflict', kind: 'conflict' });
  expect(await app.database.repo(WorkingDayYear).countBy({ year: 2031 })).toBe(1);
});

test('a file that somebody stores while its last row goes is kept', async () => {
  const hash = createHash('sha256').update(smallPdf).digest('hex');
  const owner = { ownerType: 'merchant', ownerId: merchantId } as const;
  const store = () => app.app.get(StoreDocument).run(agent, { ...owner, file: paper('licence') });
  const { documentId } = await store();
  await app.database.repo(Document).delete({ hash });
  const remove = app.app.get(RemoveDocument);
  const storing = app.database.transaction(async () => {
    await store();
    await pause(300);
  });
  await pause(100);
  await remove['sweep'](hash);
  await storing;
  expect(await app.database.repo(Document).findOneBy({ id: documentId })).toBeNull();
  expect(await app.app.get(DocumentFiles).read(hash)).toEqual(smallPdf);
});

test('a document number that two people take is given to one, and the other is told', async () => {
  const given = {
    documentNumber: '衢商务〔2026〕6号',
    purpose: '关于报送总结的函',
    numberReason: null,
  };
  const told = await race(
    () => app.app.get(ReserveNumber).run(registrar, given),
    () => app.app.get(ReserveNumber).run(registrar, given),
  );
  expect(told.code).toBe('awards.notice.numberTaken');
  expect(await app.database.repo(ReservedNumber).count()).toBe(1);
});
