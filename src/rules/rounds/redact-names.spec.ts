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
    expect(redactNames('C+店铺与C店铺', ['C+店铺'])).toBe('▇▇与▇▇');
    expect(redactNames('甲与乙', ['甲', ''])).toBe('甲与乙');
  });

  test('loses names through signs, characters that nobody sees and letters that look alike', () => {
    const names = ['江山沐晴小院家庭农场', '严思构', 'Orange柚'];
    for (const shown of [
      '江山\u200B沐晴小院家庭农场',
      '江山沐\u00AD晴小院\u2060家庭农场',
      '严★思★构',
    ]) {
      expect(redactNames(`本店${shown}。`, names)).toBe('本店▇▇。');
    }
    expect(redactNames('我们Оrange柚和ORΑNGE柚', names)).toBe('我们▇▇和▇▇');
    expect(redactNames('严̶思̶构', names)).toMatch(/^▇▇/);
  });

  test('loses the trade name alone, without place and legal form', () => {
    const names = ['柯城云川清泉土特产专业合作社', '柚香旗舰店'];
    expect(redactNames('云川清泉去年上新，柚香热卖，云川还在。', names)).toBe(
      '▇▇去年上新，▇▇热卖，云川还在。',
    );
  });

  test('leaves the rest of the text as it was', () => {
    expect(redactNames('销量：１０００件（含柚香），Ａ级！', ['柚香'])).toBe(
      '销量：1000件（含▇▇），A级！',
    );
  });

  test('stays empty when nothing was written (L11)', () => {
    expect(redactNames('', ['柚香'])).toBe('');
  });
});
