import { describe, expect, it } from '@jest/globals';
import { expectGolden } from '../../../../test/support/golden-paper.js';
import { translate } from '../../../text/catalogue.js';
import type { DecisionRow } from '../applicant.queries.js';
import type { ApplicationFile } from '../application-file.js';
import { decisionPaper } from './decision-paper.js';

const words = {
  lang: 'zh-CN',
  t: (key: string, variables?: Parameters<typeof translate>[2]) =>
    translate('zh-CN', key, variables),
  office: '浙中市商务局',
} as const;

function file(state: string): ApplicationFile {
  return {
    application: {
      state,
      nameZh: '示范网商',
      nameEn: 'Exemplary merchants',
      receiptNumber: 'SL-2026-0001',
      divisionCode: '330802',
    },
    programme: { name: '2026年度示范网商评选' },
    register: { merchant: { name: '青禾网络' } },
  } as unknown as ApplicationFile;
}

const decision = {
  reason: '上年度网络销售额未达到申报条件。',
  basis: '实施方案第二条',
  remedy: '可在三个工作日内陈述申辩。',
  statementDueOn: '2027-01-20',
  screenedAt: '2027-01-15T02:00:00.000Z',
  opinion: '材料与事实不符，不予推荐。',
  approvedAt: '2027-01-08T16:30:00.000Z',
} as DecisionRow;

describe('the letter of a refusal', () => {
  it.each([
    ['screened-out', 'ScreenedOut'],
    ['not-recommended', 'NotRecommended'],
  ])('%s reads as it was read and kept', (name, state) => {
    expectGolden(name, decisionPaper(file(state), decision)!(words));
  });

  it('does not exist where nobody has refused', () => {
    expect(decisionPaper(file('Recommended'), decision)).toBeNull();
    expect(decisionPaper(file('ScreenedOut'), null)).toBeNull();
    expect(decisionPaper(file('ScreenedOut'), { ...decision, screenedAt: null })).toBeNull();
    expect(decisionPaper(file('NotRecommended'), { ...decision, approvedAt: null })).toBeNull();
  });
});
