import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RoundToAssign } from '../../../test/support/assignment.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Programme } from '../../programmes/programme.entity.js';
import { Round } from '../../programmes/round.entity.js';
import { Assignment } from './assignment.entity.js';

let app: TestApp;
let round: RoundToAssign;
let decision: Assignment;
let base: string;

beforeAll(async () => {
  app = await TestApp.start();
  round = await RoundToAssign.prepare(app, { applications: 6, members: 7, alternates: 0 });
  base = `/programmes/${round.programme.slug}`;
  await round.everybodyDeclares();
});
afterAll(() => app.stop());

async function read(address: string) {
  const stranger = app.visitor();
  return stranger.get(address);
}

test('the whole panel is the rule; a number of judges is declared as soon as it is decided', async () => {
  expect((await read(base)).text).toContain('评审组全体评委评审本类别的全部申报，需要回避的除外。');
  const limits = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((seat) => [round.limit(seat), '']));
  await round.assign({ perApplication: '3', seed: '2026春', ...limits }, '申报较多，分组评审');
  expect(round.registrar.errors).toEqual([]);
  decision = (await app.database.repo(Assignment).findOneBy({ roundId: round.id }))!;
  const { text, html } = await read(base);
  expect(text).toContain('示范网商材料评审每份申报由3名评委评审');
  expect(text).toContain('需要回避的和下列情形除外');
  for (const secret of [decision.seed!, decision.problemHash!, decision.planHash!]) {
    expect(html).not.toContain(secret);
  }
  expect((await read(`${base}/judges`)).status).toBe(404);
});

test('seed and hashes come with the results, and never who scored what', async () => {
  await round.open();
  expect(round.registrar.errors).toEqual([]);
  await app.database.repo(Round).update({ id: round.id }, { state: 'Locked' });
  await app.database.repo(Programme).update({ id: round.programme.id }, { state: 'Published' });
  const { text, html, page } = await read(`${base}/judges`);
  expect(text).toContain('材料评审：每份申报由3名评委评审');
  const proof = page.querySelectorAll('main dd').map((cell) => cell.text.trim());
  expect(proof).toEqual([decision.seed, decision.problemHash, decision.planHash]);
  for (const id of round.applications) expect(html).not.toContain(id);
  expect(text).toContain('人工指定7名');
});
