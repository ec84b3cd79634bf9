import { afterAll, beforeAll, describe } from '@jest/globals';
import { type Applicant, makeApplicant, openWindow } from '../../../test/support/applicant.js';
import { type Applying, afterTheWindow, applying } from '../../../test/support/applying.js';
import { type RefusalCase, refusalTable } from '../../../test/support/case-tables.js';
import type { TestApp } from '../../../test/support/test-app.js';

let app: TestApp;
let own: Applicant;
let draft: Applying;
beforeAll(async () => {
  const opened = await openWindow();
  ({ app } = opened);
  own = await makeApplicant(app);
  draft = await applying(app, own, opened.programme);
});
afterAll(() => app.stop());

const locked = { code: 'applications.locked', kind: 'conflict' } as const;

describe('a correction', () => {
  const asked = async (items: string[] = ['orders']) => {
    await draft.submit();
    await draft.askCorrection(items);
  };
  refusalTable(
    () => app,
    [
      [
        'what nobody asked for',
        async () => {
          await draft.submit();
          return () => draft.correct();
        },
        locked,
      ],
      [
        'on the first moment after its last day',
        async () => {
          await asked();
          app.clock.moveTo('2026-09-17T16:00:00.000Z');
          return () => draft.correct();
        },
        { code: 'applications.correction.overdue' },
      ],
      [
        'typing after its last day',
        async () => {
          await asked();
          app.clock.moveTo('2026-09-17T16:00:00.000Z');
          return () => draft.save({ orders: '1' });
        },
        locked,
      ],
      ...(
        [
          ['a figure', 'figures', { figures: { orders: '1', parcels: '1' } }],
          ['a text', 'texts', { texts: { G15: '另写一篇' } }],
          ['the rows', 'figures', { rows: { samplingFailures: [] } }],
          ['the word on penalties', 'texts', { penaltySelfReport: '曾受处罚' }],
        ] as const
      ).map(([what, step, content]): RefusalCase => [
        `${what} that it does not list`,
        async () => {
          await asked();
          return () => draft.write(step, content);
        },
        locked,
      ]),
      [
        'sending twice',
        async () => {
          await asked();
          const file = await draft.load();
          await draft.correct();
          return () => draft.correct(file);
        },
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'Submitted', event: 'correctForDivision' },
        },
      ],
      [
        'one that lists nothing',
        async () => {
          await asked([]);
          return () => draft.correct();
        },
        {
          code: 'lifecycle.refused.guard',
          variables: { rule: 'A05a', guard: 'onlyListedItemsChanged' },
        },
      ],
    ],
  );
});

describe('asking the representative', () => {
  refusalTable(
    () => app,
    [
      [
        'about what is submitted',
        async () => {
          await draft.submit();
          return () => draft.ask();
        },
        locked,
      ],
      [
        'after the window',
        () => {
          app.clock.moveTo(afterTheWindow);
          return () => draft.ask();
        },
        locked,
      ],
      [
        'where the representative has no account',
        async () => {
          await app.database.execute('UPDATE duty SET ended_at = ? WHERE merchant_id = ?', [
            app.clock.now(),
            own.merchantId,
          ]);
          return () => draft.ask();
        },
        { code: 'applications.confirm.noAccount' },
      ],
      [
        'twice within a day',
        async () => {
          app.clock.moveTo('2026-09-01T02:00:00.000Z');
          await draft.ask();
          app.clock.moveTo('2026-09-02T00:59:59.000Z');
          return () => draft.ask();
        },
        {
          code: 'applications.confirm.askedLately',
          kind: 'conflict',
          variables: { hours: 2 },
        },
      ],
      [
        'about a draft with a hole',
        async () => {
          await draft.save({ 'samplingFailure.none': null });
          return () => draft.ask();
        },
        { code: 'applications.confirm.incomplete', variables: { count: 1 } },
      ],
    ],
  );
});
