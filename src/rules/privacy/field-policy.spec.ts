import { publicMerchant, publicShop } from './field-policy.js';

const record = {
  id: 'm1',
  merchantType: 'enterprise',
  name: '衢州柑橘贸易有限公司',
  creditCode: '91330802MA2TEKT7X7',
  headName: '王建国',
  headNamePublic: false,
  foundedOn: '2010-01-01',
  divisionCode: '330802',
  goodsCategories: ['food'],
  sector: 'tertiary',
  businessType: 'retail',
  intro: '从事柑橘网络零售。',
  contactMobile: '13800138000',
  capitalWan: 100,
};

describe('what is public of a merchant', () => {
  it('is exactly this: the number masked, nothing that the table does not name', () => {
    expect(publicMerchant(record)).toEqual({
      id: 'm1',
      merchantType: 'enterprise',
      name: '衢州柑橘贸易有限公司',
      creditCode: '91330802********X7',
      headName: '王建国',
      foundedOn: '2010-01-01',
      divisionCode: '330802',
      goodsCategories: ['food'],
      sector: 'tertiary',
      businessType: 'retail',
      park: null,
      intro: '从事柑橘网络零售。',
    });
  });

  it('has no mask over a number that is not there', () => {
    expect(publicMerchant({ ...record, creditCode: null })['creditCode']).toBeNull();
  });

  it.each([
    ['soleBusiness', false, null],
    ['exemptPerson', false, null],
    ['soleBusiness', true, '王建国'],
    ['cooperative', false, '王建国'],
  ])('of %s, consent %s, names the head as %s', (merchantType, headNamePublic, headName) => {
    expect(publicMerchant({ ...record, merchantType, headNamePublic })['headName']).toBe(headName);
  });
});

it('what is public of a shop is exactly this', () => {
  const shop = {
    platform: 'taobao',
    shopName: '柯城蜜橘店',
    url: 'https://shop1.taobao.com/',
    icp: null,
    shopNo: '7',
    openedOn: '2012-01-01',
    mainGoods: '柑橘',
    deliveryPromise: '24',
    status: 'open',
    subjectNote: '由妻子登记',
  };
  expect(publicShop(shop, record)).toEqual({
    platform: 'taobao',
    shopName: '柯城蜜橘店',
    url: 'https://shop1.taobao.com/',
    icp: null,
    openedOn: '2012-01-01',
    mainGoods: '柑橘',
    deliveryPromise: '24',
    status: 'open',
  });
});
