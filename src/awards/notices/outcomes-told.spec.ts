import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { records } from '../../../test/support/records.js';
import { messageText } from '../../notifications/letter-text.js';
import { Message } from '../../notifications/message.entity.js';

let award: AwardSteps;
const names = ['first', 'second', 'third'] as const;
const sent = { message: 'checkpoint.publication', to: 'Supervisor' };
const agents: Partial<Record<(typeof names)[number], string>> = {};
beforeAll(async () => {
  award = await AwardSteps.open();
  for (const [at, name] of names.entries()) {
    const { merchantId } = award.entries[at]!;
    agents[name] = (await appointed(award.app, 'Agent', { merchantId })).accountId;
  }
});
afterAll(() => award.app.stop());

/** What each of the three has heard so far, as they read it. */
async function heard(): Promise<Record<string, string[]>> {
  const all = await award.app.database.repo(Message).find({ order: { createdAt: 'ASC' } });
  const of = (accountId: string) =>
    all.filter((one) => one.accountId === accountId).map((one) => messageText('zh-CN', one));
  return Object.fromEntries(names.map((name) => [name, of(agents[name]!)]));
}

test('everybody hears with the notice what it says of them, and nobody before', async () => {
  await award.lock();
  await award.clear('K2');
  await award.deliberate();
  const draft = await award.prepare({});
  expect(await heard()).toEqual({ first: [], second: [], third: [] });

  const posting = await records(award.app, () => award.post(draft));
  expect(posting.messages).toEqual([
    { message: 'application.inPublicity', to: 'Agent' },
    { message: 'application.inPublicity', to: 'Agent' },
    { message: 'application.notListed', to: 'Agent' },
    sent,
  ]);
  const listed = (number: string) =>
    expect.stringMatching(
      new RegExp(
        `^您的“.+”类别申报${number}已列入.+拟入选名单。公示至2026年\\d+月\\d+日（星期.），这期间不用办理；.+陈述意见。$`,
        'u',
      ),
    );
  const posted = await heard();
  expect(posted.first).toEqual([listed('2026-G-0001')]);
  expect(posted.second).toEqual([listed('2026-G-0002')]);
  expect(posted.third).toEqual([
    expect.stringMatching(
      /拟入选名单已公示，您的“.+”类别申报2026-G-0003未列入。如有异议，可在.+24:00前提出；.+结果反馈函。$/u,
    ),
  ]);

  await award.toApproval();
  expect(await heard()).toEqual(posted);

  const publishing = await records(award.app, () => award.publish());
  expect(publishing.messages).toEqual([
    { message: 'application.notSelected', to: 'Agent' },
    { message: 'application.selected', to: 'Agent' },
    { message: 'application.selected', to: 'Agent' },
    sent,
    { message: 'noticePrepared', to: 'Publisher' },
  ]);
  const published = await heard();
  expect(published.first!.slice(1)).toEqual([
    expect.stringMatching(
      /^您的“.+”类别申报2026-G-0001入选.+，名单已经公布。结果反馈函可以查看；授予称号时再通知您。$/u,
    ),
  ]);
  expect(published.third!.slice(1)).toEqual([
    expect.stringMatching(
      /^您的“.+”类别申报2026-G-0003未入选.+，名单已经公布。结果反馈函.+可以随时查看。$/u,
    ),
  ]);
});
