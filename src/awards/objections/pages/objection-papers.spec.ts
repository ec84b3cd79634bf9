import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AwardSteps } from '../../../../test/support/award-steps.js';
import { docxText } from '../../../../test/support/docx-text.js';
import { expectGolden } from '../../../../test/support/golden-paper.js';
import { ObjectionSteps } from '../../../../test/support/objection-steps.js';
import { office } from '../../../../test/support/people.js';
import { translate } from '../../../text/catalogue.js';
import type { ObjectionRow } from '../objection.queries.js';
import { objectionDecision, objectionReply } from './objection-papers.js';

const words = {
  lang: 'zh-CN',
  t: (key: string, variables?: Parameters<typeof translate>[2]) =>
    translate('zh-CN', key, variables),
  office: '浙中市商务局',
} as const;

const row = {
  receiptNumber: 'YY-2027-0003',
  noticeTitle: '关于拟入选名单的公示',
  noticeKind: 'publicity',
  merchantName: '𠮷祥茶行',
  identityKind: 'person',
  receivedAt: '2027-04-07T02:00:00.000Z',
  finding: 'reject',
  decisionReason: '经核对平台后台记录，申报数据属实。',
  decidedAt: '2027-04-12T02:00:00.000Z',
  reply: '您反映的情况经核查不属实，感谢监督。',
  repliedAt: '2027-04-12T16:30:00.000Z',
} as ObjectionRow;

describe('papers of an objection', () => {
  it.each([
    ['objection-decision', objectionDecision(row)],
    [
      'objection-decision-late',
      objectionDecision({
        ...row,
        noticeKind: 'publication',
        finding: 'uphold',
        merchantName: null,
      }),
    ],
    ['objection-reply', objectionReply(row)],
  ])('%s reads as it was read and kept', (name, build) => {
    expectGolden(name, build!(words));
  });

  it('do not exist before the act, and nobody answers the anonymous by letter', () => {
    expect(objectionDecision({ ...row, decidedAt: null })).toBeNull();
    expect(objectionDecision({ ...row, finding: null })).toBeNull();
    expect(objectionReply({ ...row, repliedAt: null })).toBeNull();
    expect(objectionReply({ ...row, reply: null })).toBeNull();
    expect(objectionReply({ ...row, identityKind: 'anonymous' })).toBeNull();
  });
});

describe('on the page of an objection', () => {
  let award: AwardSteps;
  let steps: ObjectionSteps;
  beforeAll(async () => {
    award = await AwardSteps.open();
    steps = new ObjectionSteps(award, await award.toPublicity());
  });
  afterAll(() => award.app.stop());

  it('they are offered once there are any, to those who read objections', async () => {
    const id = await steps.heard();
    const { visitor } = await office(award.app, 'Supervisor');
    await visitor.get(`/office/objections/${id}`);
    expect(visitor.html).not.toContain(`/office/objections/${id}/decision"`);
    await visitor.get(`/office/objections/${id}/decision`);
    expect(visitor.status).toBe(404);
    await steps.decide(id, { finding: 'reject' });
    await visitor.get(`/office/objections/${id}`);
    const links = visitor.page.querySelectorAll('main a[href^="/office/objections/"]');
    const papers = ['decision', 'reply'].map((name) => `/office/objections/${id}/${name}`);
    expect(links.map((one) => one.getAttribute('href'))).toEqual(expect.arrayContaining(papers));
    for (const path of papers) {
      await visitor.get(path);
      expect(visitor.page.querySelector('.sheet-title')!.text).toMatch(/异议处理决定|答复函/);
      await visitor.get(`${path}?kind=docx`);
      expect(docxText(visitor.content)).toContain('（编号');
      const stranger = await award.app.visitor().get(path);
      expect(stranger.path).toContain('/sign-in');
    }
  });
});
