import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { missingIn } from '../../../test/support/refusals.js';
import { confirmRemovals } from '../../../test/support/removals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import type { Actor } from '../../web/actor.js';
import { DeclareLateConflict } from '../conflicts/declare-late-conflict.js';
import { ReplaceSeat } from '../panel/replace-seat.js';
import { DecideRemoval } from './decide-removal.js';
import { ProposeVoiding } from './propose-voiding.js';
import { Removal } from './removal.entity.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.open(app);
}, 120_000);
afterAll(() => app.stop());

const replace = (seat: number) =>
  app.app.get(ReplaceSeat).run(round.registrar, round.programme.id, {
    seatId: round.judges[seat - 1]!.seatId,
    ground: null,
    reason: '因病不能评审',
    promote: true,
  });

describe('a proposal that a sheet should fall', () => {
  const propose = async (by: Actor, roundId = round.id) => {
    const given = { seat: 1, ground: '1', reason: '经查有聘用关系' } as const;
    const number = await round.number();
    return () => app.app.get(ProposeVoiding).run(by, roundId, { ...given, number });
  };
  refusalTable(
    () => app,
    [
      ['by an approver', () => propose(round.approver), missingIn('acting-role')],
      [
        'by the registrar of another programme',
        () => propose(acting('CityRegistrar', { programmeId: newId() })),
        missingIn('acting-role'),
      ],
      [
        'in a round nobody knows',
        () => propose(round.registrar, newId()),
        missingIn('propose-voiding'),
      ],
      [
        'on no sheet',
        () => () => round.proposeVoiding(1, { number: '1' }),
        { code: 'judging.round.noSuchSheet', field: 'number' },
      ],
      [
        'after the scores are locked, which says how they are unlocked',
        async () => {
          const act = await propose(round.registrar);
          await round.roundIs('Locked');
          return act;
        },
        { code: 'judging.removal.locked', kind: 'conflict', from: 'propose-voiding' },
      ],
      [
        'before the round',
        async () => {
          const act = await propose(round.registrar);
          await round.roundIs('Planned');
          return act;
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      [
        'after the programme has ended',
        async () => {
          await round.programmeIs('Cancelled');
          return propose(round.registrar);
        },
        { code: 'programmes.refused.over', kind: 'conflict' },
      ],
      [
        'made twice',
        async () => {
          await round.proposeVoiding(1);
          return () => round.proposeVoiding(1);
        },
        { code: 'judging.removal.proposedAlready', kind: 'conflict' },
      ],
    ],
  );
});

describe('a decision on a proposal', () => {
  const proposed = async () => {
    const { id } = await app.database.repo(Removal).findOneByOrFail({ state: 'Proposed' });
    return id;
  };
  const decide = async (by = round.approver, id?: string) => {
    const removal = id ?? (await proposed());
    const given = { decision: 'confirm', reason: '情况属实' } as const;
    return () => app.app.get(DecideRemoval).run(by, removal, given);
  };
  refusalTable(
    () => app,
    [
      ['nobody made', () => decide(round.approver, newId()), missingIn('decide-removal')],
      [
        'by the registrar',
        async () => {
          await round.proposeVoiding(1);
          return decide(round.registrar);
        },
        missingIn('acting-role'),
      ],
      [
        'by the approver of another programme',
        async () => {
          await round.proposeVoiding(1);
          return decide(acting('Approver', { programmeId: newId() }));
        },
        missingIn('acting-role'),
      ],
      [
        'by who made it',
        async () => {
          await round.proposeVoiding(1);
          return decide(acting('Approver', { accountId: round.registrar.accountId }));
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'taken already',
        async () => {
          await round.proposeVoiding(1);
          const act = await decide();
          await act();
          return act;
        },
        { code: 'judging.removal.decidedAlready', kind: 'conflict' },
      ],
      [
        'after the scores were locked',
        async () => {
          await round.proposeVoiding(1);
          await round.roundIs('Locked');
          return decide();
        },
        { code: 'judging.removal.locked', kind: 'conflict', from: 'establish-conflict' },
      ],
      [
        'on a sheet from which the judge has stepped back meanwhile',
        async () => {
          await round.proposeVoiding(1);
          const { id } = await round.sheet(1);
          const given = { ground: '1', explanation: '三年内曾受聘为其顾问' } as const;
          await app.app.get(DeclareLateConflict).run(round.judge(1), id, given);
          return decide();
        },
        { code: 'judging.removal.fallen', kind: 'conflict' },
      ],
      [
        'after the programme has ended',
        async () => {
          await round.proposeVoiding(1);
          await round.programmeIs('Cancelled');
          return decide();
        },
        { code: 'programmes.refused.over', kind: 'conflict' },
      ],
      [
        'on a seat whose next in line has gone to another',
        async () => {
          await replace(2);
          const id = await proposed();
          await replace(3);
          const other = await app.database.repo(Removal).findBy({ state: 'Proposed' });
          const later = other.find((one) => one.id !== id)!;
          const given = { decision: 'confirm', reason: '情况属实' } as const;
          await app.app.get(DecideRemoval).run(round.approver, later.id, given);
          return decide();
        },
        { code: 'judging.removal.lineMoved', kind: 'conflict' },
      ],
      [
        'on a seat that was vacated meanwhile',
        async () => {
          await replace(6);
          await app.database.execute('UPDATE seat SET vacated_at = ? WHERE number = 101', [
            app.clock.now(),
          ]);
          return decide();
        },
        { code: 'judging.panel.vacatedAlready', kind: 'conflict', from: 'vacate-seat' },
      ],
      [
        'on a seat that is empty',
        async () => {
          await replace(2);
          await confirmRemovals(app);
          return () => replace(2);
        },
        { code: 'judging.panel.vacatedAlready', kind: 'conflict', from: 'replace-seat' },
      ],
    ],
  );
});
