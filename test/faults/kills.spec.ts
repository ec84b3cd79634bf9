import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { keptWrites } from '../support/kept-writes.js';
import { StartedProgram, type Writer, makeWriter } from '../support/started-program.js';
import { type TestDatabase, makeTestDatabase } from '../support/test-database.js';

/** Two programs on one database are killed in each round: 100 on both engines together. */
const rounds = process.env.DATABASE_URL ? 10 : 40;

let place: TestDatabase;
let writer: Writer;
const running = new Set<StartedProgram>();
beforeAll(async () => {
  place = await makeTestDatabase();
  writer = await makeWriter(place);
}, 240_000);
afterAll(async () => {
  await Promise.all([...running].map((program) => program.kill()));
  await place.remove();
});

async function start(): Promise<StartedProgram> {
  const program = await StartedProgram.start(place);
  running.add(program);
  return program;
}

async function kill(program: StartedProgram): Promise<void> {
  await program.kill();
  running.delete(program);
}

/** Writes again and again until the program is gone; @returns how many answers said "kept". */
async function writeOn(program: StartedProgram, onKept: () => void): Promise<number> {
  for (let kept = 0; ;) {
    const answer = await program.write(writer).catch(() => null);
    if (!answer) return kept;
    expect([303, 409, 503]).toContain(answer.status);
    if (answer.status === 303) {
      kept += 1;
      onKept();
    }
  }
}

test(`${rounds * 2} programs killed in the middle of writes lose none that was acknowledged`, async () => {
  let acknowledged = 0;
  for (let round = 0; round < rounds; round += 1) {
    const programs = await Promise.all([start(), start()]);
    let first = () => {};
    const once = new Promise<void>((resolve) => (first = resolve));
    const writing = programs.flatMap((one) => [writeOn(one, first), writeOn(one, first)]);
    await Promise.race([once, Promise.all(writing)]);
    // Never at the same point of a write.
    await pause((round * 37) % 60);
    await Promise.all(programs.map(kill));
    for (const kept of await Promise.all(writing)) acknowledged += kept;
  }
  const { writes, whole } = await keptWrites(place);
  expect(whole).toBe(true);
  expect(acknowledged).toBeGreaterThanOrEqual(rounds);
  expect(writes).toBeGreaterThanOrEqual(acknowledged);
  // At most what was under way at each kill was kept without having been acknowledged.
  expect(writes).toBeLessThanOrEqual(acknowledged + rounds * 4);
}, 900_000);
