import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { fromSavedState, recordTable } from '../../../test/support/case-tables.js';
import { halfPoints } from '../../../test/support/judged-round.js';
import { PaperSteps, otherPoints } from '../../../test/support/paper-steps.js';
import { TestApp } from '../../../test/support/test-app.js';
import { VerifyJournal } from '../../journal/verify-journal.js';
import { ProgrammeGuards } from '../../programmes/programme-guards.js';

let app: TestApp;
let paper: PaperSteps;
beforeAll(async () => {
  app = await TestApp.start();
  paper = await PaperSteps.open(app);
}, 120_000);
afterAll(() => app.stop());

const first = () => paper.as(paper.first);
const second = () => paper.as(paper.second);
const sum = (scores: object) =>
  Object.values(scores).reduce((all: number, one) => all + Number(one), 0);
const onSheet = { subjectType: 'scoreSheet', actorRole: 'Tabulator' } as const;
const typed = (keyings: number) => ({
  event: 'scoreSheet.typePaper',
  ...onSheet,
  details: { seat: 1, keyings },
});
const stored = {
  event: 'document.store',
  actorRole: 'Tabulator',
  subjectType: 'document',
  details: { ownerType: 'scoreSheet', ownerId: '<id>', hash: '<hash>', size: expect.any(Number) },
};
const entered = (scores: object) => ({
  seat: 1,
  keyedBy: ['<id>', '<id>'],
  scores,
  total: sum(scores),
  comments: '<hash>',
  dissent: null,
});
const toJudge = { message: 'judgingPaperEntered', to: 'Judge' };

describe('a sheet on paper', () => {
  recordTable(
    () => app,
    [
      [
        'the handing out, of which the judge is told',
        () => () => paper.issue(),
        {
          events: [
            {
              event: 'round.issuePaper',
              actorRole: 'Tabulator',
              subjectType: 'round',
              details: { seat: 1, count: 2 },
            },
          ],
          messages: [{ message: 'judgingPaperIssued', to: 'Judge' }],
          whom: () => [paper.round.judge(1).accountId],
        },
      ],
      [
        'the first keying with the picture, and no point of it',
        () => () => paper.key(first()),
        { events: [stored, typed(1)], messages: [] },
      ],
      [
        'the second that agrees: the sheet is signed, and its judge looks at it',
        async () => {
          await paper.key(first());
          return () => paper.key(second());
        },
        {
          events: [typed(2), { event: 'scoreSheet.key', ...onSheet, details: entered(halfPoints) }],
          messages: [toJudge],
          whom: () => [paper.round.judge(1).accountId],
          guard: 'twoKeyingsAgree',
        },
      ],
      [
        'the second that differs, which both are told and nobody else',
        async () => {
          await paper.key(first());
          return () => paper.key(second(), { scores: otherPoints });
        },
        {
          events: [typed(2)],
          messages: [1, 2].map(() => ({ message: 'judgingPaperApart', to: 'Tabulator' })),
        },
      ],
      [
        'the decision of a third, with the fields that differed',
        async () => {
          await paper.apart();
          return () => paper.settle(acting('Approver', paper.third));
        },
        {
          events: [
            {
              event: 'scoreSheet.comparePaper',
              actorRole: 'Approver',
              subjectType: 'scoreSheet',
              details: { seat: 1, fields: ['G11'], note: '<hash>' },
            },
            {
              event: 'scoreSheet.settle',
              actorRole: 'Approver',
              subjectType: 'scoreSheet',
              details: entered(otherPoints),
            },
          ],
          messages: [toJudge],
          guard: 'thirdPersonReads',
        },
      ],
      [
        'a paper that is taken back, of which judge and clerk are told',
        async () => {
          await paper.key(first());
          return () => paper.withdraw();
        },
        {
          events: [
            {
              event: 'scoreSheet.withdrawPaper',
              actorRole: 'CityRegistrar',
              subjectType: 'scoreSheet',
              details: { seat: 1, keyings: 1, reason: '<hash>' },
            },
          ],
          messages: [
            { message: 'judgingPaperWithdrawn', to: 'Judge' },
            { message: 'judgingPaperWithdrawn', to: 'Tabulator' },
          ],
        },
      ],
    ],
  );
});

describe('what comes of it', () => {
  fromSavedState(() => app);
  const open = async () => {
    const found = await app.app.get(ProgrammeGuards).findings(paper.round.programme.id);
    return found.paperAndScreenReconciled;
  };

  test('paper and screen are reconciled when each paper is keyed alike or taken back', async () => {
    expect(await open()).toEqual({ met: true, open: 0 });
    await paper.issue();
    await paper.keyed();
    expect(await open()).toEqual({ met: false, open: 1 });
    await paper.round.scoreAndSign(1);
    expect(await open()).toEqual({ met: false, open: 1 });
  });

  test('a paper taken back frees the device, and may be given out and keyed anew', async () => {
    await paper.key(first());
    await paper.withdraw();
    expect((await paper.round.sheet(1)).paperSince).toBeNull();
    await paper.round.save(await paper.round.sheet(1));
    await paper.issue();
    expect(await paper.key(first())).toBe('waiting');
    expect(await paper.key(second())).toBe('agreed');
  });

  test('the sheet says what was keyed, in the words of the first where it has some, and the journal holds', async () => {
    await paper.key(first(), { dissent: '对第三项有保留' });
    await paper.key(second(), { dissent: '对第三项有保留。', comments: { G11: '第二人的话' } });
    const sheet = await paper.round.sheet(1);
    expect(sheet).toMatchObject({
      state: 'Signed',
      scores: halfPoints,
      total: sum(halfPoints),
      dissent: '对第三项有保留',
      comments: { G11: '第二人的话' },
    });
    expect(await app.app.get(VerifyJournal).run()).toMatchObject({ ok: true });
  });
});
