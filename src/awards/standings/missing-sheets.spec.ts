import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { ScoreSheet } from '../../judging/sheets/score-sheet.entity.js';
import { Round } from '../../programmes/round.entity.js';
import { GatherInputs } from './gather-inputs.js';
import { LockReadiness } from './lock-readiness.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());

const defence = () => award.programme.roundIds['G.defence'];
const withoutDefence = async (state: 'Planned' | 'Open') => {
  await award.app.database.repo(Round).update({ id: defence() }, { state });
  await award.app.database.repo(ScoreSheet).delete({ roundId: defence() });
};

describe('a category whose sheets are not complete', () => {
  refusalTable(
    () => award.app,
    [
      [
        'since some of an application were voided',
        async () => {
          await award.app.database
            .repo(ScoreSheet)
            .createQueryBuilder()
            .update()
            .set({ state: 'Voided' })
            .where('application_id = :id AND position < 3', {
              id: award.entries[0]!.applicationId,
            })
            .execute();
          return () => award.compute();
        },
        {
          code: 'awards.lock.tooFewSheets',
          variables: { receipt: '2026-G-0001', sheet: 'material', signed: 2 },
        },
      ],
      [
        'since a round was opened without sheets',
        async () => {
          await withoutDefence('Open');
          return () => award.compute();
        },
        {
          code: 'awards.lock.tooFewSheets',
          variables: { receipt: '2026-G-0001', sheet: 'defence', signed: 0 },
        },
      ],
      [
        'since a round was not opened',
        async () => {
          await withoutDefence('Planned');
          return () => award.compute();
        },
        { code: 'awards.lock.notOpened', variables: { sheet: 'defence' } },
      ],
    ],
  );

  test('is told of a round that was not opened once, and not of every application', async () => {
    expect(award.entries.length).toBeGreaterThan(1);
    await withoutDefence('Planned');
    const gathered = await award.app.app.get(GatherInputs).run(award.categoryId);
    expect(await award.app.app.get(LockReadiness).obstacles(gathered)).toEqual([
      { code: 'awards.lock.notOpened', variables: { sheet: 'defence' } },
    ]);
  });
});
