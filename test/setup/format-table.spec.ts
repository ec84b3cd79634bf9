import { formatTable } from '../../bench/format-table.js';

describe('the table of benchmark rows', () => {
  it('aligns figures to the right and marks what was not met', () => {
    const rows = [
      {
        name: 'home',
        value: 12345.678,
        unit: '/s',
        reference: 18000,
        target: '>= 0.7 x',
        ratio: 0.68587,
        met: false,
      },
      {
        name: 'saving a sheet',
        value: 812,
        unit: '/s',
        reference: 500,
        target: '>= 500/s',
        ratio: 1.624,
        met: true,
      },
    ];
    expect(formatTable(rows)).toBe(
      [
        'name            value  unit  reference  target     ratio  met',
        'home            12350  /s        18000  >= 0.7 x  0.6859  NO',
        'saving a sheet    812  /s          500  >= 500/s   1.624  yes',
        '',
      ].join('\n'),
    );
  });
});
