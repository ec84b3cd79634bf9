import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { recordTable, refusalTable } from '../../../test/support/case-tables.js';
import { makeProgramme } from '../../../test/support/programme.js';
import { TestApp } from '../../../test/support/test-app.js';
import { ProgrammeQueries } from '../../programmes/programme.queries.js';
import { DEFAULT_ASSUMPTIONS } from '../../rules/planning/score-model.js';
import { RequestPlan } from './request-plan.js';

let app: TestApp;
let programmeId: string;
beforeAll(async () => {
  app = await TestApp.start();
  programmeId = (await makeProgramme(app, 'Preparing')).id;
}, 60_000);
afterAll(() => app.stop());

const budget = { applications: 20, winners: 5, judges: 6, sheets: 110, minutes: 15, runs: 30 };
const ask = async (over: object = {}, source: 'past' | 'documented' = 'documented') => {
  const programmes = app.app.get(ProgrammeQueries);
  const programme = await programmes.byId(programmeId);
  const [category] = await programmes.categories(programmeId);
  const asked = { budget: { ...budget, ...over }, source, own: DEFAULT_ASSUMPTIONS, seed: '2013' };
  return app.app.get(RequestPlan).run(acting('CityRegistrar'), programme, category!, asked);
};

describe('a comparison of designs', () => {
  refusalTable(
    () => app,
    [
      [
        'from earlier scores where nothing was judged before',
        () => () => ask({}, 'past'),
        { code: 'planning.noPast', field: 'source' },
      ],
      [
        'with more winners than applications',
        () => () => ask({ winners: 21 }),
        {
          code: 'planning.numberInvalid',
          field: 'winners',
          variables: { name: 'winners', value: '21', least: 1, most: 20 },
        },
      ],
      [
        'with fewer sheets than applications',
        () => () => ask({ sheets: 19 }),
        { code: 'planning.numberInvalid', field: 'sheets' },
      ],
      [
        'that would take too long',
        () => () => ask({ runs: 1_000_000 }),
        { code: 'planning.tooLarge', field: 'runs' },
      ],
    ],
  );
  recordTable(
    () => app,
    [
      [
        'the request',
        () => () => ask(),
        {
          events: [
            {
              event: 'calculation.request',
              actorRole: 'CityRegistrar',
              subjectType: 'category',
              details: { kind: 'planning.designs', inputHash: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
