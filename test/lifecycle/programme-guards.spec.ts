import { afterAll, beforeAll, describe } from '@jest/globals';
import { RecordStep } from '../../src/programmes/record-step.js';
import { StepProgramme } from '../../src/programmes/step-programme.js';
import type { ProgrammeState } from '../../src/rules/lifecycle/programme-states.js';
import type { Role } from '../../src/rules/lifecycle/roles.js';
import { acting } from '../support/acting.js';
import { type RefusalCase, recordTable, refusalTable } from '../support/case-tables.js';
import { type TestProgramme, makeProgramme } from '../support/programme.js';
import { TestApp } from '../support/test-app.js';
import { application } from './programme-cases.js';
import { recordTraces } from './programme-traces.js';

let app: TestApp;
let programme: TestProgramme;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-09-01T02:00:00.000Z');
  programme = await makeProgramme(app, 'DivisionReview');
  await recordTraces(app, programme);
  for (const sql of [
    application('Verified'),
    "UPDATE figure SET verdict = 'Accepted', verifier_id = 'one', second_reader_id = 'two'",
  ]) {
    await app.database.execute(sql, []);
  }
});
afterAll(() => app.stop());

/** A step that the board takes, from a state in which nothing is open but what `breaking` opens. */
const step =
  (event: string, state: ProgrammeState, role: Role, breaking: string | null = null) =>
  async () => {
    await app.database.execute('UPDATE programme SET state = ?', [state]);
    if (event === 'archive' && breaking !== '') await attest();
    if (breaking) await app.database.execute(breaking, []);
    return () => app.app.get(StepProgramme).run(acting(role), { programmeId: programme.id, event });
  };
const attest = () =>
  app.app.get(RecordStep).run(acting('CityRegistrar'), {
    programmeId: programme.id,
    guard: 'archivePackageVerified',
    text: '归档包已复算，结果一致。',
  });
const one = { variables: { open: 1 } };

/** Step by step of what the board does: with exactly one thing open, the step waits for that thing. */
const cases: readonly RefusalCase[] = [
  [
    'the screening while a division has not signed',
    step('startScreening', 'DivisionReview', 'DivisionApprover', application('Submitted')),
    { code: 'programmes.blocked.divisionOpinionsSignedOrTakenOver', ...one },
  ],
  [
    'the verification while an application is not screened',
    step('startVerification', 'Screening', 'Screener', application('Recommended')),
    { code: 'programmes.blocked.everyApplicationScreened', ...one },
  ],
  [
    'the verification while a veto check has no day',
    step('startVerification', 'Screening', 'Screener', application('ScreenedIn')),
    { code: 'programmes.blocked.vetoChecksDated', ...one },
  ],
  [
    'the draw while a figure has no verdict',
    step('startDrawing', 'Verification', 'Verifier', 'UPDATE figure SET verdict = NULL'),
    { code: 'programmes.blocked.everyFigureHasVerdict', ...one },
  ],
  [
    'the draw while a figure was read once',
    step('startDrawing', 'Verification', 'Verifier', 'UPDATE figure SET second_reader_id = NULL'),
    { code: 'programmes.blocked.secondReadingDone', ...one },
  ],
  [
    'the end of the yearly review while a title is warned',
    step('closeAnnualReview', 'InForce', 'Verifier', "UPDATE title SET state = 'Warned'"),
    {
      code: 'programmes.blocked.everyTitleReviewedOrEnded',
      variables: { open: 1, names: 'QZ-2026-G-001' },
    },
  ],
  [
    'the end of the yearly review a second time in the year',
    async () => {
      const act = await step('closeAnnualReview', 'InForce', 'Verifier')();
      await act();
      return act;
    },
    { code: 'programmes.yearReviewClosed', kind: 'conflict', guard: 'yearReviewNotClosed' },
  ],
  [
    'the archive while a title is in force',
    step('archive', 'InForce', 'AuditAdmin', "UPDATE title SET state = 'Active'"),
    { code: 'programmes.blocked.everyTitleEnded', ...one },
  ],
  [
    'the archive before its package is verified',
    step('archive', 'InForce', 'AuditAdmin', ''),
    {
      code: 'lifecycle.refused.attestation',
      variables: { guard: 'archivePackageVerified', roles: 'CityRegistrar' },
    },
  ],
];

describe('a step that the board takes', () => {
  refusalTable(() => app, cases);

  const taken = [
    {
      event: 'programme.startScreening',
      role: 'DivisionApprover',
      path: 'DivisionReview Screening P04',
    },
    { event: 'programme.startVerification', role: 'Screener', path: 'Screening Verification P05' },
    { event: 'programme.startDrawing', role: 'Verifier', path: 'Verification Drawing P06' },
    { event: 'programme.closeAnnualReview', role: 'Verifier', path: 'InForce InForce P20' },
    { event: 'programme.archive', role: 'AuditAdmin', path: 'InForce Archived P21' },
  ] as const;
  recordTable(
    () => app,
    taken.map(({ event, role: actorRole, path }) => {
      const [from, to, rule] = path.split(' ');
      const details = { from, to, rule };
      return [
        event,
        step(event.replace('programme.', ''), from as ProgrammeState, actorRole),
        { events: [{ event, actorRole, subjectType: 'programme', details }], messages: [] },
      ] as const;
    }),
  );
});
