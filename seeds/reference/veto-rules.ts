import type { VetoRule } from '../../src/rules/eligibility/veto-rules.js';

/**
 * One-vote exclusions (一票否决) as shipped. The office compares every article number with the text in
 * force before it publishes its rules.
 */
export const VETO_RULES: readonly VetoRule[] = [
  {
    code: 'V1',
    name: {
      'zh-CN': '被列入失信被执行人名单（查询之日仍在列）',
      en: 'Listed as a judgment defaulter on the day of the check',
    },
    subjects: ['Entity', 'LegalRepresentative'],
    lookBack: { kind: 'Current' },
    basis: {
      'zh-CN': '《浙江省公共信用信息管理条例》第二十四条第三项、第二十六条第七项、第八项',
      en: 'Zhejiang Public Credit Information Regulation, Art. 24(3), 26(7), (8)',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: { 'zh-CN': '移出失信名单', en: 'Removed from the list' },
    effectiveAtOnce: false,
    titleEffect: 'Revoke',
  },
  {
    code: 'V2',
    name: {
      'zh-CN': '被列入严重违法失信名单或者其他严重失信名单',
      en: 'On a list of serious violations or another list of serious dishonesty',
    },
    subjects: ['Entity'],
    lookBack: { kind: 'Current' },
    basis: {
      'zh-CN':
        '《浙江省公共信用信息管理条例》第二十四条、第二十六条；《企业信息公示暂行条例》第十八条；市场监督管理总局令第44号',
      en: 'Zhejiang Public Credit Information Regulation, Art. 24, 26; Interim Regulation on Enterprise Information Publicity, Art. 18; SAMR Order No. 44',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: { 'zh-CN': '移出严重失信名单', en: 'Moved out of the list' },
    effectiveAtOnce: false,
    titleEffect: 'Revoke',
  },
  {
    code: 'V3',
    name: {
      'zh-CN': '被列入经营异常名录或者个体工商户被标记经营异常，资格审查结束前未移出',
      en: 'On the abnormal-operation list, or a sole business marked abnormal, not cleared before screening ends',
    },
    subjects: ['Entity'],
    lookBack: { kind: 'Current' },
    basis: {
      'zh-CN': '《企业信息公示暂行条例》第十七条、第十八条',
      en: 'Interim Regulation on Enterprise Information Publicity, Art. 17–18',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: { 'zh-CN': '移出经营异常名录', en: 'Cleared from the list' },
    effectiveAtOnce: false,
    titleEffect: 'Warn',
  },
  {
    code: 'V4',
    name: {
      'zh-CN': '重大违法行为：被追究刑事责任，或者被责令停业、吊销许可证照、处以较大数额罚款',
      en: 'Major unlawful act: criminal liability, closure, licence revocation or a large fine',
    },
    subjects: ['Entity', 'LegalRepresentative', 'ActualController'],
    lookBack: { kind: 'Years', years: 3 },
    basis: {
      'zh-CN': '本届评选实施方案所列申报限制条件（参照外地同类规则）',
      en: 'Application limits listed in the implementation plan of this programme (after comparable rules of other cities)',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: { 'zh-CN': '期限届满或者信用修复', en: 'End of the period or credit restoration' },
    effectiveAtOnce: false,
    titleEffect: 'Revoke',
  },
  {
    code: 'V5',
    name: {
      'zh-CN': '发生产品质量、食品安全或者安全生产事故，或者抽检不合格未整改',
      en: 'Product-quality, food-safety or production-safety accident, or failed sampling not remedied',
    },
    subjects: ['Entity', 'Shop'],
    lookBack: { kind: 'Years', years: 3 },
    basis: {
      'zh-CN': '《中华人民共和国农产品质量安全法》及本届评选实施方案',
      en: 'Law on the Quality and Safety of Agricultural Products; implementation plan of this programme',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: null,
    effectiveAtOnce: false,
    titleEffect: 'Revoke',
  },
  {
    code: 'V6',
    name: {
      'zh-CN': '经认定存在刷单炒信、虚假评价、销售假冒商品或者侵犯知识产权',
      en: 'Established fictitious trading, fake reviews, counterfeits or infringement of rights',
    },
    subjects: ['Entity', 'Shop'],
    lookBack: { kind: 'Years', years: 2 },
    basis: {
      'zh-CN': '《中华人民共和国电子商务法》第十七条；市场监督管理总局令第44号',
      en: 'E-Commerce Law, Art. 17; SAMR Order No. 44',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: null,
    effectiveAtOnce: false,
    titleEffect: 'Revoke',
  },
  {
    code: 'V7',
    name: {
      'zh-CN': '欠税公告在列、虚开发票或者纳税信用等级为D级',
      en: 'Announced tax arrears, false invoicing or tax credit grade D',
    },
    subjects: ['Entity'],
    lookBack: { kind: 'Current' },
    basis: {
      'zh-CN': '《中华人民共和国电子商务法》第十一条及本届评选实施方案',
      en: 'E-Commerce Law, Art. 11; implementation plan of this programme',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: { 'zh-CN': '缴清税款', en: 'Paid' },
    effectiveAtOnce: false,
    titleEffect: 'Revoke',
  },
  {
    code: 'V8',
    name: {
      'zh-CN': '经认定拖欠工资或者违反社会保险规定',
      en: 'Established wage arrears or social-insurance breach',
    },
    subjects: ['Entity'],
    lookBack: { kind: 'Years', years: 1 },
    basis: {
      'zh-CN': '《浙江省公共信用信息管理条例》第二十四条',
      en: 'Zhejiang Public Credit Information Regulation, Art. 24',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: { 'zh-CN': '清偿完毕', en: 'Settled' },
    effectiveAtOnce: false,
    titleEffect: 'Revoke',
  },
  {
    code: 'V9',
    name: { 'zh-CN': '提供虚假申报材料', en: 'False application material' },
    subjects: ['Entity'],
    lookBack: { kind: 'Programmes', past: 3 },
    basis: {
      'zh-CN': '参照《国家科学技术奖励条例》第三十条，列入本届评选实施方案',
      en: 'By analogy with the Regulation on State Science and Technology Awards, Art. 30, in the implementation plan',
    },
    checkPoints: ['K1'],
    liftedBy: { 'zh-CN': '评审委员会', en: 'Review committee' },
    effectiveAtOnce: true,
    titleEffect: 'Revoke',
  },
  {
    code: 'V10',
    name: {
      'zh-CN': '向评委或者工作人员请托、送礼，或者买票拉票',
      en: 'Canvassing or gifts to judges or staff, or vote-buying',
    },
    subjects: ['Entity', 'Agent'],
    lookBack: { kind: 'Programmes', past: 0 },
    basis: {
      'zh-CN': '参照《国家科学技术奖励条例》第二十八条，列入本届评选实施方案',
      en: 'By analogy with the Regulation on State Science and Technology Awards, Art. 28, in the implementation plan',
    },
    checkPoints: ['K1'],
    liftedBy: { 'zh-CN': '评审委员会', en: 'Review committee' },
    effectiveAtOnce: true,
    titleEffect: 'Revoke',
  },
  {
    code: 'V11',
    name: {
      'zh-CN': '群体性消费纠纷：十件以上相关投诉未答复，或者造成严重舆情',
      en: 'Mass consumer dispute: ten or more related complaints unanswered, or a serious public-opinion event',
    },
    subjects: ['Entity', 'Shop'],
    lookBack: { kind: 'Years', years: 1 },
    basis: {
      'zh-CN': '本届评选实施方案所列申报限制条件（参照外地同类规则）',
      en: 'Application limits listed in the implementation plan of this programme (after comparable rules of other cities)',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: { 'zh-CN': '市级主办单位', en: 'City office' },
    effectiveAtOnce: false,
    titleEffect: 'Warn',
  },
  {
    code: 'V12',
    name: {
      'zh-CN':
        '未依法登记，网店主体与申报主体不一致，或者经营许可类商品未取得许可（依法免予登记的除外）',
      en: 'Not registered, shop identity differs from the applicant, or no permit for licensed goods (unless lawfully exempt)',
    },
    subjects: ['Entity', 'Shop'],
    lookBack: { kind: 'Current' },
    basis: {
      'zh-CN': '《中华人民共和国电子商务法》第十条、第十二条',
      en: 'E-Commerce Law, Art. 10, 12',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: { 'zh-CN': '改正', en: 'Corrected' },
    effectiveAtOnce: false,
    titleEffect: 'Warn',
  },
  {
    code: 'V13',
    name: {
      'zh-CN': '因数据安全或者个人信息泄露受到处罚',
      en: 'Penalised for a data-security breach or a leak of personal information',
    },
    subjects: ['Entity'],
    lookBack: { kind: 'Years', years: 2 },
    basis: {
      'zh-CN': '《中华人民共和国网络安全法》《中华人民共和国个人信息保护法》',
      en: 'Cybersecurity Law; Personal Information Protection Law',
    },
    checkPoints: ['K1', 'K2', 'K3', 'K4'],
    liftedBy: null,
    effectiveAtOnce: false,
    titleEffect: 'Revoke',
  },
  {
    code: 'V14',
    name: { 'zh-CN': '公示期间异议经核查成立', en: 'Objection upheld during the public notice' },
    subjects: ['Entity'],
    lookBack: { kind: 'Programmes', past: 0 },
    basis: {
      'zh-CN': '本届评选实施方案关于异议处理的规定',
      en: 'Provisions of the implementation plan on objections',
    },
    checkPoints: ['K3'],
    liftedBy: null,
    effectiveAtOnce: false,
    titleEffect: null,
  },
];
