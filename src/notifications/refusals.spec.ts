import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { missingIn } from '../../test/support/refusals.js';
import { divisionPerson, office, type Person } from '../../test/support/people.js';
import { records } from '../../test/support/records.js';
import { TestApp } from '../../test/support/test-app.js';
import { DisableAccount } from '../accounts/disable-account.js';
import { newId } from '../database/new-id.js';
import { MarkMessagesRead } from './mark-messages-read.js';
import { Message } from './message.entity.js';
import { Notify } from './notify.js';

let app: TestApp;
let reader: Person;
let other: Person;
const news = {
  kind: 'programme.terminated',
  variables: { programme: '示范网商' },
  path: '/messages',
};
beforeAll(async () => {
  app = await TestApp.start();
  reader = await office(app, 'Screener');
  other = await office(app, 'Screener', 'Verifier');
});
afterAll(() => app.stop());

async function messageOf({ accountId }: Person): Promise<string> {
  await app.app.get(Notify).accounts([accountId], news);
  return (await app.database.repo(Message).findOneByOrFail({ accountId })).id;
}
const mark = (id: string) =>
  app.app.get(MarkMessagesRead).one(acting('Screener', { accountId: reader.accountId }), id);

describe('a message', () => {
  refusalTable(
    () => app,
    [
      ['marked that nobody sent', () => () => mark(newId()), missingIn('mark-messages-read')],
      [
        'marked by somebody it was not for',
        async () => {
          const id = await messageOf(other);
          return () => mark(id);
        },
        missingIn('mark-messages-read'),
      ],
    ],
  );
});

/** Each way to name the readers, and who they turn out to be. */
describe('news', () => {
  const sent = async (act: () => Promise<void>) => (await records(app, act)).messages;
  const notify = () => app.app.get(Notify);
  const once = { message: 'programme.terminated' };

  test('reach an account once, however often it is named', async () => {
    const ids = [reader.accountId, reader.accountId];
    expect(await sent(() => notify().accounts(ids, news))).toEqual([{ ...once, to: 'Screener' }]);
    expect(await sent(() => notify().accounts([], news))).toEqual([]);
  });

  test('for a role reach everybody who holds it now', async () => {
    expect(await sent(() => notify().role('Screener', news))).toEqual([
      { ...once, to: 'Screener' },
      { ...once, to: 'Screener+Verifier' },
    ]);
    expect(await sent(() => notify().role('Approver', news))).toEqual([]);
  });

  test('for holders leave out the sender, other divisions and closed accounts', async () => {
    const roles = ['DivisionReviewer'] as const;
    const here = await divisionPerson(app, roles[0], '330802');
    const sender = await divisionPerson(app, roles[0], '330802');
    await divisionPerson(app, roles[0], '330803');
    const closed = await divisionPerson(app, roles[0], '330802');
    await app.app.get(DisableAccount).run(acting('SystemAdmin'), closed.accountId);
    const to = { divisionCode: '330802', except: sender.accountId };
    expect(await sent(() => notify().holders(roles, news, to))).toEqual([
      { ...once, to: 'DivisionReviewer' },
    ]);
    const known = await app.database.repo(Message).findBy({ accountId: here.accountId });
    expect(known).toHaveLength(1);
    expect(await sent(() => notify().holders(roles, news))).toHaveLength(3);
  });
});
