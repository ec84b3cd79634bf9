import { afterAll, beforeAll, describe } from '@jest/globals';
import { recordTable } from '../../../test/support/case-tables.js';
import { HallSteps, absent, came } from '../../../test/support/hall-steps.js';
import { merchantPerson } from '../../../test/support/people.js';
import { Application } from '../../applications/application.entity.js';

let hall: HallSteps;
beforeAll(async () => {
  hall = await HallSteps.open();
  const { merchantId } = await hall.app.database
    .repo(Application)
    .findOneByOrFail({ id: hall.round.applications[0]! });
  await merchantPerson(hall.app, merchantId);
}, 120_000);
afterAll(() => hall.app.stop());
const ofRound = { subjectType: 'round' };

describe('the day of a defence', () => {
  recordTable(
    () => hall.app,
    [
      [
        'the commitment, of which the supervisor hears',
        () => () => hall.commit(),
        {
          events: [
            {
              event: 'round.commitOrder',
              actorRole: 'CityRegistrar',
              ...ofRound,
              details: { number: 1, heard: 2, listHash: '<hash>', commitment: '<hash>' },
            },
          ],
          messages: [{ message: 'defenceWitness', to: 'Supervisor' }],
        },
      ],
      [
        'the witness text by its hash',
        async () => {
          await hall.commit();
          return () => hall.witness();
        },
        {
          events: [
            {
              event: 'round.witnessOrder',
              actorRole: 'Supervisor',
              ...ofRound,
              details: { number: 1, commitment: '<hash>', witness: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'the order, of which each merchant hears its own place',
        async () => {
          await hall.commit();
          await hall.witness();
          return () => hall.draw();
        },
        {
          events: [
            {
              event: 'round.drawOrder',
              actorRole: 'CityRegistrar',
              ...ofRound,
              details: {
                number: 1,
                heard: 2,
                listHash: '<hash>',
                commitment: '<hash>',
                seed: '<hash>',
                recordHash: '<hash>',
              },
            },
          ],
          messages: [{ message: 'defencePlace', to: 'Agent' }],
        },
      ],
      [
        'who came, without the name',
        async () => {
          await hall.drawn();
          return () =>
            hall.attend(1, { attendance: 'substitute', speaker: '钱某', note: '持授权委托书' });
        },
        {
          events: [
            {
              event: 'round.recordAttendance',
              actorRole: 'Verifier',
              ...ofRound,
              details: {
                turn: 1,
                applicationId: '<id>',
                attendance: 'substitute',
                was: null,
                note: '<hash>',
              },
            },
          ],
          messages: [],
        },
      ],
      [
        'who came at the second call',
        async () => {
          await hall.drawn();
          await hall.attend(1, absent);
          return () => hall.attend(1, came);
        },
        {
          events: [
            {
              event: 'round.recordAttendance',
              actorRole: 'Verifier',
              ...ofRound,
              details: {
                turn: 1,
                applicationId: '<id>',
                attendance: 'head',
                was: 'absent',
                note: null,
              },
            },
          ],
          messages: [],
        },
      ],
      [
        'a pause with its reason and the time so far',
        async () => {
          await hall.drawn();
          await hall.attend(1, came);
          hall.app.clock.moveTo('2026-11-10T02:00:00.000Z');
          await hall.clock(1, 'start');
          hall.app.clock.moveTo('2026-11-10T02:10:31.100Z');
          return () => hall.clock(1, 'pause', '投影故障');
        },
        {
          events: [
            {
              event: 'round.workClock',
              actorRole: 'Verifier',
              ...ofRound,
              details: {
                turn: 1,
                clockAct: 'pause',
                reason: '投影故障',
                spokenSeconds: 631,
                overtimeSeconds: 31,
              },
            },
          ],
          messages: [],
        },
      ],
    ],
  );
});
