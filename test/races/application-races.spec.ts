import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { ApplicationFiles } from '../../src/applications/applicant/application-files.js';
import { WithdrawApplication } from '../../src/applications/applicant/withdraw-application.js';
import { Application } from '../../src/applications/application.entity.js';
import { SignOpinion } from '../../src/applications/office/division/sign-opinion.js';
import { MoveProgramme } from '../../src/programmes/move-programme.js';
import { Programme } from '../../src/programmes/programme.entity.js';
import { acting } from '../support/acting.js';
import { type Applicant, makeApplicant, openWindow } from '../support/applicant.js';
import { type Applying, applying } from '../support/applying.js';
import { makeOpinion, seal, twoPlaces } from '../support/office-review.js';
import { type TestProgramme, loadWorkingDays, makeProgramme } from '../support/programme.js';
import { makeSubmitted } from '../support/submitted-application.js';
import { TestApp } from '../support/test-app.js';
import { raceTable } from './race.js';

const stateOf = async (app: TestApp, id: string) =>
  (await app.database.repo(Application).findOneByOrFail({ id })).state;

describe('the last moment of the window', () => {
  let app: TestApp;
  let programme: TestProgramme;
  let own: Applicant;
  let draft: Applying;
  beforeAll(async () => {
    ({ app, programme } = await openWindow());
    own = await makeApplicant(app);
    draft = await applying(app, own, programme);
  }, 60_000);
  afterAll(() => app.stop());

  const close = () =>
    app.app.get(MoveProgramme).run({
      programmeId: programme.id,
      event: 'closeApplications',
      actorId: null,
      role: 'System',
      guards: { applicationDeadlinePassed: true },
    });

  raceTable(
    () => app,
    [
      [
        'submitting and closing',
        async () => {
          const file = await draft.load();
          return {
            acts: [() => draft.submit(file), close],
            told: [['applications.submit.closed'], []],
            both: true,
            after: async () => {
              const submitted = await app.database.rows(
                `SELECT event FROM journal_entry WHERE event = 'application.submit'`,
              );
              expect(await stateOf(app, draft.id)).toBe(submitted.length ? 'Submitted' : 'Draft');
              const { state } = await app.database
                .repo(Programme)
                .findOneByOrFail({ id: programme.id });
              expect(state).toBe('DivisionReview');
            },
          };
        },
      ],
      [
        'submitting in two windows',
        async () => {
          const file = await draft.load();
          return {
            acts: [() => draft.submit(file), () => draft.submit(file)],
            told: [['applications.locked'], ['applications.locked']],
            after: async () => expect(await stateOf(app, draft.id)).toBe('Submitted'),
          };
        },
      ],
    ],
  );
});

describe('a recommendation', () => {
  let app: TestApp;
  let programme: TestProgramme;
  beforeAll(async () => {
    app = await TestApp.start();
    await loadWorkingDays(app);
    programme = await makeProgramme(app, 'DivisionReview', twoPlaces);
  }, 60_000);
  afterAll(() => app.stop());

  const waiting = async () => {
    const made = await makeSubmitted(app, programme, { state: 'InDivisionReview' });
    await makeOpinion(app, { applicationId: made.id, categoryId: programme.categoryIds.G! });
    return made;
  };
  const sign = (applicationId: string) =>
    app.app.get(SignOpinion).run(acting('DivisionApprover', { divisionCode: '330802' }), {
      applicationId,
      conclusion: 'recommend',
      declineReason: null,
      seal,
      version: 1,
    });

  raceTable(
    () => app,
    [
      [
        'recommending and withdrawing',
        async () => {
          const { id, merchantId } = await waiting();
          const merchant = acting('LegalRepresentative', { merchantId });
          const file = await app.app.get(ApplicationFiles).load(merchant, id);
          return {
            acts: [
              () => sign(id),
              () => app.app.get(WithdrawApplication).run(merchant, file, null),
            ],
            told: [['review.opinion.closed'], ['lifecycle.refused.event']],
            both: true,
            after: async () => expect(await stateOf(app, id)).toBe('Withdrawn'),
          };
        },
      ],
      [
        'recommending twice',
        async () => {
          const { id } = await waiting();
          return {
            acts: [() => sign(id), () => sign(id)],
            told: [['review.opinion.closed'], ['review.opinion.closed']],
            after: async () => expect(await stateOf(app, id)).toBe('Recommended'),
          };
        },
      ],
    ],
  );
});
