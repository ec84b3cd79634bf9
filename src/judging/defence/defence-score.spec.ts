import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fromSavedState } from '../../../test/support/case-tables.js';
import { HeardMerchants, inTime, overTime } from '../../../test/support/heard-merchants.js';
import { newId } from '../../database/new-id.js';
import { Programme } from '../../programmes/programme.entity.js';
import { RuleVersion } from '../../programmes/rule-version.entity.js';
import { DefenceRecordQueries } from './defence-record.queries.js';
import { RecordDefence } from './record-defence.js';
import { Figure } from '../../applications/figure.entity.js';
import { ComputeStandings } from '../../awards/standings/compute-standings.js';
import { GatherInputs } from '../../awards/standings/gather-inputs.js';
import { LockReadiness } from '../../awards/standings/lock-readiness.js';
import { lockCategory } from '../../rules/provenance/lock-category.js';

let heard: HeardMerchants;
beforeAll(async () => {
  heard = await HeardMerchants.make();
}, 120_000);
afterAll(() => heard.app.stop());

describe('the score of the defence', () => {
  fromSavedState(() => heard.app);
  const gathered = () => heard.app.app.get(GatherInputs).run(heard.programme.categoryIds.Y!);
  const pointsOf = async (entry: number) => {
    const { rules, inputs } = await gathered();
    const { applications } = lockCategory(rules.rules, inputs);
    const { receipt } = heard.entries[entry]!;
    return applications.find((one) => one.receiptNumber === receipt)!.indicatorPoints.Y18;
  };

  test.each([
    ['in time', inTime, 200],
    ['a second into the second half minute, and against the file', overTime, 0],
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
    await heard.confirmed(given, 0);
    expect(await pointsOf(0)).toBe(points);
  });

  test('is nothing at all for who did not come, where the rules say so and two people noted it', async () => {
    const { id: programmeId, ruleVersionId } = await heard.app.database
      .repo(Programme)
      .findOneByOrFail({ id: heard.programme.id });
    const versions = heard.app.database.repo(RuleVersion);
    const known = await versions.findOneByOrFail({ id: ruleVersionId! });
    const id = newId();
    const rules = { ...known.rules, defenceDay: { absent: 'zero' as const } };
    await versions.insert(Object.assign(known, { id, number: 2, rules }));
    await heard.app.database.repo(Programme).update({ id: programmeId }, { ruleVersionId: id });
    const away = {
      ...inTime,
      attended: false,
      overtimeSeconds: null,
      remark: '三次叫号都没有人到场答辩',
    };
    const defences = async (code: 'Y' | 'G', sheet: string) => {
      const { rules: version, inputs } = await heard.app.app
        .get(GatherInputs)
        .run(heard.programme.categoryIds[code]!);
      const { applications } = lockCategory(version.rules, inputs);
      return applications.map(({ result }) => (result!.means as Record<string, string>)[sheet]);
    };
    const before = await defences('Y', 'insideDefence');
    await heard.record(heard.first, away, 0);
    expect(await defences('Y', 'insideDefence')).toEqual(before);
    await heard.record(heard.second, away, 0);
    expect(
      (await defences('Y', 'insideDefence')).toSorted(
        (one, other) => Number(one) - Number(other),
      )[0],
    ).toBe('0.000000');
    expect(await pointsOf(0)).toBe(0);

    const roundId = heard.programme.roundIds['G.defence']!;
    const [other] = await heard.app.app.get(DefenceRecordQueries).ofRound(roundId);
    const where = { roundId, applicationId: other!.applicationId };
    const record = heard.app.app.get(RecordDefence);
    expect((await defences('G', 'defence'))[0]).not.toBe('0.000000');
    await record.run(heard.first, where, away);
    await record.run(heard.second, where, away);
    expect(await defences('G', 'defence')).toEqual(['0.000000']);
  });

  test('keeps both names and the ground in its provenance', async () => {
    await heard.confirmed(overTime, 0);
    const { applicationId } = heard.entries[0]!;
    const figures = await heard.app.database
      .repo(Figure)
      .findBy({ applicationId, verifierId: heard.first.accountId });
    expect(
      figures
        .toSorted((one, other) => (one.key < other.key ? -1 : 1))
        .map((one) => [one.key, one.verified, one.reason, one.secondReaderId]),
    ).toEqual([
      ['overtimeSeconds', '31', overTime.remark, heard.second.accountId],
      ['tick.Y18.contradiction', '1', overTime.remark, heard.second.accountId],
    ]);
  });

  test('keeps the category from being locked, by name and link, until all are confirmed', async () => {
    const found = async () =>
      (await heard.app.app.get(LockReadiness).obstacles(await gathered())).filter(
        ({ code }) => code === 'awards.lock.defenceOpen',
      );
    const link = (entry: number) => ({
      href: `/office/rounds/${heard.programme.roundIds['Y.defence']!}/defence-records/${heard.entries[entry]!.applicationId}`,
      label: heard.entries[entry]!.name,
    });
    expect((await found())[0]!.links).toEqual([link(0), link(1)]);
    await heard.confirmed(inTime, 0);
    await heard.record(heard.first, overTime, 1);
    expect((await found())[0]!.links).toEqual([link(1)]);
    const compute = () =>
      heard.app.app
        .get(ComputeStandings)
        .run(heard.third, { categoryId: heard.programme.categoryIds.Y!, spreadNote: '已核对' });
    await expect(compute()).rejects.toMatchObject({
      code: 'awards.lock.defenceOpen',
      variables: { merchants: heard.entries[1]!.name },
    });
    await heard.record(heard.second, overTime, 1);
    expect(await found()).toEqual([]);
    await heard.record(heard.second, inTime, 1);
    expect((await found())[0]!.links).toEqual([link(1)]);
  });
});
