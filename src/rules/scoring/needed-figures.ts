import { amountUnit } from './amounts.js';
import type { AmountKey } from './figures.js';
import type { Indicator } from './indicator.js';
import type { RuleText } from './rule-text.js';
import type { CategoryRules, RatingTable } from './rule-set.js';
import type { Scoring } from './scoring.js';

export type NeededFigureKind =
  | 'wan'
  | 'percent'
  | 'count'
  | 'day'
  | 'rating'
  | 'choice'
  | 'tick'
  | 'certifications'
  | 'samplingFailures';

/** One figure an applicant claims, under the key that `figuresOf` reads; rows stand under their stem. */
export interface NeededFigure {
  readonly key: string;
  readonly kind: NeededFigureKind;
  /** The shop the figure is about, null when it is about the merchant. */
  readonly shop: string | null;
  /** Submission refuses without it; any other missing figure scores nothing (rule C6). */
  readonly required: boolean;
  /** A figure that may stand in its place. */
  readonly alternative: string | null;
  readonly indicators: readonly string[];
  /** The rules' own name of a checklist item; figures are named in `locales/`. */
  readonly name: RuleText | null;
  readonly options: readonly { readonly code: string; readonly name: RuleText }[];
}

/**
 * The figures a category's rubric computes with, in the order of the rubric, each once. Items that
 * only the office can find out (G19, the defence) are not asked for.
 */
export function neededFigures(
  category: Pick<CategoryRules, 'rubric'>,
  ratings: RatingTable,
  shops: readonly { readonly id: string; readonly platform: string }[],
): readonly NeededFigure[] {
  const found = new Map<string, NeededFigure>();
  for (const indicator of claimableIndicators(category)) {
    for (const part of partsOf(indicator.scoring)) {
      for (const figure of needs[part.kind]?.(part as never, { ratings, shops }) ?? []) {
        const known = found.get(figure.key);
        const indicators = [...(known?.indicators ?? []), indicator.code];
        found.set(figure.key, { ...(known ?? figure), indicators: [...new Set(indicators)] });
      }
    }
  }
  return [...found.values()];
}

/** Indicators an applicant shows something for on paper: not the defence, not what the office observes. */
export function claimableIndicators({ rubric }: Pick<CategoryRules, 'rubric'>): Indicator[] {
  return rubric
    .flatMap(({ indicators }) => indicators)
    .filter(({ sheet, scoring }) => sheet === 'material' && !isObserved(scoring));
}

/** Items the verification itself decides, named in the rubric as «system». */
const OBSERVED_ITEMS: readonly string[] = ['G19.completeFirst', 'G19.notReduced'];

/** Those of them that a rubric asks for. */
export function observedItemsOf({ rubric }: Pick<CategoryRules, 'rubric'>): readonly string[] {
  const items = rubric
    .flatMap(({ indicators }) => indicators)
    .flatMap(({ scoring }) => partsOf(scoring))
    .flatMap((part) => (part.kind === 'tick' ? [part.item] : []));
  return OBSERVED_ITEMS.filter((item) => items.includes(item));
}

function isObserved(scoring: Scoring): boolean {
  return partsOf(scoring).every(
    (part) => part.kind === 'tick' && OBSERVED_ITEMS.includes(part.item),
  );
}

function partsOf(scoring: Scoring): readonly Exclude<Scoring, { kind: 'sum' }>[] {
  return scoring.kind === 'sum' ? scoring.parts : [scoring];
}

interface Surroundings {
  readonly ratings: RatingTable;
  readonly shops: readonly { readonly id: string; readonly platform: string }[];
}

type Needs = {
  readonly [K in Scoring['kind']]?: (
    scoring: Extract<Scoring, { kind: K }>,
    around: Surroundings,
  ) => readonly NeededFigure[];
};

const needs: Needs = {
  bands: ({ figure, minus = [], requiresPositive, ratioCheck }) =>
    [
      figure,
      ...minus,
      ...(requiresPositive ? [requiresPositive] : []),
      ...(ratioCheck ? [ratioCheck.numerator, ratioCheck.denominator] : []),
    ].map(amountNeed),
  operatingYears: () => [plainNeed('openedOn', 'day')],
  growth: ({ current, base }) => [current, base].map(amountNeed),
  compoundGrowth: ({ current, base, fallbackBase }) =>
    [current, fallbackBase, base].map(amountNeed),
  shopRate: ({ rate, skipUnratedPlatforms }, { ratings, shops }) =>
    shops
      .filter(({ platform }) => !skipUnratedPlatforms || isRated(platform, ratings))
      .flatMap(({ id }) => [shopNeed(id, rate, 'percent'), shopNeed(id, 'orders', 'count')]),
  ratings: (_, { ratings, shops }) =>
    shops
      .filter(({ platform }) => isRated(platform, ratings))
      .flatMap(({ id, platform }) => [
        ...ratings.map
          .filter((mapping) => mapping.platform === platform)
          .map(({ metric }) => shopNeed(id, `rating.${metric}`, 'rating')),
        shopNeed(id, 'ratedOn', 'day'),
        shopNeed(id, 'netWan', 'wan'),
      ]),
  complaints: () =>
    (['complaintsAgainst', 'complaintsUnanswered', 'orders'] as const).map(amountNeed),
  insuredStaff: ({ familyWorkersPoints }) =>
    [
      'insuredYearEnd' as const,
      'insuredAverage' as const,
      ...(familyWorkersPoints === null ? [] : (['familyWorkers'] as const)),
    ].map(amountNeed),
  tax: ({ choice, options, declarationItem }) => [
    { ...amountNeed('taxPaidWan'), alternative: `choice.${choice}` },
    { ...plainNeed(`choice.${choice}`, 'choice'), options },
    plainNeed(`tick.${declarationItem}`, 'tick'),
  ],
  sampling: () => [plainNeed('samplingFailure', 'samplingFailures')],
  certifications: ({ types }) => [
    { ...plainNeed('certification', 'certifications'), options: types },
  ],
  tick: ({ item, name }) => [{ ...plainNeed(`tick.${item}`, 'tick'), name }],
  count: ({ figure }) => [amountNeed(figure)],
};

/** Fields marked ★ in the data dictionary, and those without which conduct cannot be judged at all. */
const REQUIRED: readonly string[] = [
  'netWan',
  'orders',
  'parcels',
  'insuredYearEnd',
  'insuredAverage',
  'openedOn',
  'farmGoodsNetWan',
  'complaintsAgainst',
  'complaintsUnanswered',
  'taxPaidWan',
  'samplingFailure',
];

function plainNeed(key: string, kind: NeededFigureKind, shop: string | null = null): NeededFigure {
  const required = REQUIRED.includes(key);
  return { key, kind, shop, required, alternative: null, indicators: [], name: null, options: [] };
}

function amountNeed(key: AmountKey): NeededFigure {
  const unit = amountUnit(key);
  return plainNeed(key, unit === 'wan' || unit === 'percent' ? unit : 'count');
}

function shopNeed(shop: string, figure: string, kind: NeededFigureKind): NeededFigure {
  return plainNeed(`shop.${shop}.${figure}`, kind, shop);
}

function isRated(platform: string, { unratedPlatforms }: RatingTable): boolean {
  return !unratedPlatforms.includes(platform);
}
