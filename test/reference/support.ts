import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import { computeIndicatorPoints } from '../../src/rules/scoring/compute-indicator-points.js';
import type { AmountKey, Figures, ShopFigures } from '../../src/rules/scoring/figures.js';
import type { Indicator } from '../../src/rules/scoring/indicator.js';
import type { RuleSet } from '../../src/rules/scoring/rule-set.js';

export const NO_FIGURES: Figures = {
  amounts: {},
  openedOn: null,
  shops: [],
  choices: {},
  samplingFailures: null,
  certifications: null,
  ticks: {},
  notApplicable: [],
};

export function amounts(values: Partial<Record<AmountKey, number | null>>): Figures {
  return { ...NO_FIGURES, amounts: values };
}

export function indicator(code: string, ruleSet: RuleSet = PRESET_2013): Indicator {
  const all = ruleSet.categories.flatMap(({ rubric }) => rubric.flatMap((one) => one.indicators));
  const found = all.find((one) => one.code === code);
  if (!found) throw new Error(`no indicator ${code}`);
  return found;
}

/** Points as printed: 5.5, not 550. */
export function pointsOf(code: string, figures: Figures, ruleSet: RuleSet = PRESET_2013): number {
  return computeIndicatorPoints(indicator(code, ruleSet), figures, ruleSet).points / 100;
}

export function notesOf(code: string, figures: Figures): readonly string[] {
  const { notes } = computeIndicatorPoints(indicator(code), figures, PRESET_2013);
  return notes.map(({ key }) => key);
}

export function shop(values: Partial<ShopFigures>): ShopFigures {
  return {
    shop: 'shop-1',
    platform: 'taobao',
    netWan: 10_000,
    orders: 1_000,
    goodRatePct: null,
    dispatch48hPct: null,
    ratings: [],
    ...values,
  };
}
