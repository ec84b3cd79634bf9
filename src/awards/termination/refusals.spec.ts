import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps, also } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { Termination } from '../../programmes/terminate-programme.js';
import { NoticeDraft } from '../notices/notice-draft.entity.js';
import { DecideTermination } from './decide-termination.js';

let award: AwardSteps;
let draftId: string;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());

const app = () => award.app;
const decide = async (
  over: Partial<Termination & { version: number }> = {},
  actor = award.people.approver,
) => {
  const { version } = await award.app.database.repo(Programme).findOneByOrFail({ id: award.id });
  return award.app.app.get(DecideTermination).run(actor, {
    programmeId: award.id,
    version,
    ground: 'processDefect',
    reason: '评审程序有不能补正的缺陷。',
    ...over,
  });
};

describe('the decision to stop a programme', () => {
  refusalTable(app, [
    ['by the registrar', () => () => decide({}, award.people.registrar), missingIn('acting-role')],
    [
      'of a programme nobody prepared',
      () => () => decide({ programmeId: newId() }),
      missingIn('database'),
    ],
    [
      'of a programme that somebody has changed meanwhile',
      () => () => decide({ version: 9 }),
      staleIn('decide-termination'),
    ],
    [
      'for a field that is large enough',
      () => () => decide({ ground: 'minimumField' }),
      { code: 'programmes.refused.fieldLargeEnough', field: 'ground' },
    ],
    [
      'without a reason',
      () => () => decide({ reason: ' ' }),
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'P-cancel', guard: 'publicReasonGiven' },
      },
    ],
    [
      'after the list is public',
      async () => {
        await award.app.database.repo(Programme).update(award.id, { state: 'Conferred' });
        return () => decide();
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'programme', state: 'Conferred', event: 'terminate' },
      },
    ],
  ]);
});

describe('the notice that stops a programme', () => {
  beforeAll(async () => {
    ({ draftId } = await decide());
  });
  refusalTable(app, [
    [
      'posted by who decided it',
      () => () => award.post(draftId, also(award.people.approver, 'Publisher')),
      { code: 'forbiddenPair.firstSecondPerson' },
    ],
    [
      'posted by the registrar',
      () => () => award.post(draftId, award.people.registrar),
      missingIn('acting-role'),
    ],
    [
      'posted with another hash',
      () => () => award.post(draftId, award.people.publisher, 'f'.repeat(64)),
      { code: 'awards.notice.otherHash', field: 'hash' },
    ],
    [
      'that has lost its reason',
      async () => {
        await award.app.database.repo(NoticeDraft).update(draftId, { facts: {} });
        return () => award.post(draftId);
      },
      { code: 'awards.notice.missing.reason' },
    ],
    [
      'posted after the list is public',
      async () => {
        await award.app.database.repo(Programme).update(award.id, { state: 'Conferred' });
        return () => award.post(draftId);
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'programme', state: 'Conferred', event: 'terminate' },
      },
    ],
  ]);
});
