import { VETO_RULES } from '../../seeds/reference/veto-rules.js';
import {
  checkVetoRule,
  vetoEffectiveOn,
  type VetoCheckPoint,
  type VetoRule,
} from '../../src/rules/eligibility/veto-rules.js';

function rule(code: string): VetoRule {
  const found = VETO_RULES.find((each) => each.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

function rulesAt(point: VetoCheckPoint): readonly string[] {
  return VETO_RULES.filter((each) => each.checkPoints.includes(point)).map((each) => each.code);
}

describe('saving a rule', () => {
  it('refuses a rule without a legal basis', () => {
    expect(checkVetoRule({ ...rule('V1'), basis: { 'zh-CN': ' ', en: '' } })).toEqual({
      ok: false,
      code: 'veto.rule.basisMissing',
      variables: { rule: 'V1' },
    });
  });

  it('refuses a rule about nobody', () => {
    expect(checkVetoRule({ ...rule('V1'), subjects: [] })).toEqual({
      ok: false,
      code: 'veto.rule.subjectsMissing',
      variables: { rule: 'V1' },
    });
  });

  it.each<VetoRule['lookBack']>([
    { kind: 'Years', years: 0 },
    { kind: 'Years', years: 1.5 },
    { kind: 'Programmes', past: -1 },
    { kind: 'Programmes', past: 0.5 },
  ])('refuses to look back %j', (lookBack) => {
    expect(checkVetoRule({ ...rule('V1'), lookBack })).toEqual({
      ok: false,
      code: 'veto.rule.lookBackInvalid',
      variables: { rule: 'V1' },
    });
  });

  it.each<VetoRule['lookBack']>([
    { kind: 'Years', years: 1 },
    { kind: 'Programmes', past: 0 },
    { kind: 'Current' },
  ])('looks back %j', (lookBack) => {
    expect(checkVetoRule({ ...rule('V1'), lookBack })).toEqual({ ok: true });
  });

  it('accepts every shipped rule', () => {
    expect(VETO_RULES.map((each) => each.code)).toEqual(
      Array.from({ length: 14 }, (_, index) => `V${index + 1}`),
    );
    expect(VETO_RULES.filter((each) => !checkVetoRule(each).ok)).toEqual([]);
  });

  it('runs at each check point the rules of the rule book', () => {
    const always = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8'];
    expect(rulesAt('K1')).toEqual([...always, 'V9', 'V10', 'V11', 'V12', 'V13']);
    expect(rulesAt('K2')).toEqual([...always, 'V11', 'V12', 'V13']);
    expect(rulesAt('K3')).toEqual([...always, 'V11', 'V12', 'V13', 'V14']);
    expect(rulesAt('K4')).toEqual([...always, 'V11', 'V12', 'V13']);
  });
});

describe('when a fact takes effect', () => {
  const points = { K1: '2013-07-05', K2: '2013-09-02', K3: '2013-10-14' };

  it('waits for the next check point', () => {
    expect(vetoEffectiveOn(rule('V4'), '2013-07-20', points)).toBe('2013-09-02');
    expect(vetoEffectiveOn(rule('V4'), '2013-12-01', points)).toBeNull();
  });

  it('takes the first check point that follows, that day included, in whatever order they come', () => {
    expect(vetoEffectiveOn(rule('V4'), '2013-09-02', points)).toBe('2013-09-02');
    const swapped = { K1: '2013-12-01', K2: '2013-09-02' };
    expect(vetoEffectiveOn(rule('V4'), '2013-07-20', swapped)).toBe('2013-09-02');
  });

  it('does not wait for false material and canvassing', () => {
    expect(vetoEffectiveOn(rule('V9'), '2013-07-20', points)).toBe('2013-07-20');
    expect(vetoEffectiveOn(rule('V10'), '2013-07-20', points)).toBe('2013-07-20');
  });
});
