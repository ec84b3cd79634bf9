import type { RuleNote } from './computed.js';
import type { Indicator } from './indicator.js';
import { hundredthsText } from './points.js';
import type { CategoryRules, RuleSet } from './rule-set.js';
import type { Scoring } from './scoring.js';

type Variables = RuleNote['variables'];

/** Every number of the rules that no calculation could use, each with the field it stands in. */
export function boundProblems(ruleSet: RuleSet): readonly RuleNote[] {
  const { spread, adjustments, comment, totalQuota, trimTable, defenceSheet } = ruleSet;
  return [
    ...whole('totalQuota', totalQuota, 1, 1000),
    ...ruleSet.categories.flatMap(categoryBounds),
    ...defenceSheet.flatMap(indicatorBounds),
    ...hundredths('rangeLimit', spread.rangeLimit, 1, 10_000),
    ...whole('deviationMultiple', spread.deviationMultiple, 1, 10),
    ...whole('addedJudges', spread.addedJudges, 1, 6),
    ...[adjustments.bonusMost, adjustments.deductionMost].flatMap((most) =>
      hundredths('adjustment', most, 0, 10_000),
    ),
    ...whole('comment', comment.minimumCharacters, 1, 500),
    ...trimTable.flatMap(({ from, to, dropHighest, dropLowest }) => {
      const numbers = [from, to ?? from, dropHighest, dropLowest];
      const off = numbers.some((one) => !within(one, 0, 1000)) || (to ?? from) < from;
      return off ? [bound('trim', { from, value: numbers.join(' ') })] : [];
    }),
  ];
}

function categoryBounds(rules: CategoryRules): readonly RuleNote[] {
  const { code: category, quota, divisionFloor, eligibility, minimumField, composite } = rules;
  const { principalAge, activeShop, coolDownYears, operatingYears } = eligibility;
  const own = { category };
  const field = [minimumField.numerator, minimumField.denominator];
  const shares = [
    eligibility.principalShare,
    eligibility.farmGoodsShare,
    eligibility.localOrigin,
  ].filter((share) => share !== null);
  return [
    ...whole('quota', quota, 1, 1000, own),
    ...hundredths('passMark', rules.passMark, 0, 10_000, own),
    ...(field.every((one) => within(one, 1, 100))
      ? []
      : [bound('minimumField', { ...own, value: field.join('/') })]),
    ...Object.values(composite).flatMap((weight) => whole('composite', weight, 0, 100, own)),
    ...(divisionFloor
      ? [
          ...whole('divisionPlaces', divisionFloor.places, 1, quota, own),
          ...hundredths('divisionScore', divisionFloor.bestScore, 0, 10_000, own),
        ]
      : []),
    ...hundredths('salesFloor', eligibility.salesFloor, 0, 10_000_000_000, own),
    ...whole('operatingYears', operatingYears, 0, 50, own),
    ...(principalAge ? ages(principalAge, own) : []),
    ...shares.flatMap((share) => hundredths('share', share, 0, 10_000, own)),
    ...(within(activeShop.openDays, 0, 366) && within(activeShop.ordersPerMonth, 0, 1_000_000)
      ? []
      : [bound('activeShop', { ...own, value: Object.values(activeShop).join(' ') })]),
    ...(coolDownYears === null ? [] : whole('coolDownYears', coolDownYears, 0, 20, own)),
    ...rules.rubric.flatMap(({ indicators }) => indicators.flatMap(indicatorBounds)),
  ];
}

function ages({ from, to }: { from: number; to: number }, own: Variables): readonly RuleNote[] {
  const fine = within(from, 16, 100) && within(to, 16, 100) && from <= to;
  return fine ? [] : [bound('principalAge', { ...own, value: `${from}–${to}` })];
}

function indicatorBounds({ code, weight, scoring }: Indicator): readonly RuleNote[] {
  return [
    ...hundredths('weight', weight, 1, 10_000, { code }),
    ...pointsIn(scoring).flatMap((points) =>
      hundredths('points', points, 0, Number.MAX_SAFE_INTEGER, { code }),
    ),
  ];
}

function pointsIn(scoring: Scoring): readonly number[] {
  if (scoring.kind === 'sum') return scoring.parts.flatMap(pointsIn);
  return 'bands' in scoring ? scoring.bands.map(({ points }) => points) : [];
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
