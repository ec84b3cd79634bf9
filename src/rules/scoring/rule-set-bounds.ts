import { computationOf, partsOf, rangesOf } from './computations.js';
import type { RuleNote } from './computed.js';
import type { Indicator } from './indicator.js';
import { hundredthsText } from './points.js';
import type { CategoryRules, RuleSet } from './rule-set.js';
import { CATEGORY_SWITCHES, GENERAL_SWITCHES, type RuleSwitch } from './rule-switches.js';
import { switchValue } from './switch-values.js';
import type { RatioCheck, Scoring } from './scoring.js';

type Variables = RuleNote['variables'];

/** Every number of the rules that no calculation could use, each with the field it stands in. */
export function boundProblems(ruleSet: RuleSet): readonly RuleNote[] {
  const { totalQuota, trimTable, defenceSheet } = ruleSet;
  return [
    ...whole('totalQuota', totalQuota, 1, 1000),
    ...ruleSet.categories.flatMap(categoryBounds),
    ...defenceSheet.flatMap(indicatorBounds),
    ...switchBounds(GENERAL_SWITCHES, ruleSet),
    ...trimTable.flatMap(({ from, to, dropHighest, dropLowest }) => {
      const numbers = [from, to ?? from, dropHighest, dropLowest];
      const off = numbers.some((one) => !within(one, 0, 1000)) || (to ?? from) < from;
      return off ? [bound('trim', { from, value: numbers.join(' ') })] : [];
    }),
  ];
}

function categoryBounds(rules: CategoryRules): readonly RuleNote[] {
  const { code: category, quota, divisionFloor, eligibility, minimumField, composite } = rules;
  const own = { category };
  const field = [minimumField.numerator, minimumField.denominator];
  const age = eligibility.principalAge;
  return [
    ...whole('quota', quota, 1, 1000, own),
    ...hundredths('passMark', rules.passMark, 0, 10_000, own),
    ...(field.every((one) => within(one, 1, 100))
      ? []
      : [bound('minimumField', { ...own, value: field.join('/') })]),
    ...Object.values(rules.divisionQuotas ?? {}).flatMap((value) =>
      whole('divisionQuota', value, 0, 1000, own),
    ),
    ...Object.values(composite).flatMap((weight) => whole('composite', weight, 0, 100, own)),
    ...switchBounds(CATEGORY_SWITCHES, rules, own),
    ...(divisionFloor && divisionFloor.places > quota
      ? [bound('divisionPlaces', { ...own, value: divisionFloor.places })]
      : []),
    ...(age && age.from > age.to
      ? [bound('principalAge', { ...own, value: `${age.from}–${age.to}` })]
      : []),
    ...rules.rubric.flatMap(({ indicators }) => indicators.flatMap(indicatorBounds)),
  ];
}

/** The bounds of the table that the page is drawn from. */
function switchBounds(
  switches: readonly RuleSwitch[],
  rules: RuleSet | CategoryRules,
  own: Variables = {},
): readonly RuleNote[] {
  return switches.flatMap((one) => {
    const { kind, bound: key, least = 0, most = 0 } = one;
    const value = switchValue(rules, one);
    if (!key || typeof value !== 'number') return [];
    return kind === 'hundredths'
      ? hundredths(key, value, least, most, own)
      : whole(key, value, least, most, own);
  });
}

function indicatorBounds({ code, weight, scoring }: Indicator): readonly RuleNote[] {
  return [
    ...hundredths('weight', weight, 1, 10_000, { code }),
    ...pointsIn(scoring).flatMap((points) => hundredths('points', points, 0, 10_000, { code })),
    ...divisorsIn(scoring).flatMap((value) => whole('divisor', value, 1, 10_000_000, { code })),
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

function whole(key: string, value: number, least: number, most: number, named: Variables = {}) {
  return within(value, least, most) ? [] : [bound(key, { ...named, value })];
}

function hundredths(key: string, value: number, least: number, most: number, named?: Variables) {
  return within(value, least, most) ? [] : [bound(key, { ...named, value: hundredthsText(value) })];
}

function within(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function bound(key: string, variables: Variables): RuleNote {
  return { key: `scoring.ruleSet.bounds.${key}`, variables };
}
