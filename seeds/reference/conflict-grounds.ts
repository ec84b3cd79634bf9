import type { ConflictGround } from '../../src/rules/eligibility/conflict-hits.js';

/** Grounds of the declaration form (利害关系目录), in the order in which they are asked. */
export const CONFLICT_GROUNDS: readonly ConflictGround[] = [
  {
    number: 1,
    key: 'employment',
    name: {
      'zh-CN': '与申报单位存在聘用、有偿顾问或者培训合同关系',
      en: 'Employment, paid advice or a training contract with the applicant',
    },
    kind: 'Hard',
    hardCase: null,
    lookBackYears: 3,
  },
  {
    number: 2,
    key: 'ownership',
    name: {
      'zh-CN': '担任申报单位董事、监事，持有其任何份额，或者为其实际控制人',
      en: 'Director, supervisor, shareholder of any size or actual controller of the applicant',
    },
    kind: 'Hard',
    hardCase: null,
    lookBackYears: 3,
  },
  {
    number: 3,
    key: 'family',
    name: {
      'zh-CN':
        '与法定代表人、主要负责人或者网店经营者有夫妻、直系血亲、三代以内旁系血亲或者近姻亲关系',
      en: 'Spouse, lineal relative, collateral relative within three generations or close in-law of the legal representative, principal or shop owner',
    },
    kind: 'Hard',
    hardCase: null,
    lookBackYears: null,
  },
  {
    number: 4,
    key: 'trade',
    name: {
      'zh-CN': '与申报单位有债权债务、供销或者同类竞争关系',
      en: 'Creditor or debtor, supplier or customer, or competitor in the same category',
    },
    kind: 'Soft',
    hardCase: {
      'zh-CN': '在同届同类别中与申报单位竞争',
      en: 'Competitor in the same category of the same programme',
    },
    lookBackYears: 3,
  },
  {
    number: 5,
    key: 'association',
    name: {
      'zh-CN':
        '与申报单位同属一个单位或者其下属单位，担任相关协会负责人，有师生关系，或者为其提供代运营服务',
      en: 'Same unit or subsidiary, association officer, mentor or mentee, or service provider of the applicant',
    },
    kind: 'Soft',
    hardCase: {
      'zh-CN': '为申报单位提供代运营服务',
      en: 'Operates shops on behalf of the applicant',
    },
    lookBackYears: 3,
  },
  {
    number: 6,
    key: 'recommendation',
    name: { 'zh-CN': '参与过该申报的县级初审推荐', en: 'Took part in the division recommendation' },
    kind: 'Hard',
    hardCase: null,
    lookBackYears: 3,
  },
  {
    number: 7,
    key: 'other',
    name: {
      'zh-CN': '其他可能影响公正评审的关系',
      en: 'Another relation that may impair fairness',
    },
    kind: 'Soft',
    hardCase: null,
    lookBackYears: 3,
  },
];
