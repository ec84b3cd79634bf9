import type { MerchantFacts } from '../../src/rules/registry/merchant-facts.js';
import type { ReturnFacts } from '../../src/rules/registry/check-return.js';
import type { ShopFacts } from '../../src/rules/registry/check-shop.js';
import type { UploadedFile } from '../../src/web/http/uploaded-file.js';
import { smallPdf } from './small-files.js';
import { uploadedFile } from './uploaded-file.js';

/** What a merchant enters, sound in every field; give what the case is about. */
export function merchantFacts(over: Partial<MerchantFacts> = {}): MerchantFacts {
  return {
    merchantType: 'enterprise',
    name: '衢州橘海电子商务有限公司',
    creditCode: '91330802MA2TEKT7X7',
    idType: null,
    idValue: null,
    exemptionGround: null,
    headName: '江小桔',
    headNamePublic: false,
    foundedOn: '2016-05-09',
    capitalWan: null,
    divisionCode: '330802',
    town: '花园街道',
    registeredAddress: '柯城区花园街道示例路8号',
    workingAddress: '柯城区花园街道示例路8号',
    goodsCategories: ['food'],
    sector: 'primary',
    businessType: 'retail',
    park: null,
    farmGoodsSharePct: null,
    localOriginPct: null,
    principalSharePct: null,
    staff: 12,
    insured: 10,
    contactName: '江小桔',
    contactMobile: '13905700099',
    contactEmail: null,
    birthDate: null,
    personIdNo: null,
    intro: '本公司从事衢州柑橘的网上销售，与合作社长期合作，统一分拣、统一包装、统一发货。'.repeat(
      3,
    ),
    ...over,
  };
}

export function shopFacts(over: Partial<ShopFacts> = {}): ShopFacts {
  return {
    platform: 'taobao',
    shopName: '江畔柑橘店',
    url: 'https://shop1.taobao.com/',
    icp: null,
    shopNo: '1001',
    openedOn: '2020-03-01',
    sameSubject: true,
    subjectNote: null,
    mainGoods: null,
    deliveryPromise: null,
    status: 'open',
    ...over,
  };
}

export function returnFacts(over: Partial<ReturnFacts> = {}): ReturnFacts {
  return {
    shops: [],
    grossWan: 0,
    refundWan: 0,
    orders: 0,
    parcels: 0,
    agencyWan: 0,
    selfOperatedWan: null,
    physicalWan: null,
    serviceWan: null,
    wholesaleWan: 0,
    farmGoodsNetWan: null,
    taxPaidWan: null,
    staff: 12,
    insuredYearEnd: 10,
    insuredAverage: 11,
    familyWorkers: null,
    refundRatePct: null,
    disputeRefundRatePct: null,
    complaintsReceived: null,
    complaintsSettled: null,
    complaintsAgainst: null,
    complaintsUnanswered: null,
    ...over,
  };
}

export const paper = (field: string): UploadedFile => uploadedFile(field, '证明.pdf', smallPdf);
