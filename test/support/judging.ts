import { Sealer } from '../../src/database/sealed.js';
import { CONFIG } from '../../src/config/config.module.js';
import type { Config } from '../../src/config/config.js';
import { Application } from '../../src/applications/application.entity.js';
import { newId } from '../../src/database/new-id.js';
import { Expert } from '../../src/judging/experts/expert.entity.js';
import { Seat } from '../../src/judging/panel/seat.entity.js';
import { Merchant } from '../../src/merchants/merchant.entity.js';
import { type Person, person } from './people.js';
import type { TestApp } from './test-app.js';
import type { TestProgramme } from './programme.js';

export interface SeatedJudge extends Person {
  readonly expertId: string;
  readonly seatId: string;
}

let made = 0;

/** A merchant with a verified application in a category. */
export async function verifiedApplication(
  app: TestApp,
  programme: TestProgramme,
  category: string,
  given: { name?: string; headName?: string; texts?: Record<string, string> } = {},
): Promise<{ applicationId: string; merchantId: string; name: string }> {
  made += 1;
  const sealer = new Sealer(app.app.get<Config>(CONFIG).secret);
  const now = app.clock.now();
  const merchantId = newId();
  const name = given.name ?? `衢州测试网商${made}号`;
  await app.database.repo(Merchant).insert({
    id: merchantId,
    merchantType: 'enterprise',
    name,
    searchName: name.toLowerCase(),
    creditCode: null,
    creditCodeWarnings: [],
    idType: null,
    idValue: null,
    exemptionGround: null,
    headName: given.headName ?? `经营者${made}`,
    foundedOn: '2018-01-01',
    capitalWan: null,
    divisionCode: '330802',
    town: '测试街道',
    registeredAddress: `测试路${made}号`,
    workingAddress: `测试路${made}号`,
    goodsCategories: [],
    sector: 'retail',
    businessType: 'retail',
    park: null,
    farmGoodsSharePct: null,
    localOriginPct: null,
    principalSharePct: null,
    staff: 10,
    insured: 10,
    contactName: `联系人${made}`,
    contactMobileSealed: sealer.seal(`138${String(made).padStart(8, '0')}`),
    birthDateSealed: null,
    intro: '',
    headNamePublic: false,
    mergedIntoId: null,
    acceptedAt: now,
    registeredAt: now,
    changedAt: now,
    version: 1,
  });
  const applicationId = newId();
  await app.database.repo(Application).insert({
    id: applicationId,
    programmeId: programme.id,
    categoryId: programme.categoryIds[category]!,
    merchantId,
    divisionCode: '330802',
    state: 'Verified',
    stateSince: now,
    receiptNumber: `R${applicationId.slice(0, 10)}`,
    judgingNumber: null,
    snapshot: null,
    answers: { texts: given.texts ?? {}, rows: {}, penaltySelfReport: null },
    eligibility: null,
    eligibilityAt: null,
    submittedAt: now,
    correctionCount: 0,
    createdBy: merchantId,
    createdAt: now,
    version: 1,
  } as never);
  return { applicationId, merchantId, name };
}

/** An expert of the pool with a judge's account, signed in. */
export async function expert(app: TestApp, name?: string): Promise<Person & { expertId: string }> {
  const judge = await person(app, 'judge', [{ role: 'Judge' }], name);
  made += 1;
  const expertId = newId();
  await app.database.repo(Expert).insert({
    id: expertId,
    accountId: judge.accountId,
    name: name ?? `专家${made}`,
    field: '电子商务',
    organisation: `测试单位${made}`,
    organisationType: 'university',
    divisionCode: null,
    address: null,
    categories: ['G', 'Y', 'N'],
    active: true,
    addedAt: app.clock.now(),
    version: 1,
  });
  return { ...judge, expertId };
}

/** Judges seated as members 1…n (the first is chair) and alternates from 101. */
export async function seatPanel(
  app: TestApp,
  programme: TestProgramme,
  category: string,
  members: number,
  alternates = 0,
): Promise<SeatedJudge[]> {
  const judges: SeatedJudge[] = [];
  for (let i = 0; i < members + alternates; i += 1) {
    const alternate = i >= members;
    const seatId = newId();
    const one = await expert(app);
    await app.database.repo(Seat).insert({
      id: seatId,
      programmeId: programme.id,
      categoryId: programme.categoryIds[category]!,
      number: alternate ? 101 + i - members : i + 1,
      expertId: one.expertId,
      chair: i === 0,
      alternate,
      reason: '测试安排',
      seatedBy: programme.id,
      seatedAt: app.clock.now(),
      declaredAt: null,
      vacatedAt: null,
      vacatedReason: null,
    });
    judges.push({ ...one, seatId });
  }
  return judges;
}

/** Signs a declaration with "none" for everybody. */
export async function declareNone(judge: SeatedJudge): Promise<void> {
  const { visitor } = judge;
  await visitor.get(`/judging/seats/${judge.seatId}/declaration`);
  const names = visitor.page
    .querySelectorAll('[name^=ground-][value=none]')
    .map((field) => field.getAttribute('name')!);
  await visitor.submit('/declaration', Object.fromEntries(names.map((name) => [name, 'none'])));
}
