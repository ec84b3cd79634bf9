import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, also } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { Application } from '../../applications/application.entity.js';
import { Figure } from '../../applications/figure.entity.js';
import { newId } from '../../database/new-id.js';
import { ScoreSheet } from '../../judging/sheets/score-sheet.entity.js';
import { Category } from '../../programmes/category.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { ApplicationState } from '../../rules/lifecycle/application-states.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { Standing } from './standing.entity.js';
import { StandingLock } from './standing-lock.entity.js';
import { WitnessLock } from './witness-lock.js';

let award: AwardSteps;
let lockId: string;
beforeAll(async () => {
  award = await AwardSteps.open();
  lockId = await award.compute();
  await award.confirm(lockId);
});
afterAll(() => award.app.stop());

const app = () => award.app;
const setLock = (change: Partial<StandingLock>) =>
  award.app.database.repo(StandingLock).update(lockId, change as never);
const setState = (state: ProgrammeState) =>
  award.app.database.repo(Programme).update(award.id, { state });
/** The first judge gives nothing at all. */
const disagree = async () => {
  const sheets = await award.app.database
    .repo(ScoreSheet)
    .findBy({ applicationId: award.entries[0]!.applicationId, position: 0 });
  for (const { id, scores } of sheets) {
    const none = Object.fromEntries(Object.keys(scores).map((code) => [code, 0]));
    await award.app.database.repo(ScoreSheet).update(id, { scores: none, total: 0 });
  }
};
const changeFigure = () =>
  award.app.database
    .repo(Figure)
    .update({ applicationId: award.entries[0]!.applicationId, key: 'netWan' }, { verified: '1' });

/** An application of a second category. */
const elsewhere = async (state: ApplicationState) => {
  const { database } = award.app;
  const categoryId = newId();
  const category = await database.repo(Category).findOneByOrFail({ id: award.categoryId });
  await database
    .repo(Category)
    .insert(Object.assign(category, { id: categoryId, code: 'Y', position: 9 }));
  const own = { id: newId(), categoryId, state, receiptNumber: '2026-Y-0001' };
  const known = award.entries[2]!.applicationId;
  const application = await database.repo(Application).findOneByOrFail({ id: known });
  await database
    .repo(Application)
    .insert(Object.assign(application, own, { judgingNumber: null }) as never);
};

describe('a witness', () => {
  refusalTable(app, [
    [
      'who is not the supervisor',
      () => () => award.witness(lockId, award.people.first),
      missingIn('acting-role'),
    ],
    [
      'of standings nobody computed',
      () => () => award.app.app.get(WitnessLock).run(award.people.supervisor, { lockId: newId() }),
      missingIn('witness-lock'),
    ],
    [
      'before the second tabulator',
      async () => {
        await setLock({ secondBy: null });
        return () => award.witness(lockId);
      },
      { code: 'awards.lock.notConfirmed', kind: 'conflict' },
    ],
    [
      'of what is locked already',
      async () => {
        await award.witness(lockId);
        return () => award.witness(lockId);
      },
      { code: 'awards.lock.lockedAlready', kind: 'conflict' },
    ],
    [
      'while a category that nobody computed has an outcome',
      async () => {
        await elsewhere('NotProposed');
        return () => award.witness(lockId);
      },
      { code: 'programmes.blocked.compositeComputed', variables: { open: 1 } },
    ],
    [
      'who also judges',
      () => () => award.witness(lockId, also(award.people.supervisor, 'Judge')),
      { code: 'forbiddenPair.supervisorJudging' },
    ],
    ...(['firstBy', 'secondBy'] as const).map(
      (part) =>
        [
          `who is the ${part} of the lock`,
          async () => {
            await setLock({ [part]: award.people.supervisor.accountId });
            return () => award.witness(lockId);
          },
          { code: 'forbiddenPair.firstSecondPerson' },
        ] as const,
    ),
    [
      'of a lock whose second person is the first',
      async () => {
        await setLock({ secondBy: award.people.first.accountId });
        return () => award.witness(lockId);
      },
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'R03', guard: 'secondPersonConfirmsHash' },
      },
    ],
    [
      'after a figure has changed',
      async () => {
        await changeFigure();
        return () => award.witness(lockId);
      },
      { code: 'awards.lock.inputsChanged', kind: 'conflict' },
    ],
    [
      'after the programme has gone on',
      async () => {
        await setState('Proposed');
        return () => award.witness(lockId);
      },
      { code: 'awards.lock.notYet', kind: 'conflict' },
    ],
    [
      'of standings that lack an application',
      async () => {
        const { applicationId } = award.entries[2]!;
        await award.app.database.repo(Standing).delete({ applicationId });
        return () => award.witness(lockId);
      },
      { code: 'programmes.blocked.workingPagesProduced', variables: { open: 1 } },
    ],
    [
      'of judges who differ and whose note is gone',
      async () => {
        await disagree();
        const noted = await award.compute(award.people.first, '候补评委已不足，保留原分。');
        await award.confirm(noted);
        await award.app.database.repo(StandingLock).update(noted, { spreadNote: null });
        return () => award.witness(noted);
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'R03', guard: 'noSpreadFlagOpen' } },
    ],
  ]);
});
