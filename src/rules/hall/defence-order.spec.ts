import { describe, expect, test } from '@jest/globals';
import { commitmentOf, sha256 } from '../draw/commitment.js';
import { drawOrder, freezeOrder } from './defence-order.js';

const seed = '7a'.repeat(32);
const meeting = {
  times: {
    committed: '2026-09-21T01:00:00.000Z',
    witnessed: '2026-09-21T01:10:00.000Z',
    revealed: '2026-09-21T01:20:00.000Z',
  },
  commitment: commitmentOf(seed),
  witness: 'spring river',
  seed,
};
const list = freezeOrder(['m3', 'm1', 'm2']);

describe('the list', () => {
  test('is sorted and hashed as lines', () => {
    expect(list).toEqual({ labels: ['m1', 'm2', 'm3'], hash: sha256('m1\nm2\nm3') });
  });

  test.each([
    [[], 'hall.order.empty'],
    [['m1', 'm1'], 'hall.order.labelTwice'],
    [['m1\nm2'], 'hall.order.label'],
    [[''], 'hall.order.label'],
  ])('is refused as %j', (labels, code) => {
    expect(() => freezeOrder(labels)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the order', () => {
  const record = drawOrder(list, meeting);

  test('is that of the keys, which anybody can hash', () => {
    const keys = list.labels.map((label) => ({
      label,
      key: sha256(`${seed}\nspring river\n${list.hash}\n${label}`),
    }));
    expect(record.order).toEqual(
      keys.toSorted((one, other) => one.key.localeCompare(other.key, 'en')),
    );
  });

  test('does not depend on how the list came, and does on both halves of the chance', () => {
    expect(drawOrder(freezeOrder(['m2', 'm3', 'm1']), meeting)).toEqual(record);
    expect(drawOrder(list, { ...meeting, witness: 'autumn river' }).order).not.toEqual(
      record.order,
    );
  });

  test.each([
    ['another seed', { seed: '00'.repeat(32) }, 'draw.commitmentMismatch'],
    ['no witness', { witness: ' ' }, 'draw.witnessFormat'],
    ['a witness of two lines', { witness: 'a\nb' }, 'draw.witnessFormat'],
    [
      'a witness before the commitment',
      { times: { ...meeting.times, witnessed: '2026-09-21T00:00:00.000Z' } },
      'draw.timesOutOfOrder',
    ],
  ])('is refused with %s', (_title, change, code) => {
    expect(() => drawOrder(list, { ...meeting, ...change })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
