import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DrawSteps } from '../../../test/support/draw-steps.js';
import { TestApp } from '../../../test/support/test-app.js';
import { Seat } from '../panel/seat.entity.js';

let app: TestApp;
let draw: DrawSteps;
beforeAll(async () => {
  app = await TestApp.start();
  draw = await DrawSteps.begun(app);
  await draw.upTo('Drawn');
}, 120_000);
afterAll(() => app.stop());

test('another draw takes the place of alternates who could not step in, and of nobody else', async () => {
  const seats = app.database.repo(Seat);
  const first = await seats.findBy({ drawId: draw.id });
  const seatOf = (number: number) => first.find((seat) => seat.number === number)!.id;
  await draw.vacate([3, 101, 102]);
  await seats.update(seatOf(101), { vacatedReason: '出国' });
  // Who was not drawn from the record is not in its line.
  await seats.update(seatOf(103), { drawId: null });
  const before = await seats.findBy({ drawId: draw.id });
  const leftAt = (number: number) => before.find((seat) => seat.number === number)!.vacatedAt!;
  const later = Date.parse(leftAt(102)) + 3_600_000;
  app.clock.moveTo(new Date(later).toISOString());
  draw.id = await draw.redraw();
  await draw.commit();
  await draw.witness();
  await draw.reveal();
  const gone = async (number: number) => {
    const { vacatedAt, vacatedReason } = await seats.findOneByOrFail({ id: seatOf(number) });
    return [vacatedAt, vacatedReason];
  };
  const [replacedAt, why] = await gone(103);
  expect(Date.parse(replacedAt!)).toBeGreaterThanOrEqual(later);
  expect(why).toBe('');
  expect(await gone(101)).toEqual([leftAt(101), '出国']);
  expect(await gone(102)).toEqual([leftAt(102), null]);
  for (const member of [1, 2, 4, 5]) expect(await gone(member)).toEqual([null, null]);
});
