import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { AddExpert } from './add-expert.js';
import { EditExpert } from './edit-expert.js';

const facts = {
  name: '柳新宜',
  field: '电子商务',
  organisation: '衢州某高校',
  organisationType: 'university',
  divisionCode: null,
  address: null,
  categories: ['G'],
  topics: [],
};
const registrar = acting('CityRegistrar');
let app: TestApp;
let expertId: string;
beforeAll(async () => {
  app = await TestApp.start();
  ({ expertId } = await add('13905709001'));
}, 60_000);
afterAll(() => app.stop());

const add = (mobile: string) =>
  app.app.get(AddExpert).run(registrar, { ...facts, mobile, email: null });
const edit = (id: string, version: number) =>
  app.app.get(EditExpert).run(registrar, id, { ...facts, active: false, version });

describe('an expert', () => {
  refusalTable(
    () => app,
    [
      [
        'without a mobile number',
        () => () => add('12345'),
        { code: 'identifiers.mobile.form', field: 'mobile' },
      ],
      [
        'with the number of somebody else',
        () => () => add('13905709001'),
        { code: 'accounts.mobileInUse', field: 'mobile' },
      ],
      ['whom nobody knows', () => () => edit(newId(), 1), missingIn('database')],
      [
        'whose entry somebody else changed',
        async () => {
          await edit(expertId, 1);
          return () => edit(expertId, 1);
        },
        staleIn('edit-expert'),
      ],
    ],
  );
});

describe('the pool', () => {
  const of = { actorRole: 'CityRegistrar' };
  recordTable(
    () => app,
    [
      [
        'an expert who comes in, with account and duty',
        () => () => add('13905709002'),
        {
          events: [
            {
              event: 'account.create',
              ...of,
              subjectType: 'account',
              details: { kind: 'judge' },
            },
            {
              event: 'duty.grant',
              ...of,
              subjectType: 'account',
              details: { role: 'Judge', divisionCode: null },
            },
            {
              event: 'expert.add',
              ...of,
              subjectType: 'expert',
              details: { categories: ['G'], divisionCode: null },
            },
          ],
          messages: [],
        },
      ],
      [
        'an expert who leaves',
        () => () => edit(expertId, 1),
        {
          events: [
            {
              event: 'expert.edit',
              ...of,
              subjectType: 'expert',
              details: { active: false, categories: ['G'] },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
