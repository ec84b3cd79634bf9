import type { RuleText } from '../../../src/rules/scoring/rule-text.js';
import { text } from './indicator-kit.js';

type VetoTexts = readonly [condition: RuleText, basis: RuleText, lift: RuleText];

const NOT_LIFTED = text('不得解除', 'None');

/** Condition, basis and who or what lifts it. */
export const VETO_TEXTS = {
  V1: [
    text('查询时被列为失信被执行人', 'Listed as a dishonest judgment debtor at check time'),
    text(
      '浙江省公共信用信息管理条例第二十四条、第二十六条',
      'Zhejiang public credit information regulation, Art. 24, 26',
    ),
    text('移出名单', 'Removed from the list'),
  ],
  V2: [
    text(
      '被列入严重违法失信名单或其他严重失信名单',
      'On a list of seriously unlawful or dishonest entities',
    ),
    text(
      '浙江省公共信用信息管理条例；企业信息公示暂行条例第十八条；市场监管总局令第44号',
      'Zhejiang credit regulation; Enterprise information publicity regulation, Art. 18; SAMR order 44',
    ),
    text('移出名单', 'Moved out of the list'),
  ],
  V3: [
    text(
      '被列入经营异常名录或个体工商户被标记为经营异常，资格审查结束前未移出',
      'On the abnormal list, not cleared by screening',
    ),
    text(
      '企业信息公示暂行条例第十七条、第十八条',
      'Enterprise information publicity regulation, Art. 17–18',
    ),
    text('移出后可继续', 'Cleared, may continue'),
  ],
  V4: [
    text(
      '重大违法：追究刑事责任，责令停产停业、吊销许可，或达到听证标准的罚款',
      'Major unlawful act: criminal liability, closure, licence revocation or a fine at the hearing threshold',
    ),
    text('参照其他城市评选规则', 'Rules of other cities'),
    text('期满或信用修复', 'Expiry or credit restoration'),
  ],
  V5: [
    text(
      '发生产品质量、食品安全或安全生产事故，或抽检不合格未整改',
      'Quality, food-safety or production-safety accident, or failed sampling not remedied',
    ),
    text(
      '农产品质量安全法；参照上海2024年做法',
      'Farm-produce quality law; Shanghai 2024 practice',
    ),
    NOT_LIFTED,
  ],
  V6: [
    text(
      '经认定刷单炒信、虚假评价、售假或侵权',
      'Fictitious trade, fake reviews, counterfeits or infringement, established',
    ),
    text('电子商务法第十七条；市场监管总局令第44号', 'E-commerce law, Art. 17; SAMR order 44'),
    NOT_LIFTED,
  ],
  V7: [
    text(
      '欠税公告、虚开发票或纳税信用D级',
      'Tax arrears notice, false invoices or tax credit grade D',
    ),
    text('电子商务法第十一条', 'E-commerce law, Art. 11'),
    text('缴清', 'Paid'),
  ],
  V8: [
    text('经认定拖欠工资或违反社会保险规定', 'Wage arrears or social-insurance breach established'),
    text('浙江省公共信用信息管理条例第二十四条', 'Zhejiang credit regulation, Art. 24'),
    text('已清偿', 'Settled'),
  ],
  V9: [
    text('申报材料弄虚作假', 'False application material'),
    text('参照国家科学技术奖励条例第三十条', 'Science award regulation, Art. 30, by analogy'),
    text('评审委员会', 'Review committee'),
  ],
  V10: [
    text(
      '向评委或工作人员请托、送礼，或买票',
      'Canvassing or gifts to judges or staff, vote-buying',
    ),
    text('参照国家科学技术奖励条例第二十八条', 'Science award regulation, Art. 28, by analogy'),
    text('评审委员会', 'Review committee'),
  ],
  V11: [
    text(
      '群体性消费纠纷：同类投诉十件以上未答复，或重大舆情',
      'Mass consumer dispute: ten related complaints unanswered, or a serious public-opinion event',
    ),
    text('参照宁国2020年做法', 'Ningguo 2020 practice'),
    text('市级主办单位', 'City office'),
  ],
  V12: [
    text(
      '未登记，店铺主体与申报人不符，或须许可商品无许可（依法免登记除外）',
      'Not registered, shop identity differs, or no permit for licensed goods (unless exempt)',
    ),
    text('电子商务法第十条、第十二条', 'E-commerce law, Art. 10, 12'),
    text('已改正', 'Corrected'),
  ],
  V13: [
    text(
      '因数据安全或个人信息泄露受到处罚',
      'Data-security or personal-information leak penalised',
    ),
    text('网络安全法；个人信息保护法', 'Cybersecurity law; Personal information protection law'),
    NOT_LIFTED,
  ],
  V14: [
    text('针对该商户的异议成立', 'Objection upheld against the merchant'),
    text('本次评选办法', 'Rules of this programme'),
    NOT_LIFTED,
  ],
} satisfies Record<string, VetoTexts>;
