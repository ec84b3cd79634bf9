import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ANCHORED, anchorSheet, confirmedAnchor } from '../../../test/support/anchors.js';
import { JudgedRound, halfPoints } from '../../../test/support/judged-round.js';
import { office } from '../../../test/support/people.js';
import { TestApp } from '../../../test/support/test-app.js';
import { AnchorDiagnosticsQueries } from './anchor-diagnostics.queries.js';

let app: TestApp;
let round: JudgedRound;
let categoryId: string;
beforeAll(async () => {
  app = await TestApp.start();
  round = await JudgedRound.declaring(app, 1, ANCHORED);
  categoryId = round.programme.categoryIds.G!;
  const place = { programmeId: round.programme.id, categoryId };
  const [first, second] = [await confirmedAnchor(app, place), await confirmedAnchor(app, place, 2)];
  const codes = Object.keys(halfPoints);
  const moved = (by: number) =>
    Object.fromEntries(codes.map((code) => [code, halfPoints[code]! + by]));
  const one = round.judge(1).accountId;
  await anchorSheet(app, first, one, { scores: moved(100) });
  await anchorSheet(app, second, one, { scores: moved(-50), state: 'Submitted' });
  // What is not submitted says nothing.
  await anchorSheet(app, first, round.judge(2).accountId, { scores: moved(150), state: 'Open' });
}, 120_000);
afterAll(() => app.stop());

const read = () => app.app.get(AnchorDiagnosticsQueries).ofCategory(categoryId);

test('before the lock there is nothing to read', async () => {
  for (const state of ['Planned', 'Open'] as const) {
    await round.roundIs(state);
    expect(await read()).toEqual([]);
  }
});

test('after it, each judge’s mean and spread against the reference, and the supervisor sees them', async () => {
  await round.roundIs('Locked');
  const found = await read();
  expect(found).toHaveLength(1);
  // Five times a point above and five times half a point below: √(10 · 75² / 9).
  expect(found[0]).toMatchObject({ number: 1, anchors: 2, count: 10, mean: 25 });
  expect(found[0]!.spread).toBeCloseTo(79.06, 2);
  const { visitor } = await office(app, 'Supervisor');
  await visitor.get(`/supervision/diagnostics/${categoryId}`);
  const cells = visitor.page
    .querySelectorAll('#anchors-caption ~ tbody td, #anchors-caption ~ tbody th')
    .map(({ text }) => text.trim());
  expect(cells.slice(-3)).toEqual(['2', '0.25', '0.79']);
});
