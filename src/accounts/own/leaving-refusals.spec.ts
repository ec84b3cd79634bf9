import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { office, password, type Person, person } from '../../../test/support/people.js';
import { missingIn } from '../../../test/support/refusals.js';
import { PostOffice } from '../../../test/support/post-office.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Deliver } from '../../notifications/deliver.js';
import { Account } from '../account.entity.js';
import { hashPassword } from '../passwords.js';
import { AskMobileChange } from './ask-mobile-change.js';
import { AskRecovery } from './ask-recovery.js';
import { ChangeMobile } from './change-mobile.js';
import { CloseAccount } from './close-account.js';
import { EndOtherSessions } from './end-other-sessions.js';
import { newId } from '../../database/new-id.js';
import { OwnData } from './own-data.js';
import { OwnQueries } from './own.queries.js';
import { RecoverAccount } from './recover-account.js';

let post: PostOffice;
let app: TestApp;
let silent: TestApp;
let agent: Person;
beforeAll(async () => {
  post = await PostOffice.open();
  app = await TestApp.start(post.environment);
  silent = await TestApp.start({}, app.place);
  agent = await person(app, 'merchant', []);
});
afterAll(async () => {
  await silent.app.close();
  await app.stop();
  await post.close();
});

const by = ({ accountId }: Person) => ({ ...acting('Agent', { accountId }), duties: [] });
const me = () => by(agent);
const use = <T>(token: new (...args: never[]) => T) => app.app.get(token);
const reach = (facts: Partial<Account>) =>
  app.database.repo(Account).update(agent.accountId, facts);
const fresh = 'Xin-mima-2013';
const wrong = { code: 'accounts.code.wrong', field: 'code' };
const email = 'a@shop.invalid';

async function changeCodes(mobile = '13705700066') {
  const ids = await use(AskMobileChange).run(me(), { mobile });
  await use(Deliver).run();
  const codeTo = (number: string) =>
    String(post.texts.findLast((text) => text.number === number)!.variables.code);
  return { ...ids, oldCode: codeTo(agent.mobile), newCode: codeTo(mobile) };
}
async function recovery() {
  await reach({ mobileConfirmedAt: app.clock.now() });
  const id = await use(AskRecovery).run({ address: agent.mobile });
  await use(Deliver).run();
  return { id, code: post.lastCode('sms'), password: fresh };
}
const other6 = (code: string) => (code === '000000' ? '111111' : '000000');

describe('a recovery', () => {
  refusalTable(
    () => app,
    [
      [
        'what is no address',
        () => () => use(AskRecovery).run({ address: '江小桔' }),
        { code: 'accounts.recover.form', field: 'address' },
      ],
      [
        'a way that there is not',
        () => () => silent.app.get(AskRecovery).run({ address: email }),
        { code: 'accounts.code.no.mail', field: 'address' },
      ],
      [
        'a wrong code',
        async () => {
          const typed = await recovery();
          return () => use(RecoverAccount).run({ ...typed, code: other6(typed.code) });
        },
        wrong,
      ],
      [
        'a weak password before all else',
        async () => {
          const typed = await recovery();
          return () => use(RecoverAccount).run({ ...typed, password: 'short', code: '1' });
        },
        { code: 'accounts.password.short', field: 'password' },
      ],
      [
        "a password of the person's own facts, and keeps the code",
        async () => {
          const typed = await recovery();
          return () => use(RecoverAccount).run({ ...typed, password: `Aa-${agent.mobile}` });
        },
        { code: 'accounts.password.mobile', field: 'password' },
      ],
      [
        'an account closed since',
        async () => {
          const typed = await recovery();
          await reach({ disabledAt: app.clock.now() });
          return () => use(RecoverAccount).run(typed);
        },
        wrong,
      ],
      [
        'a number no longer of the account',
        async () => {
          const typed = await recovery();
          await use(ChangeMobile).run(me(), await changeCodes());
          return () => use(RecoverAccount).run(typed);
        },
        wrong,
      ],
    ],
  );
});

describe('an own account', () => {
  refusalTable(
    () => app,
    [
      [
        'to end sessions that there are not',
        async () => {
          await use(EndOtherSessions).run(me(), 'none');
          return () => use(EndOtherSessions).run(me(), 'none');
        },
        { code: 'accounts.sessions.none', kind: 'conflict' },
      ],
      [
        'to close it without its password',
        () => () => use(CloseAccount).run(me(), { password: fresh }),
        { code: 'accounts.password.wrong', field: 'password' },
      ],
      [
        'to show one that nobody has',
        () => () => use(OwnQueries).account(newId()),
        missingIn('own.queries'),
      ],
      [
        'to close one that nobody has',
        () => () => use(CloseAccount).run(acting('Agent'), { password }),
        missingIn('close-account'),
      ],
      [
        'to close one with duties of the office',
        async () => {
          const clerk = await office(app, 'Screener');
          const actor = acting('Screener', { accountId: clerk.accountId });
          return () => use(CloseAccount).run(actor, { password });
        },
        { code: 'accounts.close.duties' },
      ],
      [
        'to close one that a room above still needs',
        () => {
          const reasons = ['accounts.close.duties', null];
          use(OwnData).mayClose(() => Promise.resolve(reasons.shift() ?? null));
          return () => use(CloseAccount).run(me(), { password });
        },
        { code: 'accounts.close.duties' },
      ],
      [
        'to close one whose password was changed while it was compared',
        async () => {
          const passwordHash = await hashPassword(fresh);
          const sealer = use(CloseAccount) as unknown as {
            database: { transaction: (work: () => Promise<unknown>) => Promise<unknown> };
          };
          const { database } = sealer;
          return async () => {
            const changing = Object.create(database) as typeof database;
            changing.transaction = async (work) => {
              await reach({ passwordHash });
              return database.transaction(work);
            };
            sealer.database = changing;
            try {
              await use(CloseAccount).run(me(), { password });
            } finally {
              sealer.database = database;
            }
          };
        },
        {
          code: 'accounts.password.changedMeanwhile',
          field: 'password',
          kind: 'conflict',
          writes: ['account'],
        },
      ],
    ],
  );
});
