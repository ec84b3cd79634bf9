import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { password, type Person, person } from '../../../test/support/people.js';
import { PostOffice } from '../../../test/support/post-office.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Deliver } from '../../notifications/deliver.js';
import { Account } from '../account.entity.js';
import { AskMobileChange } from './ask-mobile-change.js';
import { AskMobileCode } from './ask-mobile-code.js';
import { AskRecovery } from './ask-recovery.js';
import { ChangeMobile } from './change-mobile.js';
import { ChooseChannels } from './choose-channels.js';
import { CloseAccount } from './close-account.js';
import { ConfirmEmail } from './confirm-email.js';
import { ConfirmMobile } from './confirm-mobile.js';
import { EndOtherSessions } from './end-other-sessions.js';
import { GiveEmail } from './give-email.js';
import { RecoverAccount } from './recover-account.js';
import { RemoveEmail } from './remove-email.js';

let post: PostOffice;
let app: TestApp;
let agent: Person;
beforeAll(async () => {
  post = await PostOffice.open();
  app = await TestApp.start(post.environment);
  agent = await person(app, 'merchant', []);
});
afterAll(async () => {
  await app.stop();
  await post.close();
});

const me = () => ({ ...acting('Agent', { accountId: agent.accountId }), duties: [] });
const use = <T>(token: new (...args: never[]) => T) => app.app.get(token);
const reach = (facts: Partial<Account>) =>
  app.database.repo(Account).update(agent.accountId, facts);
const by = { actorRole: 'Public', subjectType: 'account', details: {} };
const only = (fact: object, messages: object[] = []) => ({
  events: [{ ...by, ...fact }] as never,
  messages: messages.map((one) => ({ ...one, to: 'merchant' })) as never,
});
const arrived = async (way: 'mail' | 'sms') => {
  await use(Deliver).run();
  return post.lastCode(way);
};
const nothing = { events: [], messages: [] };

describe('an own account', () => {
  recordTable(
    () => app,
    [
      [
        'nothing while an address is only given',
        () => () => use(GiveEmail).run(me(), { email: 'a@shop.invalid' }),
        nothing,
      ],
      [
        'a confirmed address',
        async () => {
          const id = await use(GiveEmail).run(me(), { email: 'a@shop.invalid' });
          const code = await arrived('mail');
          return () => use(ConfirmEmail).run(me(), { id, code });
        },
        only({ event: 'account.confirmEmail' }),
      ],
      [
        'an address taken back',
        async () => {
          await reach({ email: 'a@shop.invalid' });
          return () => use(RemoveEmail).run(me());
        },
        only({ event: 'account.removeEmail' }),
      ],
      [
        'a confirmed number',
        async () => {
          const id = await use(AskMobileCode).run(me());
          const code = await arrived('sms');
          return () => use(ConfirmMobile).run(me(), { id, code });
        },
        only({ event: 'account.confirmMobile' }),
      ],
      [
        'a changed number',
        async () => {
          const ids = await use(AskMobileChange).run(me(), { mobile: '13705700077' });
          await use(Deliver).run();
          const codeTo = (number: string) =>
            String(post.texts.findLast((text) => text.number === number)!.variables.code);
          const codes = { oldCode: codeTo(agent.mobile), newCode: codeTo('13705700077') };
          return () => use(ChangeMobile).run(me(), { ...ids, ...codes });
        },
        only({ event: 'account.changeMobile' }, [{ message: 'account.mobileChanged' }]),
      ],
      [
        'chosen channels',
        () => () =>
          use(ChooseChannels).run(me(), { mailUrgent: true, mailOther: false, smsUrgent: false }),
        only({
          event: 'account.chooseChannels',
          details: { mailUrgent: true, mailOther: false, smsUrgent: false },
        }),
      ],
      [
        'ended sessions',
        () => () => use(EndOtherSessions).run(me(), 'none'),
        only({ event: 'account.endSessions', details: { sessions: 1 } }),
      ],
      [
        'nothing while a recovery is only asked for',
        () => () => use(AskRecovery).run({ address: agent.mobile }),
        nothing,
      ],
      [
        'a recovery',
        async () => {
          await reach({ mobileConfirmedAt: app.clock.now() });
          const id = await use(AskRecovery).run({ address: agent.mobile });
          const code = await arrived('sms');
          return () => use(RecoverAccount).run({ id, code, password: 'Xin-mima-2013' });
        },
        only({ event: 'account.recover' }, [{ message: 'account.recovered' }]),
      ],
      [
        'a closed account',
        () => () => use(CloseAccount).run(me(), { password }),
        only({ event: 'account.close' }),
      ],
    ],
  );
});
