import { expect, test } from '@jest/globals';
import { commitmentOf, sha256 } from '../draw/commitment.js';
import { drawOrder, freezeOrder } from './defence-order.js';
import { verifyOrderRecord } from './verify-order-record.js';

const seed = '7a'.repeat(32);
const record = drawOrder(freezeOrder(['m3', 'm1', 'm2']), {
  times: {
    committed: '2026-09-21T01:00:00.000Z',
    witnessed: '2026-09-21T01:10:00.000Z',
    revealed: '2026-09-21T01:20:00.000Z',
  },
  commitment: commitmentOf(seed),
  witness: 'spring river',
  seed,
});

test('a record that follows from itself is true', () => {
  expect(verifyOrderRecord(record)).toEqual({ ok: true, recordHash: record.recordHash, heard: 3 });
});

test.each([
  ['two places exchanged', { order: record.order.toReversed() }, 'order[0].key'],
  ['another list hash', { listHash: sha256('x') }, 'listHash'],
  ['one more label', { labels: ['m1', 'm2', 'm3', 'm4'] }, 'listHash'],
  ['another witness text', { witness: 'autumn river' }, 'witness'],
  [
    'another time',
    { times: { ...record.times, revealed: '2026-09-21T01:30:00.000Z' } },
    'recordHash',
  ],
  ['a word that does not belong', { note: 'x' }, 'note'],
])('names the first difference: %s', (_title, change, path) => {
  const found = verifyOrderRecord({ ...record, ...change });
  // Another text of the supervisor moves the keys, and the order with them.
  expect(found).toMatchObject({ ok: false, path: path === 'witness' ? 'order[0].key' : path });
});

test.each([
  ['a seed that is not the one committed to', { seed: '00'.repeat(32) }, 'draw.commitmentMismatch'],
  ['no labels', { labels: [] }, 'hall.order.empty'],
  [
    'times out of order',
    { times: { ...record.times, revealed: '2026-09-20T00:00:00.000Z' } },
    'draw.timesOutOfOrder',
  ],
])('says which rule is broken: %s', (_title, change, code) => {
  expect(verifyOrderRecord({ ...record, ...change })).toMatchObject({ ok: false, code });
});
