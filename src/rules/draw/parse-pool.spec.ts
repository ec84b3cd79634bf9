import { COMMITMENT, fault, terms } from '../../../test/support/worked-draw.js';
import { parseDrawPool } from './parse-pool.js';

describe('reading a pool from JSON', () => {
  it('fills the programme defaults', () => {
    const {
      terms: read,
      experts: pool,
      meeting: held,
    } = parseDrawPool({
      experts: [{ id: 'E1', field: '电商', division: '柯城' }],
      applications: 60,
      commitment: COMMITMENT,
      witness: '春',
    });
    expect(read).toEqual({ ...terms, fields: [{ field: '电商', minimum: 0 }], algorithm: 2 });
    expect(pool).toEqual([
      {
        id: 'E1',
        field: '电商',
        division: '柯城',
        organisation: '',
        conflicts: 0,
        active: true,
        barred: false,
      },
    ]);
    expect(held).toEqual({ commitment: COMMITMENT, witness: '春', times: null, present: [] });
  });

  it('names the field at fault', () => {
    expect(fault(() => parseDrawPool({ experts: [{ id: 'E1', field: 3 }] }))).toEqual({
      code: 'assignment.input.text',
      path: 'experts[0].field',
    });
  });
});
