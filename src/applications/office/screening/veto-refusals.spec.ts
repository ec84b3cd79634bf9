import { afterAll, beforeAll, describe } from '@jest/globals';
import { acting } from '../../../../test/support/acting.js';
import { refusalTable } from '../../../../test/support/case-tables.js';
import { seat } from '../../../../test/support/evidence.js';
import { makeCheck } from '../../../../test/support/office-review.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../../test/support/programme.js';
import { missingIn } from '../../../../test/support/refusals.js';
import { makeSubmitted } from '../../../../test/support/submitted-application.js';
import { TestApp } from '../../../../test/support/test-app.js';
import { Application } from '../../application.entity.js';
import { newId } from '../../../database/new-id.js';
import { ConfirmVetoCheck } from './confirm-veto-check.js';
import { RecordVetoChecks, type VetoChecksInput, type VetoFinding } from './record-veto-checks.js';
import { type CreditRenewal, RenewCreditChecks } from './renew-credit-checks.js';

const today = '2026-11-02';

let app: TestApp;
let programme: TestProgramme;
let id: string;
let listed: string;
beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo(`${today}T02:00:00.000Z`);
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'Screening');
  ({ id } = await makeSubmitted(app, programme, { state: 'Recommended' }));
  listed = (await makeSubmitted(app, programme, { state: 'Proposed' })).id;
});
afterAll(() => app.stop());

const screener = acting('Screener');
const verifier = acting('Verifier');
const alsoAgent = { ...screener, duties: [...screener.duties, ...acting('Agent').duties] };
const choose = (field: string) => ({ code: 'forms.choose', field });

describe('a veto check', () => {
  const finding: VetoFinding = {
    rule: 'V1',
    source: '信用中国（浙江）',
    asOf: today,
    result: 'Clear',
    decidedOn: null,
    clearedOn: null,
    note: null,
  };
  const record = (
    over: Partial<VetoFinding> = {},
    given: Partial<VetoChecksInput> = {},
    actor = screener,
  ) =>
    app.app.get(RecordVetoChecks).run(actor, {
      applicationId: id,
      checkPoint: 'K1',
      checks: [
        { ...finding, rule: 'V2' },
        { ...finding, ...over },
      ],
      ...given,
    });
  refusalTable(
    () => app,
    [
      [
        'of an application nobody made',
        () => () => record({}, { applicationId: newId() }),
        missingIn('lock-with-programme'),
      ],
      [
        'by somebody who acts for a merchant as well',
        () => () => record({}, {}, alsoAgent),
        { code: 'forbiddenPair.merchantOffice' },
      ],
      ['of nothing', () => () => record({}, { checks: [] }), choose('rules')],
      ['of a rule the programme has not', () => () => record({ rule: 'V99' }), choose('rule')],
      [
        'of a rule that is not asked at this point',
        () => () =>
          record(
            {},
            { applicationId: listed, checkPoint: 'K2', checks: [{ ...finding, rule: 'V9' }] },
          ),
        choose('rule'),
      ],
      ...(['K2', 'K3', 'K4'] as const).map(
        (checkPoint) =>
          [
            `for ${checkPoint} of an application that is being screened`,
            () => () => record({}, { checkPoint }),
            { code: 'review.veto.notNow', kind: 'conflict' },
          ] as const,
      ),
      [
        'of the screening when the list is made',
        () => () => record({}, { applicationId: listed }),
        { code: 'review.veto.notNow', kind: 'conflict' },
      ],
      [
        'of an application that the division still has',
        async () => {
          await app.database.repo(Application).update(id, { state: 'InDivisionReview' });
          return () => record();
        },
        { code: 'review.veto.notNow', kind: 'conflict' },
      ],
      [
        'from tomorrow',
        () => () => record({ asOf: '2026-11-03' }),
        { code: 'review.veto.asOfFuture', field: 'asOf' },
      ],
      [
        'of a source out of reach without the reason',
        () => () => record({ result: 'Unavailable' }),
        { code: 'review.veto.noteMissing', field: 'note' },
      ],
      ...(['Hit', 'Flag'] as const).map(
        (result) =>
          [
            `that finds a ${result} without its day`,
            () => () => record({ result }),
            { code: 'review.veto.decidedOnMissing', field: 'decidedOn' },
          ] as const,
      ),
      [
        'of a decision later than the query',
        () => () => record({ result: 'Hit', asOf: '2026-10-30', decidedOn: '2026-10-31' }),
        { code: 'review.veto.decidedLater', field: 'decidedOn' },
      ],
    ],
  );
});

describe('a second reading', () => {
  const confirm = (checkId: string, actor = screener) =>
    app.app.get(ConfirmVetoCheck).run(actor, checkId);
  const hit = (checkerId = newId()) =>
    makeCheck(app, { applicationId: id, asOf: today, result: 'Hit', checkerId });
  refusalTable(
    () => app,
    [
      ['of a check nobody made', () => () => confirm(newId()), missingIn('confirm-veto-check')],
      [
        'by the first person',
        async () => {
          const checkId = await hit(screener.accountId);
          return () => confirm(checkId);
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'by a third person',
        async () => {
          const checkId = await hit();
          await confirm(checkId);
          return () => confirm(checkId, acting('Screener'));
        },
        { code: 'review.veto.confirmedAlready', kind: 'conflict' },
      ],
      [
        'by somebody who acts for a merchant as well',
        async () => {
          const checkId = await hit();
          return () => confirm(checkId, alsoAgent);
        },
        { code: 'forbiddenPair.merchantOffice' },
      ],
      [
        'by a verifier who judges the category',
        async () => {
          const checkId = await hit();
          await seat(app, programme, verifier.accountId);
          return () => confirm(checkId, verifier);
        },
        { code: 'forbiddenPair.verifierJudge' },
      ],
    ],
  );
});

describe('a renewal of credit queries', () => {
  const renew = (given: Partial<CreditRenewal>, actor = screener) =>
    app.app.get(RenewCreditChecks).run(actor, {
      programmeId: programme.id,
      checkPoint: 'K2',
      applications: [listed],
      rules: ['V1'],
      source: '信用中国（浙江）',
      asOf: today,
      ...given,
    });
  refusalTable(
    () => app,
    [
      ['of none', () => () => renew({ applications: [] }), choose('applications')],
      [
        'of one that is on no list',
        () => () => renew({ applications: [id] }),
        choose('applications'),
      ],
      ['of no rule', () => () => renew({ rules: [] }), choose('rules')],
      [
        'from tomorrow',
        () => () => renew({ asOf: '2026-11-03' }),
        { code: 'review.veto.asOfFuture', field: 'asOf' },
      ],
      [
        'by somebody who acts for a merchant as well',
        () => () => renew({}, alsoAgent),
        { code: 'forbiddenPair.merchantOffice' },
      ],
    ],
  );
});
