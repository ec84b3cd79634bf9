import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { link } from '../../../test/support/evidence.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { signedIn } from '../../../test/support/people.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { smallPdf } from '../../../test/support/small-files.js';
import { uploadedFile } from '../../../test/support/uploaded-file.js';
import type { Visitor } from '../../../test/support/visitor.js';
import { Application } from '../../applications/application.entity.js';
import { StoreDocument } from '../../documents/store-document.js';
import { newId } from '../../database/new-id.js';
import { EvidencePin } from '../sheets/pins/evidence-pin.entity.js';
import { ScoreSheet } from '../sheets/score-sheet.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { Expert } from '../experts/expert.entity.js';

const text = '乙店为十二名残疾人提供客服岗位。';

let award: AwardSteps;
let reReview: ReReviewSteps;
let id: string;
let first: Visitor;
let second: Visitor;
let files: Record<string, string>;
beforeAll(async () => {
  award = await AwardSteps.open();
  const { app } = award;
  reReview = new ReReviewSteps(new ObjectionSteps(award, await award.toPublicity()));
  id = await reReview.appointed({ figures: ['insuredYearEnd'] });
  first = await signedIn(app, (await reReview.sheet(id, 1)).accountId);
  second = await signedIn(app, (await reReview.sheet(id, 2)).accountId);
  const { applicationId, merchantId } = award.entries[1]!;
  await app.database.repo(Application).update(applicationId, {
    judgingNumber: '17',
    answers: { texts: { G11: text }, rows: {}, penaltySelfReport: null },
  });
  files = {};
  for (const [name, indicator] of Object.entries({ asked: 'G11', figure: 'G10', other: 'G13' })) {
    const file = uploadedFile('file', `${name}.pdf`, smallPdf);
    const given = { ownerType: 'application', ownerId: applicationId, file } as const;
    const agent = acting('Agent', { merchantId });
    files[name] = (await app.app.get(StoreDocument).run(agent, given)).documentId;
    await link(app, applicationId, files[name], indicator);
  }
}, 120_000);
afterAll(() => award.app.stop());

const seen = async (visitor: Visitor) => {
  const statuses: Record<string, number> = {};
  for (const [name, document] of Object.entries(files)) {
    statuses[name] = (await visitor.get(`/documents/${document}`)).status;
  }
  return statuses;
};
const none = { asked: 404, figure: 404, other: 404 };
const sheetPath = async (number: number) =>
  `/judging/re-reviews/${(await reReview.sheet(id, number)).id}`;

describe('an expert of a re-review', () => {
  fromSavedState(() => award.app);

  test('reads nothing of the file before the declaration, then what the sheet asks for', async () => {
    await first.get(await sheetPath(1));
    expect(first.text).not.toContain(text);
    expect(await seen(first)).toEqual(none);
    await reReview.declare(id, 1);
    await first.get(await sheetPath(1));
    expect(first.text).toContain(text);
    expect(await seen(first)).toEqual({ ...none, asked: 200, figure: 200 });
    expect(await seen(second)).toEqual(none);
  });

  test('reads on which pages the first scores rest, where it reads the file, and not whose they are', async () => {
    const { database } = award.app;
    const { applicationId } = award.entries[1]!;
    const sheets = await database.repo(ScoreSheet).findBy({ applicationId });
    for (const [name, indicator, page] of [
      ['asked', 'G11', 2],
      ['asked', 'G11', 2],
      ['other', 'G13', 7],
    ] as const) {
      await database.repo(EvidencePin).insert({
        id: newId(),
        sheetId: sheets.pop()!.id,
        indicator,
        documentId: files[name]!,
        page,
        pinnedAt: award.app.clock.now(),
      });
    }
    await first.get(await sheetPath(1));
    expect(first.text).not.toContain('首次评审打分所依据的');
    await reReview.declare(id, 1);
    await first.get(await sheetPath(1));
    const marks = first.page
      .querySelectorAll('.score-evidence .caption')
      .map(({ text: words }) => words.trim())
      .filter((words) => words.includes('所依据'));
    expect(marks).toEqual(['首次评审打分所依据的：证明第2页']);
  });

  test('reads nothing after stepping back, nor once the application has left the review', async () => {
    await reReview.declare(id, 1);
    const path = await sheetPath(1);
    await award.app.database.execute("UPDATE application SET state = 'ScoreLocked'");
    expect(await seen(first)).toEqual(none);
    expect((await first.get(path)).status).toBe(404);
    await award.app.database.execute("UPDATE application SET state = 'InReview'");
    expect((await first.get(path)).status).toBe(200);
    await reReview.declare(id, 1, { ground: '7', explanation: '曾为其授课，有师生往来。' });
    expect(await seen(first)).toEqual(none);
    expect((await first.get(path)).status).toBe(404);
    expect((await first.get('/judging')).html).not.toContain('/judging/re-reviews/');
  });

  test('does not open the sheet of another, nor does a judge of the panel', async () => {
    await reReview.declare(id, 1);
    expect((await second.get(await sheetPath(1))).status).toBe(404);
    const [seat] = await award.app.database.repo(Seat).find({ take: 1 });
    const { accountId } = await award.app.database
      .repo(Expert)
      .findOneByOrFail({ id: seat!.expertId });
    const judge = await signedIn(award.app, accountId);
    expect((await judge.get(await sheetPath(1))).status).toBe(404);
    expect(await seen(judge)).toMatchObject({ figure: 404 });
  });

  test('reads no name where a round of the category was blind', async () => {
    await reReview.declare(id, 1);
    const { name } = award.entries[1]!;
    await first.get(await sheetPath(1));
    expect(first.text).toContain(name);
    await award.app.database.execute("UPDATE round SET blind = 1 WHERE kind = 'material'");
    await first.get(await sheetPath(1));
    expect(first.status).toBe(200);
    expect(first.html).not.toContain(name);
  });
});
