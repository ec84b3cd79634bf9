import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appointed } from '../../../test/support/award-steps.js';
import { type Person, merchantPerson, office } from '../../../test/support/people.js';
import {
  type TestProgramme,
  loadWorkingDays,
  makeProgramme,
} from '../../../test/support/programme.js';
import { makeSubmitted } from '../../../test/support/submitted-application.js';
import { TestApp } from '../../../test/support/test-app.js';
import { newId } from '../../database/new-id.js';
import { Application } from '../application.entity.js';
import { ReexaminationRequest } from '../reexamination-request.entity.js';
import { ScreeningStatement } from '../screening-statement.entity.js';

let app: TestApp;
let earlier: TestProgramme;
let later: TestProgramme;
let registrar: Person;
const name = { earlier: '2026年示范网商评选', later: '2027年示范网商评选' };
const merchant = { earlier: '先届果业', later: '后届茶行' };
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-10-23T01:00:00.000Z');
  await loadWorkingDays(app);
  earlier = await makeProgramme(app, 'DivisionReview');
  later = await makeProgramme(app, 'Open');
  await app.database.execute('UPDATE programme SET year = 2027, name = ? WHERE id = ?', [
    name.later,
    later.id,
  ]);
  registrar = await office(app, 'CityRegistrar');
  await appointed(app, 'Supervisor');
  for (const which of ['earlier', 'later'] as const) {
    const programme = which === 'earlier' ? earlier : later;
    const made = await makeSubmitted(app, programme, { name: merchant[which] });
    ids[which] = made.id;
    await merchantPerson(app, made.merchantId);
  }
});
afterAll(() => app.stop());

const open = async (path: string) => {
  const { visitor } = registrar;
  await visitor.get(path);
  expect(visitor.status).toBe(200);
  return visitor;
};
const rows = () =>
  registrar.visitor.page.querySelectorAll('tbody th').map((cell) => cell.text.trim());
const reads = async (path: string) => {
  const before = app.database.readCount;
  await open(path);
  return app.database.readCount - before;
};

describe('the list of applications, while two editions run', () => {
  test('holds both, says which is whose, and is asked for one or a finished one', async () => {
    const visitor = await open('/office/applications');
    expect(rows().toSorted()).toEqual([merchant.earlier, merchant.later].toSorted());
    expect(visitor.text).toContain(name.earlier);
    await open(`/office/applications?programme=${earlier.id}`);
    expect(rows()).toEqual([merchant.earlier]);
    const finished = await makeProgramme(app, 'Archived');
    await makeSubmitted(app, finished, { name: '往届布艺', state: 'Selected' });
    await open('/office/applications');
    expect(rows()).not.toContain('往届布艺');
    await open(`/office/applications?programme=${finished.id}&q=buyi`);
    expect(rows()).toEqual(['往届布艺']);
  });
});

describe('a letter to a group', () => {
  const words = {
    stage: 'submitted',
    subject: '填报培训通知',
    body: '本周五下午在市民服务中心举办填报培训。',
  };

  test('goes to nobody before it is said which edition is meant', async () => {
    const visitor = await open('/office/letters');
    const chosen = visitor.page.querySelectorAll('select[name=programmeId] option[selected]');
    expect(chosen.map((one) => one.getAttribute('value') ?? '')).toEqual([]);
    await visitor.submit('/office/letters', words);
    expect([visitor.status, visitor.errors]).toEqual([
      422,
      ['现在有两届同时进行，请选择写给哪一届的商户。'],
    ]);
    expect(visitor.html).toContain(words.body);
  });

  test('goes to the merchants of the edition that was chosen', async () => {
    const visitor = await open('/office/letters');
    await visitor.submit('/office/letters', { ...words, programmeId: earlier.id });
    expect(visitor.text).toContain(name.earlier);
    expect(visitor.text).toContain(merchant.earlier);
    expect(visitor.text).not.toContain(merchant.later);
    await visitor.submit('/office/letters');
    expect(visitor.path).toMatch(/^\/office\/letters\/\w+$/);
    expect(visitor.text).toContain(name.earlier);
    await open('/office/letters');
    expect(visitor.text).toContain(`1家 · ${name.earlier}`);
  });

  test('does not silently become one to all categories where the edition has not the chosen one', async () => {
    await app.database.execute("UPDATE category SET code = 'X' WHERE id = ?", [
      later.categoryIds.G!,
    ]);
    const visitor = await open('/office/letters');
    const wrong = { ...words, programmeId: earlier.id, category: 'X' };
    await visitor.submit('/office/letters', wrong);
    expect(visitor.errors).toEqual(['所选的一届没有这个类别，请重新选择类别，或选“不限”。']);
    await app.database.execute("UPDATE category SET code = 'G' WHERE id = ?", [
      later.categoryIds.G!,
    ]);
  });
});

describe('what waits for a decision', () => {
  const day = '2026-11-02';
  const said = () => ({ answerDueOn: day, reply: null });

  test.each([
    [
      '/office/statements',
      (applicationId: string) =>
        app.database.repo(ScreeningStatement).insert({
          ...said(),
          id: newId(),
          applicationId,
          statement: '我们补充了材料。',
          statedBy: registrar.accountId,
          statedAt: app.clock.now(),
          outcome: null,
          repliedBy: null,
          repliedAt: null,
        }),
    ],
    [
      '/office/re-examinations',
      (applicationId: string) =>
        app.database.repo(ReexaminationRequest).insert({
          ...said(),
          id: newId(),
          applicationId,
          statement: '请复查推荐意见。',
          requestedBy: registrar.accountId,
          requestedAt: app.clock.now(),
          decision: null,
          decidedBy: null,
          decidedAt: null,
        }),
    ],
  ])('%s says whose it is, and is read at once', async (path, make) => {
    await make(ids.earlier!);
    const one = await reads(path);
    await make(ids.later!);
    expect(await reads(path)).toBe(one);
    const { text } = registrar.visitor;
    for (const which of ['earlier', 'later'] as const)
      expect(text).toContain(`柯城区 · ${name[which]}`);
    const more = await makeProgramme(app, 'Screening');
    expect(await reads(path)).toBe(one);
    await app.database.execute("UPDATE programme SET state = 'Cancelled' WHERE id = ?", [more.id]);
  });

  test('somebody who may not answer sees no form for it', async () => {
    const { visitor } = await office(app, 'Screener');
    await visitor.get('/office/re-examinations');
    expect(visitor.text).toContain(merchant.earlier);
    expect(visitor.page.querySelectorAll('main form')).toEqual([]);
  });

  test.each(['/office/conflicts', '/office/removals', '/office/assignments'])(
    '%s takes no more reads for one more edition',
    async (path) => {
      const one = await reads(path);
      const more = await makeProgramme(app, 'Drawing');
      expect(await reads(path)).toBe(one);
      await app.database.execute("UPDATE programme SET state = 'Cancelled' WHERE id = ?", [
        more.id,
      ]);
    },
  );
});

test('the board of one edition says what waits in the other, whichever is looked at', async () => {
  const { visitor } = registrar;
  for (const [shown, other] of [
    [later, name.earlier],
    [earlier, name.later],
  ] as const) {
    await open(`/office?programme=${shown.id}`);
    const tasks = visitor.page.querySelectorAll('.next-action .task').map(({ text }) => text);
    const beside = tasks.filter((one) => one.includes(other));
    expect(beside.length).toBeGreaterThan(0);
    // What belongs to the whole city is told once.
    expect(tasks.filter((one) => one.includes('催报年度数据'))).toHaveLength(1);
    expect(beside.some((one) => one.includes('催报年度数据'))).toBe(false);
    const counts = visitor.page.querySelectorAll('a[href^="/office/applications?"]');
    for (const link of counts) expect(link.getAttribute('href')).toContain(`programme=${shown.id}`);
  }
});

test('a notice belongs to no edition until somebody says so', async () => {
  const visitor = await open('/office/notices/new');
  const chosen = visitor.page.querySelectorAll('select[name=programmeId] option[selected]');
  expect(chosen.map((one) => one.getAttribute('value') ?? '')).toEqual([]);
});

test('the city takes over what was left of the edition that is named, and nothing of the other', async () => {
  const owner = await appointed(app, 'Screener');
  const visitor = await open('/office/takeovers');
  expect(visitor.text).toContain(name.earlier);
  expect(visitor.text).toContain(name.later);
  const named = visitor.page.querySelectorAll('form input[name=programmeId]');
  expect(named.map((one) => one.getAttribute('value'))).toEqual([later.id, earlier.id]);
  await visitor.submit('/office/takeovers', {
    programmeId: earlier.id,
    ownerId: owner.accountId,
    reason: '县级逾期未签署意见，由市级接办。',
  });
  expect(visitor.errors).toEqual([]);
  const states = await app.database
    .repo(Application)
    .findBy([{ id: ids.earlier! }, { id: ids.later! }]);
  expect(Object.fromEntries(states.map(({ id, state }) => [id, state]))).toEqual({
    [ids.earlier!]: 'Recommended',
    [ids.later!]: 'Submitted',
  });
});
