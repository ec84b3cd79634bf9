import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { fromSavedState, refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { TestApp } from '../../../test/support/test-app.js';
import { AnswerAgain } from './answer-again.js';
import { ConflictFacts, type Identity } from './conflict-facts.js';
import { DeclareConflicts } from './declare-conflicts.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 2);
}, 120_000);
afterAll(() => app.stop());

const none = { ground: null, explanation: null } as const;
async function own() {
  const row = await round.ownSeat(1);
  const identities = await app.app.get(ConflictFacts).load(row.id, row.categoryId);
  const answers = new Map(identities.map(({ applicationId }) => [applicationId, none]));
  return { row, identities, answers };
}

/** The list with what a merge adds to its first applicant. */
function withHit([first, ...others]: readonly Identity[]): Identity[] {
  const hit = {
    hit: 'H1',
    kind: 'Hard',
    compared: 'organisation',
    value: '衢州某商行',
    messageKey: 'conflict.hit.H1',
  } as const;
  return [{ ...first!, hits: [...first!.hits, hit] }, ...others];
}
const changed = { code: 'judging.declaration.incomplete', from: 'refuse-unshown' } as const;

describe('answers to a list that changed before the rounds were held', () => {
  refusalTable(
    () => app,
    [
      [
        'without an applicant who came to it',
        async () => {
          const { row, identities, answers } = await own();
          const shown = identities.slice(1);
          return () => app.app.get(DeclareConflicts).run(round.judge(1), row, shown, answers);
        },
        changed,
      ],
      [
        'about an applicant of whom more is known',
        async () => {
          const { row, identities, answers } = await own();
          const now = withHit(identities);
          jest.spyOn(app.app.get(ConflictFacts), 'load').mockResolvedValueOnce(now);
          return () => app.app.get(DeclareConflicts).run(round.judge(1), row, identities, answers);
        },
        changed,
      ],
      [
        'given once more, while more is known again',
        async () => {
          await round.declare(1);
          await app.database.execute("UPDATE conflict_declaration SET state = 'askedAgain'", []);
          const { row, identities, answers } = await own();
          const now = withHit(identities);
          jest.spyOn(app.app.get(ConflictFacts), 'load').mockResolvedValueOnce(now);
          return () => app.app.get(AnswerAgain).run(round.judge(1), row, identities, answers);
        },
        changed,
      ],
    ],
  );
});

describe('the page of such a list', () => {
  fromSavedState(() => app);

  test('comes back with what was typed, and signs when it is sent again', async () => {
    const { visitor, seatId } = round.judges[0]!;
    const place = `/judging/seats/${seatId}/declaration`;
    const { identities } = await own();
    await visitor.get(place);
    const names = identities.map(({ token }) => `ground-${token}`);
    const typed = Object.fromEntries(names.map((name) => [name, 'none']));
    jest
      .spyOn(app.app.get(ConflictFacts), 'load')
      .mockResolvedValueOnce(identities)
      .mockResolvedValueOnce(withHit(identities));
    await visitor.submit(place, { ...typed, act: 'sign' });
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['名单或者比对提示有变化。已填写的内容都还在，请核对后再签署。'],
    ]);
    const kept = visitor.page.querySelectorAll('[name^=ground-][checked]');
    expect(new Set(kept.map((field) => field.getAttribute('name')))).toEqual(new Set(names));
    await visitor.submit(place, { act: 'sign' });
    expect(visitor.path).toBe('/judging');
  });
});
