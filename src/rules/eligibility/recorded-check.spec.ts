import { createWorkingDayCalendar } from '../calendar/working-day-calendar.js';
import { effectiveChecks, recordedBlockers, type RecordedCheck } from './recorded-check.js';

const calendar = createWorkingDayCalendar([{ year: 2013, holidays: [], makeUpDays: [] }]);
const today = '2013-09-03';

const clear: RecordedCheck = {
  rule: 'V1',
  asOf: '2013-09-02',
  result: 'Clear',
  note: null,
  checkerId: 'one',
  secondReaderId: null,
};
const hit: RecordedCheck = { ...clear, result: 'Hit', secondReaderId: 'two' };

const blockers = (...checks: readonly RecordedCheck[]) =>
  recordedBlockers(
    calendar,
    [
      { code: 'V1', checkPoints: ['K1', 'K2'] },
      { code: 'V9', checkPoints: ['K1'] },
    ],
    'K2',
    checks,
    today,
  );

describe('what keeps an application from passing a check point', () => {
  it('is nothing once each rule of that point is clear', () => {
    expect(blockers(clear)).toEqual([]);
  });

  it.each<[string, readonly RecordedCheck[], string]>([
    ['no check', [], 'missing'],
    ['a check of another rule', [{ ...clear, rule: 'V9' }], 'missing'],
    ['a check of eleven working days', [{ ...clear, asOf: '2013-08-19' }], 'stale'],
    ['a hit', [hit], 'hit'],
    ['a hit that nobody confirmed', [{ ...hit, secondReaderId: null }], 'hit'],
    ['a source out of reach', [{ ...clear, result: 'Unavailable', note: '停机' }], 'unavailable'],
    [
      'a source out of reach, waived without a reason',
      [{ ...clear, result: 'Unavailable', secondReaderId: 'two' }],
      'unavailable',
    ],
    [
      'a source out of reach, waived by one person twice',
      [{ ...clear, result: 'Unavailable', secondReaderId: 'one', note: '停机' }],
      'unavailable',
    ],
  ])('%s', (_title, checks, code) => {
    expect(blockers(...checks)).toEqual([{ rule: 'V1', code: `veto.blocker.${code}` }]);
  });

  it('is not a source that two people waived with the reason', () => {
    const waived = {
      ...clear,
      result: 'Unavailable',
      secondReaderId: 'two',
      note: '停机',
    } as const;
    expect(blockers(waived)).toEqual([]);
  });

  it('is not a check of ten working days', () => {
    expect(blockers({ ...clear, asOf: '2013-08-20' })).toEqual([]);
  });
});

describe('the check that counts', () => {
  const lifted = { ...clear, secondReaderId: 'two' };

  it.each<[string, readonly RecordedCheck[], RecordedCheck]>([
    ['is the newest', [clear, { ...clear, asOf: '2013-09-03' }], { ...clear, asOf: '2013-09-03' }],
    [
      'is the newest after a hit that nobody confirmed',
      [{ ...hit, secondReaderId: null }, clear],
      clear,
    ],
    ['is a confirmed hit until a second person has read what lifts it', [hit, clear], hit],
    ['is what a second person has read', [hit, lifted], lifted],
    ['is a new hit too', [hit, { ...hit, secondReaderId: null }], { ...hit, secondReaderId: null }],
    ['is a later one where a clear check was read twice', [lifted, clear], clear],
  ])('%s', (_title, checks, counts) => {
    expect(effectiveChecks(checks)).toEqual([counts]);
  });

  it('is one for each rule', () => {
    const other = { ...clear, rule: 'V2' };
    expect(effectiveChecks([clear, other])).toEqual([clear, other]);
  });
});
