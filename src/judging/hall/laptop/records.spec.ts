import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState, recordTable } from '../../../../test/support/case-tables.js';
import { LaptopSteps } from '../../../../test/support/laptop-steps.js';
import { hallReading } from '../../../rules/hall/hall-reading.js';
import { Application } from '../../../applications/application.entity.js';
import { HallFactsQueries } from './hall-facts.queries.js';

let laptop: LaptopSteps;
beforeAll(async () => {
  laptop = await LaptopSteps.open();
}, 120_000);
afterAll(() => laptop.hall.app.stop());

describe('a day on a laptop', () => {
  recordTable(
    () => laptop.hall.app,
    [
      [
        'that a hall file was made',
        () => () => LaptopSteps.make(laptop.hall),
        {
          events: [
            {
              event: 'round.makeHallFile',
              actorRole: 'CityRegistrar',
              subjectType: 'round',
              details: { number: 2, hallFile: '<hash>', heard: 2, resultKey: '<hash>' },
            },
          ],
          messages: [],
        },
      ],
      [
        'that its result was taken over, of which the keepers hear',
        () => () => laptop.take(),
        {
          events: [
            {
              event: 'round.takeOverHall',
              actorRole: 'CityRegistrar',
              subjectType: 'round',
              details: {
                number: 1,
                hallResult: '<hash>',
                lines: 6,
                turns: [1, 2],
                reason: '会场没有网络',
              },
            },
          ],
          messages: [{ message: 'hallTakenOver', to: 'Tabulator' }],
          said: [{ count: 2 }],
        },
      ],
    ],
  );
});

describe('what was taken over', () => {
  fromSavedState(() => laptop.hall.app);

  test('counts as if it had been kept here, until somebody declines it', async () => {
    expect(await laptop.take()).toBe(2);
    const [first, second] = await laptop.turns();
    expect(hallReading(first!, 10)).toEqual({ attended: true, overtimeSeconds: 60 });
    expect(hallReading(second!, 10)).toEqual({ attended: false, overtimeSeconds: null });
    expect(first!.late).toMatchObject([
      {
        kind: 'laptop',
        from: '2026-11-10T02:01:00.000Z',
        to: '2026-11-10T02:14:00.000Z',
        reason: '会场没有网络',
        accepted: null,
      },
    ]);
    const { day } = laptop.file;
    expect([first, second].map((turn) => turn!.hallFileId)).toEqual([day.id, day.id]);
    expect(first!.attendanceAt).toBe('2026-11-10T02:00:00.000Z');
    // What this program would bring back itself is what was brought.
    const { app, roundId } = laptop.hall;
    const again = await app.app.get(HallFactsQueries).ofRound(roundId);
    const expected = laptop.facts.map((fact) =>
      fact.came || fact.kind === 'pause' ? fact : { ...fact, reason: '会场没有网络' },
    );
    expect(again).toEqual(expected);
    await laptop.decide(false);
    expect(hallReading((await laptop.turns())[0]!, 10)).toBeNull();
  });

  test('leaves out whoever has left since', async () => {
    const [first] = await laptop.turns();
    await laptop.hall.app.database
      .repo(Application)
      .update({ id: first!.applicationId }, { state: 'Withdrawn' });
    expect(await laptop.take()).toBe(1);
    expect((await laptop.turns()).map(({ attendance }) => attendance)).toEqual(['absent']);
  });

  test('does not touch what the hall had noted itself', async () => {
    await laptop.hall.attend(1, { attendance: 'head', speaker: '钱某', note: null });
    const [before] = await laptop.turns();
    await laptop.take();
    const [after] = await laptop.turns();
    expect(after).toMatchObject({
      speakerSealed: before!.speakerSealed,
      attendanceAt: before!.attendanceAt,
      hallFileId: laptop.file.day.id,
    });
  });
});
