import { afterAll, beforeAll, describe } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { newId } from '../../database/new-id.js';
import { RuleVersion } from '../../programmes/rule-version.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import type { NoticeInput } from './notice-shapes.js';

let award: AwardSteps;
beforeAll(async () => {
  award = await AwardSteps.open();
});
afterAll(() => award.app.stop());

const app = () => award.app;
const setProgramme = (change: Partial<Programme>) =>
  award.app.database.repo(Programme).update(award.id, change);
const prepare = (over: Partial<NoticeInput>, actor = award.people.publisher) =>
  award.prepare(over, actor);
const notNow = { code: 'awards.notice.notNow', field: 'kind' } as const;

describe('a prepared notice of the defence', () => {
  const withDefence = async (from: string) => {
    const { calendar } = await award.app.database.repo(Programme).findOneByOrFail({ id: award.id });
    const defence = { phase: 'Defence', from, to: from, workingDays: 1 } as const;
    await setProgramme({ state: 'MaterialReview', calendar: [...calendar, defence] });
  };
  refusalTable(app, [
    [
      'of a defence that nobody gives points for',
      async () => {
        const versions = award.app.database.repo(RuleVersion);
        const known = await versions.findOneByOrFail({ programmeId: award.id });
        const categories = known.rules.categories.map((one) => ({
          ...one,
          composite: { material: 100, defence: 0 },
        }));
        const id = newId();
        const rules = { ...known.rules, categories };
        const own = { id, number: 2, frozenAt: null, rules };
        await versions.insert(Object.assign({}, known, own));
        await setProgramme({ state: 'MaterialReview', ruleVersionId: id });
        return () => prepare({ kind: 'defence' });
      },
      notNow,
    ],
    [
      'of a defence before the review of material',
      async () => {
        await withDefence('2026-06-08');
        await setProgramme({ state: 'Drawing' });
        return () => prepare({ kind: 'defence' });
      },
      notNow,
    ],
    [
      'of a defence whose day was told already',
      async () => {
        await withDefence('2026-06-08');
        await award.post(await prepare({ kind: 'defence' }));
        return () => prepare({ kind: 'defence' });
      },
      {
        code: 'awards.notice.defenceTold',
        field: 'kind',
        kind: 'conflict',
        variables: { day: '2026-06-08' },
      },
    ],
  ]);
});
