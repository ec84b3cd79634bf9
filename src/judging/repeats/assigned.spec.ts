import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RoundToAssign } from '../../../test/support/assignment.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Round } from '../../programmes/round.entity.js';
import { RepeatSheet } from './repeat-sheet.entity.js';

let app: TestApp;
let round: RoundToAssign;
beforeAll(async () => {
  app = await TestApp.start();
  round = await RoundToAssign.prepare(app, { applications: 10, members: 7, alternates: 2 });
  await round.everybodyDeclares();
  await round.assign({ perApplication: '3', seed: '2026' }, '申报较多，分组评审');
  await app.database.repo(Round).update({ kind: 'material' }, { blind: true, repeats: true });
  await round.open();
}, 120_000);
afterAll(() => app.stop());

const repeatOf = (seat: number) =>
  app.database.repo(RepeatSheet).findOneBy({ seatId: round.judge(seat).seatId });

test('a judge of a part repeats a file of that part, and no file that was moved to somebody else', async () => {
  const sheets = (await round.sheets()).filter(({ seat }) => seat === 5);
  expect(sheets.length).toBeGreaterThanOrEqual(4);
  const repeat = await repeatOf(5);
  expect(sheets.map(({ applicationId }) => applicationId)).toContain(repeat!.applicationId);
  await round.preview({ perApplication: '3', keep: 'on', [round.limit(5)]: '0' });
  await round.registrar.submit('/decision', { reason: '5号评委时间不足' });
  expect(round.registrar.errors).toEqual([]);
  expect(await repeatOf(5)).toBeNull();
  expect(await repeatOf(4)).not.toBeNull();
});
