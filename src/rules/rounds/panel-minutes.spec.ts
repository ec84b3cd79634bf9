import { describe, expect, it } from '@jest/globals';
import { refusePoints } from './panel-minutes.js';

describe('minutes of a panel', () => {
  it.each([
    '3号给了80分',
    '第二位８５．５ 分',
    'Seat 4 gave 80 points',
    'one gave 1 point',
    '两位都给了八十五分',
    '只有十五分',
  ])('do not say %s', (text) => {
    expect(() => refusePoints(text)).toThrow('judging.chair.points');
  });

  it.each([
    '休息15分钟后继续',
    '先看3号至8号',
    '两人看法分歧',
    '超过3分之1的评委',
    '9 pointers',
    '14时30分休会',
    '上午9点15分继续',
    '三十分钟后',
    '上午九点二十分开始',
    '材料十分齐全',
    '第3分组先看',
  ])('may say %s', (text) => {
    expect(() => refusePoints(text)).not.toThrow();
  });
});
