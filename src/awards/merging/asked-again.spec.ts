import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import { missingIn } from '../../../test/support/refusals.js';
import { signedIn } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Application } from '../../applications/application.entity.js';
import { MergeMerchants } from './merge-merchants.js';
import { MergePlanQueries } from './merge-plan.queries.js';
import { Message } from '../../notifications/message.entity.js';
import type { ConflictAnswer } from '../../rules/rounds/conflict-grounds.js';
import { Expert } from '../../judging/experts/expert.entity.js';
import { Seat } from '../../judging/panel/seat.entity.js';
import { ScoreSheet } from '../../judging/sheets/score-sheet.entity.js';
import { JudgingQueries } from '../../judging/sheets/judging.queries.js';
import { AnswerAgain } from '../../judging/conflicts/answer-again.js';
import { DeclarationDraft } from '../../judging/conflicts/declaration-draft.entity.js';
import { ConflictDeclaration } from '../../judging/conflicts/conflict-declaration.entity.js';
import { ConflictFacts } from '../../judging/conflicts/conflict-facts.js';
import { DecideConflict } from '../../judging/conflicts/decide-conflict.js';

let app: TestApp;
let round: JudgedRound;
let applicationId: string;
let otherId: string;
let merchantId: string;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
  [applicationId, otherId] = round.applications as [string, string];
  ({ merchantId } = await app.database.repo(Application).findOneByOrFail({ id: applicationId }));
  await app.database
    .repo(Expert)
    .update({ accountId: round.judge(2).accountId }, { name: '钱塘月' });
}, 120_000);
afterAll(() => app.stop());

/** A second record of the applicant, whose head bears the name of the judge on seat 2. */
const merge = async () => {
  const mergedId = await makeMerchant(app, { headName: '钱塘月', name: '橘海旧登记' });
  const { digest } = await app.app.get(MergePlanQueries).run(mergedId, merchantId);
  const order = { mergedId, keptId: merchantId, digest, reason: '同一营业执照', returns: {} };
  await app.app.get(MergeMerchants).run(acting('CityRegistrar'), order);
};
const declaration = async (of = applicationId, seat = 2) => {
  const { id: seatId } = await round.ownSeat(seat);
  const declarations = app.database.repo(ConflictDeclaration);
  return declarations.findOneByOrFail({ seatId, applicationId: of });
};
const answer = async (given: ConflictAnswer, by = round.judge(2)) => {
  const own = await round.ownSeat(2);
  const identities = await app.app.get(ConflictFacts).load(own.id, own.categoryId);
  await app.app.get(AnswerAgain).run(by, own, identities, new Map([[applicationId, given]]));
};
const none = { ground: null, explanation: '同名，不是同一人' } as const;
const hard = { ground: '1', explanation: '本人担任法定代表人' } as const;
const notAsked = { code: 'judging.declaration.signed', kind: 'conflict' } as const;
const shown = async (seat = 2) => {
  const { accountId } = round.judge(seat);
  const sheets = await app.app.get(JudgingQueries).ownSheets(accountId, 'all');
  return sheets.length;
};

describe('a judge of whom a merge finds a tie', () => {
  fromSavedState(() => app);

  test('is asked about this one applicant again, and sees nothing of it until it is settled', async () => {
    expect(await shown()).toBe(2);
    await merge();
    const { state, hits } = await declaration();
    expect([state, hits]).toEqual(['askedAgain', []]);
    expect([
      (await declaration(otherId)).state,
      (await declaration(applicationId, 1)).state,
    ]).toEqual(['none', 'none']);
    expect([await shown(), await shown(1)]).toEqual([1, 2]);
    const visitor = await signedIn(app, round.judge(2).accountId);
    await visitor.get('/judging');
    expect(visitor.text).toContain('请再次申报');
    const [{ path } = { path: '' }] = await app.database
      .repo(Message)
      .findBy({ kind: 'judgingAskedAgain', accountId: round.judge(2).accountId });
    await visitor.get(path);
    const fields = visitor.page.querySelectorAll('[name^=ground-][value=none]');
    expect(fields).toHaveLength(1);
    const name = fields[0]!.getAttribute('name')!;
    await visitor.submit(path, { [name]: 'none' });
    expect(visitor.status).toBe(422);
    await visitor.get(path);
    await visitor.submit(path, { [name]: 'none', act: 'save' });
    await visitor.get(path);
    expect(visitor.page.querySelectorAll('[name^=ground-][checked]')).toHaveLength(1);
    const drafts = app.database.repo(DeclarationDraft);
    expect(await drafts.count()).toBe(1);
    await visitor.submit(path, {
      [name]: 'none',
      [name.replace('ground', 'explanation')]: none.explanation,
    });
    expect(visitor.path).toBe('/judging');
    expect(await drafts.count()).toBe(0);
    const { id, state: waiting } = await declaration();
    expect([waiting, await shown()]).toEqual(['awaitingOffice', 1]);
    await visitor.get(path);
    expect(visitor.status).toBe(404);
    const decision = { decision: 'cleared', reason: '已核对身份证' } as const;
    await app.app.get(DecideConflict).run(round.registrar, id, decision);
    expect(await shown()).toBe(2);
    expect((await round.sheet(2)).state).toBe('Open');
  });

  test('loses the sheet with a hard ground, or by the decision of the office', async () => {
    await merge();
    await answer(hard);
    expect([(await declaration()).state, (await round.sheet(2)).state]).toEqual([
      'hardBar',
      'Voided',
    ]);
  });

  test('loses it where the office decides so', async () => {
    await merge();
    await answer(none);
    const decision = { decision: 'recused', reason: '确为本人' } as const;
    await app.app.get(DecideConflict).run(round.registrar, (await declaration()).id, decision);
    expect((await round.sheet(2)).state).toBe('Voided');
  });

  test('is not asked while nothing new is known, nor who is kept from it already', async () => {
    await merge();
    await answer(none);
    await merge();
    expect((await declaration()).state).toBe('awaitingOffice');
    const barred = { state: 'hardBar', hits: [] } as const;
    await app.database
      .repo(ConflictDeclaration)
      .update({ id: (await declaration()).id }, barred as never);
    await merge();
    expect((await declaration()).state).toBe('hardBar');
  });
});

describe('an answer that was asked for again', () => {
  refusalTable(
    () => app,
    [
      ['before anything is asked', () => () => answer(none), notAsked],
      [
        'without a word on the applicant',
        async () => {
          await merge();
          const own = await round.ownSeat(2);
          return () => app.app.get(AnswerAgain).run(round.judge(2), own, [], new Map());
        },
        { code: 'judging.declaration.incomplete' },
      ],
      [
        'of somebody else',
        () => merge().then(() => () => answer(none, round.judge(1))),
        missingIn('answer-again'),
      ],
      [
        'of a seat that was vacated',
        async () => {
          await merge();
          const own = await round.ownSeat(2);
          await app.database.repo(Seat).update({ id: own.id }, { vacatedAt: app.clock.now() });
          return () => app.app.get(AnswerAgain).run(round.judge(2), own, [], new Map());
        },
        { code: 'judging.declaration.vacated', kind: 'conflict' },
      ],
    ],
  );
});

const entry = (actorRole: string, details: object) => ({
  actorRole,
  subjectType: 'application',
  details: expect.objectContaining(details) as never,
});
const mergeEntry = {
  event: 'merchant.merge',
  actorRole: 'CityRegistrar',
  subjectType: 'merchant',
  details: expect.anything() as never,
};
const toldOffice = { message: 'conflictAskedAgain', to: 'CityRegistrar' };

describe('asking again', () => {
  recordTable(
    () => app,
    [
      [
        'what came up, and tells judge and office',
        () => merge,
        {
          events: [
            mergeEntry,
            { event: 'conflict.askAgain', ...entry('CityRegistrar', { ground: null }) },
          ],
          messages: [toldOffice, { message: 'judgingAskedAgain', to: 'Judge' }],
          said: [{ asked: 1, signed: 0 }, { count: 1 }],
        },
      ],
      [
        'of a signed sheet only that it has to be looked at',
        async () => {
          const { id } = await round.sheet(2);
          await app.database.repo(ScoreSheet).update({ id }, { state: 'Signed' });
          return merge;
        },
        {
          events: [mergeEntry],
          messages: [toldOffice],
          said: [{ asked: 0, signed: 1 }],
        },
      ],
      [
        'an answer that waits for the office',
        () => merge().then(() => () => answer(none)),
        {
          events: [
            {
              event: 'conflict.answerAgain',
              ...entry('Judge', { ground: null, state: 'awaitingOffice' }),
            },
          ],
          messages: [{ message: 'conflictDeclared', to: 'CityRegistrar' }],
        },
      ],
      [
        'an answer that bars, and the sheet that falls',
        () => merge().then(() => () => answer(hard)),
        {
          events: [
            { event: 'conflict.answerAgain', ...entry('Judge', { ground: '1', state: 'hardBar' }) },
            {
              event: 'scoreSheet.void',
              actorRole: 'Judge',
              subjectType: 'scoreSheet',
              details: expect.anything(),
            },
          ],
          messages: [{ message: 'conflictAnsweredAgain', to: 'CityRegistrar' }],
        },
      ],
    ],
  );
});
