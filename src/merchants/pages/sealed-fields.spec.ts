import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { syntheticCreditCode } from '../../../seeds/reference/synthetic-credit-code.js';
import { type Person, office, person } from '../../../test/support/people.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { PlanImport } from '../plan-import.js';

/** A made-up number with a right check character; born 8 March 1990. */
const personIdNo = '330802199003080012';
const record = {
  merchantType: 'exemptPerson',
  exemptionGround: 'farmOrCraft',
  name: '柯城橘农江小桔',
  headName: '江小桔',
  'foundedOn.year': '2016',
  'foundedOn.month': '5',
  'foundedOn.day': '9',
  divisionCode: '330802',
  town: '花园街道',
  registeredAddress: '柯城区花园街道示例路8号',
  workingAddress: '柯城区花园街道示例路8号',
  goodsCategories: ['farmGoods', 'food'],
  sector: 'primary',
  businessType: 'retail',
  staff: '2',
  insured: '0',
  contactName: '江小桔',
  contactMobile: '13905700099',
  intro: '本人从事自产柑橘的网上销售，与合作社长期合作，统一分拣、统一包装、统一发货。'.repeat(3),
};
const statement = { field: 'exemptionStatement', name: '说明.pdf', content: smallPdf };

let app: TestApp;
let owner: Person;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  owner = await person(app, 'merchant', []);
});
afterAll(() => app.stop());

describe('contacts, former numbers and the identity number of a merchant', () => {
  test('bad input is refused with each own sentence, kept, and not written', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    await visitor.submit('/my/merchant', { merchantType: 'exemptPerson', intent: 'refresh' });
    const bad = {
      ...record,
      contactEmail: 'jiang@nowhere',
      idType: 'registrationNumber',
      idValue: '33080212345',
      personIdNo: '330802199003080015',
    };
    await visitor.submit('/my/merchant', bad, [statement]);
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      [
        '注册号应为15位数字。',
        '邮箱格式不正确，应如 name@example.com。',
        '身份证号码校验不通过，请核对。',
      ],
    ]);
    expect(visitor.html).toContain('value="33080212345"');
    expect(visitor.html).toContain('value="jiang@nowhere"');
    expect(await stored()).toBe(null);
  });

  test.each([
    [{ idType: 'organisationCode', idValue: '' }, '选择了曾用证件种类的，请填写号码。'],
    [{ idType: '', idValue: '330802123456789' }, '填写了曾用号码的，请选择证件种类。'],
    [{ idType: 'organisationCode', idValue: '77604965-4' }, '组织机构代码校验不通过，请核对。'],
    [{ personIdNo: '330802201003080012' }, '经营者须年满18周岁，请核对身份证号码。'],
    [
      { personIdNo, 'birthDate.year': '1990', 'birthDate.month': '3', 'birthDate.day': '9' },
      '身份证号码中的出生日期与填写的出生日期不一致，请核对。',
    ],
  ])('%j', async (given, sentence) => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    await visitor.submit('/my/merchant', { ...record, ...given }, [statement]);
    expect([visitor.status, visitor.errors]).toEqual([422, [sentence]]);
  });

  test('an exempt person uploads the statement of exemption', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    await visitor.submit('/my/merchant', record);
    expect([visitor.status, visitor.errors]).toEqual([422, ['请上传免登记说明。']]);
    await visitor.submit('/my/merchant', record, [
      { ...statement, content: Buffer.from('<script>alert(1)</script>') },
    ]);
    expect(visitor.status).toBe(422);
    expect(visitor.errors[0]).toMatch(/格式不支持/);
    expect(await stored()).toBe(null);
  });

  test('what is saved is sealed at rest and shown by its last four characters', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    const given = {
      ...record,
      contactEmail: 'Jiang@Example.COM',
      idType: 'organisationCode',
      idValue: '77604965-3',
      personIdNo,
    };
    await visitor.submit('/my/merchant', given, [statement]);
    expect(visitor.path).toBe('/my/shops');
    const row = (await stored())!;
    expect(row).toMatchObject({ idType: 'organisationCode', idValue: '776049653' });
    expect(JSON.stringify(row)).not.toMatch(/199003080012|Jiang@/);
    expect(row.exemptionStatementId).not.toBe(null);
    const versions = await app.database.rows<{ facts: string }>(
      'SELECT facts FROM merchant_version',
    );
    expect(JSON.stringify(versions)).not.toMatch(/199003080012|Jiang@|sealed/i);
    await visitor.get('/my/merchant');
    expect(visitor.text).toContain('已登记：**************0012。留空则不变');
    expect(visitor.html).not.toContain('199003080012');
    expect(visitor.html).toContain('value="Jiang@example.com"');
  });

  test('an empty field keeps the number; a type that needs none removes number and statement', async () => {
    const { visitor } = owner;
    const before = (await stored())!;
    await visitor.get('/my/merchant');
    await visitor.submit('/my/merchant', { staff: '3' });
    expect(visitor.text).toContain('网商信息已保存');
    expect(await stored()).toMatchObject({
      personIdSealed: before.personIdSealed,
      exemptionStatementId: before.exemptionStatementId,
    });
  });

  test('the office sees the mask and the statement; the public page and the export no number', async () => {
    const { id } = (await stored())!;
    const registrar = await office(app, 'CityRegistrar');
    await registrar.visitor.get(`/office/registry/${id}`);
    expect(registrar.visitor.text).toContain('**************0012');
    expect(registrar.visitor.text).toContain('Jiang@example.com');
    expect(registrar.visitor.html).not.toContain('199003080012');
    const { exemptionStatementId } = (await stored())!;
    await registrar.visitor.get(`/documents/${exemptionStatementId}`);
    expect(registrar.visitor.status).toBe(200);
    await registrar.visitor.get('/office/registry/export');
    expect(registrar.visitor.html).toContain('Jiang@example.com');
    expect(registrar.visitor.html).not.toContain('3080012');
    const visitor = app.visitor();
    for (const path of [`/merchants/${id}`, `/merchants/${id}.json`]) {
      await visitor.get(path);
      expect(visitor.html).not.toMatch(/Jiang@example|776049653|80012/);
    }
  });

  test('an import without the later columns leaves them as they are', async () => {
    const registrar = await office(app, 'CityRegistrar');
    await registrar.visitor.get('/office/registry/export');
    const [header, ...lines] = registrar.visitor.html.replace('\uFEFF', '').trim().split('\r\n');
    const columns = header!.split(',');
    const kept = columns.flatMap((name, at) =>
      / (idType|idValue|contactEmail)"?$/.test(name) ? [] : at,
    );
    const cells = (line: string) =>
      line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)!.map((cell) => cell.replace(/,$/, ''));
    const file = [header!, ...lines].map((line) => kept.map((at) => cells(line)[at]).join(','));
    const plan = await app.app.get(PlanImport).run(Buffer.from(file.join('\r\n')));
    expect([plan.errors, plan.counts]).toEqual([[], { new: 0, changed: 0, unchanged: 1 }]);
  });

  test('a registered business states no identity number without a reason', async () => {
    const { visitor } = owner;
    await visitor.get('/my/merchant');
    await visitor.submit('/my/merchant', {
      merchantType: 'soleBusiness',
      creditCode: syntheticCreditCode('92', '330802', 7),
      personIdNo,
      confirmed: 'on',
    });
    expect(visitor.errors).toEqual([]);
    expect(await stored()).toMatchObject({ personIdSealed: null, exemptionStatementId: null });
  });
});

interface Stored {
  readonly id: string;
  readonly idType: string | null;
  readonly idValue: string | null;
  readonly personIdSealed: string | null;
  readonly exemptionStatementId: string | null;
}

function stored(): Promise<Stored | null> {
  return app.database.row<Stored>('SELECT * FROM merchant');
}
