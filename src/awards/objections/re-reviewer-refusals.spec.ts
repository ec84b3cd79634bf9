import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { type Act, missingIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { ExcuseReReviewer } from './excuse-re-reviewer.js';
import { ReplaceReReviewer } from './replace-re-reviewer.js';

let award: AwardSteps;
let objections: ObjectionSteps;
let reReview: ReReviewSteps;
/** Partly upheld, the experts named and not yet asked. */
let id: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
  reReview = new ReReviewSteps(objections);
  id = await reReview.decided();
}, 120_000);
afterAll(() => award.app.stop());

const app = () => award.app;
const over = { code: 'awards.reReview.over', kind: 'conflict' } as const;
const cancelled = () => award.app.database.execute("UPDATE application SET state = 'Cancelled'");

describe('another expert in place of one', () => {
  const relation = { ground: '7', explanation: '曾为其授课，有师生往来。' } as const;
  const replace = (expertId: string, objectionId = id, by = award.people.registrar) =>
    award.app.app.get(ReplaceReReviewer).run(by, { objectionId, expertId });
  const steppedBack = async () => {
    await reReview.appoint(id);
    await reReview.declare(id, 2, relation);
    const [expert] = await objections.experts(1);
    return expert!;
  };
  refusalTable(app, [
    [
      'by the approver',
      async () => {
        const expert = await steppedBack();
        return () => replace(expert, id, award.people.approver);
      },
      missingIn('acting-role'),
    ],
    ['before anybody was asked', () => () => replace(newId()), missingIn('replace-re-reviewer')],
    [
      'who did not step back',
      async () => {
        await reReview.appoint(id);
        const [expert] = await objections.experts(1);
        return () => replace(expert!);
      },
      { code: 'awards.reReview.nobodyGone', kind: 'conflict' },
    ],
    [
      'who stepped back from this very re-review',
      async () => {
        await steppedBack();
        const { expertId } = await reReview.sheet(id, 2);
        return () => replace(expertId);
      },
      { code: 'forms.choose', field: 'expertId' },
    ],
    [
      'after the application was cancelled',
      async () => {
        const expert = await steppedBack();
        await cancelled();
        return () => replace(expert);
      },
      over,
    ],
  ]);
});

describe('an excuse', () => {
  const excuse = async (number = 1, by = award.people.registrar, sheetId?: string) => {
    const sheet = sheetId ?? (await reReview.sheet(id, number)).id;
    const given = { objectionId: id, sheetId: sheet, reason: '因病不能完成复核' };
    return () => award.app.app.get(ExcuseReReviewer).run(by, given);
  };
  const asked = (then: () => Promise<Act>) => async () => {
    await reReview.appoint(id);
    return then();
  };
  refusalTable(app, [
    ['by the approver', asked(() => excuse(1, award.people.approver)), missingIn('acting-role')],
    [
      'before anybody was asked',
      () => excuse(1, award.people.registrar, newId()),
      missingIn('excuse-re-reviewer'),
    ],
    [
      'of somebody else',
      asked(() => excuse(1, award.people.registrar, newId())),
      { code: 'forms.choose', field: 'sheetId' },
    ],
    [
      'of who has signed',
      asked(async () => {
        await reReview.points(id, 'G11', [100]);
        return excuse();
      }),
      { code: 'judging.sheet.closed', kind: 'conflict' },
    ],
    [
      'after the application was cancelled',
      asked(async () => {
        await cancelled();
        return excuse();
      }),
      over,
    ],
  ]);
});
