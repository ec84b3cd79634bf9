import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type TestProgramme, makeProgramme } from '../support/programme.js';
import { sentenceOf } from '../support/sentence-of.js';
import { TestApp } from '../support/test-app.js';
import type { ProgrammeGuard } from '../../src/rules/guards/guard-facts.js';
import { RequireStep } from '../../src/programmes/require-step.js';
import {
  type ProgrammeEvent,
  programmeLifecycle,
} from '../../src/rules/lifecycle/programme-lifecycle.js';
import type { Refusal } from '../../src/rules/refusal.js';
import { application, cases, objection, rules } from './programme-cases.js';
import { recordTraces } from './programme-traces.js';

let app: TestApp;
let programme: TestProgramme;

beforeAll(async () => {
  app = await TestApp.start();
  app.clock.moveTo('2026-09-01T02:00:00.000Z');
  programme = await makeProgramme(app, 'Preparing');
  await recordTraces(app, programme);
});
afterAll(() => app.stop());

/** Everything there is or is over, as far as no step was taken yet. */
beforeEach(async () => {
  for (const sql of [
    application('Verified'),
    "UPDATE figure SET verdict = 'Accepted', verifier_id = 'one', second_reader_id = 'two'",
    "UPDATE legal_basis SET approved_at = '2026-01-05T02:00:00.000Z'",
    'UPDATE rule_version SET frozen_at = NULL',
    rules({}),
    'UPDATE seat SET vacated_at = NULL',
    "UPDATE conflict_declaration SET state = 'cleared'",
    "UPDATE standing SET outcome = 'proposed'",
    objection('Replied'),
    "UPDATE title SET state = 'Expired'",
    "UPDATE paper_sheet SET withdrawn_at = '2026-01-05T02:00:00.000Z'",
  ]) {
    await app.database.execute(sql, []);
  }
});

test('every fact of every step has its case', () => {
  const named = programmeLifecycle.rows.flatMap(({ event, guards }) =>
    guards.map((guard) => `${event} ${guard}`),
  );
  expect(cases.map(([event, guard]) => `${event} ${guard}`)).toEqual(named);
});

test.each(cases)('%s without %s: %s', async (event, guard, sentence, takenAway) => {
  if (takenAway !== '') {
    expect(await refusal(event, guard)).toBeNull();
    await app.database.execute(takenAway, []);
  }
  expect(await refusal(event, guard)).toBe(sentence);
});

/** The sentence that refuses a step when all its other facts are there; null when it is not refused. */
async function refusal(event: ProgrammeEvent, guard: ProgrammeGuard): Promise<string | null> {
  // Ties are counted over what is locked, and only then.
  const locked = event === 'concludeDeliberation';
  await app.database.execute('UPDATE standing_lock SET state = ?', [
    locked ? 'Locked' : 'Superseded',
  ]);
  if (locked) await app.database.execute(application('ScoreLocked'), []);
  const { from, guards } = programmeLifecycle.rows.find((row) => row.event === event)!;
  await app.database.execute('UPDATE programme SET state = ?', [from[0]!]);
  const others = guards.filter((one) => one !== guard).map((one) => [one, true]);
  return app.app
    .get(RequireStep)
    .run(programme.id, event, Object.fromEntries(others) as object)
    .then(
      () => null,
      (error: Refusal) => sentenceOf(error),
    );
}
