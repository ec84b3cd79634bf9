import { afterAll, beforeAll, describe } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import { acting } from '../../../../test/support/acting.js';
import { recordTable } from '../../../../test/support/case-tables.js';
import { makeCheck } from '../../../../test/support/office-review.js';
import { type TestProgramme, makeProgramme } from '../../../../test/support/programme.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { openScreening, today } from '../../../../test/support/screening-case.js';
import type { TestApp } from '../../../../test/support/test-app.js';
import { Programme } from '../../../programmes/programme.entity.js';
import { ConfirmVetoCheck } from './confirm-veto-check.js';
import { RecordVetoChecks, type VetoFinding } from './record-veto-checks.js';
import { RenewCreditChecks } from './renew-credit-checks.js';

let app: TestApp;
let programme: TestProgramme;
let id: string;
beforeAll(async () => {
  ({ app, programme, id } = await openScreening());
});
afterAll(() => app.stop());

const subjectType = 'application';
const byScreener = { actorRole: 'Screener', subjectType };
const screener = acting('Screener');
const silent = { messages: [] };

describe('veto checks', () => {
  const clear: VetoFinding = {
    rule: 'V1',
    source: '信用中国（浙江）',
    asOf: today,
    result: 'Clear',
    decidedOn: null,
    clearedOn: null,
    note: null,
  };
  const record = (over: Partial<VetoFinding>, applicationId = id) =>
    app.app
      .get(RecordVetoChecks)
      .run(screener, { applicationId, checkPoint: 'K1', checks: [{ ...clear, ...over }] });
  const recorded = (rule: string, result: string) => ({
    checkPoint: 'K1',
    checks: [{ id: '<id>', rule, asOf: today, result }],
  });
  const toConfirm = [
    { message: 'vetoToConfirm', to: 'Screener' },
    { message: 'vetoToConfirm', to: 'Verifier' },
  ];
  /** The programme of the year before took applications until 30 September 2025. */
  const lookBackToTheLast = async (rule: string) => {
    const rules = {
      ...PRESET_NOW,
      vetoRules: PRESET_NOW.vetoRules.map((one) =>
        one.code === rule ? { ...one, lookBack: { kind: 'programmes', past: 1 } as const } : one,
      ),
    };
    const last = await makeProgramme(app, 'Archived');
    const calendar = [{ phase: 'Open', from: '2025-08-01', to: '2025-09-30', workingDays: 42 }];
    await app.database.repo(Programme).update({ id: last.id }, { year: 2025, calendar });
    const now = await makeProgramme(app, 'Screening', rules);
    return (await makeSubmitted(app, now, { state: 'Recommended' })).id;
  };
  recordTable(
    () => app,
    [
      [
        'a clear one',
        () => () => record({}),
        {
          events: [
            {
              event: 'application.recordVetoChecks',
              ...byScreener,
              details: recorded('V1', 'Clear'),
            },
          ],
          ...silent,
        },
      ],
      [
        'a hit, for a second person',
        () => () => record({ rule: 'V6', result: 'Hit', decidedOn: '2026-05-11' }),
        {
          events: [
            {
              event: 'application.recordVetoChecks',
              ...byScreener,
              details: recorded('V6', 'Hit'),
            },
          ],
          messages: toConfirm,
        },
      ],
      [
        'a hit of the day of the query',
        () => () => record({ rule: 'V6', result: 'Hit', decidedOn: today }),
        {
          events: [
            {
              event: 'application.recordVetoChecks',
              ...byScreener,
              details: recorded('V6', 'Hit'),
            },
          ],
          messages: toConfirm,
          said: toConfirm.map(() => ({ merchant: '柑橘小店', count: 1 })),
        },
      ],
      ...(
        [
          ['before it', '2025-09-29', 'Clear', []],
          ['since', '2025-09-30', 'Hit', toConfirm],
        ] as const
      ).map(
        ([when, decidedOn, result, messages]) =>
          [
            `a rule that looks back to the end of the last programme: a decision ${when}`,
            async () => {
              const applicationId = await lookBackToTheLast('V6');
              return () => record({ rule: 'V6', result: 'Hit', decidedOn }, applicationId);
            },
            {
              events: [
                {
                  event: 'application.recordVetoChecks',
                  ...byScreener,
                  details: recorded('V6', result),
                },
              ],
              messages,
            },
          ] as const,
      ),
      [
        'a source out of reach, for a second person',
        () => () => record({ result: 'Unavailable', note: '网站维护' }),
        {
          events: [
            {
              event: 'application.recordVetoChecks',
              ...byScreener,
              details: recorded('V1', 'Unavailable'),
            },
          ],
          messages: toConfirm,
        },
      ],
      ...(['K1', 'K2'] as const).map(
        (checkPoint) =>
          [
            `a hit at ${checkPoint} that a second person has read`,
            async () => {
              const given = { applicationId: id, asOf: today, checkPoint };
              const checkId = await makeCheck(app, { ...given, rule: 'V6', result: 'Hit' });
              return () => app.app.get(ConfirmVetoCheck).run(screener, checkId);
            },
            {
              events: [
                {
                  event: 'application.confirmVetoCheck',
                  ...byScreener,
                  details: { checkId: '<id>', rule: 'V6', result: 'Hit', checkPoint },
                },
              ],
              messages: checkPoint === 'K1' ? [] : [{ message: 'vetoConfirmed', to: 'Approver' }],
            },
          ] as const,
      ),
      [
        'a renewed query, without the rule that was found to be hit',
        async () => {
          const listed = await makeSubmitted(app, programme, { state: 'Proposed' });
          const asOf = '2026-10-30';
          await makeCheck(app, {
            applicationId: listed.id,
            asOf,
            checkPoint: 'K2',
            rule: 'V2',
            result: 'Hit',
          });
          return () =>
            app.app.get(RenewCreditChecks).run(screener, {
              programmeId: programme.id,
              checkPoint: 'K2',
              applications: [listed.id, listed.id],
              rules: ['V1', 'V2'],
              source: '信用中国（浙江）',
              asOf: today,
            });
        },
        {
          events: [
            {
              event: 'application.recordVetoChecks',
              ...byScreener,
              details: {
                checkPoint: 'K2',
                checks: [{ id: '<id>', rule: 'V1', asOf: today, result: 'Clear' }],
              },
            },
          ],
          ...silent,
        },
      ],
    ],
  );
});
