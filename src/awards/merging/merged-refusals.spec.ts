import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { TwoRecords } from '../../../test/support/merging.js';
import {
  merchantFacts,
  paper,
  returnFacts,
  shopFacts,
} from '../../../test/support/register-entries.js';
import { StartApplications } from '../../applications/applicant/start-applications.js';
import { AcceptCreditCode } from '../../merchants/accept-credit-code.js';
import { AnnualReturn } from '../../merchants/annual-return.entity.js';
import { ConfirmRelation } from '../../merchants/confirm-relation.js';
import { CheckReturnWithMerchant } from '../../merchants/doubts/check-return-with-merchant.js';
import { FileReturn } from '../../merchants/file-return.js';
import { SavePractice } from '../../merchants/practices/save-practice.js';
import { ReviseMerchant } from '../../merchants/revise-merchant.js';
import { SaveShop } from '../../merchants/save-shop.js';
import { StateRelations } from '../../merchants/state-relations.js';
import type { Actor } from '../../web/actor.js';
import { ReportChange } from '../titles/changes/report-change.js';

let two: TwoRecords;
beforeAll(async () => {
  two = await TwoRecords.open();
});
afterAll(() => two.app.stop());

const merged = { code: 'merchants.mergedMeanwhile', kind: 'conflict' } as const;
const registrar = acting('CityRegistrar');

/** Whoever began before the merge, and still acts for the record that was merged. */
const late = (work: (agent: Actor) => Promise<unknown>) => async () => {
  await two.merge();
  return () => work(acting('Agent', { merchantId: two.mergedId }));
};

const acts: readonly (readonly [string, (agent: Actor) => Promise<unknown>])[] = [
  [
    'figures of a year',
    (agent) => {
      const given = { year: 2025, version: 0, facts: returnFacts({ shops: [] }), confirmed: [] };
      return two.app.app.get(FileReturn).run(agent, given);
    },
  ],
  [
    'its own record',
    (agent) => {
      const given = { facts: merchantFacts(), version: 1, confirmed: true };
      return two.app.app.get(ReviseMerchant).run(agent, { ...given, exemptionStatement: null });
    },
  ],
  [
    'a shop',
    (agent) =>
      two.app.app.get(SaveShop).run(agent, {
        shopId: null,
        version: 0,
        facts: shopFacts(),
        licenceShot: paper('licenceShot'),
        authorisation: null,
      }),
  ],
  [
    'a tie to a merchant',
    (agent) => {
      const tie = { name: '关联的网商', creditCode: null, relation: 'parent' };
      return two.app.app.get(StateRelations).addMerchant(agent, tie);
    },
  ],
  ['a tie taken back', (agent) => two.app.app.get(StateRelations).removeMerchant(agent, 'none')],
  [
    'a tie to a person',
    (agent) => {
      const tie = { name: '江小桔', relation: 'shareholder' };
      return two.app.app.get(StateRelations).addPerson(agent, tie);
    },
  ],
  [
    'a practice',
    (agent) =>
      two.app.app.get(SavePractice).run(agent, {
        practiceId: null,
        version: 0,
        subject: 'packaging',
        headline: '当天发货',
        doing: '清晨采摘',
        copying: '从一个品种做起',
        helped: '带动周边农户',
        figures: null,
        figureLabel: null,
        figureUnit: null,
      }),
  ],
  [
    'a change that touches its title',
    (agent) =>
      two.app.app
        .get(ReportChange)
        .run(agent, { kind: 'name', happenedOn: '2026-03-01', text: '更名' }),
  ],
  [
    'an application',
    (agent) =>
      two.app.app.get(StartApplications).run(agent, {
        categoryIds: [two.programme.categoryIds.N!],
      }),
  ],
  [
    'from the office the word that a tie is right',
    () => two.app.app.get(ConfirmRelation).run(registrar, two.mergedId, 'none', true),
  ],
  [
    'from the office the word that its code is right',
    () => two.app.app.get(AcceptCreditCode).run(registrar, two.mergedId, '91330802MA2TEKT7X7'),
  ],
  [
    'from the office the answer about figures that stayed with it',
    async () => {
      const returns = two.app.database.repo(AnnualReturn);
      const { id, version } = await returns.findOneByOrFail({ merchantId: two.mergedId });
      await returns.update({ id }, { doubted: 1 });
      const answer = { decision: 'confirm', note: '电话核实' } as const;
      const given = { returnId: id, version, ...answer };
      return two.app.app.get(CheckReturnWithMerchant).run(registrar, given);
    },
  ],
];

describe('a record that was merged takes no more', () => {
  refusalTable(
    () => two.app,
    acts.map(([what, act]) => [
      what,
      late(act),
      what.includes('stayed') ? { ...merged, writes: ['annual_return'] } : merged,
    ]),
  );
});
