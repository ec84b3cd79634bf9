import { Application } from '../../src/applications/application.entity.js';
import { EvidenceLink } from '../../src/applications/evidence-link.entity.js';
import { Figure } from '../../src/applications/figure.entity.js';
import { newId } from '../../src/database/new-id.js';
import { Document } from '../../src/documents/document.entity.js';
import { makeMerchant } from './merchant.js';
import type { TestProgramme } from './programme.js';
import type { TestApp } from './test-app.js';

export interface SubmittedApplication {
  readonly id: string;
  readonly merchantId: string;
  readonly documentId: string;
}

let receipts = 0;

/** Claims of a merchant with 600万元 of sales in T and 480万元 the year before, one shop, ten insured. */
export const sampleClaims: Readonly<Record<string, string>> = {
  netWan: '60000',
  netWanYearBefore: '48000',
  orders: '60000',
  parcels: '58000',
  insuredYearEnd: '10',
  insuredAverage: '10',
  complaintsAgainst: '0',
  complaintsUnanswered: '0',
  openedOn: '2020-03-01',
  'samplingFailure.none': '1',
};

/** An application of category G as it stands after submission, with its snapshot, figures and one file. */
export async function makeSubmitted(
  app: TestApp,
  programme: TestProgramme,
  {
    state = 'Submitted',
    divisionCode = '330802',
    name,
    claims = sampleClaims,
  }: {
    state?: string;
    divisionCode?: string;
    name?: string;
    claims?: Readonly<Record<string, string>>;
  } = {},
): Promise<SubmittedApplication> {
  const merchantId = await makeMerchant(app, { divisionCode, ...(name ? { name } : {}) });
  const [id, documentId, now] = [newId(), newId(), app.clock.now()];
  const shop = {
    id: 'shop-1',
    platform: 'taobao',
    shopName: '柑橘小店',
    url: 'https://example.test',
    openedOn: '2020-03-01',
    status: 'open',
  };
  await app.database.repo(Application).insert({
    id,
    programmeId: programme.id,
    categoryId: programme.categoryIds.G!,
    merchantId,
    divisionCode,
    state,
    stateSince: now,
    receiptNumber: `QZ2026G${String((receipts += 1)).padStart(5, '0')}`,
    judgingNumber: null,
    snapshot: {
      merchant: {
        id: merchantId,
        merchantType: 'enterprise',
        name: name ?? '测试网商',
        divisionCode,
        headName: '柳一舟',
        foundedOn: '2015-03-12',
        staff: 12,
        principalSharePct: null,
        farmGoodsSharePct: null,
        localOriginPct: null,
      },
      shops: [shop],
      returns: [
        {
          year: 2025,
          netWan: 60_000,
          agencyWan: 0,
          shops: [{ shopId: shop.id, netWan: 60_000, orders: 60_000 }],
        },
      ],
    },
    answers: { texts: { G15: '自建直播间。' }, rows: {}, penaltySelfReport: null },
    eligibility: null,
    eligibilityAt: null,
    submittedAt: now,
    correctionCount: 0,
    createdBy: merchantId,
    createdAt: now,
    version: 1,
  } as never);
  await app.database.repo(Figure).insert(
    Object.entries(claims).map(([key, claimed]) => ({
      id: newId(),
      applicationId: id,
      key,
      claimed,
      verified: null,
      verdict: null,
      reason: null,
      verifierId: null,
      verifiedAt: null,
      secondReaderId: null,
      secondReadAt: null,
      version: 1,
    })),
  );
  await app.database.repo(Document).insert({
    id: documentId,
    ownerType: 'application',
    ownerId: id,
    hash: documentId.padEnd(64, '0'),
    name: '交易汇总.pdf',
    contentType: 'application/pdf',
    size: 1000,
    uploadedBy: merchantId,
    uploadedAt: now,
  });
  await app.database.repo(EvidenceLink).insert({
    id: newId(),
    applicationId: id,
    documentId,
    indicator: 'G1',
    caption: '平台交易汇总',
    createdAt: now,
  });
  return { id, merchantId, documentId };
}

/** The smallest picture that passes for a scan. */
export const scan = (field: string) => ({
  field,
  name: 'scan.png',
  content: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
});
