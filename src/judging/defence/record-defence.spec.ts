import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PRESET_NOW } from '../../../seeds/reference/rule-sets/preset-now.js';
import { acting } from '../../../test/support/acting.js';
import { twoPlaces } from '../../../test/support/analysed-category.js';
import { type TestEntry, makeScoredCategory } from '../../../test/support/award.js';
import { appointed } from '../../../test/support/award-steps.js';
import { fromSavedState, recordTable, refusalTable } from '../../../test/support/case-tables.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { missingIn } from '../../../test/support/refusals.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Figure } from '../../applications/figure.entity.js';
import { GatherInputs } from '../../awards/standings/gather-inputs.js';
import { LockReadiness } from '../../awards/standings/lock-readiness.js';
import { ComputeStandings } from '../../awards/standings/compute-standings.js';
import { Round } from '../../programmes/round.entity.js';
import { lockCategory } from '../../rules/provenance/lock-category.js';
import type { DefenceRecord } from '../../rules/rounds/defence-record.js';
import { newId } from '../../database/new-id.js';
import type { Actor } from '../../web/actor.js';
import { RecordDefence } from './record-defence.js';

let app: TestApp;
let programme: TestProgramme;
let entries: TestEntry[];
let first: Actor;
let second: Actor;
let third: Actor;
beforeAll(async () => {
  app = await TestApp.start();
  await loadWorkingDays(app);
  programme = await makeProgramme(app, 'ScoresLocked', twoPlaces);
  entries = await makeScoredCategory(app, programme, PRESET_NOW, 'Y', [0.8, 0.7]);
  await makeScoredCategory(app, programme, PRESET_NOW, 'G', [0.8]);
  await app.database.execute(
    "DELETE FROM figure WHERE key IN ('overtimeSeconds', 'tick.Y18.contradiction')",
  );
  first = await appointed(app, 'Verifier');
  second = await appointed(app, 'CityRegistrar');
  third = await appointed(app, 'Tabulator');
}, 120_000);
afterAll(() => app.stop());

const inTime: DefenceRecord = {
  attended: true,
  overtimeSeconds: 0,
  contradiction: false,
  remark: null,
};
const over: DefenceRecord = {
  attended: true,
  overtimeSeconds: 31,
  contradiction: true,
  remark: '所述用工人数与参保证明不一致',
};
const record = (
  by: Actor,
  given: DefenceRecord,
  entry = 0,
  roundId = programme.roundIds['Y.defence']!,
) =>
  app.app
    .get(RecordDefence)
    .run(by, { roundId, applicationId: entries[entry]!.applicationId }, given);

describe('a record of a defence', () => {
  refusalTable(
    () => app,
    [
      ['by an approver', () => () => record(acting('Approver'), inTime), missingIn('acting-role')],
      [
        'by a verifier of another programme',
        () => () => record(acting('Verifier', { programmeId: newId() }), inTime),
        missingIn('acting-role'),
      ],
      [
        'in a round nobody knows',
        () => () => record(first, inTime, 0, newId()),
        missingIn('lock-round'),
      ],
      [
        'in a category that deducts nothing',
        () => () => record(first, inTime, 0, programme.roundIds['G.defence']!),
        missingIn('record-defence'),
      ],
      [
        'in the material review',
        () => () => record(first, inTime, 0, programme.roundIds['Y.material']!),
        missingIn('record-defence'),
      ],
      [
        'after the lock',
        async () => {
          await app.database.repo(Round).update({ kind: 'defence' }, { state: 'Locked' });
          return () => record(first, inTime);
        },
        { code: 'judging.round.notOpen', kind: 'conflict' },
      ],
      [
        'without a time',
        () => () => record(first, { ...inTime, overtimeSeconds: null }),
        { code: 'forms.required', field: 'overtimeSeconds' },
      ],
      [
        'with a contradiction and no ground',
        () => () => record(first, { ...over, remark: null }),
        { code: 'judging.defence.remarkMissing', field: 'remark', variables: { min: 10 } },
      ],
      [
        'of who did not come, with a time',
        () => () => record(first, { ...over, attended: false }),
        { code: 'judging.defence.absentOnly', field: 'overtimeSeconds' },
      ],
      [
        'confirmed by who noted it',
        async () => {
          await record(first, over);
          return () => record(first, over);
        },
        { code: 'forbiddenPair.firstSecondPerson' },
      ],
      [
        'confirmed twice',
        async () => {
          await record(first, over);
          await record(second, over);
          return () => record(third, over);
        },
        { code: 'judging.defence.confirmedAlready', kind: 'conflict' },
      ],
    ],
  );
});

describe('a record of a defence', () => {
  const noted = (event: string, actorRole: string, by: string | null, given: object) => ({
    event: `application.${event}`,
    actorRole,
    subjectType: 'application',
    details: { round: '<id>', ...given, first: by },
  });
  const overDetails = {
    attended: true,
    overtimeSeconds: 31,
    contradiction: true,
    remark: '<hash>',
  };
  recordTable(
    () => app,
    [
      [
        'the first entry',
        () => () => record(first, over),
        { events: [noted('enterDefence', 'Verifier', null, overDetails)], messages: [] },
      ],
      [
        'its confirmation by another person, of which the first is told',
        async () => {
          await record(first, over);
          return () => record(second, over);
        },
        {
          events: [noted('confirmDefence', 'CityRegistrar', '<id>', overDetails)],
          messages: [{ message: 'defenceConfirmed', to: 'Verifier' }],
        },
      ],
      [
        'a differing entry, which goes back to the first',
        async () => {
          await record(first, over);
          return () => record(second, inTime);
        },
        {
          events: [
            noted('enterDefence', 'CityRegistrar', '<id>', {
              attended: true,
              overtimeSeconds: 0,
              contradiction: false,
              remark: null,
            }),
          ],
          messages: [{ message: 'defenceDiffers', to: 'Verifier' }],
        },
      ],
      [
        'a correction of one’s own entry, of which nobody is told',
        async () => {
          await record(first, over);
          return () => record(first, inTime);
        },
        {
          events: [
            noted('enterDefence', 'Verifier', '<id>', {
              attended: true,
              overtimeSeconds: 0,
              contradiction: false,
              remark: null,
            }),
          ],
          messages: [],
        },
      ],
    ],
  );
});

describe('the score of the defence', () => {
  fromSavedState(() => app);
  const gathered = () => app.app.get(GatherInputs).run(programme.categoryIds.Y!);
  const pointsOf = async (entry: number) => {
    const { rules, inputs } = await gathered();
    const { applications } = lockCategory(rules.rules, inputs);
    const { receipt } = entries[entry]!;
    return applications.find((one) => one.receiptNumber === receipt)!.indicatorPoints.Y18;
  };
  const confirmed = async (given: DefenceRecord, entry: number) => {
    await record(first, given, entry);
    await record(second, given, entry);
  };

  test.each([
    ['in time', inTime, 200],
    ['a second into the second half minute, and against the file', over, 0],
    ['thirty seconds over', { ...inTime, overtimeSeconds: 30 }, 150],
    [
      'who did not come',
      {
        attended: false,
        overtimeSeconds: null,
        contradiction: false,
        remark: '事先来电说明不到场答辩',
      },
      0,
    ],
  ] as const)('comes from what two people noted: %s', async (_title, given, points) => {
    await confirmed(given, 0);
    expect(await pointsOf(0)).toBe(points);
  });

  test('keeps both names and the ground in its provenance', async () => {
    await confirmed(over, 0);
    const { applicationId } = entries[0]!;
    const figures = await app.database
      .repo(Figure)
      .findBy({ applicationId, verifierId: first.accountId });
    expect(
      figures.map((one) => [one.key, one.verified, one.reason, one.secondReaderId]).toSorted(),
    ).toEqual([
      ['overtimeSeconds', '31', over.remark, second.accountId],
      ['tick.Y18.contradiction', '1', over.remark, second.accountId],
    ]);
  });

  test('keeps the category from being locked, by name and link, until all are confirmed', async () => {
    const found = async () =>
      (await app.app.get(LockReadiness).obstacles(await gathered())).filter(
        ({ code }) => code === 'awards.lock.defenceOpen',
      );
    const link = (entry: number) => ({
      href: `/office/rounds/${programme.roundIds['Y.defence']!}/defence-records/${entries[entry]!.applicationId}`,
      label: entries[entry]!.name,
    });
    expect((await found())[0]!.links).toEqual([link(0), link(1)]);
    await confirmed(inTime, 0);
    await record(first, over, 1);
    expect((await found())[0]!.links).toEqual([link(1)]);
    const compute = () =>
      app.app
        .get(ComputeStandings)
        .run(third, { categoryId: programme.categoryIds.Y!, spreadNote: '已核对' });
    await expect(compute()).rejects.toMatchObject({
      code: 'awards.lock.defenceOpen',
      variables: { merchants: entries[1]!.name },
    });
    await record(second, over, 1);
    expect(await found()).toEqual([]);
    await record(second, inTime, 1);
    expect((await found())[0]!.links).toEqual([link(1)]);
  });
});
