import { describe, expect, it } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import { expectGolden } from '../../../../test/support/golden-paper.js';
import { readBody, writeBody } from '../../../paper/body.js';
import type { Block } from '../../../paper/paper.js';
import type { ProgrammeRow } from '../../../programmes/programme.queries.js';
import type { AwardListRecord } from '../../lists/award-list.queries.js';
import type { NoticeRow } from '../notice.queries.js';
import {
  callText,
  correctedPublicityText,
  defenceText,
  publicationText,
  publicityText,
  sentences,
  withCorrection,
} from '../notice-text.js';
import { noticePaper } from './notice-paper.js';

const programme = {
  name: '浙中市2026年度示范网商评选',
  year: 2026,
  calendar: [
    { phase: 'Open', from: '2026-12-01', to: '2026-12-31', workingDays: 23 },
    { phase: 'DivisionReview', from: '2027-01-04', to: '2027-01-15', workingDays: 10 },
  ],
} as unknown as ProgrammeRow;

const source = {
  programme,
  rules: PRESET_NOW,
  basis: { organ: '浙中市人民政府', number: '浙政办发〔2026〕12号' },
  office: { name: '浙中市商务局', telephone: '0570-1234567', address: '浙中市新元路1号' },
};

const publicity = {
  ...source,
  firstDay: '2027-04-06',
  lastDay: '2027-04-12',
  days: 5,
  listed: 2,
  discipline: '派驻纪检监察组',
  disciplineTelephone: '0570-7654321',
};

const row = { divisionCode: '330802', category: 'G', receiptNumber: '', applicationId: '' };
const list = {
  kind: 'award',
  number: 1,
  programmeName: programme.name,
  categories: { G: { zh: '示范网商', en: 'Exemplary' } },
  rows: [
    { ...row, serial: 1, name: '浙中市青禾网络有限公司', main: '青禾旗舰店' },
    { ...row, serial: 2, name: '浙中市𠮷祥茶行', main: '𠮷祥' },
  ],
  corrects: null,
  correctedBy: null,
  leftOut: null,
  correctionReason: null,
} as unknown as AwardListRecord;

const former = {
  id: 'former',
  title: '关于公示拟入选名单的公告',
  documentNumber: '浙商务〔2027〕3号',
  postedOn: '2027-04-01',
  firstDay: null,
  body: '',
  correctsId: null,
};

function posted(title: string, blocks: readonly Block[], extra: Partial<NoticeRow> = {}) {
  const facts = { addressee: '各县（市、区）商务主管部门，各有关单位：' };
  const body = writeBody(blocks);
  const rest = { documentNumber: null, correctedById: null, checkpoint: null };
  return { title, body, postedOn: '2027-04-02', facts, ...rest, ...extra } as NoticeRow;
}

const title = {
  merchant: '浙中市青禾网络有限公司',
  certificate: 'QZ-2026-G-001',
  basis: '复核结果',
};

/** Name of the golden file → what was posted, and its list. */
const papers: readonly (readonly [string, NoticeRow, AwardListRecord | null])[] = [
  ['call', posted('关于组织申报示范网商的通知', callText(source)), null],
  [
    'defence',
    posted(
      '关于现场答辩安排的通知',
      defenceText({ ...source, from: '2027-03-01', to: '2027-03-02', workingDays: 2 }),
    ),
    null,
  ],
  [
    'publicity',
    posted('关于拟入选名单的公示', publicityText(publicity)),
    { ...list, kind: 'proposed' },
  ],
  [
    'publicity-again',
    posted(
      '关于更正后拟入选名单的公示',
      readBody(
        withCorrection(
          writeBody(
            correctedPublicityText({
              ...publicity,
              listed: 1,
              removed: ['浙中市𠮷祥茶行'],
              again: [],
            }),
          ),
          former,
        ),
      ),
    ),
    null,
  ],
  [
    'publication',
    posted('关于公布示范网商名单的通知', publicationText({ ...source, listed: 2 }), {
      documentNumber: '浙商务〔2027〕5号',
      correctedById: 'later',
      checkpoint: '12 abcd',
    }),
    list,
  ],
  [
    'correction',
    posted(
      '关于更正示范网商名单的公告',
      sentences(source, ['correction.opening', 'correction.wrong', 'correction.right'], {
        reason: '第2号名称有误',
        version: 2,
      }),
      { documentNumber: '浙商务〔2027〕6号' },
    ),
    list,
  ],
  [
    'revocation',
    posted(
      '关于撤销称号的公告',
      sentences(source, ['revocation.opening', 'revocation.basis', 'revocation.effect'], title),
    ),
    null,
  ],
  [
    'restoration',
    posted(
      '关于恢复称号的公告',
      sentences(source, ['restoration.opening', 'restoration.basis', 'restoration.effect'], title),
    ),
    null,
  ],
  [
    'termination',
    posted(
      '关于终止评选的公告',
      sentences(source, ['termination.opening', 'termination.reason', 'termination.basis'], {
        reason: '申报数量不足',
        basis: '评选办法第九条',
      }),
    ),
    null,
  ],
];

describe('the paper of a notice', () => {
  it.each(papers)('%s reads as it was read and kept', (name, notice, shown) => {
    expectGolden(`notice-${name}`, noticePaper(notice, shown, '浙中市商务局'));
  });

  it('keeps every line of the posted text, whatever stands in it', () => {
    const body = '开头\n# 一、标题\n## （一）小标题\n正文';
    expect(writeBody(readBody(body))).toBe(body);
  });
});
