import { afterAll, beforeAll, describe, expect, jest } from '@jest/globals';
import { appointed } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { recorded, told } from '../../../test/support/title-cases.js';
import { TitleSteps } from '../../../test/support/title-steps.js';
import { ExpireTitles } from './expire-titles.js';
import { Title } from './title.entity.js';

let life: TitleSteps;
beforeAll(async () => {
  life = await TitleSteps.open();
  await appointed(life.app, 'Supervisor');
});
afterAll(() => life.app.stop());

const app = () => life.app;
const expire = () => () => life.app.app.get(ExpireTitles).run();

describe('the end of a title', () => {
  const expired = (from: string) =>
    ({
      event: 'title.expire',
      actorRole: 'System',
      details: { from, to: 'Expired', rule: 'T08' },
    }) as const;
  const told60 = async () => {
    await life.app.database.repo(Title).update(life.id, { endAnnouncedOn: '2029-04-01' });
  };
  /** Somebody else comes first, between the look for titles and the hold on one. */
  const overtaken = (change: () => Promise<unknown>) => {
    const { database } = life.app;
    const transaction = database.transaction.bind(database);
    jest.spyOn(database, 'transaction').mockImplementationOnce(async (work) => {
      await change();
      return transaction(work);
    });
  };
  const nothing = { events: [], messages: [] };
  recordTable(app, [
    [
      'of none that was revoked at the moment of its end',
      async () => {
        await told60();
        life.moveTo('2029-06-01');
        return async () => {
          overtaken(() => life.put('Revoked'));
          expect(await expire()()).toBe(0);
        };
      },
      nothing,
    ],
    [
      'that is near, of none that was revoked at that moment',
      () => {
        life.moveTo('2029-04-01');
        return () => {
          overtaken(() => life.put('Revoked'));
          return expire()();
        };
      },
      nothing,
    ],
    [
      'that is near, of none that another run has told at that moment',
      () => {
        life.moveTo('2029-04-01');
        return () => {
          overtaken(told60);
          return expire()();
        };
      },
      nothing,
    ],
    recorded(
      'that is sixty days away, told once',
      () => async () => {
        for (const day of ['2029-03-31', '2029-04-01', '2029-05-31']) {
          life.moveTo(day);
          await expire()();
        }
      },
      {
        event: 'title.announceEnd',
        actorRole: 'System',
        details: { validTo: '2029-05-31' },
      },
      told({ message: 'title.ending' }),
    ),
    recorded(
      'by itself, once, on the day after its last',
      async () => {
        await told60();
        life.moveTo('2029-06-01');
        return async () => {
          await expire()();
          await expire()();
        };
      },
      expired('Active'),
      told({ message: 'title.expired' }),
    ),
    [
      'of none that was revoked or has ended',
      async () => {
        await told60();
        life.moveTo('2029-06-01');
        return async () => {
          for (const state of ['Revoked', 'Expired'] as const) {
            await life.put(state);
            await expire()();
          }
        };
      },
      { guard: 'validityEnded', events: [], messages: [] },
    ],
    recorded(
      'of a warned one, with everything that was under way',
      async () => {
        await life.toWarning();
        await told60();
        life.moveTo('2029-06-01');
        return expire();
      },
      expired('Warned'),
      told({ message: 'title.expired' }),
    ),
  ]);
});
