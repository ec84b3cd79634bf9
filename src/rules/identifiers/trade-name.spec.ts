import { expect, it } from '@jest/globals';
import { tradeNameOf } from './trade-name.js';

it.each([
  ['柯城云川清泉土特产专业合作社', '云川清泉'],
  ['江山沐晴小院家庭农场', '沐晴小院'],
  ['衢州市柚香电子商务有限公司', '柚香'],
  ['浙江橘海网络科技股份有限公司衢州分公司', '橘海网络科技股份有限公司衢州'],
  ['柚香（衢州）食品有限公司', '柚香'],
  ['柚香旗舰店', '柚香'],
  [' 柚香 旗舰店 ', '柚香'],
  ['  ', null],
  ['周柚', '周柚'],
  ['衢州柑橘专业合作社', null],
  ['李小店', null],
  ['', null],
])('the trade name of %s is %s', (name, own) => {
  expect(tradeNameOf(name)).toBe(own);
});
