import {
  COMMITMENT,
  SEED,
  experts,
  fault,
  list,
  meeting,
  record,
  terms,
} from '../../../test/support/worked-draw.js';
import { commitmentOf } from './commitment.js';
import { drawPanel } from './draw-panel.js';
import type { PoolExpert } from './draw-record.js';
import { freezeList, listText } from './freeze-list.js';

const short = (count: number) => freezeList(experts.slice(0, count), terms);

/** Expected values were computed by an independent script with another language's SHA-256. */
describe('the witnessed draw', () => {
  it('freezes active experts of the wanted fields, sorted by id, under one hash', () => {
    const strangers: PoolExpert[] = [
      { ...experts[0]!, id: 'A1', active: false },
      { ...experts[0]!, id: 'A2', barred: true },
      { ...experts[0]!, id: 'A3', field: '法律' },
    ];
    const frozen = freezeList([...strangers, ...experts.toReversed()], terms);
    expect(frozen).toEqual(list);
    expect(frozen.hash).toBe('c7fbc702863e8bfe8def66883909fa991ffcef28066a28a413b69b221b0d4f1c');
    expect(listText(frozen.candidates, terms).split('\n').slice(0, 2)).toEqual([
      '7\t4\t电商=2,农业=1,财务=2\t1\t2\t60\t1/10',
      'E01\t农业\t衢江\t学院0\t1',
    ]);
  });

  it('commits to the bytes of the seed', () => {
    expect(commitmentOf(SEED)).toBe(COMMITMENT);
    expect(commitmentOf(SEED.toUpperCase())).toBe(COMMITMENT);
  });

  it('orders by key, seats by the limits and names every skip', () => {
    expect(record.order[0]).toEqual({
      key: '048de5ce8adf8e440ff72aff43d2f97e419abb6e352e5312594856f930c99973',
      expert: 'E01',
    });
    expect(record.order.map(({ expert }) => expert).join(' ')).toBe(
      'E01 E03 E08 E06 E13 E10 E16 E21 E11 E18 E02 E09 E20 E19 E12 E05 E23 E07 E24 E17 E04 E22 E14 E15',
    );
    expect(record.seats.map(({ seat, expert }) => `${seat}:${expert}`).join(' ')).toBe(
      '1:E01 2:E03 3:E06 4:E13 5:E10 6:E02 7:E05',
    );
    expect(record.alternates.map(({ expert }) => expert)).toEqual(['E23', 'E04', 'E22', 'E14']);
    expect(
      record.skips.map((skip) => `${skip.position} ${skip.expert} ${skip.stage} ${skip.code}`),
    ).toEqual([
      '3 E08 panel draw.skip.conflicts',
      '7 E16 panel draw.skip.conflicts',
      '8 E21 panel draw.skip.fieldMinimum',
      '9 E11 panel draw.skip.organisation',
      '10 E18 panel draw.skip.fieldMinimum',
      '12 E09 panel draw.skip.fieldMinimum',
      '13 E20 panel draw.skip.division',
      '14 E19 panel draw.skip.fieldMinimum',
      '15 E12 panel draw.skip.fieldMinimum',
      '18 E07 alternates draw.skip.organisation',
      '19 E24 alternates draw.skip.conflicts',
      '20 E17 alternates draw.skip.division',
    ]);
    expect(record.skips[0]!.variables).toEqual({ conflicts: 7, applications: 60 });
    expect(record.skips[2]!.variables).toEqual({ field: '电商', fields: '财务', needed: 2 });
    expect(record.skips[3]!.variables).toEqual({ organisation: '学院1', limit: 1 });
    expect(record.skips[6]!.variables).toEqual({ division: '市本级', limit: 2 });
  });

  it('lets a conflict with exactly a tenth of the applications pass', () => {
    const tenth = experts.map((expert) => ({ ...expert, conflicts: 6 }));
    const { skips } = drawPanel(freezeList(tenth, terms), meeting);
    expect(skips.filter(({ code }) => code === 'draw.skip.conflicts')).toEqual([]);
  });

  it.each([
    [{ seed: '00' }, { code: 'draw.seedFormat', length: 2 }],
    [{ commitment: 'x' }, { code: 'draw.commitmentFormat' }],
    [
      { seed: 'f'.repeat(64) },
      {
        code: 'draw.commitmentMismatch',
        commitment: COMMITMENT,
        found: commitmentOf('f'.repeat(64)),
      },
    ],
    [{ witness: ' ' }, { code: 'draw.witnessFormat' }],
    [
      { times: { ...meeting.times!, witnessed: '2013-06-03T09:04:00+08:00' } },
      { code: 'draw.timesOutOfOrder', step: 'witnessed', earlier: 'committed' },
    ],
    [
      { times: { ...meeting.times!, revealed: '上午' } },
      { code: 'draw.timeInvalid', step: 'revealed', value: '上午' },
    ],
  ])('refuses a meeting that proves nothing: %#', (change, expected) => {
    expect(fault(() => drawPanel(list, { ...meeting, ...change }))).toEqual(expected);
  });

  it.each([
    [{ panelSize: 6 }, { code: 'draw.panelEven', panelSize: 6 }],
    [{ panelSize: 3 }, { code: 'draw.termInvalid', name: 'panelSize', value: '3', least: 5 }],
    [{ alternates: 3 }, { code: 'draw.alternatesTooFew', alternates: 3, least: 4 }],
    [
      { fields: [{ field: '电商', minimum: 8 }] },
      { code: 'draw.minimaExceedPanel', minima: 8, panelSize: 7 },
    ],
    [
      {
        fields: [
          { field: '电商', minimum: 1 },
          { field: '电商', minimum: 2 },
        ],
      },
      { code: 'draw.fieldRepeated', field: '电商' },
    ],
  ])('refuses terms outside the rules: %#', (change, expected) => {
    expect(fault(() => freezeList(experts, { ...terms, ...change }))).toEqual(expected);
  });

  it('refuses faulty candidates', () => {
    const [first] = experts;
    expect(fault(() => freezeList([...experts, first!], terms))).toEqual({
      code: 'draw.expertRepeated',
      expert: 'E01',
    });
    expect(fault(() => freezeList([{ ...first!, organisation: '甲\t乙' }], terms))).toEqual({
      code: 'draw.separatorInText',
      where: 'E01',
      text: '甲\t乙',
    });
    expect(fault(() => freezeList([{ ...first!, conflicts: 61 }], terms))).toEqual({
      code: 'draw.conflictsInvalid',
      expert: 'E01',
      value: '61',
    });
  });

  it('may be held without times, and says so', () => {
    expect(drawPanel(list, { ...meeting, times: null }).times).toBeNull();
  });

  it('says how many seats or alternates a short list leaves open', () => {
    expect(fault(() => drawPanel(short(5), meeting))).toEqual({
      code: 'draw.panelShort',
      missing: 2,
      candidates: 5,
    });
    expect(fault(() => drawPanel(short(9), meeting))).toEqual({
      code: 'draw.alternatesShort',
      missing: 4,
      candidates: 9,
    });
  });
});
