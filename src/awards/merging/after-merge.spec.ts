import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { TwoRecords } from '../../../test/support/merging.js';
import { divisionPerson, merchantPerson } from '../../../test/support/people.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { TestApp } from '../../../test/support/test-app.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import { Application } from '../../applications/application.entity.js';
import { StoreDocument } from '../../documents/store-document.js';
import { ConflictFacts } from '../../judging/conflicts/conflict-facts.js';
import { Expert } from '../../judging/experts/expert.entity.js';
import { OpenSheet } from '../../judging/sheets/open-sheet.js';
import { ConfirmRelation } from '../../merchants/confirm-relation.js';
import { Merchant } from '../../merchants/merchant.entity.js';
import { RelatedMerchant } from '../../merchants/related-merchant.entity.js';
import { StateRelations } from '../../merchants/state-relations.js';
import { Round } from '../../programmes/round.entity.js';
import { ConferTitles } from '../titles/confer-titles.js';
import { Title } from '../titles/title.entity.js';
import { MergeMerchants } from './merge-merchants.js';
import { MergePlanQueries } from './merge-plan.queries.js';
import { UndoMerge } from './undo-merge.js';

const merge = async ({ app }: TestApp, mergedId: string, keptId: string) => {
  const { digest } = await app.get(MergePlanQueries).run(mergedId, keptId);
  const order = { mergedId, keptId, digest, reason: '同一营业执照', returns: {} };
  return (await app.get(MergeMerchants).run(acting('CityRegistrar'), order)).mergeId;
};

describe('the papers of a merged record', () => {
  let two: TwoRecords;
  beforeAll(async () => {
    two = await TwoRecords.open();
  });
  afterAll(() => two.app.stop());

  test('are open to whoever acts for the kept one and to its division, until the merge is undone', async () => {
    const { app, mergedId, keptId } = two;
    const { documentId } = await app.app.get(StoreDocument).run(acting('Agent'), {
      ownerType: 'merchant',
      ownerId: mergedId,
      file: uploadedFile('licenceShot', '首页.pdf', smallPdf),
    });
    await app.database
      .repo(Application)
      .update({ merchantId: mergedId }, { state: 'Submitted', divisionCode: '330803' });
    const agent = await merchantPerson(app, keptId);
    const division = await divisionPerson(app, 'DivisionReviewer', '330803');
    const seen = () =>
      Promise.all(
        [agent, division].map(async ({ visitor }) => {
          await visitor.get(`/documents/${documentId}`);
          return visitor.status;
        }),
      );
    expect(await seen()).toEqual([404, 200]);
    const mergeId = await two.merge();
    expect(await seen()).toEqual([200, 200]);
    await app.app.get(UndoMerge).run(acting('CityRegistrar'), mergeId);
    expect(await seen()).toEqual([404, 200]);
  });
});

describe('a tie that is stated by the code of a merged record', () => {
  let two: TwoRecords;
  beforeAll(async () => {
    two = await TwoRecords.open();
  });
  afterAll(() => two.app.stop());

  test('is one to the record that was kept, until the merge is undone', async () => {
    const { app, mergedId, keptId } = two;
    const rival = await makeMerchant(app);
    const mergeId = await two.merge();
    const tie = { name: '橘海', creditCode: '91330802MA2TEKT7X7', relation: 'parent' };
    const state = (merchantId: string) =>
      app.app.get(StateRelations).addMerchant(acting('Agent', { merchantId }), tie);
    await expect(state(keptId)).rejects.toMatchObject({ code: 'merchants.relations.self' });
    await state(rival);
    const relations = app.database.repo(RelatedMerchant);
    const stated = await relations.findOneByOrFail({ merchantId: rival });
    const told = await app.database.rows<{ kind: string; merchantId: string }>(
      `SELECT g.kind, d.merchant_id FROM message g JOIN duty d ON d.account_id = g.account_id
       WHERE g.kind LIKE 'relation%'`,
    );
    expect([stated.relatedId, told.length > 0]).toEqual([keptId, true]);
    const office = acting('CityRegistrar');
    await app.app.get(ConfirmRelation).run(office, rival, stated.id, true);
    const confirmed = await app.database.rows(
      `SELECT id FROM message WHERE kind = 'relationConfirmed'`,
    );
    expect(confirmed).toHaveLength(2);
    await app.app.get(UndoMerge).run(office, mergeId);
    const { relatedId } = await relations.findOneByOrFail({ id: stated.id });
    expect(relatedId).toBe(mergedId);
  });
});

describe('a list that was drawn up before the merge', () => {
  let award: AwardSteps;
  beforeAll(async () => {
    award = await AwardSteps.open();
    await award.toPublicity();
    await award.toApproval();
    await award.publish();
  });
  afterAll(() => award.app.stop());

  test('gives the title to the record that was kept, and back with its application', async () => {
    const { merchantId } = award.entries[0]!;
    const keptId = await makeMerchant(award.app);
    const mergeId = await merge(award.app, merchantId, keptId);
    const { registrar } = award.people;
    await award.app.app.get(ConferTitles).run(registrar, { programmeId: award.id });
    const titles = await award.app.database.repo(Title).find();
    const holders = titles.map((title) => title.merchantId);
    expect([holders.includes(keptId), holders.includes(merchantId)]).toEqual([true, false]);
    await award.app.app.get(UndoMerge).run(acting('CityRegistrar'), mergeId);
    const again = (await award.app.database.repo(Title).find()).map((title) => title.merchantId);
    expect([again.includes(keptId), again.includes(merchantId)]).toEqual([false, true]);
  });
});

describe('to a judge, a merged record', () => {
  let app: TestApp;
  let round: JudgedRound;
  beforeAll(async () => {
    app = await TestApp.start();
    round = await JudgedRound.declaring(app);
  }, 120_000);
  afterAll(() => app.stop());

  test('still says who the merchant is: in the hits, and in what a blind round hides', async () => {
    const [applicationId] = round.applications as [string];
    const applications = app.database.repo(Application);
    const { merchantId } = await applications.findOneByOrFail({ id: applicationId });
    const texts = { G15: '衢江老橘农商行由钱塘月创办' };
    await applications.update(applicationId, {
      answers: { texts, rows: {}, penaltySelfReport: null },
    });
    await app.database
      .repo(Merchant)
      .update(merchantId, { name: '衢江老橘农商行', headName: '钱塘月' });
    const own = await round.ownSeat(1);
    const { accountId } = round.judge(1);
    await app.database.repo(Expert).update({ accountId }, { name: '钱塘月' });
    const identity = async () => {
      const rows = await app.app.get(ConflictFacts).load(own.id, own.categoryId);
      return rows.find((row) => row.applicationId === applicationId)!;
    };
    const hits = async () => (await identity()).hits.map(({ hit }) => hit);
    const before = await hits();
    const nextId = await makeMerchant(app);
    await merge(app, merchantId, nextId);
    await merge(app, nextId, await makeMerchant(app));
    expect([await hits(), before.length > 1]).toEqual([before, true]);
    expect((await identity()).related).toContain('衢江老橘农商行');
    await app.database.repo(Expert).update({ accountId }, { name: '别人' });
    await round.everybodyDeclares();
    await round.openRound();
    await app.database.repo(Round).update({ id: round.id }, { blind: true });
    const { id } = await round.sheet(2);
    const { reading } = await app.app.get(OpenSheet).run(round.judge(2), id);
    const shown = JSON.stringify(reading.evidence);
    expect(shown).toContain('创办');
    expect(shown).not.toMatch(/衢江老橘农商行|钱塘月/);
  });
});
