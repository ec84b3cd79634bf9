import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import {
  type Applicant,
  makeApplicant,
  openWindow,
  submitted,
} from '../../test/support/applicant.js';
import { fromSavedState } from '../../test/support/case-tables.js';
import { acting } from '../../test/support/acting.js';
import { type Person, person } from '../../test/support/people.js';
import type { TestProgramme } from '../../test/support/programme.js';
import type { TestApp } from '../../test/support/test-app.js';
import { StateRelations } from '../merchants/state-relations.js';
import { Programme } from '../programmes/programme.entity.js';
import { ApplicationRecords } from './application-records.js';

let app: TestApp;
let programme: TestProgramme;
let one: Applicant;
let other: Applicant;
let registrar: Person;
const code = {
  one: syntheticCreditCode('91', '330802', 1),
  other: syntheticCreditCode('91', '330802', 2),
};

beforeAll(async () => {
  ({ app, programme } = await openWindow());
  one = await makeApplicant(app, 'LegalRepresentative', { name: '甲橘网商', creditCode: code.one });
  other = await makeApplicant(app, 'LegalRepresentative', {
    name: '乙茶网商',
    creditCode: code.other,
  });
  registrar = await person(app, 'office', [{ role: 'CityRegistrar' }]);
});
afterAll(() => app.stop());

const says = (who: Applicant, name: string, creditCode: string) =>
  app.app.get(StateRelations).addMerchant(acting('Agent', { merchantId: who.merchantId }), {
    name,
    creditCode,
    relation: 'sameHead',
  });
const oneSays = () => says(one, '乙茶网商', code.other);
const otherSays = () => says(other, '甲橘网商', code.one);
const groups = async (...ids: string[]) => {
  const records = await app.app.get(ApplicationRecords).load(ids);
  return ids.map((id) => records.get(id)!.relatedGroup);
};
const bothApply = async () => [await submitted(one, programme), await submitted(other, programme)];

describe('a tie between two merchants', () => {
  fromSavedState(() => app);

  test('bars neither at entry, and tells neither that the other has applied', async () => {
    await oneSays();
    await submitted(one, programme);
    await other.visitor.get('/my/applications/new');
    expect(other.visitor.text).not.toContain('甲橘网商');
    await submitted(other, programme);
    const states = await app.database.rows('SELECT state FROM application');
    expect(states).toEqual([{ state: 'Submitted' }, { state: 'Submitted' }]);
  });

  test('is told to the other side, who may say the same with one button', async () => {
    await oneSays();
    await other.visitor.get('/messages');
    expect(other.visitor.text).toContain('“甲橘网商”在网商库中写明与贵单位有关联');
    await other.visitor.get('/my/relations');
    expect(other.visitor.text).toContain('其他网商写明与本单位有关联');
    expect(other.visitor.text).toContain('只有对方写明，暂不影响名额');
    await other.visitor.submit('/my/relations/merchants', { relation: 'sameHead' });
    expect(other.visitor.text).toContain('双方均已写明');
    const ids = await bothApply();
    const [first, second] = await groups(...ids);
    expect(first).not.toBeNull();
    expect(second).toBe(first);
  });

  test('does not count in the ranking while only one side says so', async () => {
    await oneSays();
    expect(await groups(...(await bothApply()))).toEqual([null, null]);
  });

  test('is frozen with the submission: neither taken back nor added afterwards', async () => {
    await oneSays();
    await otherSays();
    const ids = await bothApply();
    await app.database.execute('DELETE FROM related_merchant');
    const [first, second] = await groups(...ids);
    expect(first).not.toBeNull();
    expect(second).toBe(first);
  });

  test('that is named after the submission waits for the office', async () => {
    await otherSays();
    const ids = await bothApply();
    await oneSays();
    expect(await groups(...ids)).toEqual([null, null]);
    // The screener reads what the ranking will do, not what the register says since.
    await app.database.repo(Programme).update(programme.id, { state: 'Screening' });
    await app.database.execute("UPDATE application SET state = 'Recommended'");
    await registrar.visitor.get(`/office/screening/${ids[0]!}`);
    expect(registrar.visitor.text).toContain('有一方是在提交申报以后写明的，不影响名额');
    await registrar.visitor.get(`/office/registry/${one.merchantId}`);
    await registrar.visitor.submit('/relations/', { standing: 'confirmed' });
    expect(registrar.visitor.text).toContain('市办已核实');
    const [first, second] = await groups(...ids);
    expect(first).not.toBeNull();
    expect(second).toBe(first);
    await one.visitor.get('/my/relations');
    expect(one.visitor.text).not.toContain('删除“乙茶网商”');
  });

  test('is a notice at screening, and no condition', async () => {
    await oneSays();
    const [, id] = await bothApply();
    await app.database.repo(Programme).update(programme.id, { state: 'Screening' });
    await app.database.execute("UPDATE application SET state = 'Recommended'");
    await registrar.visitor.get(`/office/screening/${id}`);
    expect(registrar.visitor.text).toContain('关联网商“甲橘网商”也申报了本类别，但只有一方写明');
    expect(registrar.visitor.text).not.toContain('不符合');
  });
});
