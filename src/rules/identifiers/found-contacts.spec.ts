import { mobileFault } from './contact-identifiers.js';
import { contactRanges } from './contact-patterns.js';
import { replaceRanges } from './folded-text.js';
import { checkShopUrl } from './shop-url.js';

it('of a mobile number is said what is wrong, if anything', () => {
  expect(mobileFault('138 0013 8000')).toBeNull();
  expect(mobileFault('12345')).toBe('identifiers.mobile.form');
});

it('every contact in a text is found where it stands, in whatever width it is written', () => {
  const text = '电话１３８００１３８０００，信箱 a@b.cn。';
  const found = contactRanges(text).map(({ from, to }) => text.slice(from, to));
  expect(found).toContain('１３８００１３８０００');
  expect(found).toContain('a@b.cn');
  expect(contactRanges('没有')).toStrictEqual([]);
});

it('a longer range covers the shorter ones that begin with it; neighbours are two', () => {
  const ranges = [
    { from: 2, to: 4 },
    { from: 0, to: 1 },
    { from: 0, to: 2 },
  ];
  expect(replaceRanges('abcdef', ranges, '*')).toBe('**ef');
});

it.each([
  ['去看 HTTP://shop.taobao.com/a，好', 'https://shop.taobao.com/a'],
  ['(https://shop.taobao.com/a).”', 'https://shop.taobao.com/a'],
  ['https://shop.taobao.com/a?to=http://x.cn', 'https://shop.taobao.com/a?to=http://x.cn'],
])('the address in %s is %s', (text, url) => {
  expect(checkShopUrl(text, ['taobao.com'])).toMatchObject({ ok: true, url });
});

it('the back office of a platform is named', () => {
  expect(checkShopUrl('https://myseller.taobao.com/home', ['taobao.com'])).toEqual({
    ok: false,
    code: 'identifiers.shopUrl.backOffice',
    variables: { host: 'myseller.taobao.com' },
  });
});
