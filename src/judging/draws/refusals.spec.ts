import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../test/support/acting.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import { seatPanel } from '../../../test/support/judging.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../../programmes/programme.entity.js';
import { DrawQueries } from './draw.queries.js';
import { parseMinima, parsePresent } from './pages/draw.form.js';
import { PublicDrawQueries } from './public-draw.queries.js';
import { SignDraw } from './sign-draw.js';

let app: TestApp;
let draw: DrawSteps;
beforeAll(async () => {
  app = await TestApp.start();
  draw = await DrawSteps.begun(app);
}, 120_000);
afterAll(() => app.stop());

const samePerson = { code: 'forbiddenPair.firstSecondPerson' };

describe('a draw that is prepared', () => {
  refusalTable(
    () => app,
    [
      [
        'for a category nobody named',
        () => () => draw.begin(newId()),
        { code: 'judging.draw.categoryMissing', field: 'categoryId' },
      ],
      [
        'a second time for one category',
        () => () => draw.begin(),
        { code: 'judging.draw.alreadyBegun', field: 'categoryId' },
      ],
      [
        'for a panel that sits',
        async () => {
          await seatPanel(app, draw.cast.programme, 'Y', 1);
          return () => draw.begin(draw.cast.programme.categoryIds.Y);
        },
        { code: 'judging.draw.panelOccupied', field: 'categoryId', variables: { count: 1 } },
      ],
      [
        'with terms that somebody else changed',
        () => () => draw.terms(1),
        staleIn('set-draw-terms'),
      ],
      [
        'without an expert nobody knows',
        () => () => draw.exclude(newId(), '正在国外出差'),
        { code: 'judging.panel.expertMissing', field: 'expertId' },
      ],
      [
        'without an expert who is off the list already',
        async () => {
          await draw.exclude(draw.pool[0]!, '正在国外出差');
          return () => draw.exclude(draw.pool[0]!, '另一个理由');
        },
        { code: 'judging.draw.excludedAlready', field: 'expertId' },
      ],
      [
        'with an expert back who never left',
        () => () => draw.exclude(draw.pool[0]!, null),
        { code: 'judging.draw.readmittedAlready', kind: 'conflict' },
      ],
      [
        'with a field and no number',
        () => () => Promise.resolve().then(() => parseMinima('电子商务 2\n财务审计')),
        { code: 'judging.draw.fieldLine', field: 'fields', variables: { line: '财务审计' } },
      ],
      [
        'whose record nobody began, by a signature',
        () => () => app.app.get(SignDraw).run(acting('Supervisor'), newId(), { recordHash: '' }),
        missingIn('take-draw'),
      ],
      [
        'on a page for a draw nobody began',
        () => () => app.app.get(DrawQueries).byId(newId()),
        missingIn('draw.queries'),
      ],
      [
        'on a public page before it is revealed',
        () => () => app.app.get(PublicDrawQueries).draw(draw.cast.programme.id, draw.id),
        missingIn('public-draw.queries'),
      ],
    ],
  );
});

describe('the meeting', () => {
  refusalTable(
    () => app,
    [
      [
        'a witness without the duty',
        async () => {
          await draw.upTo('Committed');
          return () => draw.witness(draw.approver);
        },
        missingIn('acting-role'),
      ],
      [
        'a witness who froze the list',
        async () => {
          await draw.freeze(draw.supervisor);
          await draw.commit();
          return () => draw.witness();
        },
        samePerson,
      ],
      [
        'a witness who made the commitment',
        async () => {
          await draw.freeze();
          await draw.commit(draw.supervisor);
          return () => draw.witness();
        },
        samePerson,
      ],
      [
        'a reveal too long before the review',
        async () => {
          await draw.upTo('Witnessed');
          const calendar = [
            { phase: 'MaterialReview', from: '2026-12-31', to: '2026-12-31', workingDays: 1 },
          ];
          await app.database.repo(Programme).update(draw.cast.programme.id, { calendar: calendar });
          return () => draw.reveal();
        },
        {
          code: 'judging.draw.tooEarly',
          variables: { year: '2026', month: '12', day: '24' },
        },
      ],
      [
        'a reveal over a panel that sits meanwhile',
        async () => {
          await draw.upTo('Witnessed');
          await seatPanel(app, draw.cast.programme, 'G', 1);
          return () => draw.reveal();
        },
        { code: 'judging.draw.panelOccupied', field: 'categoryId', variables: { count: 1 } },
      ],
      [
        'a meeting of one person',
        () => () => Promise.resolve().then(() => parsePresent('登记员甲')),
        { code: 'judging.draw.presentCount', field: 'present', variables: { count: 1 } },
      ],
      [
        'a name without end',
        () => () => Promise.resolve().then(() => parsePresent(`甲\n${'长'.repeat(21)}`)),
        { code: 'judging.draw.nameLong', field: 'present' },
      ],
    ],
  );
});
