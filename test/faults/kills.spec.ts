import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { keptWrites } from '../support/kept-writes.js';
import { StartedProgram, type Writer, makeWriter } from '../support/started-program.js';
import { type TestDatabase, makeTestDatabase } from '../support/test-database.js';

/** Two programs on one database are killed in each round. */
const rounds = process.env.DATABASE_URL ? 8 : 50;

let place: TestDatabase;
let writer: Writer;
beforeAll(async () => {
  place = await makeTestDatabase();
  writer = await makeWriter(place);
}, 240_000);
afterAll(() => place.remove());

/** Writes again and again until the program is gone; @returns how many answers said "kept". */
async function writeOn(program: StartedProgram): Promise<number> {
  for (let kept = 0; ;) {
    const answer = await program.write(writer).catch(() => null);
    if (!answer) return kept;
    if (answer.status === 303) kept += 1;
    else expect([409, 503]).toContain(answer.status);
  }
}

test(`${rounds * 2} programs killed in the middle of writes lose none that was acknowledged`, async () => {
  let acknowledged = 0;
  let fruitful = 0;
  let starting = 0;
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const programs = await Promise.all([StartedProgram.start(place), StartedProgram.start(place)]);
    starting += performance.now() - began;
    const writing = programs.flatMap((program) => [writeOn(program), writeOn(program)]);
    // Not always at the same point of a write.
    await pause(100 + ((round * 37) % 60));
    await Promise.all(programs.map((program) => program.kill()));
    const kept = (await Promise.all(writing)).reduce((sum, one) => sum + one, 0);
    acknowledged += kept;
    if (kept > 0) fruitful += 1;
  }
  console.log({ starting, acknowledged, fruitful });
  const { writes, whole } = await keptWrites(place);
  expect(whole).toBe(true);
  expect(writes).toBeGreaterThanOrEqual(acknowledged);
  // At most what was under way at each kill was kept without having been acknowledged.
  expect(writes).toBeLessThanOrEqual(acknowledged + rounds * 4);
  expect(fruitful).toBeGreaterThan(rounds / 2);
}, 900_000);
