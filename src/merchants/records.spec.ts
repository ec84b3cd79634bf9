import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { recordTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { person } from '../../test/support/people.js';
import { merchantFacts } from '../../test/support/register-entries.js';
import { registerFile, registerLine } from '../../test/support/register-file.js';
import { TestApp } from '../../test/support/test-app.js';
import { Duty } from '../accounts/duty.entity.js';
import type { Actor } from '../web/actor.js';
import { AcceptCreditCode } from './accept-credit-code.js';
import { AdmitAgent } from './admit-agent.js';
import { ImportMerchants } from './import-merchants.js';
import { RegisterMerchant } from './register-merchant.js';
import { ReviseMerchant } from './revise-merchant.js';

let app: TestApp;
let merchantId: string;
let agent: Actor;
const merchant = { subjectType: 'merchant' };
const silent = { messages: [] };
const registrar = acting('CityRegistrar');
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  merchantId = await makeMerchant(app);
  agent = acting('Agent', { merchantId });
});
afterAll(() => app.stop());

const granted = (actorRole: string, role: string) => ({
  event: 'duty.grant',
  actorRole,
  subjectType: 'account',
  details: { role, divisionCode: null },
});

describe('the register', () => {
  recordTable(
    () => app,
    [
      [
        'a registration',
        async () => {
          const { accountId } = await person(app, 'merchant', []);
          const newcomer = { ...acting('Agent', { accountId }), duties: [] };
          const given = { role: 'Agent', confirmed: true, exemptionStatement: null } as const;
          return () =>
            app.app.get(RegisterMerchant).run(newcomer, { ...given, facts: merchantFacts() });
        },
        {
          events: [
            {
              event: 'merchant.register',
              actorRole: 'Agent',
              ...merchant,
              details: { divisionCode: '330802', merchantType: 'enterprise' },
            },
            granted('Agent', 'Agent'),
          ],
          ...silent,
        },
      ],
      [
        'a revision, by the names of the fields only',
        () => () =>
          app.app.get(ReviseMerchant).run(agent, {
            facts: merchantFacts(),
            version: 1,
            confirmed: true,
            exemptionStatement: null,
          }),
        {
          events: [
            {
              event: 'merchant.revise',
              actorRole: 'Agent',
              ...merchant,
              details: {
                version: 2,
                changed: [
                  'name',
                  'creditCode',
                  'headName',
                  'foundedOn',
                  'town',
                  'registeredAddress',
                  'workingAddress',
                  'sector',
                  'staff',
                  'insured',
                  'contactName',
                  'intro',
                ],
              },
            },
          ],
          ...silent,
        },
      ],
      [
        'the claim of an agent',
        async () => {
          const { mobile } = await person(app, 'merchant', []);
          return () =>
            app.app
              .get(AdmitAgent)
              .run(registrar, merchantId, { mobile, role: 'LegalRepresentative' });
        },
        { events: [granted('CityRegistrar', 'LegalRepresentative')], ...silent },
      ],
      [
        'a claim by somebody who acted for a merchant before',
        async () => {
          const { accountId, mobile } = await person(app, 'merchant', []);
          const former = await makeMerchant(app);
          await app.app.get(AdmitAgent).run(registrar, former, { mobile, role: 'Agent' });
          await app.database
            .repo(Duty)
            .update({ accountId, merchantId: former }, { endedAt: app.clock.now() });
          return () =>
            app.app.get(AdmitAgent).run(registrar, merchantId, { mobile, role: 'Agent' });
        },
        { events: [granted('CityRegistrar', 'Agent')], ...silent },
      ],
      [
        'a licence that was seen',
        async () => {
          const creditCode = merchantFacts().creditCode!;
          const id = await makeMerchant(app, { creditCode });
          return () => app.app.get(AcceptCreditCode).run(registrar, id, creditCode);
        },
        {
          events: [
            {
              event: 'merchant.acceptCreditCode',
              actorRole: 'CityRegistrar',
              ...merchant,
              details: { warnings: [] },
            },
          ],
          ...silent,
        },
      ],
      [
        'an import, once for the file',
        () => () =>
          app.app.get(ImportMerchants).run(
            { accountId: null, role: 'System' },
            {
              content: registerFile(registerLine(1), registerLine(2)),
              digest: null,
              confirmed: false,
            },
          ),
        {
          events: [
            {
              event: 'merchant.import',
              actorRole: 'System',
              subjectType: 'import',
              details: { new: 2, changed: 0, unchanged: 0, rows: 2, file: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
      [
        'nothing for an import that changes nothing',
        async () => {
          const order = { content: registerFile(registerLine(1)), digest: null, confirmed: true };
          const enter = () =>
            app.app.get(ImportMerchants).run({ accountId: null, role: 'System' }, order);
          await enter();
          return enter;
        },
        { events: [], ...silent },
      ],
    ],
  );
});
