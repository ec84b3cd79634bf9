import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { merchantPerson, office, type Person, person } from '../../test/support/people.js';
import { missingIn, staleIn } from '../../test/support/refusals.js';
import { merchantFacts } from '../../test/support/register-entries.js';
import { TestApp } from '../../test/support/test-app.js';
import { DisableAccount } from '../accounts/disable-account.js';
import { newId } from '../database/new-id.js';
import type { MerchantFacts } from '../rules/registry/merchant-facts.js';
import type { Actor } from '../web/actor.js';
import { AcceptCreditCode } from './accept-credit-code.js';
import { AdmitAgent } from './admit-agent.js';
import { MerchantQueries } from './merchant.queries.js';
import { ProfileQueries } from './profile.queries.js';
import { RegisterMerchant } from './register-merchant.js';
import { RemindReturns } from './remind-returns.js';
import { ReviseMerchant } from './revise-merchant.js';

let app: TestApp;
let merchantId: string;
let agent: Actor;
let claimant: Person;
const creditCode = merchantFacts().creditCode!;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  merchantId = await makeMerchant(app);
  agent = acting('Agent', { merchantId });
  claimant = await person(app, 'merchant', []);
});
afterAll(() => app.stop());

const newcomer = (): Actor => ({ ...acting('Agent'), duties: [] });
/** Somebody who has signed up and acts for nobody yet. */
const claiming = (): Actor => ({
  ...acting('Agent', { accountId: claimant.accountId }),
  duties: [],
});
const registrar = acting('CityRegistrar');
const register = (over: Partial<MerchantFacts> = {}, actor = claiming(), confirmed = true) =>
  app.app.get(RegisterMerchant).run(actor, {
    facts: merchantFacts(over),
    role: 'Agent',
    confirmed,
    exemptionStatement: null,
  });
const revise = (over: Partial<MerchantFacts>, given: { version?: number; actor?: Actor } = {}) =>
  app.app.get(ReviseMerchant).run(given.actor ?? agent, {
    facts: merchantFacts(over),
    version: given.version ?? 1,
    confirmed: true,
    exemptionStatement: null,
  });
const exempt = {
  merchantType: 'exemptPerson',
  creditCode: null,
  exemptionGround: 'farmOrCraft',
  personIdNo: null,
  birthDate: '1980-05-09',
} as const;

describe('a registration', () => {
  refusalTable(
    () => app,
    [
      [
        'to be shown that nobody registered',
        () => () => app.app.get(MerchantQueries).byId(newId()),
        missingIn('merchant.queries'),
      ],
      [
        'to be shown to everybody without a title or a place on a list',
        () => () => app.app.get(ProfileQueries).byId(merchantId),
        missingIn('profile.queries'),
      ],
      [
        'an account of the office',
        () => () => register({}, acting('CityRegistrar')),
        { code: 'merchants.alreadyActing' },
      ],
      [
        'an account that acts for a merchant',
        async () => {
          const { accountId } = await person(app, 'merchant', [{ role: 'Agent', merchantId }]);
          // As the page that was opened before still thinks.
          return () => register({}, { ...acting('Agent', { accountId }), duties: [] });
        },
        { code: 'merchants.alreadyActing' },
      ],
      [
        'a credit code that is registered',
        async () => {
          await makeMerchant(app, { creditCode });
          return () => register();
        },
        { code: 'merchants.creditCode.taken', field: 'creditCode' },
      ],
      [
        'a second merchant of the same name until the person confirms it',
        async () => {
          await makeMerchant(app, { name: merchantFacts().name });
          return () => register({}, claiming(), false);
        },
        { code: 'merchants.name.duplicate', field: 'name' },
      ],
      [
        'an exempt person without the statement',
        () => () => register(exempt),
        { code: 'merchants.exemptionStatement.required', field: 'exemptionStatement' },
      ],
    ],
  );
});

describe('a revision', () => {
  refusalTable(
    () => app,
    [
      [
        'an account without a merchant',
        () => () => revise({}, { actor: newcomer() }),
        missingIn('revise-merchant'),
      ],
      [
        'a merchant nobody registered',
        () => () => revise({}, { actor: acting('Agent', { merchantId: newId() }) }),
        missingIn('database'),
      ],
      [
        'a record that somebody saved meanwhile',
        async () => {
          await revise({});
          return () => revise({ town: '信安街道' });
        },
        staleIn('revise-merchant'),
      ],
      [
        'the credit code of another merchant',
        async () => {
          await makeMerchant(app, { creditCode });
          return () => revise({});
        },
        { code: 'merchants.creditCode.taken', field: 'creditCode' },
      ],
      [
        'a change to an exempt person without the statement',
        () => () => revise(exempt),
        { code: 'merchants.exemptionStatement.required', field: 'exemptionStatement' },
      ],
    ],
  );
});

describe('the window', () => {
  const admit = (mobile: string, id = merchantId) =>
    app.app.get(AdmitAgent).run(registrar, id, { mobile, role: 'Agent' });
  const accept = (id: string, code: string) =>
    app.app.get(AcceptCreditCode).run(registrar, id, code);
  const remind = (actor: Actor, dueOn = '2027-01-15') =>
    app.app.get(RemindReturns).run(actor, dueOn);
  const unknown = { code: 'merchants.admit.unknown', field: 'mobile' } as const;
  refusalTable(
    () => app,
    [
      [
        'a claim without a mobile number',
        () => () => admit('12345'),
        { code: 'identifiers.mobile.form', field: 'mobile' },
      ],
      [
        'a claim to a merchant nobody registered',
        () => () => admit(claimant.mobile, newId()),
        missingIn('admit-agent'),
      ],
      ['a claim by a number without an account', () => () => admit('13700000009'), unknown],
      [
        'a claim by an account of the office',
        async () => {
          const { mobile } = await office(app, 'Screener');
          return () => admit(mobile);
        },
        unknown,
      ],
      [
        'a claim by a closed account',
        async () => {
          await app.app.get(DisableAccount).run(acting('SystemAdmin'), claimant.accountId);
          return () => admit(claimant.mobile);
        },
        unknown,
      ],
      [
        'a claim by somebody who acts for a merchant',
        async () => {
          await admit(claimant.mobile);
          return () => admit(claimant.mobile);
        },
        { code: 'merchants.admit.acting', field: 'mobile' },
      ],
      [
        'a licence of a merchant nobody registered',
        () => () => accept(newId(), creditCode),
        missingIn('database'),
      ],
      [
        'a licence with another code than the record has by now',
        () => () => accept(merchantId, creditCode),
        staleIn('accept-credit-code'),
      ],
      [
        'a reminder by somebody without a division',
        () => () => remind(registrar),
        missingIn('remind-returns'),
      ],
      [
        'a reminder whose last day is over',
        () => () => remind(acting('DivisionReviewer', { divisionCode: '330802' }), '2026-03-01'),
        { code: 'merchants.divisionReturns.duePast', field: 'dueOn' },
      ],
      [
        'a reminder when nobody who is late has an account',
        () => () => remind(acting('DivisionReviewer', { divisionCode: '330802' })),
        { code: 'merchants.divisionReturns.nobodyToTell' },
      ],
      [
        'a reminder to those who were told this week',
        async () => {
          await merchantPerson(app, merchantId);
          const reviewer = acting('DivisionReviewer', { divisionCode: '330802' });
          await remind(reviewer);
          return () => remind(reviewer);
        },
        { code: 'merchants.divisionReturns.toldLately', kind: 'conflict' },
      ],
    ],
  );
});
