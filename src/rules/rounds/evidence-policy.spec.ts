import { describe, expect, test } from '@jest/globals';
import { namesAtSubmission, namesInRows, readRows, readText } from './evidence-policy.js';

const rows = {
  starters: [
    { name: '郑小荷', shop: '小荷山货', since: '2025-03-01', help: '郑小荷随店学习三个月' },
  ],
  secrets: [{ idNumber: '330800199001010000' }],
};

describe('evidence for a judge', () => {
  test('open round: the rows of the indicator, and only columns of the policy', () => {
    expect(readRows(rows, 'G11', { blind: false, names: [] })).toEqual([
      {
        key: 'starters',
        columns: ['name', 'shop', 'since', 'help'],
        rows: [['郑小荷', '小荷山货', '2025-03-01', '郑小荷随店学习三个月']],
      },
    ]);
    expect(readRows(rows, 'G15', { blind: false, names: [] })).toEqual([]);
  });

  test('blind round: columns with names are gone, and the names in other columns too', () => {
    const reading = { blind: true, names: namesInRows(rows) };
    expect(readRows(rows, 'G11', reading)).toEqual([
      { key: 'starters', columns: ['since', 'help'], rows: [['2025-03-01', '▇▇随店学习三个月']] },
    ]);
  });

  test('what was not answered has no rows, and a gap in a row is empty', () => {
    const reading = { blind: false, names: [] };
    expect(namesInRows({})).toEqual([]);
    expect(namesInRows({ starters: [{ name: '郑小荷' }] })).toEqual(['郑小荷', '']);
    expect(readRows({}, 'G13', reading)).toEqual([
      { key: 'welfare', columns: ['date', 'what', 'amount', 'proof'], rows: [] },
    ]);
    expect(readRows({ welfare: [{ what: '助学' }] }, 'N11', reading)[0]!.rows).toEqual([
      ['', '助学', '', ''],
    ]);
  });

  test('telephones are hidden in every round', () => {
    expect(readText('联系13905701234订货', { blind: false, names: [] })).toBe('联系▇▇订货');
    expect(readText('电话：13905701234，欢迎订货', { blind: false, names: [] })).toBe(
      '电话：▇▇，欢迎订货',
    );
  });
});

describe('what a merchant was called when it applied', () => {
  test('is the name, the head, the contact and the shops of the snapshot', () => {
    const merchant = { name: '旧商号', headName: '甄往年', contactName: '贾从前', insured: 4 };
    const shops = [{ id: 's', platform: 'x', shopName: '旧铺子' }];
    expect(namesAtSubmission({ merchant, shops })).toEqual([
      '旧商号',
      '甄往年',
      '贾从前',
      '旧铺子',
    ]);
  });

  test('is nothing where there is no snapshot, or one of another kind', () => {
    expect(namesAtSubmission(null)).toEqual([]);
    expect(namesAtSubmission({ merchant: { creditCode: null }, shops: [{}] })).toEqual([]);
  });
});
