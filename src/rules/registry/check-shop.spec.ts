import { checkShop, type ShopFacts } from './check-shop.js';

const today = '2026-06-30';
const shop: ShopFacts = {
  platform: 'taobao',
  shopName: '柯城蜜橘店',
  url: 'https://shop1.taobao.com',
  icp: '浙ICP备12345678号',
  shopNo: null,
  openedOn: today,
  sameSubject: true,
  subjectNote: '由妻子登记',
  mainGoods: null,
  deliveryPromise: null,
  status: 'open',
};
const own: ShopFacts = { ...shop, platform: 'own', url: 'https://juzi.example.cn/' };

describe('a shop', () => {
  it('on a platform has no filing number and no note where the subject is the same', () => {
    expect(checkShop(shop, today)).toEqual({
      facts: { ...shop, url: 'https://shop1.taobao.com/', icp: null, subjectNote: null },
      problems: [],
    });
  });

  it('on an own site keeps its filing number, and the note where another is registered', () => {
    const given = { ...own, icp: ' 浙ICP备12345678号-1', sameSubject: false };
    expect(checkShop(given, today)).toEqual({
      facts: { ...given, icp: '浙ICP备12345678号-1' },
      problems: [],
    });
  });

  it('on a platform that is not known may stand on any host', () => {
    expect(checkShop({ ...own, platform: 'elsewhere' }, today).problems).toEqual([]);
  });

  it.each<[ShopFacts, string, string, object]>([
    [{ ...shop, url: 'taobao' }, 'url', 'identifiers.shopUrl.form', {}],
    [
      { ...shop, url: 'https://mall.jd.com/' },
      'url',
      'identifiers.shopUrl.hostNotOfPlatform',
      { host: 'mall.jd.com', hosts: 'taobao.com, tb.cn' },
    ],
    [{ ...own, icp: null }, 'icp', 'merchants.shop.icpRequired', {}],
    [{ ...own, icp: '12345678' }, 'icp', 'identifiers.icpNumber.form', {}],
    [{ ...shop, openedOn: '2026-07-01' }, 'openedOn', 'merchants.dayInFuture', {}],
    [
      { ...shop, sameSubject: false, subjectNote: null },
      'subjectNote',
      'merchants.shop.subjectNoteRequired',
      {},
    ],
  ])('%#: is told what is wrong', (given, field, code, variables) => {
    expect(checkShop(given, today).problems).toEqual([{ field, code, variables }]);
  });

  it('keeps the address that was typed where it is none', () => {
    expect(checkShop({ ...shop, url: 'taobao' }, today).facts.url).toBe('taobao');
    expect(checkShop({ ...own, icp: '12345678' }, today).facts.icp).toBeNull();
  });
});
