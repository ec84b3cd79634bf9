import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { appointed } from '../../../../test/support/award-steps.js';
import { recordTable, refusalTable } from '../../../../test/support/case-tables.js';
import { type Person, office } from '../../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { ProgrammeGuards } from '../../../programmes/programme-guards.js';
import type { Actor } from '../../../web/actor.js';
import { Application } from '../../application.entity.js';
import { TakeOverApplications } from './take-over-applications.js';

let app: TestApp;
let programme: TestProgramme;
let owner: Actor;
let registrar: Person;
const reason = '龙游县逾期未签署意见，由市级接办。';
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-10-23T01:00:00.000Z');
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'DivisionReview');
  registrar = await office(app, 'CityRegistrar');
  owner = await appointed(app, 'Screener');
  await appointed(app, 'Supervisor');
  const { merchantId } = await makeSubmitted(app, programme, { state: 'Submitted' });
  await appointed(app, 'Agent', { merchantId });
  await makeSubmitted(app, programme, { state: 'InDivisionReview' });
});
afterAll(() => app.stop());

const takeOver = (over: object = {}, actor = acting('CityRegistrar')) =>
  app.app.get(TakeOverApplications).run(actor, {
    programmeId: programme.id,
    ownerId: owner.accountId,
    reason,
    ...over,
  });

describe('what the divisions left', () => {
  refusalTable(
    () => app,
    [
      [
        'by somebody without the duty',
        () => () => takeOver({}, acting('Screener')),
        missingIn('acting-role'),
      ],
      [
        'on their last day',
        () => {
          app.clock.moveTo('2026-10-22T15:59:00.000Z');
          return () => takeOver();
        },
        {
          code: 'review.takeover.limitRuns',
          variables: { lastDay: '2026-10-22' },
          guard: 'divisionLimitPassed',
        },
      ],
      [
        'with an owner who is no screener',
        () => () => takeOver({ ownerId: programme.id }),
        { code: 'review.takeover.owner', field: 'ownerId' },
      ],
      [
        'without a reason',
        () => () => takeOver({ reason: ' ' }),
        { code: 'forms.required', field: 'reason' },
      ],
      [
        'when the programme has moved on',
        async () => {
          await app.database.repo(Programme).update(programme.id, { state: 'Screening' });
          return () => takeOver();
        },
        { code: 'review.takeover.notNow', kind: 'conflict' },
      ],
      [
        'when nothing waits',
        async () => {
          await app.database
            .repo(Application)
            .update({ programmeId: programme.id }, { state: 'Recommended' });
          return () => takeOver();
        },
        { code: 'review.takeover.nothing', kind: 'conflict' },
      ],
    ],
  );
  const moved = (from: string) => ({
    event: 'application.takeOver',
    actorRole: 'CityRegistrar',
    subjectType: 'application',
    details: { from, to: 'Recommended', rule: 'A06t', owner: '<id>', reason: '<hash>' },
  });
  recordTable(
    () => app,
    [
      [
        'goes on to the screening, with reason and owner',
        () => () => takeOver(),
        {
          events: [moved('Submitted'), moved('InDivisionReview')],
          messages: [
            { message: 'applicationTakenOver', to: 'Agent' },
            { message: 'takeoverGiven', to: 'Screener' },
            { message: 'takeoverGiven', to: 'Supervisor' },
          ],
        },
      ],
    ],
  );
});

test('the board leads there, and afterwards the programme goes on', async () => {
  const { visitor } = registrar;
  await visitor.get(`/office?programme=${programme.id}`);
  expect(visitor.page.querySelector('main a[href="/office/takeovers"]')).not.toBeNull();
  await visitor.get('/office/takeovers');
  await visitor.submit('/office/takeovers', { ownerId: owner.accountId, reason });
  expect(visitor.errors).toEqual([]);
  expect(visitor.text).toContain(`理由：${reason}`);
  const { divisionOpinionsSignedOrTakenOver: guard } = await app.app
    .get(ProgrammeGuards)
    .findings(programme.id);
  expect(guard).toEqual({ met: true, open: 0 });
});
