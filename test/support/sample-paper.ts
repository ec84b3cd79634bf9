import { type Paper, column, heading, paragraph, table } from '../../src/paper/paper.js';

/** Without a sign at which a line may not end: only the grid decides where lines break. */
const SENTENCE =
  '依法依规开展示范网商评选工作各地各单位要高度重视认真组织加强宣传严格审核确保质量按时完成';

/** Six pages of everything that a paper can hold; the second is full of text. */
export const samplePaper: Paper = {
  lang: 'zh-CN',
  issuer: '浙中市商务局',
  number: '浙商务〔2027〕5号',
  title: '关于公布2026年度示范网商名单的通知',
  marks: ['本文已更正。'],
  addressee: '各县（市、区）商务主管部门，各有关单位：',
  blocks: [
    heading('一、工作要求'),
    heading('（一）总体安排', 2),
    ...Array.from({ length: 14 }, () => paragraph(SENTENCE.repeat(3))),
    table(
      [
        column('序号', 6),
        column('商户名称', 40, { head: true }),
        column('得分', 10, { align: 'end' }),
      ],
      Array.from({ length: 30 }, (_, at) => [`${at + 1}`, '浙中市𠮷祥茶行', '88.50']),
    ),
  ],
  attachments: ['评分标准', '日程安排'],
  signature: { signatory: '浙中市商务局', day: '2027年4月2日', isoDay: '2027-04-02' },
  notes: ['（此件公开发布）'],
  distribution: { report: ['市委办公室', '市政府办公室'], send: [], issue: ['各商务主管部门'] },
};
