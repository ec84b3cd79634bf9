import { afterAll, beforeAll, describe } from '@jest/globals';
import { appointed } from '../../../../test/support/award-steps.js';
import { recordTable } from '../../../../test/support/case-tables.js';
import { recorded, told } from '../../../../test/support/title-cases.js';
import { TitleSteps } from '../../../../test/support/title-steps.js';
import { DecideCure } from './decide-cure.js';
import { RemindWarned } from './remind-warned.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
  await appointed(life.app, 'Supervisor');
});
afterAll(() => life.app.stop());

const app = () => life.app;

describe('a warning', () => {
  const decide = (decision: 'lift' | 'insufficient') => () =>
    life.app.app
      .get(DecideCure)
      .run(life.people.approver, { titleId: life.id, decision, reason: '已核对。' });
  const remind = { warning: '<id>', termEndsOn: '2027-05-24' };
  recordTable(app, [
    recorded(
      'with its term',
      async () => {
        await life.openYearly();
        await life.check();
        return () => life.warn();
      },
      {
        event: 'title.warn',
        actorRole: 'Approver',
        details: {
          from: 'UnderReview',
          to: 'Warned',
          rule: 'T04',
          review: '<id>',
          ground: 'returnMissing',
          termEndsOn: '2027-05-24',
        },
      },
      told({ message: 'title.warned' }),
    ),
    recorded(
      'that the registrar calls to mind',
      async () => {
        await life.toWarning();
        life.moveTo('2027-03-08');
        return () => life.app.app.get(RemindWarned).run(life.people.registrar, life.id);
      },
      { event: 'title.remind', actorRole: 'CityRegistrar', details: remind },
      told({ message: 'title.reminded' }),
    ),
    recorded(
      'that is near its end, once in five working days',
      async () => {
        await life.toWarning();
        return async () => {
          for (const day of ['2027-05-07', '2027-05-10', '2027-05-14']) {
            life.moveTo(day);
            await life.app.app.get(RemindWarned).remindOwed();
          }
        };
      },
      { event: 'title.remind', actorRole: 'System', details: remind },
      told({ message: 'title.reminded' }),
    ),
    recorded(
      'whose fault is reported as repaired',
      async () => {
        await life.toWarning('V3');
        return () => life.cure();
      },
      {
        event: 'title.fileCure',
        actorRole: 'Agent',
        details: { warning: '<id>', cure: '<hash>' },
      },
      told({ message: 'title.cureFiled' }, 'Approver'),
    ),
    recorded(
      'whose repair is not enough',
      async () => {
        await life.toWarning('V3');
        await life.cure();
        return decide('insufficient');
      },
      {
        event: 'title.declineCure',
        actorRole: 'Approver',
        details: { warning: '<id>', reason: '<hash>' },
      },
      told({ message: 'title.cureInsufficient' }),
    ),
    recorded(
      'that was lifted',
      async () => {
        await life.toWarning('V3');
        await life.cure();
        return decide('lift');
      },
      {
        event: 'title.liftWarning',
        actorRole: 'Approver',
        details: { from: 'Warned', to: 'Active', rule: 'T05', warning: '<id>' },
      },
      told({ message: 'title.warningLifted' }),
    ),
  ]);
});
