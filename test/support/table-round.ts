import type { NamedRound, TableRow } from '../../src/rules/assignment/table-row.js';

const seat = (number: number, more: object = {}) => ({
  id: `s${number}`,
  number,
  name: `评委${number}`,
  alternate: number > 100,
  declared: true,
  organisation: `单位${number}`,
  topics: [],
  ...more,
});
const applications = ['a', 'b'].map((id) => ({
  id,
  number: `G-${id}`,
  name: `商户${id}`,
  topics: [],
}));

/** Two applications, four seats and an alternate; the seat named is of the first one's organisation. */
export function tableRound(colleague: number, more: Partial<NamedRound['facts']> = {}): NamedRound {
  const seats = [1, 2, 3, 4, 101].map((number) =>
    seat(number, number === colleague ? { organisation: '单位1' } : {}),
  );
  return {
    applications,
    seats,
    facts: {
      roundId: 'round',
      applications,
      seats,
      barred: [],
      sheets: [],
      assigned: [],
      perApplication: null,
      ...more,
    },
  };
}

export const tableRow = (
  number: string,
  seatNumber: string,
  row: number,
  more: Partial<TableRow> = {},
): TableRow => ({
  row,
  number,
  seat: seatNumber,
  merchant: '',
  judge: '',
  organisation: '',
  ...more,
});
