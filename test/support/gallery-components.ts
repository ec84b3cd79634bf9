import type {
  Compare,
  Course,
  Disclosure,
  EmptyState,
  PhaseBanner,
  ProgressLine,
  StatTiles,
  StatusTag,
  Steps,
  SummaryList,
  Tabs,
  TaskList,
} from '../../src/web/view-models.js';
import type { Say } from './gallery-layout.js';

export interface GalleryComponents {
  readonly phaseBanner: PhaseBanner;
  readonly course: Course;
  readonly steps: Steps;
  readonly tabs: Tabs;
  readonly taskList: TaskList;
  readonly summaryList: SummaryList;
  readonly tags: readonly StatusTag[];
  readonly statTiles: StatTiles;
  readonly progress: ProgressLine;
  readonly compare: Compare;
  readonly emptyState: EmptyState;
  readonly disclosure: Disclosure;
}

export function galleryComponents(say: Say): GalleryComponents {
  const phases: Course['phases'] = [
    {
      name: say('发布通知', 'Announced'),
      dates: say('3月2日', '2 March'),
      note: null,
      state: 'done',
    },
    {
      name: say('网上申报', 'Open'),
      dates: say('3月9日—4月8日', '9 March – 8 April'),
      note: null,
      state: 'done',
    },
    {
      name: say('县级初审推荐', 'Division review'),
      dates: say('4月9日—22日', '9 – 22 April'),
      note: null,
      state: 'done',
    },
    {
      name: say('指标核验', 'Verification'),
      dates: say('4月23日—5月11日（星期一）24:00 止', 'until Monday, 11 May, 24:00 Beijing time'),
      note: say('已核验 86 / 120 份', '86 of 120 verified'),
      state: 'current',
    },
    {
      name: say('专家评审', 'Judging'),
      dates: say('5月18日—29日', '18 – 29 May'),
      note: null,
      state: 'later',
    },
    {
      name: say('公示', 'Publicity'),
      dates: say('6月8日—12日', '8 – 12 June'),
      note: null,
      state: 'later',
    },
    { name: say('公布授牌', 'Conferral'), dates: say('7月', 'July'), note: null, state: 'later' },
  ];
  return {
    phaseBanner: {
      title: say('2026 年度全市示范网商评选', 'Exemplary online merchants 2026'),
      phase: say('正在进行：网上申报', 'Now: applications are open'),
      next: {
        label: say('申报截止', 'Applications close'),
        date: say('2026年4月8日（星期三）24:00', 'Wednesday, 8 April 2026, 24:00'),
        deadline: '2026-04-08T16:00:00Z',
        now: '2026-04-03T08:30:00Z',
      },
    },
    course: {
      label: say('评选进程', 'Course'),
      stages: [
        {
          name: say('申报推荐', 'Applications'),
          dates: say('3月9日至4月22日', '9 March – 22 April'),
          weeks: 6,
          needle: null,
          state: 'done',
        },
        {
          name: say('审查核验', 'Verification'),
          dates: say('4月23日至5月11日', '23 April – 11 May'),
          weeks: 3,
          needle: 'at-6',
          state: 'current',
        },
        {
          name: say('专家评审', 'Judging'),
          dates: say('5月18日至29日', '18 – 29 May'),
          weeks: 2,
          needle: null,
          state: 'later',
        },
      ],
      phases,
    },
    steps: {
      label: say('申报步骤', 'Steps'),
      steps: [
        { label: say('选择类别', 'Category'), href: '#1', state: 'done' },
        { label: say('资格自测', 'Eligibility'), href: '#2', state: 'done' },
        { label: say('经营数据', 'Figures'), href: '#3', state: 'current' },
        { label: say('证明材料', 'Evidence'), href: '#4', state: 'later' },
        { label: say('承诺提交', 'Submit'), href: null, state: 'later' },
      ],
    },
    tabs: {
      label: say('申报材料分类', 'Applications by state'),
      tabs: [
        { label: say('待核验', 'To verify'), href: '#a', current: true, count: 34 },
        { label: say('已核验', 'Verified'), href: '#b', current: false, count: 86 },
        { label: say('全部', 'All'), href: '#c', current: false, count: null },
      ],
    },
    taskList: {
      tasks: [
        {
          label: say('完善网商基本信息', 'Complete the registry record'),
          href: '#t1',
          hint: null,
          status: { label: say('已完成', 'Completed'), tone: 'good' },
        },
        {
          label: say('填报 2025 年度经营数据', 'Annual return 2025'),
          href: '#t2',
          hint: say('还差 3 项：退款额、县域农产品销售额、从业人数', 'Three figures are missing'),
          status: { label: say('填写中', 'In progress'), tone: 'active' },
        },
        {
          label: say('补正营业执照扫描件', 'Correct the licence scan'),
          href: '#t3',
          hint: say('4月15日（星期三）前完成', 'by Wednesday, 15 April'),
          status: { label: say('需要补正', 'Correction requested'), tone: 'attention' },
        },
        {
          label: say('提交申报', 'Submit'),
          href: null,
          hint: say('前三项完成后可以提交', 'After the three tasks above'),
          status: { label: say('暂不能开始', 'Cannot start yet'), tone: 'neutral' },
        },
      ],
    },
    summaryList: {
      rows: [
        {
          term: say('网商名称', 'Merchant'),
          value: say('青石县云上茶业专业合作社', 'Qingshi Cloud Tea Cooperative'),
          action: { href: '#edit1', label: say('修改', 'Change') },
        },
        {
          term: say('参评类别', 'Category'),
          value: say('农产品品牌（农村电商）', 'Farm brands'),
          action: { href: '#edit2', label: say('修改', 'Change') },
        },
        { term: say('受理编号', 'Receipt number'), value: 'SB2026-N-0037', action: null },
      ],
    },
    tags: [
      { label: say('草稿', 'Draft'), tone: 'neutral' },
      { label: say('评审中', 'In review'), tone: 'active' },
      { label: say('资格通过', 'Screened in'), tone: 'good' },
      { label: say('补正中', 'Correction requested'), tone: 'attention' },
      { label: say('已撤销', 'Revoked'), tone: 'bad' },
    ],
    statTiles: {
      tiles: [
        { label: say('在册网商', 'Merchants'), value: '12,486', unit: say('家', ''), note: null },
        {
          label: say('网络零售额', 'Online retail sales'),
          value: '86.42',
          unit: say('亿元', 'hundred million yuan'),
          note: say('比上年增长 11.6%', '11.6% more than the year before'),
        },
        { label: say('本届申报', 'Applications'), value: '120', unit: say('份', ''), note: null },
        { label: say('有效称号', 'Titles in force'), value: '64', unit: say('个', ''), note: null },
      ],
    },
    progress: {
      label: say('评分进度', 'Score sheets'),
      done: 23,
      total: 40,
      note: say('按目前速度，预计今日 21:40 完成', 'At this pace done by 21:40 today'),
    },
    compare: {
      claimed: '1,234.50',
      verified: '1,180.00',
      unit: say('万元', '10,000 yuan'),
      verdict: { label: say('核减', 'Reduced'), tone: 'attention' },
      reason: say('扣除批发部分 54.50 万元', 'Less wholesale of 54.50'),
    },
    emptyState: {
      title: say('还没有异议', 'No objections yet'),
      text: say(
        '公示期内收到的异议会列在这里，并自动计算受理和答复期限。',
        'Objections received during publicity appear here with their time limits.',
      ),
      action: { href: '#new', label: say('登记书面异议', 'Record a written objection') },
    },
    disclosure: {
      summary: say('网络零售额怎样计算？', 'How are online retail sales counted?'),
      text: say(
        '指通过公共网络交易平台实现的零售额，扣除退款，不含代运营和批发。',
        'Retail sales made online, less refunds, without agency sales and wholesale.',
      ),
    },
  };
}
