import { expect } from '@jest/globals';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { smallPng } from '../support/small-files.js';
import type { Visitor } from '../support/visitor.js';
import { division } from './cast.js';
import { date } from './fields.js';
import type { Place } from './place.js';

export interface RegisteredMerchant {
  readonly visitor: Visitor;
  readonly name: string;
  readonly creditCode: string;
  readonly merchantId: string;
  /** Somebody else types, from what the merchant has signed. */
  readonly onPaper?: true;
}

/** Sales of the year before last and of last year. */
const traders = [
  {
    name: '龙游竹里电子商务有限公司',
    creditCode: '91330825MA20000004',
    headName: '江小竹',
    mobile: '13905701001',
    born: '1990-04-01',
    grossWan: ['1500', '2100'],
  },
  {
    name: '龙游茶圃网络科技有限公司',
    creditCode: '91330825MA200006X4',
    headName: '祝青禾',
    mobile: '13905701002',
    born: '1975-04-01',
    grossWan: ['1400', '1750'],
  },
  {
    name: '龙游青屿电子商务有限公司',
    creditCode: syntheticCreditCode('91', '330825', 2_000_009),
    headName: '童青屿',
    mobile: '13905701003',
    born: '1996-08-20',
    grossWan: ['700', '980'],
  },
  ...['松川', '柏源', '枫林', '榆桥', '桐溪'].map((word, at) => ({
    name: `龙游${word}电子商务有限公司`,
    creditCode: syntheticCreditCode('91', '330825', 2_000_101 + at),
    headName: ['宋一川', '白二源', '冯三林', '于四桥', '童五溪'][at]!,
    mobile: `1390570110${at}`,
    born: '1995-03-15',
    // All but the first grew alike: their composites will be equal.
    grossWan: at === 0 ? ['600', '606'] : [String(600 + 20 * at), String(640 + 20 * at)],
  })),
] as const;

/** A new account, the register record, one shop and two annual returns, all by hand. */
export async function register(
  place: Place,
  number: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7,
  year: number,
): Promise<RegisteredMerchant> {
  const visitor = place.visitor();
  const { name, creditCode, headName, mobile, born, grossWan } = traders[number]!;
  await visitor.get('/register');
  await visitor.submit('/register', {
    mobile,
    personName: headName,
    password: 'seven kilns by the lake',
    consent: 'on',
  });
  expect(visitor.path).toBe('/my');
  await visitor.get('/my/merchant');
  await visitor.submit('/my/merchant', {
    merchantType: 'enterprise',
    name,
    creditCode,
    headName,
    role: 'LegalRepresentative',
    ...date('foundedOn', '2016-05-09'),
    capitalWan: '200',
    principalSharePct: '60',
    ...date('birthDate', born),
    divisionCode: division,
    town: '龙洲街道',
    registeredAddress: '龙游县龙洲街道示例路8号',
    workingAddress: '龙游县龙洲街道示例路8号',
    goodsCategories: ['food'],
    sector: 'tertiary',
    businessType: 'retail',
    staff: '42',
    insured: '36',
    contactName: headName,
    contactMobile: mobile,
    intro:
      '本公司从事龙游农产品和竹制品的网上销售，自建仓库，统一分拣、统一包装、统一发货。'.repeat(3),
  });
  expect(visitor.errors).toEqual([]);
  await addShop(visitor, name);
  for (const [ago, gross] of grossWan.entries()) await fileReturn(visitor, year - 2 + ago, gross);
  const [row] = await place.rows<{ id: string }>('SELECT id FROM merchant WHERE name = ?', [name]);
  return { visitor, name, creditCode, merchantId: row!.id };
}

async function addShop(visitor: Visitor, name: string): Promise<void> {
  await visitor.get('/my/shops/new');
  await visitor.submit(
    '/my/shops/new',
    {
      platform: 'taobao',
      shopName: name.slice(2, 6),
      url: `https://shop${name.length}${name.charCodeAt(2)}.taobao.com`,
      shopNo: `${name.charCodeAt(2)}001`,
      ...date('openedOn', '2016-06-01'),
      sameSubject: 'yes',
      mainGoods: '竹制品',
      deliveryPromise: '24',
      status: 'open',
    },
    [{ field: 'licenceShot', name: 'licence.png', content: smallPng }],
  );
  expect(visitor.errors).toEqual([]);
}

export async function fileReturn(visitor: Visitor, year: number, grossWan: string): Promise<void> {
  await visitor.get(`/my/returns/${year}`);
  const shopFields = visitor.page
    .querySelectorAll('input[name^="shop."]')
    .map((field) => field.getAttribute('name')!);
  const perShop: Readonly<Record<string, string>> = {
    grossWan,
    refundWan: '60',
    orders: '90000',
  };
  await visitor.submit(`/my/returns/${year}`, {
    ...Object.fromEntries(shopFields.map((name) => [name, perShop[name.split('.')[2]!]!])),
    grossWan,
    refundWan: '60',
    orders: '90000',
    parcels: '88000',
    agencyWan: '0',
    wholesaleWan: '0',
    farmGoodsNetWan: '300',
    taxPaidWan: '24',
    staff: '42',
    insuredYearEnd: '36',
    insuredAverage: '35',
    complaintsReceived: '4',
    complaintsSettled: '4',
    complaintsAgainst: '0',
    complaintsUnanswered: '0',
  });
  if (visitor.status === 422 && visitor.text.includes('确认')) {
    await visitor.submit(`/my/returns/${year}`, { confirmed: 'on' });
  }
  expect([year, visitor.errors]).toEqual([year, []]);
}
