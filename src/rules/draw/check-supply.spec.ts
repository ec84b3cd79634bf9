import { experts, fault, terms } from '../../../test/support/worked-draw.js';
import { checkSupply, withinConflictShare } from './check-supply.js';
import { freezeList } from './freeze-list.js';
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

  it('is refused when each limit could be met, but not all at once', () => {
    // Seven divisions of one; both experts of the wanted field sit in the same one.
    const all = experts.slice(0, 14).map((one, index) => ({
      ...one,
      id: `X${String(index).padStart(2, '0')}`,
      organisation: '',
      conflicts: 0,
      division: `D${index % 12}`,
      field: index === 0 || index === 12 ? '电商' : '农业',
    }));
    const strict = {
      ...lenient,
      perDivision: 1,
      fields: [
        { field: '电商', minimum: 2 },
        { field: '农业', minimum: 0 },
      ],
    };
    expect(fault(() => checkSupply(freezeList(all, strict)))).toEqual({
      code: 'draw.fieldShort',
      field: '电商',
      minimum: 2,
      found: 1,
    });
    const two = [
      { ...all[0]!, id: 'Y0', field: '财务', division: 'D0' },
      ...all.slice(1, 12).map((one) => ({ ...one, field: '农业' })),
      { ...all[12]!, field: '电商', division: 'D0' },
    ];
    const apart = {
      ...strict,
      fields: ['财务', '电商', '农业'].map((field) => ({
        field,
        minimum: field === '农业' ? 0 : 1,
      })),
    };
    expect(fault(() => checkSupply(freezeList(two, apart)))).toEqual({
      code: 'draw.supplyMixed',
      needed: 11,
    });
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

it.each([
  [18, [3, 10], true],
  [19, [3, 10], false],
  [0, [0, 1], true],
  [1, [0, 1], false],
] as const)(
  '%i conflicts of 60 with a share of %j: may sit %s',
  (conflicts, conflictShare, may) => {
    expect(withinConflictShare(conflicts, { ...terms, applications: 60, conflictShare })).toBe(may);
  },
);
