import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { Application } from '../../src/applications/application.entity.js';
import { Notice } from '../../src/awards/notices/notice.entity.js';
import { Hold } from '../../src/awards/objections/hold.entity.js';
import { Objection } from '../../src/awards/objections/objection.entity.js';
import { ConferTitles } from '../../src/awards/titles/confer-titles.js';
import { AwardSteps, appointed } from '../support/award-steps.js';
import { ObjectionSteps } from '../support/objection-steps.js';
import { raceTable } from './race.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
}, 120_000);
afterAll(() => award.app.stop());

const entriesOf = async (event: string) =>
  (await award.app.database.rows('SELECT event FROM journal_entry WHERE event = ?', [event]))
    .length;
const publicity = async () => new ObjectionSteps(award, await award.toPublicity());
/** Everything before the approval, with an objection that came in at the last moment. */
const withLateObjection = async () => {
  const objections = await publicity();
  const id = await objections.object();
  const rows = award.app.database.repo(Objection);
  await rows.update({ id }, { state: 'Refused' });
  award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
  await award.close();
  await award.state();
  await award.clear('K3');
  await rows.update({ id }, { state: 'Received' });
  return { objections, id };
};

describe('decisions that compete', () => {
  raceTable(
    () => award.app,
    [
      [
        'approving the list and accepting an objection',
        async () => {
          const { objections, id } = await withLateObjection();
          return {
            acts: [() => award.approve(), () => objections.admit(id)],
            told: [['programmes.blocked.everyObjectionAcceptedOrRefused'], []],
            both: true,
            after: async () => {
              const where = { id: award.entries[1]!.applicationId };
              const { state } = await award.app.database.repo(Application).findOneByOrFail(where);
              expect(state).toBe('UnderObjection');
              expect(await award.app.database.repo(Hold).countBy({ objectionId: id })).toBe(1);
            },
          };
        },
      ],
      [
        'two approvals of one list',
        async () => {
          await publicity();
          award.app.clock.moveTo('2026-06-09T02:00:00.000Z');
          await award.close();
          await award.state();
          await award.clear('K3');
          const other = await appointed(award.app, 'Approver');
          return {
            acts: [() => award.approve(), () => award.approve(undefined, other)],
            told: [
              ['awards.approve.notNow', 'awards.approve.nobody'],
              ['awards.approve.notNow', 'awards.approve.nobody'],
            ],
            after: async () => expect(await entriesOf('programme.approve')).toBe(1),
          };
        },
      ],
      [
        'two decisions on one objection',
        async () => {
          const objections = await publicity();
          const id = await objections.heard();
          const rows = award.app.database.repo(Objection);
          const { version } = await rows.findOneByOrFail({ id });
          const other = await appointed(award.app, 'Approver');
          return {
            acts: [
              () => objections.decide(id, { version }),
              () => objections.decide(id, { version, finding: 'uphold' }, other),
            ],
            told: [['errors.conflict'], ['errors.conflict']],
            after: async () => {
              const where = { id: award.entries[1]!.applicationId };
              const { state } = await award.app.database.repo(Application).findOneByOrFail(where);
              const upheld = await entriesOf('objection.uphold');
              expect(upheld + (await entriesOf('objection.reject'))).toBe(1);
              expect(state).toBe(upheld ? 'Cancelled' : 'InPublicity');
              expect(await entriesOf('objection.reply')).toBe(1);
            },
          };
        },
      ],
      [
        'posting a notice and preparing it anew',
        async () => {
          await award.lock();
          await award.clear('K2');
          await award.deliberate();
          const draftId = await award.prepare({});
          return {
            acts: [() => award.post(draftId), () => award.prepare({})],
            told: [['awards.notice.replaced'], ['awards.notice.postedAlready']],
            after: async () => {
              const notices = await award.app.database.repo(Notice).countBy({ kind: 'publicity' });
              const drafts = await award.app.database.rows('SELECT id FROM notice_draft');
              expect(notices + drafts.length).toBe(1);
            },
          };
        },
      ],
      [
        'two conferrals',
        async () => {
          await award.toPublicity();
          await award.toApproval();
          await award.publish();
          const given = { programmeId: award.id };
          const confer = () => award.app.app.get(ConferTitles).run(award.people.registrar, given);
          return {
            acts: [confer, confer],
            told: [['awards.confer.nobody'], ['awards.confer.nobody']],
            after: async () => expect(await entriesOf('programme.confer')).toBe(1),
          };
        },
      ],
    ],
  );
});
