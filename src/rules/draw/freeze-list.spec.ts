import { experts, fault, list, terms } from '../../../test/support/worked-draw.js';
import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { checkReveal, commitmentOf, seedOf } from './commitment.js';
import { checkTimes } from './check-times.js';
import { drawAttempt } from './draw-panel.js';
import { earliestDrawDay } from './earliest-draw-day.js';
import { freezeList, listText } from './freeze-list.js';
import { labelGroups } from './label-groups.js';
import { nextAlternate } from './next-alternate.js';
import { meeting, record } from '../../../test/support/worked-draw.js';

describe('the terms of a draw', () => {
  it.each([
    [{ panelSize: 4 }, { name: 'panelSize', value: '4', least: 5 }],
    [{ panelSize: 5.5 }, { name: 'panelSize', value: '5.5', least: 5 }],
    [{ alternates: -1 }, { name: 'alternates', value: '-1', least: 0 }],
    [{ perOrganisation: 0 }, { name: 'perOrganisation', value: '0', least: 1 }],
    [{ perDivision: 0 }, { name: 'perDivision', value: '0', least: 1 }],
    [{ applications: 0 }, { name: 'applications', value: '0', least: 1 }],
    [{ conflictShare: [-1, 10] }, { name: 'conflictShare', value: '-1', least: 0 }],
    [{ conflictShare: [1, 0] }, { name: 'conflictShare', value: '0', least: 1 }],
    [{ fields: [{ field: '电商', minimum: -1 }] }, { name: '电商', value: '-1', least: 0 }],
  ] as const)('%j are refused by name', (change, variables) => {
    expect(fault(() => freezeList(experts, { ...terms, ...change }))).toEqual({
      code: 'draw.termInvalid',
      ...variables,
    });
  });

  it.each([
    [{ panelSize: 8 }, { code: 'draw.panelEven', panelSize: 8 }],
    [{ alternates: 3 }, { code: 'draw.alternatesTooFew', alternates: 3, least: 4 }],
    [
      { fields: [{ field: '电\t商', minimum: 1 }] },
      { code: 'draw.separatorInText', where: 'terms', text: '电\t商' },
    ],
  ])('%j are refused', (change, expected) => {
    expect(fault(() => freezeList(experts, { ...terms, ...change }))).toEqual(expected);
  });

  it('may ask for exactly half as many alternates, rounded up, and none of a share', () => {
    expect(freezeList(experts, { ...terms, conflictShare: [0, 1] }).terms.alternates).toBe(4);
    expect(listText([], terms)).toBe('7\t4\t电商=2,农业=1,财务=2\t1\t2\t60\t1/10');
  });
});

describe('the candidates', () => {
  const withConflicts = (conflicts: number) => [{ ...experts[0]!, conflicts }, ...experts.slice(1)];

  it.each([-1, 61, 0.5])('with %s conflicts of 60 are refused', (conflicts) => {
    expect(fault(() => freezeList(withConflicts(conflicts), terms))).toEqual({
      code: 'draw.conflictsInvalid',
      expert: 'E01',
      value: String(conflicts),
    });
  });

  it.each([0, 60])('may have %i of 60', (conflicts) => {
    expect(freezeList(withConflicts(conflicts), terms).candidates).toHaveLength(24);
  });

  it('may not come twice, and stand sorted by id', () => {
    expect(fault(() => freezeList([...experts, experts[3]!], terms))).toEqual({
      code: 'draw.expertRepeated',
      expert: 'E04',
    });
    expect(freezeList(experts.toReversed(), terms)).toEqual(list);
  });
});

describe('hexadecimal texts', () => {
  const seed = 'A'.repeat(64);

  it('are read in either case and kept in one', () => {
    expect(seedOf(seed)).toBe('a'.repeat(64));
    expect(() => checkReveal(seed, commitmentOf(seed).toUpperCase())).not.toThrow();
  });

  it.each([`0${seed}`, `${seed}0`, seed.slice(1), `${seed.slice(1)}g`])(
    'of %s are none',
    (text) => {
      expect(fault(() => seedOf(text))).toEqual({ code: 'draw.seedFormat', length: text.length });
      expect(fault(() => checkReveal(seed, text))).toEqual({ code: 'draw.commitmentFormat' });
    },
  );
});

describe('the times of a draw', () => {
  const at = (...minutes: readonly number[]) => {
    const [frozen, committed, witnessed, revealed] = minutes.map(
      (minute) => `2013-06-05T10:${String(minute).padStart(2, '0')}:00+08:00`,
    );
    return { frozen: frozen!, committed: committed!, witnessed: witnessed!, revealed: revealed! };
  };

  it('may fall together, but not come out of order', () => {
    expect(() => checkTimes(at(1, 1, 1, 1))).not.toThrow();
    expect(fault(() => checkTimes(at(1, 2, 1, 3)))).toEqual({
      code: 'draw.timesOutOfOrder',
      step: 'witnessed',
      earlier: 'committed',
    });
  });

  it('begin five working days before the review at the earliest', () => {
    const calendar = createWorkingDayCalendar([{ year: 2013, holidays: [], makeUpDays: [] }]);
    expect(earliestDrawDay(calendar, '2013-06-17')).toBe('2013-06-10');
  });
});

describe('who is carried over', () => {
  const attempt = (seat: number) => () =>
    drawAttempt(list, meeting, 2, { seated: [{ seat, expert: 'E01' }], departed: [] });

  it.each([0, 8, 1.5])('has no seat %s', (seat) => {
    expect(fault(attempt(seat))).toEqual({ code: 'draw.seatUnknown', seat: String(seat) });
  });

  it('keeps the seat, and nobody departed is drawn or seated again', () => {
    const kept = record.seats[0]!;
    const gone = record.seats.slice(1).map(({ expert }) => expert);
    const drawn = drawAttempt(list, meeting, 2, { seated: [kept], departed: gone.slice(0, 1) });
    expect(drawn.seats[0]).toEqual(kept);
    const codes = new Map(drawn.skips.map(({ expert, code }) => [expert, code]));
    expect(codes.get(kept.expert)).toBe('draw.skip.seated');
    expect(codes.get(gone[0]!)).toBe('draw.skip.departed');
  });

  it('must be on the list, as must be the members beside a successor', () => {
    expect(fault(() => nextAlternate(record, ['nobody'], []))).toEqual({
      code: 'draw.carryOverUnknown',
      expert: 'nobody',
    });
  });
});

describe('labels of groups', () => {
  it('name each field of an expert, asked for or not, and nothing for what is empty', () => {
    const two = [
      { ...experts[0]!, id: 'E2', field: '质检', organisation: '', division: '' },
      { ...experts[0]!, id: 'E1', field: '电商', organisation: '甲', division: '乙' },
    ];
    const fields = [
      { field: '财务', minimum: 1 },
      { field: '电商', minimum: 1 },
    ];
    const labelled = labelGroups(two, { ...terms, fields });
    expect(labelled.experts).toMatchObject([
      { id: 'E2', field: 'F2', organisation: '', division: '' },
      { id: 'E1', field: 'F1', organisation: 'U1', division: 'D1' },
    ]);
    expect(labelled.names).toEqual({
      fields: { F1: '电商', F2: '质检', F3: '财务' },
      organisations: { U1: '甲' },
      divisions: { D1: '乙' },
    });
  });

  it('follow the order of the experts, hide nothing empty and name what they stand for', () => {
    const few = experts.slice(0, 3).toReversed();
    const labelled = labelGroups(few, terms);
    expect(labelled.experts.map(({ id, field }) => `${id} ${field}`)).toEqual([
      'E03 F3',
      'E02 F2',
      'E01 F1',
    ]);
    expect(labelled.terms.fields.map(({ field, minimum }) => `${field} ${minimum}`)).toEqual(
      ['农业', '财务', '电商'].map(
        (field, at) => `F${at + 1} ${terms.fields.find((one) => one.field === field)!.minimum}`,
      ),
    );
    for (const { id, organisation, division, field } of few) {
      const shown = labelled.experts.find((one) => one.id === id)!;
      expect(labelled.names.fields[shown.field]).toBe(field);
      expect(labelled.names.divisions[shown.division]).toBe(division);
      expect(
        organisation === '' ? shown.organisation : labelled.names.organisations[shown.organisation],
      ).toBe(organisation);
    }
  });
});
