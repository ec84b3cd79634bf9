import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Person, divisionPerson, office } from '../../../../test/support/people.js';
import { type TestProgramme, makeProgramme } from '../../../../test/support/programme.js';
import { distinguish, filed, freeze, shop } from '../../../../test/support/plausibility.js';
import {
  type SubmittedApplication,
  makeSubmitted,
  sampleClaims,
} from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { Application } from '../../application.entity.js';
import { beijingDate, daysBetween } from '../../../rules/calendar/beijing-time.js';
import { Sealer } from '../../../database/sealed.js';
import { CONFIG } from '../../../config/config.module.js';
import type { Config } from '../../../config/config.js';
import { newId } from '../../../database/new-id.js';
import { Document } from '../../../documents/document.entity.js';
import { Merchant } from '../../../merchants/merchant.entity.js';
import { RelatedMerchant } from '../../../merchants/related-merchant.entity.js';
import { Shop } from '../../../merchants/shop.entity.js';

let app: TestApp;
let programme: TestProgramme;
let verifier: Person;
let own: SubmittedApplication;
let other: SubmittedApplication;

beforeAll(async () => {
  app = await TestApp.start();
  programme = await makeProgramme(app, 'Verification');
  verifier = await office(app, 'Verifier');
  own = await makeSubmitted(app, programme, {
    state: 'ScreenedIn',
    name: '柯城甲网商',
    claims: { ...sampleClaims, taxPaidWan: '100', 'shop.shop-1.dispatch48hPct': '8500' },
  });
  other = await makeSubmitted(app, programme, {
    state: 'ScreenedIn',
    name: '龙游乙网商',
    divisionCode: '330825',
  });
});
afterAll(() => app.stop());

test('an unremarkable file raises no doubt', async () => {
  const plain = await makeSubmitted(app, programme, { state: 'ScreenedIn', name: '常山丙网商' });
  await distinguish(app, plain.merchantId, '3');
  expect(await doubts(plain.id)).toEqual([]);
});

test('X6 X7 X10 X16 X17: the return as it was frozen, with its figures', async () => {
  await distinguish(app, own.merchantId, '1');
  await distinguish(app, other.merchantId, '2');
  await freeze(app, own.id, {
    grossWan: 110_000,
    refundWan: 50_000,
    figures: { refundRatePct: 10_00, complaintsReceived: 4, complaintsSettled: 5 },
  });
  expect(await doubts(own.id)).toEqual([
    '退款占支付金额45.45%，超过40%。 退款金额 500.00 万元、支付金额 1,100.00 万元',
    '填报退款率10%，按金额计算为45.45%，相差超过10个百分点。',
    '办结投诉5件，多于收到的4件，请更正。',
    '净额、订单量、参保人数较上年反向变动且幅度超过30%，请核对。 净额变动 50%、订单量变动 -40%',
    '店铺“柑橘小店”开店日期为2020年3月1日，晚于首个有销售的年份2019年，请更正。',
  ]);
  await freeze(app, own.id, {});
});

test('X5: growth of more than five times that of the merchants who filed both years', async () => {
  await filed(app, own.merchantId, 600_00, 400_00);
  await filed(app, other.merchantId, 500_00, 500_00);
  await freeze(app, own.id, { previous: { netWan: 30_000, orders: 60_000, insuredYearEnd: 10 } });
  expect(await doubts(own.id)).toEqual([]);
  await app.database.execute(
    'UPDATE annual_return SET net_wan = ? WHERE merchant_id = ? AND year = 2025',
    [430_00, own.merchantId],
  );
  expect(await doubts(own.id)).toEqual([
    '净额增长100%，超过全市增幅的5倍，请核对。 净额 600.00 万元、上年净额 300.00 万元',
  ]);
  await freeze(app, own.id, {});
});

test('X18: a promise that the measured despatch cannot keep', async () => {
  await app.database.repo(Shop).insert(shop(own.merchantId, 'shop-1', '24'));
  expect(await doubts(own.id)).toEqual(['店铺“柑橘小店”承诺24小时送达，但48小时发货率仅为85%。']);
  await app.database.repo(Shop).update({ id: 'shop-1' }, { deliveryPromise: 'none' });
  expect(await doubts(own.id)).toEqual([]);
});

test('X9: a rating page older than 60 days at filing, as the applicant dated it', async () => {
  const dated = async (name: string, ratedOn: string, mark: string) => {
    const claims = { ...sampleClaims, 'shop.shop-1.ratedOn': ratedOn };
    const one = await makeSubmitted(app, programme, { state: 'ScreenedIn', name, claims });
    await distinguish(app, one.merchantId, mark);
    const row = await app.database.repo(Application).findOneByOrFail({ id: one.id });
    return { id: one.id, filedOn: beijingDate(row.submittedAt!) };
  };
  const { id, filedOn } = await dated('开化丁网商', '2026-01-01', '4');
  const days = daysBetween('2026-01-01', filedOn);
  expect(await doubts(id)).toEqual([
    `柑橘小店评分截图日期为2026年1月1日，距填报已${days}天，超过60天。`,
  ]);
  const edge = new Date(Date.parse(filedOn) - 60 * 86_400_000).toISOString().slice(0, 10);
  expect(await doubts((await dated('开化戊网商', edge, '5')).id)).toEqual([]);
  await verifier.visitor.get(`/office/verification/${id}`);
  expect(verifier.visitor.text).toContain('评分页面日期');
});

test('X2: fewer parcels than orders is no doubt where services were sold', async () => {
  const claims = { ...sampleClaims, parcels: '30000' };
  const one = await makeSubmitted(app, programme, {
    state: 'ScreenedIn',
    name: '江山己网商',
    claims,
  });
  await distinguish(app, one.merchantId, '6');
  await freeze(app, one.id, { previous: { netWan: 60_000, orders: 60_000, insuredYearEnd: 10 } });
  expect(await doubts(one.id)).toHaveLength(1);
  const row = await app.database.repo(Application).findOneByOrFail({ id: one.id });
  const returns = row.snapshot!.returns as readonly object[];
  await app.database.repo(Application).update(
    { id: one.id },
    {
      snapshot: {
        ...row.snapshot,
        returns: returns.map((each, at) =>
          at === 0 ? { ...each, figures: { serviceWan: 20_000 } } : each,
        ),
      },
    },
  );
  expect(await doubts(one.id)).toEqual([]);
});

test('X13: one file or a near-same picture in two applications', async () => {
  await app.database
    .repo(Document)
    .update({ id: own.documentId }, { pictureHash: '00000000000000ff' });
  await app.database
    .repo(Document)
    .update({ id: other.documentId }, { pictureHash: '00000000000000e0', name: '乙的截图.png' });
  const [doubt] = await doubts(own.id);
  expect(doubt).toMatch(
    /^附件“.+”与申报“QZ2026G\d{5} 龙游乙网商”的附件相同或者高度相似。 对方附件 乙的截图.png$/,
  );
  await app.database
    .repo(Document)
    .update({ id: other.documentId }, { pictureHash: '00000000000000c0' });
  expect(await doubts(own.id)).toEqual([]);
});

test('X14 X15 X20: the same contact, a related merchant, one shop registered twice', async () => {
  const sealer = new Sealer(app.app.get<Config>(CONFIG).secret);
  const merchants = app.database.repo(Merchant);
  await merchants.update(
    { id: own.merchantId },
    { contactMobileSealed: sealer.seal('13905700001'), headName: '同名人' },
  );
  await merchants.update(
    { id: other.merchantId },
    {
      contactMobileSealed: sealer.seal('13905700001'),
      headName: '同名人',
      creditCode: '91330802MA2TEKT7X7',
    },
  );
  await app.database.repo(RelatedMerchant).insert({
    id: newId(),
    merchantId: own.merchantId,
    name: '龙游乙网商',
    creditCode: '91330802MA2TEKT7X7',
    relatedId: other.merchantId,
    relation: 'subsidiary',
  });
  await app.database.repo(Shop).update({ id: 'shop-1' }, { shopNo: '1001' });
  await app.database
    .repo(Shop)
    .insert({ ...shop(other.merchantId, 'shop-2', null), shopNo: '1001' });
  const found = (await doubts(own.id)).map((text) => text.replace(/QZ2026G\d{5}/, 'R'));
  expect(found).toEqual([
    '电话、地址或者负责人与申报“R 龙游乙网商”相同，请说明是否为关联企业。 联系电话相同、负责人姓名相同',
    '与申报“R 龙游乙网商”写明有关联，同属一个类别：双方申报时均已写明或者经市办核实的，只入选一家。',
    '店铺shop.taobao.com（编号1001）同时出现在申报“R 龙游乙网商”中。',
  ]);
});

test("L22: a division sees nothing of another division's applications", async () => {
  const { visitor } = await divisionPerson(app, 'DivisionReviewer', '330802');
  await visitor.get(`/division/applications/${own.id}`);
  expect(visitor.status).toBe(200);
  expect(visitor.html).not.toContain('龙游乙网商');
});

test('X3: tax far from what the category pays, known from twenty applications on', async () => {
  expect(await taxDoubts()).toEqual([]);
  for (let i = 0; i < 20; i += 1) {
    const { merchantId } = await makeSubmitted(app, programme, {
      state: 'ScreenedIn',
      claims: { ...sampleClaims, taxPaidWan: String(900 + i) },
    });
    await distinguish(app, merchantId, `9${i}`);
  }
  expect(await taxDoubts()).toEqual([
    '纳税额占净额0.17%，明显偏离同类商户，请核对。 实缴税额 1.00 万元、净额 600.00 万元',
  ]);
});

test('the page takes the same number of reads with three applications and with twenty more', async () => {
  const before = app.database.readCount;
  await verifier.visitor.get(`/office/verification/${own.id}`);
  const many = app.database.readCount - before;
  const small = await makeProgramme(app, 'Verification');
  const alone = await makeSubmitted(app, small, { state: 'ScreenedIn' });
  const start = app.database.readCount;
  await verifier.visitor.get(`/office/verification/${alone.id}`);
  expect([verifier.visitor.status, many]).toEqual([200, app.database.readCount - start]);
});

async function doubts(id: string): Promise<string[]> {
  await verifier.visitor.get(`/office/verification/${id}`);
  expect(verifier.visitor.status).toBe(200);
  return verifier.visitor.page
    .querySelectorAll('.notice-attention li')
    .map((item) => item.text.replace(/\s+/g, ' ').trim());
}

async function taxDoubts(): Promise<string[]> {
  return (await doubts(own.id)).filter((text) => text.startsWith('纳税额'));
}
