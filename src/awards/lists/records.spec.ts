import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { recordTable } from '../../../test/support/case-tables.js';
import { ObjectionSteps } from '../../../test/support/objection-steps.js';

let award: AwardSteps;
let objections: ObjectionSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
  await award.lock();
  await award.clear('K2');
});
afterAll(() => award.app.stop());

const app = () => award.app;
const silent = { messages: [] };
const programme = { subjectType: 'programme' };

describe('a proposal', () => {
  recordTable(app, [
    [
      'who is proposed, who is left out, and the list',
      () => () => award.deliberate(),
      {
        events: [
          ...[1, 2].map(() => ({
            event: 'application.propose',
            actorRole: 'CityRegistrar',
            subjectType: 'application',
            details: { from: 'ScoreLocked', to: 'Proposed', rule: 'A16', list: '<id>' },
          })),
          {
            event: 'application.leaveOut',
            actorRole: 'CityRegistrar',
            subjectType: 'application',
            details: { from: 'ScoreLocked', to: 'NotProposed', rule: 'A17', list: '<id>' },
          },
          {
            event: 'programme.concludeDeliberation',
            actorRole: 'CityRegistrar',
            ...programme,
            details: { from: 'Deliberation', to: 'Proposed', rule: 'P13' },
          },
          {
            event: 'list.propose',
            actorRole: 'CityRegistrar',
            subjectType: 'list',
            details: { rows: 2, hash: '<hash>' },
          },
        ],
        ...silent,
      },
    ],
  ]);
});

describe('a list after its public notice', () => {
  beforeAll(async () => {
    await award.deliberate();
    objections = new ObjectionSteps(award, await award.post(await award.prepare({})));
  });
  const over = () => award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
  const submitted = (actorRole: string) => ({
    event: 'programme.submitForApproval',
    actorRole,
    ...programme,
    details: { from: 'Publicity', to: 'Approved', rule: 'P15b' },
  });
  recordTable(app, [
    [
      'a closing by the registrar, without objections',
      () => {
        over();
        return () => award.close();
      },
      { events: [submitted('CityRegistrar')], ...silent },
    ],
    [
      'a closing by the approver, in the first millisecond after the last day',
      () => {
        award.app.clock.moveTo('2026-06-08T16:00:00.000Z');
        return () => award.close(award.people.approver);
      },
      { events: [submitted('Approver')], ...silent },
    ],
    [
      'the way to the objections',
      async () => {
        await objections.accepted();
        over();
        return () => award.close();
      },
      {
        events: [
          {
            event: 'programme.startObjectionHandling',
            actorRole: 'CityRegistrar',
            ...programme,
            details: { from: 'Publicity', to: 'ObjectionHandling', rule: 'P15a' },
          },
        ],
        ...silent,
      },
    ],
    [
      'the end of the objections, while one merchant is held alone',
      async () => {
        await objections.accepted();
        over();
        await award.close();
        return () => award.close(award.people.approver);
      },
      {
        events: [
          {
            event: 'programme.concludeObjections',
            actorRole: 'Approver',
            ...programme,
            details: { from: 'ObjectionHandling', to: 'Approved', rule: 'P16' },
          },
        ],
        ...silent,
      },
    ],
    [
      'the statement of the supervisor',
      () => () => award.state(),
      {
        events: [
          {
            event: 'list.superviseStatement',
            actorRole: 'Supervisor',
            subjectType: 'list',
            details: {},
          },
        ],
        ...silent,
      },
    ],
  ]);
});
