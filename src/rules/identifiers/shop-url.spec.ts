import { checkShopUrl } from './shop-url.js';

describe('shop addresses', () => {
  it.each([
    ['https://shop1.taobao.com/index.htm', ['taobao.com'], true],
    ['https://taobao.com.example.net/', ['taobao.com'], 'hostNotOfPlatform'],
    ['https://faketaobao.com/', ['taobao.com'], 'hostNotOfPlatform'],
    ['http://shop1.taobao.com/', ['taobao.com'], true],
    ['shop123.taobao.com', ['taobao.com'], true],
    ['https://myseller.taobao.com/home.htm', ['taobao.com'], 'backOffice'],
    ['https://mms.pinduoduo.com/home', ['pinduoduo.com'], 'backOffice'],
    ['https://fxg.jinritemai.com/ffa/mshop', ['jinritemai.com'], 'backOffice'],
    [`https://taobao.com/${'a'.repeat(181)}`, ['taobao.com'], true],
    [`https://taobao.com/${'a'.repeat(182)}`, ['taobao.com'], 'form'],
    ['shop@taobao.com', ['taobao.com'], 'form'],
    ['没有网址', [], 'form'],
    ['javascript:alert(1)', ['taobao.com'], 'form'],
    ['https://taobao.com@example.net/', ['taobao.com'], 'form'],
    ['https://www.example.net/', [], true],
    ['https://localhost/', [], 'form'],
    ['taobao', ['taobao.com'], 'form'],
    ['https://my_shop.taobao.com/', ['taobao.com'], 'form'],
    ['https://shop1.taobao.com./', ['taobao.com'], 'form'],
    [' https://taobao.com/ ', ['tmall.com', 'taobao.com'], true],
  ])('%s of %j: %s', (text, hosts, expected) => {
    const result = checkShopUrl(text, hosts);
    expect(result.ok ? true : result.code.replace('identifiers.shopUrl.', '')).toBe(expected);
  });
});

it('tells of which platform a foreign host would have to be', () => {
  expect(checkShopUrl('https://Example.net/a', ['taobao.com', 'tmall.com'])).toEqual({
    ok: false,
    code: 'identifiers.shopUrl.hostNotOfPlatform',
    variables: { host: 'example.net', hosts: 'taobao.com, tmall.com' },
  });
  expect(checkShopUrl('https://Shop1.taobao.com/a?b=1', ['taobao.com'])).toEqual({
    ok: true,
    url: 'https://shop1.taobao.com/a?b=1',
    host: 'shop1.taobao.com',
  });
});

it.each([
  ['shop123.taobao.com', 'https://shop123.taobao.com/'],
  ['shop123.taobao.com/?to=https:x', 'https://shop123.taobao.com/?to=https:x'],
  ['http://shop123.taobao.com/?a=1', 'https://shop123.taobao.com/?a=1'],
  ['\u200Bhttps：//shop123.taobao.com/\u202C', 'https://shop123.taobao.com/'],
  [
    '【淘宝】https://m.tb.cn/h.gXyZ1?tk=AbCd CZ0001 「橘农小店」点击链接直接打开',
    'https://m.tb.cn/h.gXyZ1?tk=AbCd',
  ],
  [
    '我发现了一家好店，快来看看 https://mobile.yangkeduo.com/mall_page.html?mall_id=1，复制打开拼多多',
    'https://mobile.yangkeduo.com/mall_page.html?mall_id=1',
  ],
  [
    '长按复制此条消息，打开抖音搜索，查看TA的更多作品。 https://v.douyin.com/aBc1234/ 7@1.com :0pm',
    'https://v.douyin.com/aBc1234/',
  ],
  [
    '橘农小店的小红书店铺，快来逛逛吧！http://xhslink.com/a/bCd12，复制本条信息，打开【小红书】App查看',
    'https://xhslink.com/a/bCd12',
  ],
])('takes the link out of %s', (text, url) => {
  expect(checkShopUrl(text, [])).toMatchObject({ ok: true, url });
});
