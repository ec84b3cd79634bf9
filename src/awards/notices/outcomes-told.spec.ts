import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps, appointed } from '../../../test/support/award-steps.js';
import { link } from '../../../test/support/evidence.js';
import { signedIn } from '../../../test/support/people.js';
import { records } from '../../../test/support/records.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import { Application } from '../../applications/application.entity.js';
import { newId } from '../../database/new-id.js';
import { StoreDocument } from '../../documents/store-document.js';
import { EvidencePin } from '../../judging/sheets/pins/evidence-pin.entity.js';
import { ScoreSheet } from '../../judging/sheets/score-sheet.entity.js';
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

/** A judge of the third has marked a page, and one whose sheet fell another. */
async function pinPages(): Promise<void> {
  const { applicationId, merchantId } = award.entries[2]!;
  const file = uploadedFile('file', 'a.pdf', smallPdf);
  const { documentId } = await award.app.app
    .get(StoreDocument)
    .run(acting('Agent', { merchantId }), {
      ownerType: 'application',
      ownerId: applicationId,
      file,
    });
  await link(award.app, applicationId, documentId, 'G11');
  const { database, clock } = award.app;
  const [kept, fallen] = await database.repo(ScoreSheet).findBy({ applicationId });
  for (const [sheet, page] of [
    [kept, 4],
    [kept, null],
    [fallen, 9],
  ] as const) {
    await database.repo(EvidencePin).insert({
      id: newId(),
      sheetId: sheet!.id,
      indicator: 'G11',
      documentId,
      page,
      pinnedAt: clock.now(),
    });
  }
  await database.repo(ScoreSheet).update(fallen!.id, { state: 'Voided' });
}

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
  await pinPages();
  const { applicationId } = award.entries[2]!;
  const snapshot = { merchant: { name: '丙店' }, shops: [], returns: [] } as never;
  await award.app.database.repo(Application).update(applicationId, { snapshot });
  const visitor = await signedIn(award.app, agents.third!);
  await visitor.get(`/my/applications/${applicationId}/letter`);
  const letter = visitor.page.querySelector('.sheet-body')!.text.replaceAll(/\s+/g, ' ');
  expect(letter).toMatch(/您的材料中，打分所依据的部分 G11 .+ 证明 证明第4页 如对结果有疑问/);
});
