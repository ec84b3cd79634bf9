import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { type Given, ReReviewSteps } from '../../../test/support/re-review-steps.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import type { ConflictAnswer } from '../../rules/rounds/conflict-grounds.js';
import { DeclareReReview } from './declare-re-review.js';
import { OpenReReviewSheet } from './open-re-review-sheet.js';

let award: AwardSteps;
let reReview: ReReviewSteps;
/** Three experts look at one indicator and one figure on screen; none has begun. */
let id: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  reReview = new ReReviewSteps(new ObjectionSteps(award, await award.toPublicity()));
  id = await reReview.appointed({ figures: ['netWan'] });
}, 120_000);
afterAll(() => award.app.stop());

const app = () => award.app;
const comments = { G11: '材料只能证明其中一部分。' };
const finding = (over: object = {}) => ({
  key: 'netWan',
  verdict: 'Reduced',
  value: '8000',
  reason: '平台后台数据为准',
  ...over,
});
const whole: Given = { scores: { G11: 200 }, comments, findings: [finding()] };
const none: ConflictAnswer = { ground: null, explanation: null };
const declareBy = async (accountId: string, number = 1) => {
  const sheet = await reReview.sheet(id, number);
  const by = acting('Judge', { accountId });
  return () => award.app.app.get(DeclareReReview).run(by, sheet.id, none);
};
const cancelled = () => award.app.database.execute("UPDATE application SET state = 'Cancelled'");
const onPaper = () => award.app.database.execute('UPDATE re_review_panel SET on_paper = 1');
const closed = { code: 'judging.sheet.closed', kind: 'conflict' } as const;

describe('an expert', () => {
  const other = async () => (await reReview.sheet(id, 2)).accountId;
  refusalTable(app, [
    [
      'who declares on the sheet of another',
      async () => declareBy(await other()),
      missingIn('hold-own-sheet'),
    ],
    [
      'who opens the sheet of another',
      async () => {
        const sheet = await reReview.sheet(id, 1);
        const by = acting('Judge', { accountId: await other() });
        return () => award.app.app.get(OpenReReviewSheet).run(by, sheet.id);
      },
      missingIn('open-re-review-sheet'),
    ],
    [
      'of an application that was cancelled',
      async () => {
        await cancelled();
        return () => reReview.declare(id, 1);
      },
      missingIn('hold-own-sheet'),
    ],
    [
      'whose sheet is on paper',
      async () => {
        await onPaper();
        return () => reReview.declare(id, 1);
      },
      missingIn('hold-own-sheet'),
    ],
    [
      'who names a relation and does not explain it',
      () => () => reReview.declare(id, 1, { ground: '7', explanation: '' }),
      { code: 'judging.declaration.explain', field: 'explanation' },
    ],
    [
      'who explains a relation with blanks',
      () => () => reReview.declare(id, 1, { ground: '7', explanation: '    ' }),
      { code: 'lifecycle.refused.guard', variables: { rule: 'S05', guard: 'reasonGiven' } },
    ],
    [
      'who scores before declaring',
      () => () => reReview.save(id, 1, whole),
      { code: 'judging.reReview.declareFirst' },
    ],
    [
      'who signs before declaring',
      () => () => reReview.sign(id, 1),
      { code: 'judging.reReview.declareFirst' },
    ],
    [
      'who has stepped back and scores',
      async () => {
        await reReview.declare(id, 1, { ground: '1', explanation: '现为其顾问。' });
        return () => reReview.save(id, 1, whole);
      },
      missingIn('hold-own-sheet'),
    ],
  ]);
});

describe('a draft', () => {
  const draft = (given: Given, version?: number) => async () => {
    await reReview.declare(id, 1);
    return () => reReview.save(id, 1, given, version);
  };
  refusalTable(app, [
    ['that was saved elsewhere meanwhile', draft(whole, 9), staleIn('save-re-review-sheet')],
    [
      'off the scale',
      draft({ scores: { G11: 850 } }),
      { code: 'scoring.score.outOfRange', field: 'score-G11' },
    ],
    [
      'with another value and no reason',
      draft({ findings: [finding({ reason: '' })] }),
      { code: 'review.verdict.reason', field: 'reason.netWan' },
    ],
    [
      'with another value that is the one filed',
      draft({ findings: [finding({ value: '9000' })] }),
      { code: 'review.verdict.sameValue', field: 'value.netWan' },
    ],
    [
      'of a sheet that is signed',
      async () => {
        await reReview.give(id, 1, whole);
        return () => reReview.save(id, 1, whole);
      },
      closed,
    ],
  ]);
});

describe('a signature', () => {
  const sign = (given: Given, version?: number) => async () => {
    await reReview.declare(id, 1);
    await reReview.save(id, 1, given);
    return () => reReview.sign(id, 1, version);
  };
  refusalTable(app, [
    [
      'on another version than was shown',
      sign(whole, 1),
      { code: 'judging.sign.changed', kind: 'conflict' },
    ],
    [
      'without a score',
      sign({ findings: [finding()] }),
      { code: 'judging.sheet.scoreMissing', field: 'score-G11', variables: { indicator: 'G11' } },
    ],
    [
      'without a finding',
      sign({ scores: { G11: 200 }, comments }),
      { code: 'judging.reReview.findingMissing', field: 'verdict.netWan' },
    ],
    [
      'without the comment that an extreme needs',
      sign({ scores: { G11: 0 }, findings: [finding()] }),
      { code: 'scoring.score.commentRequired', field: 'score-G11' },
    ],
    [
      'given twice',
      async () => {
        await reReview.give(id, 1, whole);
        return () => reReview.sign(id, 1);
      },
      closed,
    ],
  ]);
});

describe('a keying', () => {
  const key = (by = award.people.first, given = whole) => reReview.key(id, 1, by, given);
  refusalTable(app, [
    [
      'by the registrar',
      async () => {
        await onPaper();
        return () => key(award.people.registrar);
      },
      missingIn('acting-role'),
    ],
    [
      'by a tabulator of another programme',
      async () => {
        await onPaper();
        return () => key(acting('Tabulator', { programmeId: newId() }));
      },
      missingIn('acting-role'),
    ],
    ['of a sheet that its expert fills in', () => () => key(), missingIn('key-re-review-sheet')],
    [
      'of an application that was cancelled',
      async () => {
        await onPaper();
        await cancelled();
        return () => key();
      },
      missingIn('key-re-review-sheet'),
    ],
    [
      'of half a sheet',
      async () => {
        await onPaper();
        return () => key(award.people.first, { scores: { G11: 200 }, comments });
      },
      { code: 'judging.reReview.findingMissing', field: 'verdict.netWan' },
    ],
    [
      'of a sheet that two people have keyed alike',
      async () => {
        await onPaper();
        await key(award.people.first);
        await key(award.people.second);
        return () => key(award.people.first);
      },
      missingIn('key-re-review-sheet'),
    ],
  ]);
});
