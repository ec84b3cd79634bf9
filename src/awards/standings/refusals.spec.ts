import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, also } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { Application } from '../../applications/application.entity.js';
import { Figure } from '../../applications/figure.entity.js';
import { newId } from '../../database/new-id.js';
import { Seat } from '../../judging/panel/seat.entity.js';
import { ProposeRemoval, seatPlace } from '../../judging/removals/propose-removal.js';
import { ScoreSheet } from '../../judging/sheets/score-sheet.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { ProgrammeState } from '../../rules/lifecycle/programme-states.js';
import { ComputeStandings } from './compute-standings.js';
import { ConfirmStandings } from './confirm-standings.js';
import { Journal } from '../../journal/journal.js';
import type { Actor } from '../../web/actor.js';

let award: AwardSteps;
let lockId: string;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());

const app = () => award.app;
const setState = (state: ProgrammeState) =>
  award.app.database.repo(Programme).update(award.id, { state });
const setSheets = (change: Partial<ScoreSheet>, seats = 5) =>
  award.app.database
    .repo(ScoreSheet)
    .createQueryBuilder()
    .update()
    .set(change)
    .where('application_id = :id AND position < :seats', {
      id: award.entries[0]!.applicationId,
      seats,
    })
    .execute();
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
const changedRules = (
  { accountId: actorId }: Actor,
  programmeId: string,
  event = 'ruleVersion.add',
) =>
  award.app.app.get(Journal).record({
    actorId,
    actorRole: 'CityRegistrar',
    event,
    subjectType: 'ruleVersion',
    subjectId: newId(),
    programmeId,
  });

describe('a computation', () => {
  refusalTable(app, [
    [
      'by somebody who is no tabulator',
      () => () => award.compute(award.people.registrar),
      missingIn('acting-role'),
    ],
    [
      'of a category nobody has',
      () => () =>
        award.app.app
          .get(ComputeStandings)
          .run(award.people.first, { categoryId: newId(), spreadNote: null }),
      missingIn('lock-standings'),
    ],
    [
      'by a tabulator who also publishes',
      () => () => award.compute(also(award.people.first, 'Publisher')),
      { code: 'forbiddenPair.tabulatorPublisher' },
    ],
    [
      'by a tabulator who changed the rules of another programme only, before the scoring has ended',
      async () => {
        await changedRules(award.people.first, newId());
        await setState('Defence');
        return () => award.compute();
      },
      { code: 'awards.lock.notYet', kind: 'conflict' },
    ],
    ...(['ruleVersion.add', 'ruleVersion.edit'] as const).map(
      (event) =>
        [
          `by the author of a rule change (${event})`,
          async () => {
            await changedRules(award.people.first, award.id, event);
            return () => award.compute();
          },
          { code: 'forbiddenPair.ruleAuthorRoundLocker' },
        ] as const,
    ),
    [
      'before the scoring has ended',
      async () => {
        await setState('Defence');
        return () => award.compute();
      },
      { code: 'awards.lock.notYet', kind: 'conflict' },
    ],
    [
      'after the list was fixed',
      async () => {
        await setState('Proposed');
        return () => award.compute();
      },
      { code: 'awards.lock.notYet', kind: 'conflict' },
    ],
    [
      'without applications',
      async () => {
        await award.app.database
          .repo(Application)
          .update({ programmeId: award.id }, { state: 'Withdrawn' });
        return () => award.compute();
      },
      { code: 'awards.lock.empty' },
    ],
    [
      'while somebody asks for a sheet to fall',
      async () => {
        const [sheet] = await award.app.database.repo(ScoreSheet).find({ take: 1 });
        const seat = await award.app.database.repo(Seat).findOneByOrFail({ id: sheet!.seatId });
        await award.app.database.transaction(() =>
          award.app.app.get(ProposeRemoval).run(award.people.registrar, {
            role: 'CityRegistrar',
            of: seatPlace(seat),
            applicationId: sheet!.applicationId,
            ground: '1',
            reason: '发现未申报的利害关系',
            promote: false,
            nextSeatId: null,
          }),
        );
        return () => award.compute();
      },
      { code: 'awards.lock.removalOpen', variables: { count: 1 } },
    ],
    [
      'while sheets are not signed',
      async () => {
        await setSheets({ state: 'Open' }, 1);
        return () => award.compute();
      },
      { code: 'awards.lock.unsigned', variables: { count: 2 } },
    ],
    [
      'over judges who differ, without a note',
      async () => {
        await disagree();
        return () => award.compute();
      },
      {
        code: 'awards.lock.spread',
        field: 'spreadNote',
        variables: { receipts: '2026-G-0001' },
      },
    ],
  ]);
});

describe('a confirmation', () => {
  beforeAll(async () => {
    lockId = await award.compute();
  });
  refusalTable(app, [
    [
      'by somebody who is no tabulator',
      () => () => award.confirm(lockId, award.people.supervisor),
      missingIn('acting-role'),
    ],
    [
      'of standings nobody computed',
      () => () =>
        award.app.app.get(ConfirmStandings).run(award.people.second, { lockId: newId(), hash: '' }),
      missingIn('lock-standings'),
    ],
    [
      'by the first person',
      () => () => award.confirm(lockId, award.people.first),
      { code: 'forbiddenPair.firstSecondPerson' },
    ],
    [
      'by the author of a rule change',
      async () => {
        await changedRules(award.people.second, award.id);
        return () => award.confirm(lockId);
      },
      { code: 'forbiddenPair.ruleAuthorRoundLocker' },
    ],
    [
      'by a tabulator who also publishes',
      () => () => award.confirm(lockId, also(award.people.second, 'Publisher')),
      { code: 'forbiddenPair.tabulatorPublisher' },
    ],
    [
      'of another hash',
      () => () => award.confirm(lockId, award.people.second, 'f'.repeat(64)),
      { code: 'awards.lock.otherHash', field: 'hash' },
    ],
    [
      'after a figure has changed',
      async () => {
        await changeFigure();
        return () => award.confirm(lockId);
      },
      { code: 'awards.lock.inputsChanged', kind: 'conflict' },
    ],
    [
      'of a computation that another replaced',
      async () => {
        await award.compute();
        return () => award.confirm(lockId);
      },
      { code: 'awards.lock.superseded', kind: 'conflict' },
    ],
    [
      'a second time',
      async () => {
        await award.confirm(lockId);
        return () => award.confirm(lockId);
      },
      { code: 'awards.lock.confirmedAlready', kind: 'conflict' },
    ],
  ]);
});
