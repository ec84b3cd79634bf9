import { afterAll, beforeAll, describe } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { link } from '../../../test/support/evidence.js';
import { JudgedRound } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Document } from '../../documents/document.entity.js';
import { RuleVersion } from '../../programmes/rule-version.entity.js';
import { ConflictDeclaration } from '../conflicts/conflict-declaration.entity.js';
import { OpenRound } from './open-round.js';

let app: TestApp;
let round: JudgedRound;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.seated(app);
}, 120_000);
afterAll(() => app.stop());

const withoutDefence = {
  ...PRESET_NOW,
  categories: PRESET_NOW.categories.map((category) => ({
    ...category,
    composite: { ...category.composite, material: 100, defence: 0 },
  })),
};
const fileId = 'withheldfile0001';
const vacate = (seat: number) => round.replace(seat, { promote: false });
const declared = async () => {
  await round.openDeclaration();
  await round.everybodyDeclares();
};
const rulesOpenAgain = async () => {
  const versions = app.database.repo(RuleVersion);
  const known = await versions.findOneByOrFail({ programmeId: round.programme.id });
  const number = known.number + 1;
  const next = Object.assign(known, { id: newId(), number, frozenAt: null });
  await versions.insert(next);
  await app.database.execute('UPDATE programme SET rule_version_id = ? WHERE id = ?', [
    next.id,
    round.programme.id,
  ]);
};
const bar = (seat: number, application: number) =>
  app.database.repo(ConflictDeclaration).update(
    {
      seatId: round.judges[seat - 1]!.seatId,
      applicationId: round.applications[application]!,
    },
    { state: 'hardBar' },
  );

/** A file of which no copy without names can be made. */
const fileThatTells = async () => {
  await app.database.execute('UPDATE round SET blind = 1 WHERE id = ?', [round.id]);
  await app.database.repo(Document).insert({
    id: fileId,
    ownerType: 'application',
    ownerId: round.applications[0]!,
    hash: 'a'.repeat(64),
    name: '报告.pdf',
    contentType: 'application/pdf',
    size: 10,
    blindHash: null,
    blindType: null,
    blindProblem: 'encrypted',
    pictureHash: null,
    uploadedBy: fileId,
    uploadedAt: app.clock.now(),
  });
  await link(app, round.applications[0]!, fileId, 'G11');
};

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
const defending = async () => {
  await declared();
  await round.openRound();
  await round.programmeIs('Defence');
};
const openDefence = () => round.openRound(round.programme.roundIds['G.defence']);

describe('a round that is opened', () => {
  refusalTable(
    () => app,
    [
      ['nobody planned', () => () => round.openRound(newId()), missingIn('open-round')],
      [
        'before every member has declared',
        async () => {
          await threeDeclare();
          return () => round.openRound();
        },
        { code: 'judging.round.undeclared', guard: 'everyJudgeDeclared' },
      ],
      [
        'while a relation waits for the office',
        async () => {
          await oneRelation();
          return () => round.openRound();
        },
        {
          code: 'judging.round.undecided',
          variables: { count: 1 },
          guard: 'softConflictsDecided',
        },
      ],
      [
        'for the defence, before a member who came later has declared',
        async () => {
          await defending();
          await app.database.execute('UPDATE seat SET declared_at = NULL WHERE number = 2', []);
          return openDefence;
        },
        { code: 'judging.round.undeclared', guard: 'everyJudgeDeclared' },
      ],
      [
        'for the defence, while a relation waits for the office',
        async () => {
          await defending();
          await app.database.execute(
            `UPDATE conflict_declaration SET state = 'awaitingOffice'
             WHERE application_id = ? AND seat_id = ?`,
            [round.applications[0]!, round.judges[0]!.seatId],
          );
          return openDefence;
        },
        { code: 'judging.round.undecided', variables: { count: 1 } },
      ],
      [
        'with a seat that nobody fills again',
        async () => {
          await declared();
          await vacate(5);
          return () => round.openRound();
        },
        { code: 'programmes.blocked.vacatedSeatsFilled', variables: { open: 1 } },
      ],
      [
        'outside the phases of judging',
        async () => {
          await declared();
          await round.programmeIs('ScoresLocked');
          return () => round.openRound();
        },
        { code: 'judging.round.notNow', kind: 'conflict' },
      ],
      [
        'twice',
        async () => {
          await declared();
          await round.openRound();
          return () => round.openRound();
        },
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'round', state: 'Open', event: 'open' },
        },
      ],
      [
        'under rules that are not frozen',
        async () => {
          await declared();
          await rulesOpenAgain();
          return () => round.openRound();
        },
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'R02', guard: 'ruleVersionFrozen' },
        },
      ],
      [
        'with a bar on every judge',
        async () => {
          await declared();
          await app.database.execute("UPDATE conflict_declaration SET state = 'hardBar'");
          return () => round.openRound();
        },
        { code: 'lifecycle.refused.guard', variables: { rule: 'R02', guard: 'sheetsAssigned' } },
      ],
      [
        'with too few judges left for an application',
        async () => {
          await declared();
          for (const seat of [1, 6, 7]) await bar(seat, 0);
          return () => round.openRound();
        },
        { code: 'judging.round.tooFewFor', guard: 'panelAboveMinimum' },
      ],
      [
        'in a category without applications',
        async () => {
          await declared();
          return () => round.openRound(round.programme.roundIds['Y.material']);
        },
        { code: 'judging.round.nothing' },
      ],
      [
        'that carries no weight',
        async () => {
          const { roundIds } = await makeProgramme(app, 'MaterialReview', withoutDefence);
          return () => round.openRound(roundIds['N.defence']);
        },
        { code: 'judging.round.noSheet' },
      ],
      [
        'whose judges will not get a file, unless the office says so',
        async () => {
          await declared();
          await fileThatTells();
          return () => app.app.get(OpenRound).run(round.registrar, round.id);
        },
        {
          code: 'judging.round.withheld',
          field: 'withoutFiles',
          variables: { count: 1 },
        },
      ],
      [
        'whose office sends no file in the place of such a one',
        async () => {
          await declared();
          await fileThatTells();
          const { visitor } = await office(app, 'CityRegistrar');
          await visitor.get(`/office/rounds/${round.id}`);
          return () => visitor.submit(`/blind-copies/${fileId}`);
        },
        { code: 'judging.round.withheld.noFile', field: 'file-withheldfile0001' },
      ],
    ],
  );
});
