import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { type RecordCase, recordTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { merchantPerson } from '../../test/support/people.js';
import { paper, returnFacts, shopFacts } from '../../test/support/register-entries.js';
import { syntheticCreditCode } from '../../seeds/reference/synthetic-credit-code.js';
import { TestApp } from '../../test/support/test-app.js';
import type { Actor } from '../web/actor.js';
import { FileReturn } from './file-return.js';
import { RemindReturns } from './remind-returns.js';
import { SaveShop } from './save-shop.js';
import { ConfirmRelation } from './confirm-relation.js';
import { StateRelations } from './state-relations.js';

let app: TestApp;
let merchantId: string;
let agent: Actor;
const merchant = { subjectType: 'merchant' };
const silent = { messages: [] };
const creditCode = syntheticCreditCode('91', '330802', 41);
const state = () =>
  app.app
    .get(StateRelations)
    .addMerchant(agent, { name: '橘源商行', creditCode, relation: 'parent' });
const stated = async () => {
  await state();
  const [row] = await app.database.rows<{ id: string }>('SELECT id FROM related_merchant');
  return row!.id;
};
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  merchantId = await makeMerchant(app);
  agent = acting('Agent', { merchantId });
});
afterAll(() => app.stop());

const shop = (shopId: string | null, version = 0, actor = agent) =>
  app.app.get(SaveShop).run(actor, {
    shopId,
    version,
    facts: shopFacts(),
    licenceShot: paper('licenceShot'),
    authorisation: null,
  });
const stored = {
  event: 'document.store',
  actorRole: 'Agent',
  subjectType: 'document',
  details: {
    ownerType: 'merchant',
    ownerId: '<id>',
    hash: '<hash>',
    size: paper('').size,
  },
};

describe('the entries of a merchant', () => {
  recordTable(
    () => app,
    [
      [
        'a new shop',
        () => () => shop(null),
        {
          events: [
            stored,
            {
              event: 'shop.add',
              actorRole: 'Agent',
              ...merchant,
              details: { shopId: '<id>', platform: 'taobao', status: 'open' },
            },
          ],
          ...silent,
        },
      ],
      [
        'a corrected shop',
        async () => {
          const { shopId } = await shop(null);
          return () => shop(shopId, 1);
        },
        {
          events: [
            stored,
            {
              event: 'shop.revise',
              actorRole: 'Agent',
              ...merchant,
              details: { shopId: '<id>', platform: 'taobao', status: 'open' },
            },
          ],
          ...silent,
        },
      ],
      [
        'an annual return',
        () => () =>
          app.app
            .get(FileReturn)
            .run(agent, { year: 2025, version: 0, facts: returnFacts(), confirmed: [] }),
        {
          events: [
            {
              event: 'annualReturn.file',
              actorRole: 'Agent',
              ...merchant,
              details: { year: 2025, version: 1, hash: '<hash>' },
            },
          ],
          ...silent,
        },
      ],
      [
        'a reminder, to the people of merchants that are late only',
        async () => {
          await merchantPerson(app, merchantId);
          await merchantPerson(app, await makeMerchant(app), 'LegalRepresentative');
          const filed = await makeMerchant(app);
          await merchantPerson(app, filed);
          await app.app.get(FileReturn).run(acting('Agent', { merchantId: filed }), {
            year: 2025,
            version: 0,
            facts: returnFacts(),
            confirmed: [],
          });
          await merchantPerson(app, await makeMerchant(app, { divisionCode: '330803' }));
          const reviewer = acting('DivisionReviewer', { divisionCode: '330802' });
          return () => app.app.get(RemindReturns).run(reviewer, '2027-01-15');
        },
        {
          events: [
            {
              event: 'annualReturn.remind',
              actorRole: 'DivisionReviewer',
              subjectType: 'division',
              details: { year: 2025, dueOn: '2027-01-15', merchants: 2 },
            },
          ],
          messages: [
            { message: 'returnWanted', to: 'Agent' },
            { message: 'returnWanted', to: 'LegalRepresentative' },
          ],
        },
      ],
      [
        'a tie to a merchant, without its name',
        () => () =>
          app.app
            .get(StateRelations)
            .addMerchant(agent, { name: '橘源商行', creditCode: null, relation: 'parent' }),
        {
          events: [
            {
              event: 'merchant.relation.add',
              actorRole: 'Agent',
              ...merchant,
              details: { relation: 'parent' },
            },
          ],
          ...silent,
        },
      ],
      [
        'a tie to a merchant that is taken back',
        async () => {
          const id = await stated();
          return () => app.app.get(StateRelations).removeMerchant(agent, id);
        },
        {
          events: [
            {
              event: 'merchant.relation.remove',
              actorRole: 'Agent',
              ...merchant,
              details: { relation: 'parent' },
            },
          ],
          ...silent,
        },
      ],
      [
        'a tie to a merchant of the register, which is told who says so',
        async () => {
          await merchantPerson(app, await makeMerchant(app, { creditCode }));
          return () => state();
        },
        {
          events: [
            {
              event: 'merchant.relation.add',
              actorRole: 'Agent',
              ...merchant,
              details: { relation: 'parent' },
            },
          ],
          messages: [{ message: 'relationStated', to: 'Agent' }],
        },
      ],
      ...([true, false] as const).map((confirmed): RecordCase => [
        confirmed ? 'a tie that the office confirms' : 'a tie that it confirms no longer',
        async () => {
          await merchantPerson(app, merchantId);
          await merchantPerson(app, await makeMerchant(app, { creditCode }), 'Agent');
          const id = await stated();
          const decide = (value: boolean) =>
            app.app.get(ConfirmRelation).run(acting('CityRegistrar'), merchantId, id, value);
          if (!confirmed) await decide(true);
          return () => decide(confirmed);
        },
        {
          events: [
            {
              event: confirmed ? 'merchant.relation.confirm' : 'merchant.relation.release',
              actorRole: 'CityRegistrar',
              ...merchant,
              details: { relation: 'parent', creditCode },
            },
          ],
          messages: [1, 2].map(() =>
            confirmed
              ? { message: 'relationConfirmed', to: 'Agent' }
              : { message: 'relationReleased', to: 'Agent' },
          ),
        },
      ]),
      [
        'a tie to a person that is taken back',
        () => () => app.app.get(StateRelations).removePerson(agent, '江小桔'),
        {
          events: [
            {
              event: 'merchant.relation.remove',
              actorRole: 'Agent',
              ...merchant,
              details: { relation: 'person' },
            },
          ],
          ...silent,
        },
      ],
    ],
  );
});
