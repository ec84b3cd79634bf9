import { VETO_RULES } from '../../seeds/reference/veto-rules.js';
import { WORKING_DAY_YEARS } from '../../seeds/reference/working-days.js';
import { createWorkingDayCalendar } from '../../src/rules/calendar/working-day-calendar.js';
import { concealedPenalty } from '../../src/rules/eligibility/concealed-penalty.js';
import {
  evaluateVeto,
  isStaleCheck,
  lookBackStart,
  vetoBlockers,
  type CreditRecord,
  type StoredVetoCheck,
} from '../../src/rules/eligibility/veto-check.js';
import { proposeForTitle, type VetoRule } from '../../src/rules/eligibility/veto-rules.js';

const calendar = createWorkingDayCalendar(WORKING_DAY_YEARS);
const context = {
  applicationDeadline: '2013-06-28',
  checkDate: '2013-07-05',
  earlierDeadlines: ['2011-06-30', '2009-06-30', '2007-06-29'],
  programmeStart: '2013-05-20',
};
const beforeNotice = { ...context, checkDate: '2013-09-02' };

function rule(code: string): VetoRule {
  const found = VETO_RULES.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

function penalty(decidedOn: string, more: Partial<CreditRecord> = {}): CreditRecord {
  return {
    subject: 'Entity',
    decidedOn,
    endedOn: null,
    restoredOn: null,
    underObjection: false,
    ...more,
  };
}

describe('look-back of three years (V4)', () => {
  it('does not hit a penalty decided 3 years and 1 day before the deadline', () => {
    const old = penalty('2010-06-27');
    expect(evaluateVeto(rule('V4'), [old], context)).toMatchObject({
      result: 'Clear',
      hits: [],
      history: [old],
    });
  });

  it('hits a penalty decided exactly 3 years before the deadline', () => {
    expect(evaluateVeto(rule('V4'), [penalty('2010-06-28')], context).result).toBe('Hit');
  });

  it('does not move its lower end at a later check point', () => {
    expect(evaluateVeto(rule('V4'), [penalty('2010-06-28')], beforeNotice).window).toEqual({
      from: '2010-06-28',
      to: '2013-09-02',
    });
  });

  it('hits at the notice a penalty decided after the deadline', () => {
    expect(evaluateVeto(rule('V4'), [penalty('2013-08-01')], beforeNotice).result).toBe('Hit');
  });

  it('does not know a penalty decided after the check', () => {
    expect(evaluateVeto(rule('V4'), [penalty('2013-08-01')], context).result).toBe('Clear');
  });

  it('counts 29 February back to 28 February', () => {
    const leap = { ...context, applicationDeadline: '2016-02-29', checkDate: '2016-03-07' };
    expect(lookBackStart(rule('V4'), leap)).toBe('2013-02-28');
  });

  it('hits a penalty decided on the day of the check, and says so in full', () => {
    const today = penalty('2013-07-05');
    expect(evaluateVeto(rule('V4'), [today], context)).toEqual({
      rule: 'V4',
      result: 'Hit',
      messageKey: 'veto.result.Hit',
      window: { from: '2010-06-28', to: '2013-07-05' },
      hits: [today],
      flags: [],
      history: [],
    });
  });

  it('does not end because the matter was settled', () => {
    const settled = penalty('2013-01-10', { endedOn: '2013-02-01' });
    expect(evaluateVeto(rule('V4'), [settled], context).result).toBe('Hit');
  });

  it('ignores a record on somebody the rule does not cover', () => {
    const ofShop = penalty('2013-01-10', { subject: 'Shop' });
    expect(evaluateVeto(rule('V4'), [ofShop], context)).toMatchObject({
      result: 'Clear',
      history: [],
    });
  });
});

describe('five years after which a record is gone', () => {
  it('neither uses nor shows a record of five years and 1 day', () => {
    for (const each of VETO_RULES) {
      expect(evaluateVeto(each, [penalty('2008-07-04')], context)).toMatchObject({
        result: 'Clear',
        hits: [],
        flags: [],
        history: [],
      });
    }
  });

  it('cuts the three past programmes of V9, which would reach back six years', () => {
    expect(lookBackStart(rule('V9'), context)).toBe('2008-07-05');
    expect(evaluateVeto(rule('V9'), [penalty('2008-07-05')], context).result).toBe('Hit');
  });

  it('keeps V10 to this programme', () => {
    expect(lookBackStart(rule('V10'), context)).toBe('2013-05-20');
  });

  it.each([
    [1, '2011-06-30'],
    [2, '2009-06-30'],
    [3, '2008-07-05'],
  ])('reaches %i programmes back to %s', (past, from) => {
    const back = { ...rule('V9'), lookBack: { kind: 'Programmes', past } as const };
    expect(lookBackStart(back, context)).toBe(from);
    expect(lookBackStart(back, { ...context, earlierDeadlines: [] })).toBe('2013-05-20');
  });

  it('is all that limits what a list says today', () => {
    expect(lookBackStart(rule('V1'), { ...context, earlierDeadlines: [] })).toBe('2008-07-05');
  });
});

describe('records that do not remove', () => {
  it('flags a record under objection', () => {
    const disputed = penalty('2013-02-01', { underObjection: true });
    expect(evaluateVeto(rule('V4'), [disputed], beforeNotice)).toMatchObject({
      result: 'Flag',
      flags: [disputed],
      hits: [],
    });
  });

  it('keeps an old record under objection in the file, without a flag', () => {
    const old = penalty('2010-06-27', { underObjection: true });
    expect(evaluateVeto(rule('V4'), [old], context)).toMatchObject({
      result: 'Clear',
      flags: [],
      history: [old],
    });
  });

  it('is clear on the day of the restoration', () => {
    const restored = penalty('2013-02-01', { restoredOn: '2013-07-05' });
    expect(evaluateVeto(rule('V2'), [restored], context).result).toBe('Clear');
  });

  it('still hits a listing that ends after the check', () => {
    const listed = penalty('2013-02-01', { endedOn: '2013-07-06' });
    expect(evaluateVeto(rule('V3'), [listed], context).result).toBe('Hit');
  });

  it('is clear after credit restoration and keeps the history', () => {
    const restored = penalty('2013-02-01', { restoredOn: '2013-08-30' });
    expect(evaluateVeto(rule('V2'), [restored], context).result).toBe('Hit');
    expect(evaluateVeto(rule('V2'), [restored], beforeNotice)).toMatchObject({
      result: 'Clear',
      history: [restored],
    });
  });

  it('lets an abnormal listing cleared before screening go on, in the file as cleared', () => {
    const cleared = penalty('2013-02-01', { endedOn: '2013-07-05' });
    expect(evaluateVeto(rule('V3'), [cleared], context)).toMatchObject({
      result: 'Clear',
      history: [cleared],
    });
  });
});

describe('a source that cannot be reached', () => {
  const unavailable: StoredVetoCheck = {
    rule: 'V1',
    asOfDate: '2013-09-02',
    result: 'Unavailable',
    waiver: null,
  };

  it('is Unavailable, never Clear', () => {
    expect(evaluateVeto(rule('V1'), null, beforeNotice)).toMatchObject({
      result: 'Unavailable',
      hits: [],
      flags: [],
      history: [],
    });
  });

  it('blocks like a hit does, whichever came last', () => {
    const hit = { ...unavailable, result: 'Hit' as const };
    const rules = [rule('V1')];
    expect(vetoBlockers(calendar, rules, [unavailable, hit], '2013-09-03')).toEqual([
      { rule: 'V1', code: 'veto.blocker.hit' },
    ]);
  });

  it('blocks posting until it is repeated', () => {
    const rules = [rule('V1')];
    expect(vetoBlockers(calendar, rules, [unavailable], '2013-09-03')).toEqual([
      { rule: 'V1', code: 'veto.blocker.unavailable' },
    ]);
    const repeated = { ...unavailable, asOfDate: '2013-09-03', result: 'Clear' as const };
    expect(vetoBlockers(calendar, rules, [unavailable, repeated], '2013-09-03')).toEqual([]);
  });

  it.each([
    [['张审查', '李复核'], '信用平台停机维护', 0],
    [['张审查', '张审查'], '信用平台停机维护', 1],
    [['张审查', '李复核'], ' ', 1],
  ])('waived by %j with reason "%s" leaves %i blocker', (people, reason, blockers) => {
    const waived = { ...unavailable, waiver: { people, reason } };
    expect(vetoBlockers(calendar, [rule('V1')], [waived], '2013-09-03')).toHaveLength(blockers);
  });
});

describe('age of a check', () => {
  it('is good for ten working days, holidays not counted', () => {
    expect(isStaleCheck(calendar, '2013-09-16', '2013-09-30')).toBe(false);
    expect(isStaleCheck(calendar, '2013-09-13', '2013-09-30')).toBe(true);
  });

  it('blocks when stale or missing', () => {
    const check: StoredVetoCheck = {
      rule: 'V1',
      asOfDate: '2013-06-03',
      result: 'Clear',
      waiver: null,
    };
    expect(vetoBlockers(calendar, [rule('V1'), rule('V2')], [check], '2013-07-05')).toEqual([
      { rule: 'V1', code: 'veto.blocker.stale' },
      { rule: 'V2', code: 'veto.blocker.missing' },
    ]);
  });
});

describe('a title holder at the annual review', () => {
  const march = { ...context, checkDate: '2015-04-01' };

  it('listed under V2 in March: review opened, revocation proposed, merchant heard', () => {
    const { result } = evaluateVeto(rule('V2'), [penalty('2015-03-12')], march);
    expect(proposeForTitle(rule('V2'), result)).toEqual({
      event: 'startReview',
      proposal: 'Revoke',
      hearingRequired: true,
    });
  });

  it('is warned for V3, V11 and V12 and left alone without a hit', () => {
    const warned = VETO_RULES.filter(
      (each) => proposeForTitle(each, 'Hit')?.proposal === 'Warn',
    ).map((each) => each.code);
    expect(warned).toEqual(['V3', 'V11', 'V12']);
    expect(proposeForTitle(rule('V2'), 'Unavailable')).toBeNull();
    expect(proposeForTitle({ ...rule('V2'), titleEffect: null }, 'Hit')).toBeNull();
  });
});

it('raises V9 when the merchant concealed a hit', () => {
  const outcomes = [evaluateVeto(rule('V4'), [penalty('2013-01-10')], context)];
  expect(concealedPenalty(false, outcomes)).toEqual({
    rule: 'V9',
    concealed: ['V4'],
    messageKey: 'veto.concealedPenalty',
  });
  expect(concealedPenalty(true, outcomes)).toBeNull();
  expect(concealedPenalty(false, [])).toBeNull();
  // What the statement does not cover, and what was looked for and not found.
  const other = evaluateVeto(rule('V13'), [penalty('2013-01-10')], context);
  const found = evaluateVeto(rule('V4'), [], context);
  expect([other.result, found.result]).toEqual(['Hit', 'Clear']);
  expect(concealedPenalty(false, [other, found])).toBeNull();
});
