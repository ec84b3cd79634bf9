import * as fc from 'fast-check';
import { experts, meeting, record, terms } from '../../../test/support/worked-draw.js';
import { commitmentOf } from './commitment.js';
import { drawPanel } from './draw-panel.js';
import { freezeList } from './freeze-list.js';
import { verifyDrawRecord } from './verify-draw-record.js';

const changed = (change: object): unknown => ({ ...record, ...change });

describe('re-checking a draw from its record alone', () => {
  const printed: unknown = JSON.parse(JSON.stringify(record));

  it('accepts the record as printed', () => {
    expect(verifyDrawRecord(printed)).toEqual({ ok: true, recordHash: record.recordHash });
  });

  it.each([
    [
      { seats: [{ seat: 1, expert: 'E15' }, ...record.seats.slice(1)] },
      { path: 'seats[0].expert', recorded: '"E15"', recomputed: '"E01"' },
    ],
    [
      { alternates: record.alternates.slice(0, 3) },
      { path: 'alternates[3]', recorded: '', recomputed: '{"alternate":4,"expert":"E14"}' },
    ],
    [
      { candidates: record.candidates.map((one) => ({ ...one, conflicts: 0 })) },
      { path: 'listHash', recorded: `"${record.listHash}"` },
    ],
    [{ terms: { ...terms, perDivision: 3 } }, { path: 'listHash' }],
    [{ witness: '烂柯山下一局棋' }, { path: 'order[0].key' }],
    [{ remark: '' }, { path: 'remark', recorded: '""', recomputed: '' }],
    [{ seed: 'f'.repeat(64) }, { code: 'draw.commitmentMismatch' }],
    [
      { seats: undefined, seed: 7 },
      { code: 'assignment.input.text', variables: { path: 'seed' } },
    ],
  ])('names the first difference of a changed record: %#', (change, expected) => {
    expect(verifyDrawRecord(changed(change))).toMatchObject({ ok: false, ...expected });
  });

  it('replays every draw and keeps its limits', () => {
    const hexadecimal = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const words = fc
      .string({ minLength: 1, unit: 'grapheme' })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(hexadecimal, words, (bytes, text) => {
        const seed = Buffer.from(bytes).toString('hex');
        const witness = text.replace(/[\r\n]/g, '·');
        const pool = { ...terms, fields: terms.fields.map((item) => ({ ...item, minimum: 0 })) };
        const drawn = drawPanel(freezeList(experts, pool), {
          ...meeting,
          witness,
          seed,
          commitment: commitmentOf(seed),
        });
        expect(verifyDrawRecord(JSON.parse(JSON.stringify(drawn)))).toMatchObject({ ok: true });
        const chosen = [...drawn.seats, ...drawn.alternates].map(({ expert }) =>
          experts.find(({ id }) => id === expert)!,
        );
        expect(new Set(chosen).size).toBe(11);
        for (const { division, organisation, conflicts } of chosen) {
          expect(conflicts).toBeLessThanOrEqual(6);
          expect(chosen.filter((one) => one.division === division).length).toBeLessThanOrEqual(2);
          if (organisation === '') continue;
          expect(chosen.filter((one) => one.organisation === organisation)).toHaveLength(1);
        }
      }),
      { numRuns: 100, seed: 20130605 },
    );
  });
});
