import { newId } from '../../src/database/new-id.js';
import { AnnualReturn } from '../../src/merchants/annual-return.entity.js';
import type { Merchant } from '../../src/merchants/merchant.entity.js';
import { Shop } from '../../src/merchants/shop.entity.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { makeMerchant } from './merchant.js';
import { merchantPerson, type Person } from './people.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from './programme.js';
import { TestApp } from './test-app.js';
import type { Fields, Visitor } from './visitor.js';

/** Ten in the morning of a Thursday in the application window of the test programme. */
export const inTheWindow = '2026-09-10T02:00:00.000Z';

/** The application on a day of its window, with a programme that is open. */
export async function openWindow(): Promise<{ app: TestApp; programme: TestProgramme }> {
  const app = await TestApp.start();
  app.clock.moveTo(inTheWindow);
  await loadWorkingDays(app);
  return { app, programme: await makeProgramme(app, 'Open') };
}

export interface Applicant extends Person {
  readonly merchantId: string;
  readonly shopId: string;
}

/** A merchant with one shop on 淘宝 and returns of 2024 and 2025 that meets category G, and a person for it. */
export async function makeApplicant(
  app: TestApp,
  role: Role = 'LegalRepresentative',
  facts: Partial<Merchant> = {},
  netWan = 600_00,
): Promise<Applicant> {
  const merchantId = await makeMerchant(app, facts);
  const shopId = newId();
  await app.database.repo(Shop).insert({
    id: shopId,
    merchantId,
    platform: 'taobao',
    shopName: '江畔柑橘店',
    url: 'https://shop1.taobao.com/',
    icp: null,
    shopNo: '1001',
    openedOn: '2020-03-01',
    sameSubject: true,
    subjectNote: null,
    authorisationId: null,
    licenceShotId: null,
    mainGoods: null,
    deliveryPromise: null,
    status: 'open',
    version: 1,
  });
  for (const [year, net] of [
    [2024, 480_00],
    [2025, netWan],
  ] as const) {
    await app.database.repo(AnnualReturn).insert(annualReturn(merchantId, shopId, year, net));
  }
  return { ...(await merchantPerson(app, merchantId, role)), merchantId, shopId };
}

function annualReturn(merchantId: string, shopId: string, year: number, netWan: number) {
  return {
    id: newId(),
    merchantId,
    year,
    grossWan: netWan + 20_00,
    refundWan: 20_00,
    netWan,
    agencyWan: 0,
    wholesaleWan: 0,
    farmGoodsNetWan: null,
    orders: 60_000,
    parcels: 58_000,
    staff: 12,
    insuredYearEnd: 10,
    insuredAverage: 11,
    shops: [{ shopId, grossWan: netWan + 20_00, refundWan: 20_00, netWan, orders: 60_000 }],
    figures: { complaintsAgainst: 0, complaintsUnanswered: 0 },
    filedBy: null,
    filedAt: inTheWindow,
    version: 1,
  };
}

/** Opens a draft of category G through the pages and returns its path. */
export async function startDraft({ visitor }: Applicant, { categoryIds }: TestProgramme) {
  await visitor.get('/my/applications/new');
  await visitor.submit('/my/applications', { categoryIds: categoryIds.G! });
  return visitor.path;
}

/** What category G asks for and the register does not hold, as a person types it. */
export const typedFigures = (shopId: string): Fields => ({
  [`shop.${shopId}.rating.description`]: '4.85',
  [`shop.${shopId}.rating.service`]: '4.82',
  [`shop.${shopId}.rating.logistics`]: '4.9',
  [`shop.${shopId}.goodRatePct`]: '98.5',
  [`shop.${shopId}.dispatch48hPct`]: '99',
  'tick.G9.licence': 'on',
  'choice.taxBand': 'from10',
  registeredMarks: '1',
  'samplingFailure.none': 'on',
});

export const agreed: Fields = {
  truth: 'on',
  creditQuery: 'on',
  noViolation: 'on',
  recusalHelp: 'on',
  publicity: ['merchantName', 'division'],
  personalInformation: 'contact',
};

/** Fills in both steps of a draft so that nothing stands in the way of submission. */
export async function fillDraft({ visitor, shopId }: Applicant, path: string): Promise<void> {
  await visitor.get(`${path}/figures`);
  await visitor.submit('/figures', typedFigures(shopId));
  await visitor.get(`${path}/texts`);
  await visitor.submit('/texts', { 'text.G15': '自建供应链系统，订单当日出库。', penalty: 'none' });
}

/** A draft that was filled in and submitted; returns its id. */
export async function submitted(applicant: Applicant, programme: TestProgramme): Promise<string> {
  const path = await startDraft(applicant, programme);
  await fillDraft(applicant, path);
  await applicant.visitor.get(`${path}/declarations`);
  await applicant.visitor.submit('/submission', agreed);
  return path.split('/').at(-1)!;
}

/** The terms and values of a page's summary lists. */
export function summaryOf(visitor: Visitor): Record<string, string> {
  return Object.fromEntries(
    visitor.page
      .querySelectorAll('.summary-row')
      .map((row) => [row.querySelector('dt')!.text.trim(), row.querySelector('dd')!.text.trim()]),
  );
}
