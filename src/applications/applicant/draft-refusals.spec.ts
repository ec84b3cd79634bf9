import { afterAll, beforeAll, describe, jest } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, afterTheWindow, applying } from '../../../test/support/applying.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { makeMerchant } from '../../../test/support/merchant.js';
import type { TestProgramme } from '../../../test/support/programme.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import type { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../../programmes/programme.entity.js';
import { ApplicationFiles } from './application-files.js';
import { EligibilityOverview } from './eligibility-overview.js';
import { ReadMessage } from './read-message.js';
import { StartApplications } from './start-applications.js';

let app: TestApp;
let programme: TestProgramme;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  ({ app, programme } = await openWindow());
  own = await makeApplicant(app);
  draft = await applying(app, own, programme);
});
afterAll(() => app.stop());

const newcomer = () => ({ ...acting('Agent'), duties: [] });
const locked = { code: 'applications.locked' };
const evidenceOf = async () => (await draft.load()).evidence[0]!.id;

describe('a new draft', () => {
  const start = (category: string, actor = draft.agent) =>
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
          const overview = (await overviews.of(own.merchantId))!;
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
        () => () => app.app.get(EligibilityOverview).of(newId()),
        missingIn('register.queries'),
      ],
    ],
  );
});

describe('an application', () => {
  refusalTable(
    () => app,
    [
      [
        'of another merchant',
        async () => {
          const stranger = acting('Agent', { merchantId: await makeMerchant(app) });
          return () => draft.load(stranger);
        },
        missingIn('application-files'),
      ],
      [
        'to an account without a merchant',
        () => () => draft.load(newcomer()),
        missingIn('application-files'),
      ],
      [
        'nobody began',
        () => () => app.app.get(ApplicationFiles).load(draft.agent, newId()),
        missingIn('application-files'),
      ],
      [
        'a message of somebody else',
        async () => {
          await draft.submit();
          const [row] = await app.database.rows<{ id: string }>('SELECT id FROM message');
          return () => app.app.get(ReadMessage).run(draft.agent, row!.id);
        },
        missingIn('read-message'),
      ],
      [
        'typing on what is submitted',
        async () => {
          await draft.submit();
          return () => draft.save({ registeredMarks: '3' });
        },
        locked,
      ],
      [
        'typing on a draft after the window',
        () => {
          app.clock.moveTo(afterTheWindow);
          return () => draft.save({ registeredMarks: '3' });
        },
        locked,
      ],
      [
        'typing on what was submitted meanwhile',
        async () => {
          const file = await draft.load();
          await draft.submit();
          return () => draft.save({ registeredMarks: '3' }, file);
        },
        staleIn('save-step'),
      ],
      [
        'typing on what somebody saved meanwhile',
        async () => {
          const file = await draft.load();
          await draft.save({ registeredMarks: '2' });
          return () => draft.save({ registeredMarks: '3' }, file);
        },
        staleIn('save-step'),
      ],
    ],
  );
});

describe('evidence', () => {
  refusalTable(
    () => app,
    [
      ['a file for an indicator the category has not', () => () => draft.attach('Z9'), locked],
      [
        'a file for what is submitted',
        async () => {
          await draft.submit();
          return () => draft.attach('G15');
        },
        locked,
      ],
      [
        'a file for an item that the correction does not list',
        async () => {
          await draft.submit();
          await draft.askCorrection(['G15']);
          return () => draft.attach('G16');
        },
        locked,
      ],
      [
        'a signed statement during a correction',
        async () => {
          await draft.submit();
          await draft.askCorrection(['G15']);
          return () => draft.attach('confirmation');
        },
        locked,
      ],
      [
        'sending without a file',
        () => () => draft.attach('G15', undefined, []),
        { code: 'applications.evidence.noFile', field: 'file' },
      ],
      [
        'a file for what was submitted meanwhile',
        async () => {
          const file = await draft.load();
          await draft.submit();
          return () => draft.attach('G15', file);
        },
        staleIn('evidence-changes'),
      ],
      [
        'taking back a file nobody sent',
        () => () => draft.remove(newId()),
        missingIn('evidence-changes'),
      ],
      [
        'taking back what is submitted',
        async () => {
          await draft.attach('G15');
          await draft.submit();
          return async () => draft.remove(await evidenceOf());
        },
        locked,
      ],
      [
        'taking back what was submitted meanwhile',
        async () => {
          await draft.attach('G15');
          const file = await draft.load();
          await draft.submit();
          return async () => draft.remove(await evidenceOf(), file);
        },
        staleIn('evidence-changes'),
      ],
    ],
  );
});
