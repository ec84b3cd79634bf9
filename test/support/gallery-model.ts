import type {
  Button,
  Layout,
  Pagination,
  ScoreIndicator,
  TableCell,
  TableNumbers,
} from '../../src/web/view-models.js';
import { galleryComponents, type GalleryComponents } from './gallery-components.js';
import { galleryFields, type GalleryFields } from './gallery-fields.js';
import { galleryLayout, type Say } from './gallery-layout.js';

export interface GalleryModel extends GalleryComponents {
  readonly layout: Layout;
  readonly headings: Readonly<Record<string, string>>;
  readonly fields: GalleryFields;
  readonly buttons: readonly Button[];
  readonly table: TableNumbers;
  readonly pagination: Pagination;
  readonly scores: readonly ScoreIndicator[];
}

/** A sample of every component, with one of each state that it can be in. */
export function galleryModel(lang: Layout['lang']): GalleryModel {
  const say: Say = (chinese, english) => (lang === 'zh-CN' ? chinese : english);
  return {
    layout: galleryLayout(lang, say),
    headings: headings(say),
    fields: galleryFields(say),
    ...galleryComponents(say),
    buttons: buttons(say),
    table: table(say),
    pagination: {
      label: say('名录分页', 'Pages of the roll'),
      summary: say('共 486 家，第 41—60 家', '41 to 60 of 486'),
      previous: '?page=2',
      next: '?page=4',
      pages: [
        { number: 1, href: '?page=1', current: false },
        { number: 2, href: '?page=2', current: false },
        { number: 3, href: '?page=3', current: true },
        { number: 4, href: '?page=4', current: false },
        { number: 0, href: null, current: false },
        { number: 25, href: '?page=25', current: false },
      ],
    },
    scores: [
      score(say, 'G13', say('公益与公共服务', 'Public service'), 'welfare', '550'),
      score(say, 'G15', say('模式、数字化与渠道创新', 'Model and channel innovation'), 'model', ''),
    ],
  };
}

function headings(say: Say): Record<string, string> {
  return {
    course: say('评选进程', 'Course of the programme'),
    doing: say('请先办理', 'Do this first'),
    lists: say('任务与摘要', 'Tasks and summary'),
    figures: say('统计与表格', 'Figures and tables'),
    form: say('填报表单', 'Form'),
    scoring: say('评分', 'Scoring'),
    evidence: say('申报材料', 'Evidence'),
    empty: say('异议处理', 'Objections'),
    text: say(
      '公益与公共服务：合作社三年来免费培训农户 620 人次，牵头组建县域茶叶电商协会，向结对村捐赠包装设备 12 台套。',
      'Public service: in three years the cooperative trained 620 farmers free of charge and founded the tea association of the county.',
    ),
  };
}

function buttons(say: Say): readonly Button[] {
  const plain = { href: null, name: null, value: null, icon: null };
  return [
    { ...plain, label: say('保存并继续', 'Save and continue'), kind: 'primary' },
    { ...plain, label: say('下载评分表', 'Download'), kind: 'secondary', icon: 'download' },
    { ...plain, label: say('撤回 1 份申报', 'Withdraw 1 application'), kind: 'danger' },
    { ...plain, label: say('返回', 'Back'), kind: 'quiet', href: '#back' },
  ];
}

function table(say: Say): TableNumbers {
  const tea = say('青石县云上茶业专业合作社', 'Qingshi Cloud Tea Cooperative');
  const knit = say('临河区织里针纺有限公司', 'Linhe Knitwear Ltd');
  const bamboo = say('竹山县竹语工艺厂', 'Zhushan Bamboo Works');
  return {
    id: 'standing',
    caption: say('示范网商综合得分（前 3 名）', 'Composite of exemplary merchants (first three)'),
    columns: [
      { label: say('名次', 'Standing'), unit: null, numeric: true },
      { label: say('网商', 'Merchant'), unit: null, numeric: false },
      { label: say('网络零售额', 'Online sales'), unit: say('万元', '10,000 yuan'), numeric: true },
      { label: say('比上年增长', 'Growth'), unit: '%', numeric: true },
      { label: say('综合得分', 'Composite'), unit: null, numeric: true },
    ],
    rows: [
      { cutLine: false, cells: row('1', tea, '1,180.00', '23.41', '91.35') },
      { cutLine: true, cells: row('2', knit, '12,046.80', '8.02', '90.10') },
      { cutLine: false, cells: row('3', bamboo, '860.25', '104.70', '88.95') },
    ],
    totals: [
      { text: say('合计', 'Total'), href: null, numeric: false },
      { text: say('3 家', '3 merchants'), href: null, numeric: false },
      { text: '14,087.05', href: null, numeric: true },
      { text: '', href: null, numeric: true },
      { text: '', href: null, numeric: true },
    ],
  };
}

function row(
  standing: string,
  name: string,
  sales: string,
  growth: string,
  points: string,
): TableCell[] {
  return [
    { text: standing, href: null, numeric: true },
    { text: name, href: '#merchant', numeric: false },
    { text: sales, href: null, numeric: true },
    { text: growth, href: null, numeric: true },
    { text: points, href: null, numeric: true },
  ];
}

function score(
  say: Say,
  code: string,
  label: string,
  name: string,
  chosen: string,
): ScoreIndicator {
  const choice = (value: string) => ({
    value,
    points: (Number(value) / 100).toFixed(1),
    checked: value === chosen,
    needsComment: value === '600' || Number(value) <= 200,
  });
  const band = (digit: number, value: string, text: string, lesser: readonly string[]) => ({
    ...choice(value),
    digit,
    text,
    lesser: lesser.map(choice),
  });
  return {
    name,
    label: `${code} ${label}`,
    weight: '6.00',
    error: null,
    bands: [
      band(1, '600', say('示范引领，他人已在学习', 'Exemplary and copied by others'), ['550']),
      band(2, '500', say('成效突出，佐证充分', 'Strong, full evidence'), ['450', '400']),
      band(3, '350', say('有成效，佐证基本齐全', 'Adequate'), ['300', '250']),
      band(4, '200', say('有表述，佐证单薄', 'Claimed, thin evidence'), ['150', '100', '50']),
      band(5, '0', say('没有', 'None'), []),
    ],
    commentNeeded: say('这个分值须写评语，至少 10 个字。', 'This score needs a comment.'),
    commentMinimum: 10,
    comment: {
      name: `${name}.comment`,
      label: say('评语', 'Comment'),
      hint: null,
      error: null,
      required: false,
      value: '',
      rows: 1,
      maxLength: 500,
    },
  };
}
