import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../test/support/acting.js';
import { refusalTable } from '../../test/support/case-tables.js';
import { makeMerchant } from '../../test/support/merchant.js';
import { missingIn, staleIn } from '../../test/support/refusals.js';
import {
  merchantFacts,
  paper,
  returnFacts,
  shopFacts,
} from '../../test/support/register-entries.js';
import { TestApp } from '../../test/support/test-app.js';
import { newId } from '../database/new-id.js';
import type { ReturnFacts } from '../rules/registry/check-return.js';
import type { Actor } from '../web/actor.js';
import { ConfirmRelation } from './confirm-relation.js';
import { FileReturn } from './file-return.js';
import { SaveShop, type ShopToSave } from './save-shop.js';
import { StateRelations } from './state-relations.js';

let app: TestApp;
let merchantId: string;
let agent: Actor;
const creditCode = merchantFacts().creditCode!;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-03-02T02:00:00.000Z');
  merchantId = await makeMerchant(app);
  agent = acting('Agent', { merchantId });
});
afterAll(() => app.stop());

const subjectNote = '由关联公司开设，授权本公司经营';
const newcomer = (): Actor => ({ ...acting('Agent'), duties: [] });
const another = async () => acting('Agent', { merchantId: await makeMerchant(app) });
const save = (given: Partial<ShopToSave>, actor = agent) =>
  app.app.get(SaveShop).run(actor, {
    shopId: null,
    version: 0,
    facts: shopFacts(),
    licenceShot: paper('licenceShot'),
    authorisation: null,
    ...given,
  });
const file = (
  facts: Partial<ReturnFacts>,
  given: { year?: number; version?: number; actor?: Actor } = {},
) =>
  app.app.get(FileReturn).run(given.actor ?? agent, {
    year: given.year ?? 2025,
    version: given.version ?? 0,
    facts: returnFacts(facts),
    confirmed: [],
  });
describe('a shop', () => {
  refusalTable(
    () => app,
    [
      ['an account without a merchant', () => () => save({}, newcomer()), missingIn('save-shop')],
      [
        'an address that is none of the platform',
        () => () => save({ facts: shopFacts({ url: 'https://example.com/' }) }),
        { code: 'identifiers.shopUrl.hostNotOfPlatform', field: 'url' },
      ],
      ['a shop nobody entered', () => () => save({ shopId: newId() }), missingIn('save-shop')],
      [
        'the shop of another merchant',
        async () => {
          const { shopId } = await save({}, await another());
          return () => save({ shopId, version: 1 });
        },
        missingIn('save-shop'),
      ],
      [
        'a shop that somebody saved meanwhile',
        async () => {
          const { shopId } = await save({});
          await save({ shopId, version: 1, facts: shopFacts({ shopName: '江畔柑橘铺' }) });
          return () => save({ shopId, version: 1 });
        },
        staleIn('save-shop'),
      ],
      [
        'a shop without a shot of its front page',
        () => () => save({ licenceShot: null }),
        { code: 'merchants.shop.licenceShotRequired', field: 'licenceShot' },
      ],
      [
        'a shop in another name without its authorisation',
        () => () => save({ facts: shopFacts({ sameSubject: false, subjectNote }) }),
        { code: 'merchants.shop.authorisationRequired', field: 'authorisation' },
      ],
    ],
  );
});

describe('an annual return', () => {
  refusalTable(
    () => app,
    [
      [
        'an account without a merchant',
        () => () => file({}, { actor: newcomer() }),
        missingIn('file-return'),
      ],
      ['a year that is not over', () => () => file({}, { year: 2026 }), missingIn('file-return')],
      [
        'figures that contradict each other',
        () => () => file({ insuredYearEnd: 13 }),
        { code: 'merchants.return.insuredAboveStaff', field: 'insuredYearEnd' },
      ],
      [
        'the shop of another merchant',
        async () => {
          const { shopId } = await save({}, await another());
          return () => file({ shops: [{ shopId, grossWan: 0, refundWan: 0, orders: 0 }] });
        },
        missingIn('file-return'),
      ],
      [
        'a return that is not there yet',
        () => () => file({}, { version: 1 }),
        staleIn('file-return'),
      ],
      [
        'a return that somebody filed meanwhile',
        async () => {
          await file({});
          return () => file({ staff: 13 });
        },
        staleIn('file-return'),
      ],
    ],
  );
});

describe('relations', () => {
  const relations = () => app.app.get(StateRelations);
  const confirm = (id: string, confirmed: boolean, of = merchantId) =>
    app.app.get(ConfirmRelation).run(acting('CityRegistrar'), of, id, confirmed);
  const stated = async (code: string | null) => {
    await related(code);
    const [row] = await app.database.rows<{ id: string }>('SELECT id FROM related_merchant');
    return row!.id;
  };
  const related = (code: string | null, actor = agent) =>
    relations().addMerchant(actor, { name: '橘源商行', creditCode: code, relation: 'parent' });
  refusalTable(
    () => app,
    [
      ...[
        () => related(null, newcomer()),
        () => relations().removeMerchant(newcomer(), newId()),
        () => relations().addPerson(newcomer(), { name: '江小桔', relation: 'spouse' }),
        () => relations().removePerson(newcomer(), '江小桔'),
      ].map(
        (act) =>
          ['of an account without a merchant', () => act, missingIn('state-relations')] as const,
      ),
      [
        'a code that is none',
        () => () => related('91330802MA2TEKT7OX'),
        { code: 'identifiers.creditCode.characters', field: 'creditCode' },
      ],
      [
        'the merchant itself',
        async () => {
          const own = await makeMerchant(app, { creditCode });
          return () => related(creditCode, acting('Agent', { merchantId: own }));
        },
        { code: 'merchants.relations.self', field: 'creditCode' },
      ],
      [
        'taking back a tie nobody stated',
        () => () => relations().removeMerchant(agent, newId()),
        missingIn('state-relations'),
      ],
      [
        'taking back the tie of another merchant',
        async () => {
          const other = await makeMerchant(app);
          await related(null, acting('Agent', { merchantId: other }));
          const [row] = await app.database.rows<{ id: string }>('SELECT id FROM related_merchant');
          return () => relations().removeMerchant(agent, row!.id);
        },
        missingIn('state-relations'),
      ],
      [
        'that the office has confirmed',
        async () => {
          const id = await stated(creditCode);
          await confirm(id, true);
          return () => relations().removeMerchant(agent, id);
        },
        { code: 'merchants.relations.keep', kind: 'conflict' },
      ],
      [
        'that the office is to confirm and that another merchant states',
        async () => {
          const id = await stated(creditCode);
          const other = await makeMerchant(app);
          return () => confirm(id, true, other);
        },
        missingIn('confirm-relation'),
      ],
      [
        'that the office is to confirm and that is gone',
        () => () => confirm(newId(), true),
        missingIn('confirm-relation'),
      ],
      [
        'that is confirmed already',
        async () => {
          const id = await stated(creditCode);
          await confirm(id, true);
          return () => confirm(id, true);
        },
        { code: 'merchants.relations.already.confirmed', kind: 'conflict' },
      ],
      [
        'that nobody has confirmed, to be released',
        async () => {
          const id = await stated(creditCode);
          return () => confirm(id, false);
        },
        { code: 'merchants.relations.already.released', kind: 'conflict' },
      ],
      [
        'without a credit code, to be confirmed',
        async () => {
          const id = await stated(null);
          return () => confirm(id, true);
        },
        { code: 'merchants.relations.noCode' },
      ],
    ],
  );
});
