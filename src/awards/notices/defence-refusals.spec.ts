import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { refusalTable } from '../../../test/support/case-tables.js';
import { newId } from '../../database/new-id.js';
import { RuleVersion } from '../../programmes/rule-version.entity.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Notice } from './notice.entity.js';
import { NoticeDraft } from './notice-draft.entity.js';
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
const toldAlready = {
  code: 'awards.notice.defenceTold',
  field: 'kind',
  kind: 'conflict',
  variables: { day: '2026-06-08' },
} as const;
const notNow = { code: 'awards.notice.notNow', field: 'kind' } as const;

const withDefence = async (from: string, to = from) => {
  const { calendar } = await award.app.database.repo(Programme).findOneByOrFail({ id: award.id });
  const others = calendar.filter(({ phase }) => phase !== 'Defence');
  const defence = { phase: 'Defence', from, to, workingDays: 1 } as const;
  await setProgramme({ state: 'MaterialReview', calendar: [...others, defence] });
};
const told = async (from: string, to = from) => {
  await withDefence(from, to);
  return award.post(await prepare({ kind: 'defence' }));
};

describe('a prepared notice of the defence', () => {
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
        await told('2026-06-08');
        return () => prepare({ kind: 'defence' });
      },
      toldAlready,
    ],
    [
      'of a defence whose day was told already by the notice that corrects the first',
      async () => {
        await told('2026-06-08', '2026-06-09');
        await told('2026-06-08');
        return () => prepare({ kind: 'defence' });
      },
      toldAlready,
    ],
  ]);
});

describe('a posted notice of the defence that corrects another', () => {
  const second = async () => {
    const first = await told('2026-06-08');
    await withDefence('2026-06-08', '2026-06-09');
    return { first, draftId: await prepare({ kind: 'defence' }) };
  };
  refusalTable(app, [
    [
      'and says the same',
      async () => {
        const { first, draftId } = await second();
        const { body } = await award.app.database.repo(Notice).findOneByOrFail({ id: first });
        await award.app.database.repo(NoticeDraft).update(draftId, { body });
        return () => award.post(draftId);
      },
      {
        code: 'lifecycle.refused.guard',
        variables: { rule: 'N06a', guard: 'newVersionRecorded' },
      },
    ],
    [
      'that a third has corrected meanwhile',
      async () => {
        const { first, draftId } = await second();
        const notices = award.app.database.repo(Notice);
        const one = await notices.findOneByOrFail({ id: first });
        await notices.insert(Object.assign({}, one, { id: newId(), correctsId: first }) as never);
        return () => award.post(draftId);
      },
      {
        code: 'lifecycle.refused.event',
        variables: { lifecycle: 'notice', state: 'Superseded', event: 'amendAlone' },
        kind: 'conflict',
      },
    ],
  ]);
});

describe('the notices of one defence', () => {
  test('follow one another, and each page leads to the other', async () => {
    const first = await told('2026-06-08', '2026-06-09');
    const second = await told('2026-06-08');
    const third = await told('2026-06-08', '2026-06-09');
    const reader = award.app.visitor();
    await reader.get(`/notices/${first}`);
    expect(reader.text).toContain('本文已更正。');
    expect(reader.page.querySelector(`a[href="/notices/${second}"]`)).not.toBeNull();
    await reader.get(`/notices/${second}`);
    expect(reader.text).toContain('本文更正2026年6月1日发布的《2026年示范网商名单》');
    expect(reader.page.querySelector(`a[href="/notices/${first}"]`)).not.toBeNull();
    expect(reader.page.querySelector(`a[href="/notices/${third}"]`)).not.toBeNull();
    await reader.get(`/notices/${third}`);
    expect(reader.text).not.toContain('本文已更正。');
    await reader.get('/notices');
    expect(reader.page.querySelectorAll('main a[href^="/notices/"]').length).toBeGreaterThan(2);
  });
});
