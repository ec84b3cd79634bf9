import { afterAll, beforeAll, describe } from '@jest/globals';
import { PRESET_NOW } from '../../../../seeds/reference/rule-sets/preset-now.js';
import { acting } from '../../../../test/support/acting.js';
import { type RefusalCase, refusalTable } from '../../../../test/support/case-tables.js';
import { clearAll, makeCheck } from '../../../../test/support/office-review.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { newId } from '../../../database/new-id.js';
import { Programme } from '../../../programmes/programme.entity.js';
import type { ProgrammeState } from '../../../rules/lifecycle/programme-states.js';
import { Application } from '../../application.entity.js';
import { VetoCheck } from '../../veto-check.entity.js';
import { DecideScreening, type ScreeningInput } from './decide-screening.js';

const today = '2026-11-02';
/** Ten working days before, the oldest that counts, and one more. */
const stillFresh = '2026-10-19';
const tooOld = '2026-10-16';

let app: TestApp;
let programme: TestProgramme;
let id: string;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo(`${today}T02:00:00.000Z`);
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Screening');
  ({ id } = await makeSubmitted(app, programme, { state: 'Recommended' }));
  await clearAll(app, id, stillFresh);
});
afterAll(() => app.stop());

const screener = acting('Screener');
const decide = (over: Partial<ScreeningInput> = {}, actor = screener) =>
  app.app.get(DecideScreening).run(actor, {
    applicationId: id,
    result: 'in',
    reason: null,
    basis: null,
    remedy: null,
    ...over,
  });
const out = {
  result: 'out',
  reason: '上年度网络销售额未达到申报条件。',
  basis: '实施方案第二条',
  remedy: '可在三个工作日内陈述申辩。',
} as const;
const check = (over: Partial<VetoCheck>) =>
  makeCheck(app, { applicationId: id, asOf: today, ...over });
const found =
  (over: Partial<VetoCheck>, given: Partial<ScreeningInput> = {}): RefusalCase[1] =>
  async () => {
    await check(over);
    return () => decide(given);
  };
const inPhase =
  (state: ProgrammeState, given: Partial<ScreeningInput> = {}): RefusalCase[1] =>
  async () => {
    await app.database.repo(Programme).update({ id: programme.id }, { state });
    return () => decide(given);
  };
const snapshotIs = async (change: (snapshot: Record<string, unknown>) => void) => {
  const applications = app.database.repo(Application);
  const row = await applications.findOneByOrFail({ id });
  change(row.snapshot!);
  await applications.update({ id }, { snapshot: row.snapshot } as never);
};

describe('the decision of a screening', () => {
  refusalTable(
    () => app,
    [
      [
        'an application nobody made',
        () => () => decide({ applicationId: newId() }),
        missingIn('lock-with-programme'),
      ],
      [
        'a draft',
        async () => {
          await app.database.repo(Application).update({ id }, { state: 'Draft' });
          return () => decide();
        },
        missingIn('application-file.queries'),
      ],
      ['before its phase', inPhase('Open'), { code: 'review.notInPhase', kind: 'conflict' }],
      [
        'after its phase',
        inPhase('MaterialReview', out),
        { code: 'review.notInPhase', kind: 'conflict' },
      ],
      [
        'by somebody who acts for a merchant as well',
        () => () =>
          decide(out, { ...screener, duties: [...screener.duties, ...acting('Agent').duties] }),
        { code: 'forbiddenPair.merchantOffice' },
      ],
      [
        'what was decided already',
        async () => {
          await decide();
          return () => decide();
        },
        {
          code: 'lifecycle.refused.event',
          kind: 'conflict',
          variables: { lifecycle: 'application', state: 'ScreenedIn', event: 'screenIn' },
        },
      ],
      [
        'letting in what no longer meets a condition',
        async () => {
          await snapshotIs((snapshot) => {
            (snapshot.returns as { netWan: number }[])[0]!.netWan = 100;
          });
          return () => decide();
        },
        { code: 'review.screening.ineligible', field: 'decision', guard: 'eligible' },
      ],
      [
        'letting in what has no snapshot to judge by',
        async () => {
          await snapshotIs((snapshot) => delete snapshot.merchant);
          return () => decide();
        },
        { code: 'review.screening.ineligible', field: 'decision' },
      ],
      [
        'letting in before every rule is checked',
        async () => {
          await app.database.repo(VetoCheck).delete({ applicationId: id, rule: 'V7' });
          return () => decide();
        },
        {
          code: 'veto.blocker.missing',
          field: 'decision',
          variables: { rule: 'V7' },
          guard: 'creditQueryDated',
        },
      ],
      [
        'letting in on a query eleven working days old',
        async () => {
          await app.database
            .repo(VetoCheck)
            .update({ applicationId: id, rule: 'V2' }, { asOf: tooOld });
          return () => decide();
        },
        { code: 'veto.blocker.stale', field: 'decision', variables: { rule: 'V2' } },
      ],
      [
        'letting in while a source is out of reach',
        found({ rule: 'V1', result: 'Unavailable', note: '查询网站维护。' }),
        { code: 'veto.blocker.unavailable', field: 'decision', variables: { rule: 'V1' } },
      ],
      [
        'letting in with a hit',
        found({ rule: 'V3', result: 'Hit', decidedOn: '2026-05-11' }),
        {
          code: 'veto.blocker.hit',
          field: 'decision',
          variables: { rule: 'V3' },
          guard: 'noVetoHit',
        },
      ],
      [
        'letting in on a clear check that nobody has read after a confirmed hit',
        async () => {
          await check({ rule: 'V3', result: 'Hit', secondReaderId: newId() });
          return found({ rule: 'V3', checkedAt: `${today}T03:00:00.000Z` })();
        },
        { code: 'veto.blocker.hit', field: 'decision', variables: { rule: 'V3' } },
      ],
      [
        'letting in a concealed penalty that the programme itself does not ask for',
        async () => {
          const other = await makeProgramme(app, 'Screening', {
            ...PRESET_NOW,
            vetoRules: PRESET_NOW.vetoRules.filter(({ code }) => code !== 'V8'),
          });
          const made = await makeSubmitted(app, other, { state: 'Recommended' });
          await clearAll(app, made.id, today);
          await makeCheck(app, {
            applicationId: made.id,
            asOf: today,
            rule: 'V8',
            result: 'Hit',
            checkedAt: `${today}T03:00:00.000Z`,
          });
          return () => decide({ applicationId: made.id });
        },
        { code: 'veto.concealedPenalty', field: 'decision', variables: { rules: 'V8' } },
      ],
      ...(
        [
          { field: 'reason', guard: 'reasonGiven' },
          { field: 'basis', guard: 'basisAndRemedyTold' },
          { field: 'remedy', guard: 'statementInvited' },
        ] as const
      ).map((told): RefusalCase => [
        `keeping out without the ${told.field}`,
        () => () => decide({ ...out, [told.field]: null }),
        { code: 'review.screening.tell', ...told },
      ]),
      [
        'keeping out for a hit that one person has seen',
        found({ rule: 'V6', result: 'Hit', decidedOn: '2026-05-11' }, out),
        { code: 'review.screening.unread', field: 'decision', variables: { rule: 'V6' } },
      ],
    ],
  );
});
