import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RoundToAssign } from '../../../test/support/assignment.js';
import { fromSavedState, refusalTable } from '../../../test/support/case-tables.js';
import { acting } from '../../../test/support/acting.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { RuleVersion } from '../../programmes/rule-version.entity.js';
import { Round } from '../../programmes/round.entity.js';
import { OpenRound } from './open-round.js';

let app: TestApp;
let round: RoundToAssign;
beforeAll(async () => {
  app = await TestApp.start();
  round = await RoundToAssign.prepare(app, { applications: 6, members: 7, alternates: 2 });
  await round.everybodyDeclares();
  await correctedIn(2, () => true);
}, 120_000);
afterAll(() => app.stop());

/** Another version of the rules, which corrects in these categories. */
const correctedIn = async (number: number, corrects: (code: string) => boolean) => {
  const programmeId = round.programme.id;
  const versions = app.database.repo(RuleVersion);
  const known = await versions.findOneByOrFail({ programmeId, number: number - 1 });
  const categories = known.rules.categories.map((one) => ({
    ...one,
    severityCorrection: corrects(one.code),
  }));
  const next = { id: newId(), number, rules: { ...known.rules, categories } };
  await versions.insert(Object.assign(known, next) as never);
  const chosen = 'UPDATE programme SET rule_version_id = ? WHERE id = ?';
  await app.database.execute(chosen, [next.id, programmeId]);
};

const open = (id = round.id) => app.app.get(OpenRound).run(acting('CityRegistrar'), id, true);
const stateOf = async (id = round.id) =>
  (await app.database.repo(Round).findOneByOrFail({ id })).state;

describe('a round under rules that correct for severe judges', () => {
  refusalTable(
    () => app,
    [
      [
        'with everybody on everything',
        () => () => open(),
        { code: 'judging.round.correctionNeedsParts' },
      ],
      [
        'with as many for each application as there are',
        async () => {
          await round.assign({ perApplication: '7', seed: '2026' }, '申报不多，全体评审');
          return () => open();
        },
        { code: 'judging.round.correctionNeedsParts' },
      ],
    ],
  );
});

describe('a round under rules that correct for severe judges elsewhere', () => {
  fromSavedState(() => app);
  test('opens with everybody on everything', async () => {
    await correctedIn(3, (code) => code !== 'G');
    await open();
    expect(await stateOf()).toBe('Open');
  });
});

describe('the same round', () => {
  fromSavedState(() => app);
  test('may be followed by a defence before everybody: only files are scored in parts', async () => {
    const defence = round.programme.roundIds['G.defence']!;
    await app.database.execute("UPDATE programme SET state = 'Defence'");
    await open(defence);
    expect(await stateOf(defence)).toBe('Open');
  });
  test('opens once each judge has a part of the applications', async () => {
    await round.assign({ perApplication: '3', seed: '2026' }, '申报较多，分组评审');
    await open();
    expect(await stateOf()).toBe('Open');
  });
});
