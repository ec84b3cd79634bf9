import { it } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import { expectGolden } from '../../../../test/support/golden-paper.js';
import { translate } from '../../../text/catalogue.js';
import { recommendationsPaper } from './recommendations-paper.js';

const words = {
  lang: 'zh-CN',
  t: (key: string, variables?: Parameters<typeof translate>[2]) =>
    translate('zh-CN', key, variables),
  now: '2027-01-15T02:00:00.000Z',
} as const;

const row = { categoryCode: 'G', categoryZh: '', creditCode: null, opinion: '', applicationId: '' };
const rows = [
  {
    ...row,
    rank: 1,
    merchantName: '青禾网络',
    receiptNumber: 'SL-2026-0001',
    approvedAt: words.now,
  },
  { ...row, rank: 2, merchantName: '𠮷祥茶行', receiptNumber: 'SL-2026-0002', approvedAt: null },
];
const rules = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((one) => ({ ...one, divisionQuotas: { '330802': 2 } })),
};

it.each([
  ['recommendations', rows],
  ['recommendations-none', []],
])('%s reads as it was read and kept', (name, given) => {
  const paper = recommendationsPaper({ name: '2026年度示范网商评选' }, '330802', rules, given);
  expectGolden(name, paper(words));
});
