import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import {
  type Applicant,
  makeApplicant,
  openWindow,
  startDraft,
} from '../../../test/support/applicant.js';
import { afterTheWindow } from '../../../test/support/applying.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import { missingIn } from '../../../test/support/refusals.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { Actor } from '../../web/actor.js';
import { EligibilityOverview } from './eligibility-overview.js';
import { StartApplications } from './start-applications.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let agent: Actor;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  own = await makeApplicant(app);
  agent = acting('Agent', { merchantId: own.merchantId });
  await startDraft(own, programme);
});
afterAll(() => app.stop());

const newcomer = () => ({ ...acting('Agent'), duties: [] });

describe('a new draft', () => {
  const start = (category: string, actor = agent) =>
    app.app.get(StartApplications).run(actor, {
      categoryIds: [programme.categoryIds[category] ?? category],
    });
  refusalTable(
    () => app,
    [
      [
        'an account without a merchant',
        () => () => start('S', newcomer()),
        missingIn('start-applications'),
      ],
      [
        'between two programmes',
        async () => {
          await app.database.repo(Programme).update({ id: programme.id }, { state: 'Archived' });
          return () => start('S');
        },
        { code: 'applications.new.noProgramme', field: 'categoryIds' },
      ],
      [
        'a category that the programme has not',
        () => () => start('X'),
        { code: 'applications.new.choose', field: 'categoryIds' },
      ],
      [
        'a category whose conditions are not met',
        async () => {
          await app.database.execute(
            'UPDATE annual_return SET net_wan = 100 WHERE merchant_id = ?',
            [own.merchantId],
          );
          return () => start('G');
        },
        {
          code: 'applications.new.ineligible',
          field: 'categoryIds',
          variables: { category: 'G', count: 1 },
        },
      ],
      [
        'a second draft in one category',
        () => () => start('G'),
        { code: 'applications.new.already', field: 'categoryIds' },
      ],
      ...(['after the window', 'once the programme has moved on'] as const).map(
        (when) =>
          [
            when,
            async () => {
              if (when === 'after the window') app.clock.moveTo(afterTheWindow);
              else {
                const state = 'DivisionReview';
                await app.database.repo(Programme).update({ id: programme.id }, { state });
              }
              return () => start('G');
            },
            {
              code: 'lifecycle.refused.guard',
              field: 'categoryIds',
              variables: { rule: 'A01', guard: 'programmeOpen' },
            },
          ] as const,
      ),
      [
        'without the self-check',
        async () => {
          const overviews = app.app.get(EligibilityOverview);
          const overview = (await overviews.of(own.merchantId, programme.id))!;
          const categories = overview.categories.map((one) => ({ ...one, findings: [] }));
          jest.spyOn(overviews, 'of').mockResolvedValueOnce({ ...overview, categories });
          return () => start('G');
        },
        {
          code: 'lifecycle.refused.guard',
          field: 'categoryIds',
          variables: { rule: 'A01', guard: 'eligibilityCheckStored' },
        },
      ],
      [
        'for a merchant that is not there',
        () => () => app.app.get(EligibilityOverview).of(newId(), programme.id),
        missingIn('register.queries'),
      ],
    ],
  );
});
