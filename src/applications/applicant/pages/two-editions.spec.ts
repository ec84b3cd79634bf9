import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Applicant,
  agreed,
  fillDraft,
  makeApplicant,
  openWindow,
} from '../../../../test/support/applicant.js';
import { storedApplication } from '../../../../test/support/open-draft.js';
import { type TestProgramme, makeProgramme } from '../../../../test/support/programme.js';
import { office } from '../../../../test/support/people.js';
import type { TestApp } from '../../../../test/support/test-app.js';

let app: TestApp;
let earlier: TestProgramme;
let later: TestProgramme;
let own: Applicant;
beforeAll(async () => {
  ({ app, programme: earlier } = await openWindow());
  later = await makeProgramme(app, 'Open');
  await app.database.execute(
    "UPDATE programme SET year = 2027, name = '2027年示范网商评选' WHERE id = ?",
    [later.id],
  );
  own = await makeApplicant(app);
});
afterAll(() => app.stop());

const slugOf = ({ id }: TestProgramme) => `p-${id}`;
const programmeOf = async (path: string) =>
  (await app.database.row<{ programmeId: string }>(
    'SELECT programme_id FROM application WHERE id = ?',
    [path.split('/').at(-1)!],
  ))!.programmeId;

test('of two editions that run, both can be applied to, from the page of the merchant on', async () => {
  const { visitor } = own;
  await visitor.get('/my');
  const links = visitor.page.querySelectorAll('a[href^="/my/applications/new"]');
  expect(links.map((link) => link.getAttribute('href'))).toContain(
    `/my/applications/new?edition=${slugOf(earlier)}`,
  );
  for (const programme of [later, earlier]) {
    await visitor.get(`/my/applications/new?edition=${slugOf(programme)}`);
    await visitor.submit('/my/applications', { categoryIds: programme.categoryIds.G! });
    expect(await programmeOf(visitor.path)).toBe(programme.id);
  }
  await visitor.get('/my');
  expect(visitor.text).toContain('2027年示范网商评选');
  expect(visitor.text).toContain('2026年示范网商评选');
});

test('the earlier one is submitted to as before, judged by its own categories', async () => {
  const another = await makeApplicant(app);
  await another.visitor.get(`/my/applications/new?edition=${slugOf(earlier)}`);
  await another.visitor.submit('/my/applications', { categoryIds: earlier.categoryIds.G! });
  const { path } = another.visitor;
  await fillDraft(another, path);
  await another.visitor.get(`${path}/declarations`);
  await another.visitor.submit('/submission', agreed);
  expect([another.visitor.errors, another.visitor.status]).toEqual([[], 200]);
  expect(await storedApplication(app, path)).toMatchObject({ state: 'Submitted' });
});

test('the office finds the files of both in its lists', async () => {
  const rows = await app.database.rows<{ id: string; programmeId: string }>(
    "SELECT id, programme_id FROM application WHERE state = 'Submitted'",
  );
  expect(rows.map(({ programmeId }) => programmeId)).toEqual([earlier.id]);
  await app.database.execute("UPDATE application SET state = 'Recommended' WHERE id = ?", [
    rows[0]!.id,
  ]);
  const { visitor } = await office(app, 'Screener');
  await visitor.get('/office/screening');
  expect(visitor.html).toContain(`/office/screening/${rows[0]!.id}`);
  for (const { id } of [earlier, later]) expect(visitor.html).toContain(`/office/credit/${id}?`);
  await app.database.execute("UPDATE application SET state = 'ScreenedIn' WHERE id = ?", [
    rows[0]!.id,
  ]);
  const verifier = await office(app, 'Verifier');
  await verifier.visitor.get('/office/verification');
  expect(verifier.visitor.html).toContain(`/office/verification/${rows[0]!.id}`);
});

test('a page whose choice is refused stays with its edition', async () => {
  const another = await makeApplicant(app, 'Agent', {}, 499_99);
  const { visitor } = another;
  await visitor.get(`/my/applications/new?edition=${slugOf(earlier)}`);
  await visitor.submit('/my/applications', { categoryIds: earlier.categoryIds.G! });
  expect(visitor.status).toBe(422);
  expect(visitor.text).toContain('2026年示范网商评选设以下类别');
});

test('the guide names both with their calls', async () => {
  const guest = await app.visitor().get('/guide');
  const calls = guest.page.querySelectorAll('main h2 a').map((link) => link.getAttribute('href'));
  expect(calls).toEqual([`/programmes/${slugOf(later)}`, `/programmes/${slugOf(earlier)}`]);
  for (const href of calls) expect((await guest.get(href!)).status).toBe(200);
});
