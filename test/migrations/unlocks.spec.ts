import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeDataSource } from '../../src/database/data-source.js';
import { prepareDatabase } from '../../src/serve/prepare-database.js';
import { translate } from '../../src/text/catalogue.js';
import { type FilledDatabase, type Row, filledFoundation } from './filled-foundation.js';

let place: FilledDatabase;
let unlocks: Row[];

/** Four versions: never asked, asked, opened and given up, opened for a re-review with its names gone. */
const before = [
  `UPDATE standing_lock SET superseded_reason = NULL, unlock_first_by = NULL, unlock_second_by = NULL`,
  `UPDATE standing_lock SET state = 'Locked', superseded_reason = 'why1', unlock_first_by = 'p1',
     unlock_first_at = 't1' WHERE id = 'r1'`,
  `UPDATE standing_lock SET state = 'Superseded', superseded_reason = 'why2', unlock_first_by = 'p1',
     unlock_first_at = 't1', unlock_second_by = 'p2', superseded_at = 't3' WHERE id = 'r2'`,
  `UPDATE standing_lock SET state = 'Locked', superseded_reason = 'why3', unlock_first_at = NULL,
     superseded_at = NULL WHERE id = 'r3'`,
  `DELETE FROM journal_entry WHERE sequence > 6`,
  ...(
    [
      ['agreeUnlock', 'p1', 't1'],
      ['agreeUnlock', 'p2', 't2'],
      ['unlock', 'p3', 't3'],
    ] as const
  ).flatMap(([event, actor, at], index) =>
    ['r2', 'r3'].map(
      (lock, of) =>
        `UPDATE journal_entry SET subject_type = 'standings', subject_id = '${lock}', actor_id = '${actor}',
         at = '${at}', event = 'standings.${event}' WHERE sequence = ${index * 2 + of + 1}`,
    ),
  ),
];

beforeAll(async () => {
  place = await filledFoundation();
  const old = await makeDataSource(place, [], []).initialize();
  for (const statement of before) await old.query(statement);
  await old.destroy();
  await prepareDatabase({
    config: place.config,
    say: () => undefined,
    t: (key, variables) => translate('zh-CN', key, variables),
  });
  const source = await makeDataSource(place, [], []).initialize();
  unlocks = await source.query<Row[]>(
    `SELECT lock_id, reason, asked_by, asked_at, agreed_by, agreed_at, witnessed_by, witnessed_at
     FROM standing_unlock ORDER BY lock_id`,
  );
  await source.destroy();
});
afterAll(() => place.remove());

test('every unlock of before is a row with its reason, and with the names that the journal has', () => {
  expect(unlocks.map((row) => Object.values(row))).toEqual([
    ['r1', 'why1', 'p1', 't1', null, null, null, null],
    ['r2', 'why2', 'p1', 't1', 'p2', 't2', 'p3', 't3'],
    ['r3', 'why3', 'p1', 't1', 'p2', 't2', 'p3', 't3'],
  ]);
});
