import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AwardSteps } from '../../../test/support/award-steps.js';
import { twoPlaces } from '../../../test/support/analysed-category.js';
import { type Person, office } from '../../../test/support/people.js';
import { Application } from '../../applications/application.entity.js';
import { StandingLock } from '../../awards/standings/standing-lock.entity.js';
import { newId } from '../../database/new-id.js';

let award: AwardSteps;
let first: Person;
let second: Person;
let supervisor: Person;
let other: string;
beforeAll(async () => {
  award = await AwardSteps.open(undefined, twoPlaces);
  other = award.programme.categoryIds.Y!;
  const { app } = award;
  first = await office(app, 'Tabulator');
  second = await office(app, 'Tabulator');
  supervisor = await office(app, 'Supervisor');
  const applications = app.database.repo(Application);
  const [entry] = award.entries;
  const one = await applications.findOneByOrFail({ id: entry!.applicationId });
  const copy = { id: newId(), categoryId: other, receiptNumber: '2026-Y-1', judgingNumber: null };
  await applications.insert(Object.assign(one, copy) as never);
});
afterAll(() => award.app.stop());

/** What the desk of each says about standings, as act and category. */
const read = async () => {
  const told: string[][] = [];
  for (const { visitor } of [first, second, supervisor]) {
    await visitor.get(`/office?programme=${award.id}`);
    const links = visitor.page.querySelectorAll('.next-action .task a[href^="/office/standings/"]');
    const name = (href: string) => (href.endsWith(other) ? 'other' : 'own');
    told.push(links.map((link) => `${link.text.slice(0, 2)} ${name(link.getAttribute('href')!)}`));
  }
  return told;
};

test('each category leads whoever is next with it to its own page, whatever another waits for', async () => {
  const compute = ['计算 own', '计算 other'];
  expect(await read()).toEqual([compute, compute, []]);
  const lockId = await award.compute();
  await award.app.database.repo(StandingLock).update(lockId, { firstBy: first.accountId });
  // Nobody confirms what they computed.
  expect(await read()).toEqual([['计算 other'], ['核对 own', '计算 other'], []]);
  await award.app.database.repo(StandingLock).update(lockId, { secondBy: second.accountId });
  expect(await read()).toEqual([['计算 other'], ['计算 other'], ['见证 own']]);
  await award.witness(lockId);
  expect(await read()).toEqual([['计算 other'], ['计算 other'], []]);
});

test('who is to be proposed has to be queried again: the screener reads it while the committee sits', async () => {
  await award.app.database.execute('DELETE FROM application WHERE category_id = ?', [other]);
  await award.app.database.execute("UPDATE programme SET state = 'Deliberation' WHERE id = ?", [
    award.id,
  ]);
  const { visitor } = await office(award.app, 'Screener');
  const tasks = async () => {
    await visitor.get(`/office?programme=${award.id}`);
    return visitor.page
      .querySelectorAll('.next-action .task')
      .map((one) => [one.querySelector('a')!.getAttribute('href'), one.text.includes('2项')]);
  };
  expect(await tasks()).toEqual([[`/office/credit/${award.id}?point=K2`, true]]);
  await award.clear('K2');
  expect(await tasks()).toEqual([]);
});
