import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, also } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { missingIn } from '../../../test/support/refusals.js';
import { VetoCheck } from '../../applications/veto-check.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { RequireStep } from '../../programmes/require-step.js';
import { Standing } from '../standings/standing.entity.js';
let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());
const app = () => award.app;
const setState = (state: Programme['state']) =>
  award.app.database.repo(Programme).update(award.id, { state });
describe('a deliberation', () => {
  const locked = async () => {
    await award.lock();
    await award.clear('K2');
  };
  const setStanding = (entry: number, change: Partial<Standing>) =>
    award.app.database
      .repo(Standing)
      .update({ applicationId: award.entries[entry]!.applicationId }, change as never);
  const setCheck = (change: Partial<VetoCheck>) =>
    award.app.database
      .repo(VetoCheck)
      .update({ applicationId: award.entries[1]!.applicationId, rule: 'V3' }, change);
  refusalTable(app, [
    [
      'by somebody without the duty',
      () => () => award.deliberate({}, award.people.approver),
      missingIn('acting-role'),
    ],
    [
      'before the scores are locked',
      () => () => award.deliberate(),
      { code: 'awards.deliberation.notNow', kind: 'conflict' },
    ],
    [
      'while a category is not locked',
      async () => {
        await setState('Deliberation');
        return () => award.deliberate();
      },
      { code: 'awards.deliberation.unlocked' },
    ],
    [
      'a second time',
      async () => {
        await locked();
        await award.deliberate();
        return () => award.deliberate();
      },
      { code: 'awards.deliberation.notNow', kind: 'conflict' },
    ],
    [
      'over a tie',
      async () => {
        await locked();
        await setStanding(1, { outcome: 'undecided' });
        return () => award.deliberate();
      },
      {
        code: 'awards.deliberation.ties',
        variables: { receipts: '2026-G-0002' },
        guard: 'tiesDecided',
      },
    ],
    [
      'over a tie, by an act without words for it',
      async () => {
        await locked();
        await setStanding(1, { outcome: 'undecided' });
        return () => award.app.app.get(RequireStep).run(award.id, 'concludeDeliberation');
      },
      { code: 'programmes.blocked.tiesDecided', variables: { open: 1 } },
    ],
    [
      'that gives away more places than there are',
      async () => {
        await locked();
        await setStanding(2, { outcome: 'proposed' });
        return () => award.deliberate();
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'A16', guard: 'withinQuota' } },
    ],
    [
      'that gives a place to a score below the mark',
      async () => {
        await locked();
        await setStanding(1, { compositeMillionths: 1 });
        return () => award.deliberate();
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'A16', guard: 'passMarkReached' } },
    ],
    [
      'over a credit query with a hit',
      async () => {
        await locked();
        await setCheck({ result: 'Hit' });
        return () => award.deliberate();
      },
      {
        code: 'awards.credit.blocked',
        variables: { receipt: '2026-G-0002', rules: 'V3', more: 0, checkPoint: 'K2' },
      },
    ],
    [
      'over a credit query that is old',
      async () => {
        await locked();
        await setCheck({ asOf: '2026-05-01' });
        return () => award.deliberate();
      },
      {
        code: 'awards.credit.blocked',
        variables: { receipt: '2026-G-0002', rules: 'V3', more: 0, checkPoint: 'K2' },
      },
    ],
    [
      'without minutes',
      async () => {
        await locked();
        return () => award.deliberate({ minutes: ' ' });
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'A16', guard: 'minutesSigned' } },
    ],
    [
      'without the sheet of the cut line',
      async () => {
        await locked();
        return () => award.deliberate({ cutLineRead: false });
      },
      { code: 'lifecycle.refused.guard', variables: { rule: 'P13', guard: 'cutLineSheetRead' } },
    ],
  ]);
});

describe('a statement of the supervisor', () => {
  refusalTable(app, [
    [
      'by the approver',
      () => () => award.state('好', award.people.approver),
      missingIn('acting-role'),
    ],
    ['before there is a list', () => () => award.state(), missingIn('file-statement')],
    [
      'by a supervisor who also judges',
      async () => {
        await award.toPublicity();
        return () => award.state('好', also(award.people.supervisor, 'Judge'));
      },
      { code: 'forbiddenPair.supervisorJudging' },
    ],
    [
      'a second time',
      async () => {
        await award.toPublicity();
        await award.state();
        return () => award.state();
      },
      { code: 'awards.statement.filed', kind: 'conflict' },
    ],
  ]);
});
