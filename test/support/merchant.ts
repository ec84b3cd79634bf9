import type { Config } from '../../src/config/config.js';
import { CONFIG } from '../../src/config/config.module.js';
import { Sealer } from '../../src/database/sealed.js';
import { newId } from '../../src/database/new-id.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import type { TestApp } from './test-app.js';

let made = 0;

/** A registered merchant with plain facts; give what the test is about. */
export async function makeMerchant(app: TestApp, facts: Partial<Merchant> = {}): Promise<string> {
  const id = newId();
  const now = app.clock.now();
  const name = facts.name ?? `测试网商${(made += 1)}号`;
  await app.database.repo(Merchant).insert({
    id,
    merchantType: 'enterprise',
    name,
    searchName: name.normalize('NFKC').toLowerCase(),
    creditCode: null,
    creditCodeWarnings: [],
    idType: null,
    idValue: null,
    exemptionGround: null,
    headName: '柳一舟',
    foundedOn: '2009-03-12',
    capitalWan: null,
    divisionCode: '330802',
    town: '信安街道',
    registeredAddress: '柯城区示例路1号',
    workingAddress: '柯城区示例路1号',
    goodsCategories: ['food'],
    sector: 'tertiary',
    businessType: 'retail',
    park: null,
    farmGoodsSharePct: null,
    localOriginPct: null,
    principalSharePct: null,
    staff: 10,
    insured: 8,
    contactName: '柳一舟',
    contactMobileSealed: new Sealer(app.app.get<Config>(CONFIG).secret).seal(id),
    birthDateSealed: null,
    intro: '示例简介。'.repeat(20),
    headNamePublic: false,
    mergedIntoId: null,
    acceptedAt: now,
    registeredAt: now,
    changedAt: now,
    version: 1,
    ...facts,
  });
  return id;
}
