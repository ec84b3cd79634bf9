import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { type Person, person } from '../../../test/support/people.js';
import { PostOffice } from '../../../test/support/post-office.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Deliver } from '../../notifications/deliver.js';
import { Account } from '../account.entity.js';
import { OneTimeCode } from '../codes/one-time-code.entity.js';
import { AskMobileChange } from './ask-mobile-change.js';
import { AskMobileCode } from './ask-mobile-code.js';
import { ChangeMobile } from './change-mobile.js';
import { ConfirmEmail } from './confirm-email.js';
import { ConfirmMobile } from './confirm-mobile.js';
import { GiveEmail } from './give-email.js';
import { RemoveEmail } from './remove-email.js';

let post: PostOffice;
let app: TestApp;
let silent: TestApp;
let agent: Person;
let other: Person;
beforeAll(async () => {
  post = await PostOffice.open();
  app = await TestApp.start(post.environment);
  silent = await TestApp.start({}, app.place);
  agent = await person(app, 'merchant', []);
  other = await person(app, 'merchant', []);
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
const wrong = { code: 'accounts.code.wrong', field: 'code' };
const email = 'a@shop.invalid';

async function mailCode(who = agent) {
  const id = await use(GiveEmail).run(by(who), { email });
  await use(Deliver).run();
  return { id, code: post.lastCode('mail') };
}
async function changeCodes(mobile = '13705700066') {
  const ids = await use(AskMobileChange).run(me(), { mobile });
  await use(Deliver).run();
  const codeTo = (number: string) =>
    String(post.texts.findLast((text) => text.number === number)!.variables.code);
  return { ...ids, oldCode: codeTo(agent.mobile), newCode: codeTo(mobile) };
}
const other6 = (code: string) => (code === '000000' ? '111111' : '000000');

describe('an address', () => {
  refusalTable(
    () => app,
    [
      [
        'what is none',
        () => () => use(GiveEmail).run(me(), { email: 'shop' }),
        { code: 'identifiers.email.form', field: 'email' },
      ],
      [
        'one where no mail is sent',
        () => () => silent.app.get(GiveEmail).run(me(), { email }),
        { code: 'accounts.code.no.mail', field: 'email' },
      ],
      [
        'a wrong code',
        async () => {
          const { id, code } = await mailCode();
          return () => use(ConfirmEmail).run(me(), { id, code: other6(code) });
        },
        wrong,
      ],
      [
        'a code that nobody sent',
        () => () => use(ConfirmEmail).run(me(), { id: newId(), code: '000000' }),
        wrong,
      ],
      [
        'the code of another account',
        async () => {
          const theirs = await mailCode(other);
          return () => use(ConfirmEmail).run(me(), theirs);
        },
        wrong,
      ],
      [
        'a code for something else',
        async () => {
          const { id, code } = await mailCode();
          return () => use(ConfirmMobile).run(me(), { id, code });
        },
        wrong,
      ],
      [
        'a code that was used',
        async () => {
          const typed = await mailCode();
          await use(ConfirmEmail).run(me(), typed);
          return () => use(ConfirmEmail).run(me(), typed);
        },
        wrong,
      ],
      [
        'a code that has grown old',
        async () => {
          const typed = await mailCode();
          const expiresAt = new Date(Date.now() - 1).toISOString();
          await app.database.repo(OneTimeCode).update(typed.id, { expiresAt });
          return () => use(ConfirmEmail).run(me(), typed);
        },
        wrong,
      ],
      [
        'one that another account has',
        async () => {
          const typed = await mailCode();
          await use(ConfirmEmail).run(by(other), await mailCode(other));
          return () => use(ConfirmEmail).run(me(), typed);
        },
        { code: 'accounts.email.taken', field: 'code' },
      ],
      [
        'to remove one that is not there',
        () => () => use(RemoveEmail).run(me()),
        { code: 'accounts.email.none', kind: 'conflict' },
      ],
    ],
  );
});

describe('a number', () => {
  refusalTable(
    () => app,
    [
      [
        'a code where no SMS is sent',
        () => () => silent.app.get(AskMobileCode).run(me()),
        { code: 'accounts.code.no.sms' },
      ],
      [
        'to confirm it again',
        async () => {
          await reach({ mobileConfirmedAt: app.clock.now() });
          return () => use(AskMobileCode).run(me());
        },
        { code: 'accounts.mobile.confirmedAlready', kind: 'conflict' },
      ],
      [
        'a change to what is none',
        () => () => use(AskMobileChange).run(me(), { mobile: '12' }),
        { code: 'identifiers.mobile.form', field: 'mobile' },
      ],
      [
        'a change to the same',
        () => () => use(AskMobileChange).run(me(), { mobile: agent.mobile }),
        { code: 'accounts.mobile.same', field: 'mobile' },
      ],
      [
        'a wrong code of the old number',
        async () => {
          const codes = await changeCodes();
          const oldCode = other6(codes.oldCode);
          return () => use(ChangeMobile).run(me(), { ...codes, oldCode });
        },
        { code: 'accounts.code.wrong', field: 'oldCode' },
      ],
      [
        'a wrong code of the new number',
        async () => {
          const codes = await changeCodes();
          const newCode = other6(codes.newCode);
          return () => use(ChangeMobile).run(me(), { ...codes, newCode });
        },
        { code: 'accounts.code.wrong', field: 'newCode' },
      ],
      [
        'a second change by codes of before the first',
        async () => {
          const late = await changeCodes('13705700055');
          await use(ChangeMobile).run(me(), await changeCodes());
          return () => use(ChangeMobile).run(me(), late);
        },
        { code: 'accounts.code.wrong', field: 'oldCode' },
      ],
      [
        'a number of another account',
        async () => {
          const codes = await changeCodes(other.mobile);
          return () => use(ChangeMobile).run(me(), codes);
        },
        { code: 'accounts.mobileInUse', field: 'newCode' },
      ],
    ],
  );
});
