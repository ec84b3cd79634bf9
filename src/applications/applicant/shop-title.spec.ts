import { translate } from '../../text/catalogue.js';
import { shopOf, shopTitle } from './shop-title.js';

const shops = [
  { id: 'a', shopName: '竹禾小店', platform: 'taobao' },
  { id: 'b', shopName: '竹禾小店', platform: 'jd' },
  { id: 'c', shopName: '竹禾旗舰店', platform: 'tmall' },
];

function titleOf(id: string): string {
  const t = (key: string, variables?: Parameters<typeof translate>[2]) =>
    translate('zh-CN', key, variables);
  return shopTitle(shopOf(shops, id), { t });
}

test('two shops of one name bear their platforms', () => {
  expect([titleOf('a'), titleOf('b')]).toEqual(['竹禾小店（淘宝）', '竹禾小店（京东）']);
});

test('a name borne once stands alone', () => {
  expect(titleOf('c')).toBe('竹禾旗舰店');
});

test('a shop that is gone is named by its number', () => {
  expect(titleOf('x')).toBe('x');
});
