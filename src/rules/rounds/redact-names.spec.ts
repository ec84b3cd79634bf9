import { describe, expect, test } from '@jest/globals';
import { redactNames } from './redact-names.js';

describe('a blind text', () => {
  test('loses the merchant, its head and its shops wherever they stand', () => {
    const text = '柚香食品有限公司由周柚开办，“柚香旗舰店”月销千单。';
    expect(redactNames(text, ['柚香食品有限公司', '周柚', '柚香旗舰店'])).toBe(
      '▇▇由▇▇开办，“▇▇”月销千单。',
    );
  });

  test('loses them in full width, in another case and broken by blanks or points', () => {
    expect(redactNames('ＹＯＵ Xiang 与周·柚、周 柚', ['YouXiang', '周柚'])).toBe('▇▇ 与▇▇、▇▇');
  });

  test('leaves no rest of a longer name that contains a shorter one', () => {
    expect(redactNames('柚香食品', ['柚香', '柚香食品'])).toBe('▇▇');
  });

  test('loses names written with blanks, points and signs, but not single characters', () => {
    expect(redactNames('张三丰与李 四 · 海', [' 张 三·丰 ', '李四海', '与'])).toBe('▇▇与▇▇');
    expect(redactNames('C+店铺与C店铺', ['C+店铺'])).toBe('▇▇与C店铺');
    expect(redactNames('甲与乙', ['甲', ''])).toBe('甲与乙');
  });

  test('stays empty when nothing was written (L11)', () => {
    expect(redactNames('', ['柚香'])).toBe('');
  });
});
