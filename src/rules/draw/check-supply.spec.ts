import { experts, fault, list, terms } from '../../../test/support/worked-draw.js';
import { checkSupply } from './check-supply.js';
import { freezeList } from './freeze-list.js';
import { checkTrials } from './trial-draws.js';
import { walkOrder } from './walk-order.js';

const lenient = {
  ...terms,
  perDivision: 9,
  fields: terms.fields.map((one) => ({ ...one, minimum: 0 })),
};

describe('a list before anybody commits to it', () => {
  it('passes when every order can fill it', () => {
    const free = freezeList(experts, lenient);
    expect(() => checkSupply(free)).not.toThrow();
    expect(() => checkTrials(free)).not.toThrow();
  });

  it('is refused when no order can: seven divisions of two, three of 24 in conflict', () => {
    const wanting = { ...terms, panelSize: 11, alternates: 6 };
    expect(fault(() => checkSupply(freezeList(experts, wanting)))).toEqual({
      code: 'draw.supplyShort',
      candidates: 24,
      usable: 14,
      needed: 17,
    });
  });

  it('is refused when a field has fewer than its least', () => {
    const fields = [{ field: '电商', minimum: 7 }];
    const all = experts.map((one, index) => ({
      ...one,
      division: '',
      field: index < 6 ? '电商' : '农业',
    }));
    const mixed = { ...lenient, fields: [...fields, { field: '农业', minimum: 0 }] };
    expect(fault(() => checkSupply(freezeList(all, mixed)))).toEqual({
      code: 'draw.fieldShort',
      field: '电商',
      minimum: 7,
      found: 6,
    });
  });

  it('is refused with a count when more than one order in twenty leaves it short', () => {
    const tight = freezeList(experts.slice(0, 16), terms);
    expect(() => checkSupply(tight)).not.toThrow();
    expect(fault(() => checkTrials(tight))).toMatchObject({
      code: 'draw.trialsShort',
      trials: 200,
    });
    expect(() => checkTrials(list)).not.toThrow();
  });

  it('counts nobody from outside the city into a division', () => {
    const outside = experts.map((one) => ({
      ...one,
      division: '',
      organisation: '',
      conflicts: 0,
    }));
    const { seats, alternates } = walkOrder(outside, lenient, { seated: [], departed: [] });
    expect([seats.length, alternates.length]).toEqual([7, 4]);
  });
});
