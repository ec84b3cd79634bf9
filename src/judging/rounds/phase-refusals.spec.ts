import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import type { RoundKind } from '../../programmes/round.entity.js';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { attestDraw } from '../../../test/support/attest.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { verifiedApplication } from '../../../test/support/judging.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { RequireStep } from '../../programmes/require-step.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { Seat } from '../panel/seat.entity.js';
import { OpenDeclaration } from './open-declaration.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.seated(app);
}, 120_000);
afterAll(() => app.stop());

const vacate = (seat: number) => round.replace(seat, { promote: false });
const declared = async () => {
  await round.openDeclaration();
  await round.everybodyDeclares();
};

/** The category as people call it, and the round that is meant. */
const of = (kind: RoundKind) => {
  const { zh, en } = PRESET_NOW.categories[0]!.name;
  return { kind, categoryZh: zh, categoryEn: en };
};

describe('the declarations', () => {
  refusalTable(
    () => app,
    [
      [
        'with a panel that is too small',
        async () => {
          await vacate(5);
          return () => round.openDeclaration();
        },
        { code: 'judging.panel.tooFew', variables: { count: 4, minimum: 5 } },
      ],
      [
        'with a panel that nobody leads',
        async () => {
          await app.database.repo(Seat).update({ chair: true }, { chair: false });
          return () => round.openDeclaration();
        },
        { code: 'judging.panel.oneChair', variables: { count: 0 } },
      ],
      [
        'without anybody to judge, when all is registered',
        async () => {
          const { id } = await makeProgramme(app, 'Drawing');
          await attestDraw(app, id);
          return () => app.app.get(OpenDeclaration).run(round.registrar, id);
        },
        { code: 'programmes.blocked.panelAndAlternatesDrawn', variables: { open: 1 } },
      ],
      [
        'while a second category has applications and no panel, by an act that forgot to look',
        async () => {
          await verifiedApplication(app, round.programme, 'Y');
          return () => app.app.get(RequireStep).run(round.programme.id, 'completeDraw');
        },
        { code: 'programmes.blocked.panelAndAlternatesDrawn', variables: { open: 1 } },
      ],
      [
        'with a seat that was given by hand for no reason',
        async () => {
          await app.database.repo(Seat).update({ number: 3 }, { reason: '' });
          return () => round.openDeclaration();
        },
        { code: 'programmes.blocked.seedRevealed', variables: { open: 1 } },
      ],
      [
        'before the record of the draw is signed',
        async () => {
          await app.database.execute('DELETE FROM step_record WHERE guard = ?', [
            'drawRecordSigned',
          ]);
          return () => round.openDeclaration();
        },
        {
          code: 'lifecycle.refused.attestation',
          variables: { guard: 'drawRecordSigned', roles: 'CityRegistrar' },
        },
      ],
      [
        'a second time',
        async () => {
          await round.openDeclaration();
          return () => round.openDeclaration();
        },
        { code: 'lifecycle.refused.event', kind: 'conflict' },
      ],
    ],
  );
});

describe('a defence that is opened', () => {
  const open = () => round.openRound(round.programme.roundIds['G.defence']);
  const step = () => app.app.get(RequireStep).run(round.programme.id, 'startDefence');
  refusalTable(
    () => app,
    [
      [
        'with too few judges left for an application that is in review',
        async () => {
          await declared();
          await round.openRound();
          await round.programmeIs('Defence');
          for (const seat of [1, 6, 7]) {
            const { seatId } = round.judges[seat - 1]!;
            const pair = { seatId, applicationId: round.applications[0]! };
            await app.database.repo(ConflictDeclaration).update(pair, { state: 'hardBar' });
          }
          return open;
        },
        {
          code: 'judging.round.tooFewFor',
          variables: {
            number: expect.stringMatching(/^\d{5}$/) as unknown as string,
            count: 4,
            minimum: 5,
          },
        },
      ],
      [
        'before the review of the files',
        async () => {
          await declared();
          return open;
        },
        { code: 'judging.round.notIssued', variables: of('material') },
      ],
      [
        'before every sheet of the files is signed',
        async () => {
          await declared();
          await round.openRound();
          for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
          return open;
        },
        { code: 'judging.round.unsigned', variables: { ...of('material'), count: 2 } },
      ],
      [
        'while judges differ too much on an application',
        async () => {
          await declared();
          await round.openRound();
          for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
          await round.scoreAndSign(5, [round.applications[0]!]);
          return open;
        },
        { code: 'judging.round.flagged', variables: { ...of('material'), count: 1 } },
      ],
      [
        'before every sheet is signed, by an act that forgot to look',
        async () => {
          await declared();
          await round.openRound();
          for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
          return step;
        },
        { code: 'programmes.blocked.everySheetSigned', variables: { open: 2 } },
      ],
      [
        'while judges differ too much, by an act that forgot to look',
        async () => {
          await declared();
          await round.openRound();
          for (const seat of [1, 2, 3, 4]) await round.scoreAndSign(seat);
          await round.scoreAndSign(5, [round.applications[0]!]);
          return step;
        },
        { code: 'programmes.blocked.noSpreadFlagOpen', variables: { open: 1 } },
      ],
    ],
  );
});

const threeDeclare = async () => {
  await round.openDeclaration();
  for (const seat of [1, 2, 3]) await round.declare(seat);
};
const oneRelation = async () => {
  await round.openDeclaration();
  const soft = { ground: '5', explanation: '同为某协会副会长' } as const;
  await round.declare(1, { [round.applications[0]!]: soft });
  for (const seat of [2, 3, 4, 5]) await round.declare(seat);
};
describe('a review of the files, by an act without words for it', () => {
  refusalTable(
    () => app,
    [
      [
        'before every member has declared',
        async () => {
          await threeDeclare();
          return () => app.app.get(RequireStep).run(round.programme.id, 'startMaterialReview');
        },
        { code: 'programmes.blocked.everyJudgeDeclared', variables: { open: 2 } },
      ],
      [
        'while a relation waits for the office',
        async () => {
          await oneRelation();
          return () => app.app.get(RequireStep).run(round.programme.id, 'startMaterialReview');
        },
        { code: 'programmes.blocked.softConflictsDecided', variables: { open: 1 } },
      ],
    ],
  );
});
