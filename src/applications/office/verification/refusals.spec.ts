import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { type RefusalCase, refusalTable } from '../../../../test/support/case-tables.js';
import { seat } from '../../../../test/support/evidence.js';
import { type Verifying, categoryG, verifying } from '../../../../test/support/verifying.js';
import { missingIn, staleIn } from '../../../../test/support/refusals.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { Application } from '../../application.entity.js';

let app: TestApp;
let work: Verifying;
beforeAll(async () => {
  app = await TestApp.start();
  work = await verifying(app);
});
afterAll(() => app.stop());

const alsoAgent = () => ({
  ...work.verifier,
  duties: [...work.verifier.duties, ...acting('Agent').duties],
});
const isNow = (state: Application['state']) =>
  app.database.repo(Application).update({ id: work.id }, { state });
const [firstTick] = categoryG.ticked as [string];
const [systemItem] = categoryG.system as [string];
const closed = { code: 'review.verification.closed', kind: 'conflict' } as const;
const acts = {
  verdicts: () => work.verdict('orders'),
  adjustment: () => work.adjust(),
  removal: () => work.remove(newId()),
  'second reading': () => work.confirm(work.verifier),
  completion: () => work.complete(),
} as const;
const everyAct = Object.entries(acts);

describe('every act of the verification', () => {
  refusalTable(
    () => app,
    [
      ...everyAct.flatMap(([name, act]): RefusalCase[] => [
        [
          `${name} outside the phase`,
          async () => {
            await app.database
              .repo(Programme)
              .update({ id: work.programme.id }, { state: 'MaterialReview' });
            return act;
          },
          { code: 'review.notInPhase', kind: 'conflict' },
        ],
        [
          `${name} by who judges the category`,
          async () => {
            await seat(app, work.programme, work.verifier.accountId);
            return act;
          },
          { code: 'forbiddenPair.verifierJudge' },
        ],
      ]),
      ...everyAct.map(([name, act]): RefusalCase => [
        `${name} once it is verified`,
        async () => {
          await isNow('Verified');
          return act;
        },
        closed,
      ]),
      [
        'verdicts on an application nobody made',
        () => () => work.verdict('orders', { applicationId: newId() }),
        missingIn('lock-with-programme'),
      ],
      [
        'verdicts of somebody who acts for a merchant as well',
        () => () => work.verdict('orders', { actor: alsoAgent() }),
        { code: 'forbiddenPair.merchantOffice' },
      ],
    ],
  );
});

describe('a verdict', () => {
  const typed = (key: string, over: object) => () => () => work.verdict(key, over);
  const reason = '扣除代运营销售额。';
  const reduced = { verdict: 'Reduced', value: '480.50', reason };
  refusalTable(
    () => app,
    [
      ['on a figure the file has not', typed('tick.X9.none', {}), missingIn('save-verdicts')],
      [
        'on an item that the verification itself decides',
        typed(systemItem, {}),
        missingIn('save-verdicts'),
      ],
      [
        'on a figure that changed since it was shown',
        async () => {
          await work.verdict('orders');
          return () => work.verdict('orders', { verdict: 'Rejected', reason });
        },
        staleIn('save-verdicts'),
      ],
      ...(['Reduced', 'Rejected'] as const).map((verdict): RefusalCase => [
        `${verdict} without a reason`,
        typed('netWan', { ...reduced, verdict, reason: ' ' }),
        { code: 'review.verdict.reason', field: 'reason.netWan' },
      ]),
      [
        'with a reason of more than 500 characters',
        typed('netWan', { ...reduced, reason: '长'.repeat(501) }),
        { code: 'review.verdict.reasonLong', field: 'reason.netWan' },
      ],
      [
        'that is none',
        typed('netWan', { ...reduced, verdict: 'Maybe' }),
        { code: 'forms.choose', field: 'verdict.netWan' },
      ],
      [
        'that reduces a tick',
        typed(firstTick, { ...reduced, version: 0 }),
        { code: 'forms.choose', field: `verdict.${firstTick}` },
      ],
      [
        'that corrects to the same value',
        typed('netWan', { ...reduced, value: '600' }),
        { code: 'review.verdict.sameValue', field: 'value.netWan' },
      ],
      [
        'that corrects to nothing',
        typed('netWan', { ...reduced, value: '' }),
        { code: 'forms.required', field: 'value.netWan' },
      ],
      [
        'that corrects to less than nothing',
        typed('netWan', { ...reduced, value: '-1' }),
        { code: 'forms.numberLeast', field: 'value.netWan' },
      ],
      [
        'that corrects to a word',
        typed('netWan', { ...reduced, value: '许多' }),
        { code: 'forms.number', field: 'value.netWan' },
      ],
    ],
  );
});

describe('an adjustment', () => {
  refusalTable(
    () => app,
    [
      [
        'without a file of the application',
        () => () => work.adjust({ evidenceId: newId() }),
        { code: 'forms.choose', field: 'evidenceId' },
      ],
      ...(['bonus', 'deduction'] as const).map((kind): RefusalCase => [
        `of a ${kind} that passes the limit together with the others`,
        async () => {
          const most = work.rules.adjustments[`${kind}Most`];
          await work.adjust({ kind, points: most });
          return () => work.adjust({ kind, points: 1 });
        },
        { code: 'review.adjustment.most', field: 'points' },
      ]),
      [
        'that is taken back and was never given',
        () => () => work.remove(newId()),
        { code: 'review.adjustment.removedAlready', kind: 'conflict' },
      ],
    ],
  );
});

describe('the end of a verification', () => {
  refusalTable(
    () => app,
    [
      [
        'with a figure without a verdict',
        async () => {
          await work.everyVerdict(['orders']);
          return () => work.complete();
        },
        {
          code: 'review.verification.open',
          variables: { count: 1 },
          guard: 'everyFigureHasVerdict',
        },
      ],
      [
        'without the second reading',
        async () => {
          await work.everyVerdict();
          return () => work.complete();
        },
        { code: 'review.verification.unread' },
      ],
      [
        'with a verdict that changed after the second reading',
        async () => {
          await work.everyVerdict();
          await work.confirm();
          await work.verdict('orders', {
            verdict: 'Rejected',
            reason: '无法核实。',
            version: 3,
          });
          return () => work.complete();
        },
        { code: 'review.verification.unread' },
      ],
      [
        'a second reading before every figure has a verdict',
        async () => {
          await work.everyVerdict(['orders']);
          return () => work.confirm();
        },
        { code: 'review.verification.open', variables: { count: 1 } },
      ],
      [
        'a second reading by who gave all that waits',
        async () => {
          await work.everyVerdict(['orders']);
          await work.verdict('orders', { actor: work.second });
          await work.confirm();
          return () => work.confirm();
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'a second reading when nothing waits',
        async () => {
          await work.everyVerdict();
          await work.confirm();
          return () => work.confirm();
        },
        { code: 'review.verification.readAlready', kind: 'conflict' },
      ],
    ],
  );
});
