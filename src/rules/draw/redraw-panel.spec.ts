import { fault, meeting, record } from '../../../test/support/worked-draw.js';
import { commitmentOf } from './commitment.js';
import { redrawPanel } from './draw-panel.js';
import { nextAlternate } from './next-alternate.js';
import { verifyDrawRecord } from './verify-draw-record.js';

const seated = (numbers: readonly number[]) =>
  record.seats.filter(({ seat }) => numbers.includes(seat));

describe('replacing a member', () => {
  it('calls the first alternate who leaves no field short', () => {
    const others = record.seats
      .filter(({ expert }) => expert !== 'E05')
      .map(({ expert }) => expert);
    // E05 was one of the two members for finance; E04 and E22 know farming.
    expect(nextAlternate(record, others, [])?.expert).toBe('E23');
    expect(nextAlternate(record, others, ['E23'])?.expert).toBe('E14');
    expect(nextAlternate(record, others, ['E23', 'E14'])).toBeUndefined();
  });

  it('draws again from the same list under a new commitment when no alternate is left', () => {
    const seed = 'ab'.repeat(32);
    const again = redrawPanel(record, seated([1, 2, 4, 5, 6, 7]), {
      ...meeting,
      seed,
      commitment: commitmentOf(seed),
    });
    expect(again).toMatchObject({ attempt: 2, listHash: record.listHash });
    expect(again.seats.toSpliced(2, 1)).toEqual(record.seats.toSpliced(2, 1));
    expect(again.carryOver.departed).toEqual(['E06', 'E23', 'E04', 'E22', 'E14']);
    const drawn = [again.seats[2]!.expert, ...again.alternates.map(({ expert }) => expert)];
    const before = [...record.seats, ...record.alternates].map(({ expert }) => expert);
    expect(drawn.filter((expert) => before.includes(expert))).toEqual([]);
    expect(verifyDrawRecord(again)).toMatchObject({ ok: true });
    expect(fault(() => redrawPanel(record, [], meeting))).toEqual({
      code: 'draw.commitmentReused',
      attempt: 1,
    });
  });

  it('refuses a carried-over member who was never a candidate, or sits twice', () => {
    const seed = 'cd'.repeat(32);
    const next = { ...meeting, seed, commitment: commitmentOf(seed) };
    expect(fault(() => redrawPanel(record, [{ seat: 1, expert: 'X' }], next))).toEqual({
      code: 'draw.carryOverUnknown',
      expert: 'X',
    });
    expect(
      fault(() =>
        redrawPanel(
          record,
          [
            { seat: 1, expert: 'E01' },
            { seat: 2, expert: 'E01' },
          ],
          next,
        ),
      ),
    ).toEqual({ code: 'draw.carryOverRepeated', item: 'E01' });
    expect(fault(() => redrawPanel(record, [{ seat: 8, expert: 'E01' }], next))).toEqual({
      code: 'draw.seatUnknown',
      seat: '8',
    });
  });
});
