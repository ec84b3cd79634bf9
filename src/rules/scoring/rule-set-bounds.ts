import { computationOf, partsOf, rangesOf } from './computations.js';
import type { RuleNote } from './computed.js';
import type { Indicator } from './indicator.js';
import { hundredthsText } from './points.js';
import type { CategoryRules, RuleSet } from './rule-set.js';
import { CATEGORY_SWITCHES, GENERAL_SWITCHES, type RuleSwitch } from './rule-switches.js';
import { switchValue } from './switch-values.js';
import type { RatioCheck, Scoring } from './scoring.js';

type Variables = RuleNote['variables'];

/** What keeps a rule set from being frozen, and the field of the page of the rules where it stands in one. */
export interface RuleProblem extends RuleNote {
  readonly field?: string;
}

interface Place {
  readonly named?: Variables;
  readonly field?: string;
}

/** Every number of the rules that no calculation could use, each with the field it stands in. */
export function boundProblems(ruleSet: RuleSet): readonly RuleProblem[] {
  const { totalQuota, trimTable, defenceSheet } = ruleSet;
  return [
    ...whole('totalQuota', totalQuota, 1, 1000, { field: 'totalQuota' }),
    ...ruleSet.categories.flatMap(categoryBounds),
    ...defenceSheet.flatMap(indicatorBounds),
    ...switchBounds(GENERAL_SWITCHES, ruleSet),
    ...trimTable.flatMap(({ from, to, dropHighest, dropLowest }, row) => {
      const numbers = [from, to ?? from, dropHighest, dropLowest];
      const off = numbers.some((one) => !within(one, 0, 1000)) || (to ?? from) < from;
      const field = `trimTable.${row}.dropHighest`;
      return off ? [bound('trim', { from, value: numbers.join(' ') }, field)] : [];
    }),
  ];
}

function categoryBounds(rules: CategoryRules, at: number): readonly RuleProblem[] {
  const { code: category, quota, divisionFloor, eligibility, minimumField, composite } = rules;
  const named = { category };
  const base = `categories.${at}.`;
  const own = (path: string) => ({ named, field: `${base}${path}` });
  const field = [minimumField.numerator, minimumField.denominator];
  const age = eligibility.principalAge;
  return [
    ...whole('quota', quota, 1, 1000, own('quota')),
    ...hundredths('passMark', rules.passMark, 0, 10_000, own('passMark')),
    ...(field.every((one) => within(one, 1, 100))
      ? []
      : [
          bound(
            'minimumField',
            { ...named, value: field.join('/') },
            `${base}minimumField.numerator`,
          ),
        ]),
    ...Object.entries(rules.divisionQuotas ?? {}).flatMap(([code, value]) =>
      whole('divisionQuota', value, 0, 1000, own(`divisionQuotas.${code}`)),
    ),
    ...Object.entries(composite).flatMap(([part, weight]) =>
      whole('composite', weight, 0, 100, own(`composite.${part}`)),
    ),
    ...switchBounds(CATEGORY_SWITCHES, rules, { named, field: base }),
    ...(divisionFloor && divisionFloor.places > quota
      ? [
          bound(
            'divisionPlaces',
            { ...named, value: divisionFloor.places },
            `${base}divisionFloor.places`,
          ),
        ]
      : []),
    ...(age && age.from > age.to
      ? [
          bound(
            'principalAge',
            { ...named, value: `${age.from}–${age.to}` },
            `${base}eligibility.principalAge.from`,
          ),
        ]
      : []),
    ...rules.rubric.flatMap(({ indicators }) => indicators.flatMap(indicatorBounds)),
  ];
}

/** The bounds of the table that the page is drawn from; `field` of the place is what each path stands below. */
function switchBounds(
  switches: readonly RuleSwitch[],
  rules: RuleSet | CategoryRules,
  { named, field: base = '' }: Place = {},
): readonly RuleProblem[] {
  return switches.flatMap((one) => {
    const { kind, bound: key, least = 0, most = 0, path } = one;
    const value = switchValue(rules, one);
    if (!key || typeof value !== 'number') return [];
    const at = { named, field: `${base}${path}` };
    return kind === 'hundredths'
      ? hundredths(key, value, least, most, at)
      : whole(key, value, least, most, at);
  });
}

function indicatorBounds({ code, weight, scoring }: Indicator): readonly RuleProblem[] {
  return [
    ...hundredths('weight', weight, 1, 10_000, { named: { code } }),
    ...pointsIn(scoring).flatMap((points) =>
      hundredths('points', points, 0, 10_000, { named: { code } }),
    ),
    ...divisorsIn(scoring).flatMap((value) =>
      whole('divisor', value, 1, 10_000_000, { named: { code } }),
    ),
    ...(scoring.kind === 'bands' && scoring.ratioCheck && isReversed(scoring.ratioCheck)
      ? [bound('ratio', { code })]
      : []),
  ];
}

/** What figures are divided by, and how many of a list count: never none. */
function divisorsIn(scoring: Scoring): readonly number[] {
  return partsOf(scoring).flatMap((part) => computationOf(part).divisors?.(part) ?? []);
}

function isReversed({ low, high }: RatioCheck): boolean {
  return low > high;
}

function pointsIn(scoring: Scoring): readonly number[] {
  return partsOf(scoring).flatMap((part) =>
    (rangesOf(part)?.bands ?? []).map(({ points }) => points),
  );
}

function whole(key: string, value: number, least: number, most: number, place: Place = {}) {
  return within(value, least, most) ? [] : [bound(key, { ...place.named, value }, place.field)];
}

function hundredths(key: string, value: number, least: number, most: number, place: Place = {}) {
  const shown = { ...place.named, value: hundredthsText(value) };
  return within(value, least, most) ? [] : [bound(key, shown, place.field)];
}

function within(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function bound(key: string, variables: Variables, field?: string): RuleProblem {
  return { key: `scoring.ruleSet.bounds.${key}`, variables, ...(field ? { field } : {}) };
}
