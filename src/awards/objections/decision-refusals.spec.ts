import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';
import { missingIn, staleIn } from '../../../test/support/refusals.js';
import { newId } from '../../database/new-id.js';
import { Expert } from '../../judging/experts/expert.entity.js';
import { Seat } from '../../judging/panel/seat.entity.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  objections = new ObjectionSteps(award, await award.toPublicity());
});
afterAll(() => award.app.stop());

const app = () => award.app;
const guarded = (given: { rule: string; guard: string }) =>
  ({ code: 'lifecycle.refused.guard', variables: given }) as const;

describe('a decision', () => {
  const partly = (experts: () => Promise<readonly string[]>) => async () => {
    const id = await objections.heard();
    const reReviewers = await experts();
    return () => objections.decide(id, { finding: 'upholdPartly', reReviewers });
  };
  const wrongNumber = {
    code: 'awards.objection.reReviewers',
    field: 'reReviewers',
    variables: { least: 3, most: 5 },
  } as const;
  const inHearing = (finding: 'uphold' | 'upholdPartly') => async () => {
    const id = await objections.accepted();
    const reReviewers = await objections.experts(3);
    award.app.clock.moveTo('2026-06-04T15:59:00.000Z');
    return () => objections.decide(id, { finding, reReviewers });
  };
  refusalTable(app, [
    [
      'by the registrar',
      async () => {
        const id = await objections.heard();
        return () => objections.decide(id, {}, award.people.registrar);
      },
      missingIn('acting-role'),
    ],
    [
      'about an objection nobody has made',
      () => () => objections.decide(newId()),
      missingIn('lock-objection'),
    ],
    [
      'about an objection that somebody has changed meanwhile',
      async () => {
        const id = await objections.heard();
        return () => objections.decide(id, { version: 9 });
      },
      staleIn('move-objection'),
    ],
    [
      'before the acceptance',
      async () => {
        const id = await objections.object();
        return () => objections.decide(id);
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'objection', state: 'Received', event: 'reject' },
      },
    ],
    [
      'a second time',
      async () => {
        const id = await objections.heard();
        await objections.decide(id);
        return () => objections.decide(id);
      },
      {
        code: 'lifecycle.refused.event',
        kind: 'conflict',
        variables: { lifecycle: 'objection', state: 'Replied', event: 'reject' },
      },
    ],
    [
      'without a reason',
      async () => {
        const id = await objections.heard();
        return () => objections.decide(id, { reason: ' ' });
      },
      guarded({ rule: 'O08', guard: 'reasonGiven' }),
    ],
    [
      'without a reply',
      async () => {
        const id = await objections.heard();
        return () => objections.decide(id, { reply: ' ' });
      },
      guarded({ rule: 'O09', guard: 'replySentOrAnonymous' }),
    ],
    [
      'against a merchant on the last day of the hearing',
      inHearing('uphold'),
      guarded({ rule: 'O06', guard: 'merchantHeard' }),
    ],
    [
      'in part against a merchant on the last day of the hearing',
      inHearing('upholdPartly'),
      guarded({ rule: 'O07', guard: 'merchantHeard' }),
    ],
    ['that names two experts', partly(() => objections.experts(2)), wrongNumber],
    ['that names six experts', partly(() => objections.experts(6)), wrongNumber],
    [
      'that names one expert three times',
      partly(async () => {
        const [one] = await objections.experts(1);
        return [one!, one!, one!];
      }),
      wrongNumber,
    ],
    [
      'that names an expert who judged the application',
      partly(async () => {
        const [seat] = await award.app.database.repo(Seat).find({ take: 1 });
        return [...(await objections.experts(2)), seat!.expertId];
      }),
      wrongNumber,
    ],
    [
      'that names somebody who judged beside three who did not',
      partly(async () => {
        const [seat] = await award.app.database.repo(Seat).find({ take: 1 });
        return [...(await objections.experts(3)), seat!.expertId];
      }),
      guarded({ rule: 'O07', guard: 'reReviewersDidNotJudge' }),
    ],
    [
      'that names an expert who works for the merchant',
      partly(async () => {
        const experts = await objections.experts(3);
        const organisation = award.entries[1]!.name;
        await award.app.database.repo(Expert).update({ id: experts[0]! }, { organisation });
        return experts;
      }),
      {
        code: 'awards.objection.expertTied',
        field: 'reReviewers',
        variables: { names: '另一位专家' },
      },
    ],
    [
      'that names its own approver',
      partly(async () => [
        ...(await objections.experts(2)),
        await objections.expert(award.people.approver.accountId),
      ]),
      { code: 'forbiddenPair.approverObjectionExpert', field: 'reReviewers' },
    ],
  ]);
});
