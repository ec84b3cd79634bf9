import { anchorPoints } from './anchor-points.js';
import { boundProblems } from './rule-set-bounds.js';
import { sheetMaximum } from './category-sheets.js';
import type { RuleNote } from './computed.js';
import type { Indicator } from './indicator.js';
import { hundredthsText } from './points.js';
import type { CategoryRules, RuleSet, TrimRow } from './rule-set.js';
import type { Band, Scoring } from './scoring.js';

/** 100 points in hundredths. */
const FULL = 10_000;

/** Everything that keeps a rule set from being frozen; empty when it may be. */
export function validateRuleSet(ruleSet: RuleSet): readonly RuleNote[] {
  return [
    ...boundProblems(ruleSet),
    ...ruleSet.categories.flatMap(categoryProblems),
    ...sumProblem('defenceSheetSum', '', sheetMaximum(ruleSet.defenceSheet)),
    ...quotaProblems(ruleSet),
    ...trimProblems(ruleSet.trimTable),
    ...ruleSet.vetoRules
      .filter(({ basis }) => basis.zh.trim() === '')
      .map(({ code }) => problem('vetoWithoutBasis', { code })),
  ];
}

function categoryProblems(category: CategoryRules): readonly RuleNote[] {
  const indicators = category.rubric.flatMap((dimension) => dimension.indicators);
  const { material, defence } = category.composite;
  return [
    ...sumProblem('rubricSum', category.code, sheetMaximum(indicators)),
    ...sumProblem('compositeSum', category.code, (material + defence) * 100),
    ...indicators.flatMap(indicatorProblems),
  ];
}

function indicatorProblems(indicator: Indicator): readonly RuleNote[] {
  const { code, weight, scoring } = indicator;
  if (scoring.kind === 'anchors') {
    const off = scoring.anchors.filter(
      ({ percent, points }) => points !== anchorPoints(weight, percent),
    );
    return off.map(({ percent }) => problem('anchorOffGrid', { code, percent }));
  }
  const tables = bandTables(scoring);
  const gaps = tables.some((bands) => !contiguous(bands)) ? [problem('bandGap', { code })] : [];
  const most = Math.max(0, ...tables.flat().map(({ points }) => points));
  return most > weight
    ? [...gaps, problem('bandAboveWeight', { code, most: hundredthsText(most) })]
    : gaps;
}

function bandTables(scoring: Scoring): readonly (readonly Band[])[] {
  if (scoring.kind === 'sum') return scoring.parts.flatMap(bandTables);
  return 'bands' in scoring ? [scoring.bands] : [];
}

/** Sorted by edges, each band begins where its neighbour ends. */
function contiguous(bands: readonly Band[]): boolean {
  const sorted = [...bands].sort((a, b) => (a.high ?? Infinity) - (b.high ?? Infinity));
  return sorted.every((band, i) => {
    const next = sorted[i + 1];
    return next === undefined ? true : band.high !== undefined && band.high === next.low;
  });
}

function quotaProblems({ categories, totalQuota }: RuleSet): readonly RuleNote[] {
  const sum = categories.reduce((total, { quota }) => total + quota, 0);
  return sum > totalQuota ? [problem('quotaSum', { sum, totalQuota })] : [];
}

/** Never trim below five sheets, never keep nothing. */
function trimProblems(table: readonly TrimRow[]): readonly RuleNote[] {
  return table
    .filter(({ from, dropHighest, dropLowest }) => {
      const dropped = dropHighest + dropLowest;
      return (from < 5 && dropped > 0) || dropped >= from;
    })
    .map(({ from }) => problem('trimTooEarly', { from }));
}

function sumProblem(key: string, category: string, total: number): readonly RuleNote[] {
  return total === FULL ? [] : [problem(key, { category, total: hundredthsText(total) })];
}

function problem(key: string, variables: RuleNote['variables']): RuleNote {
  return { key: `scoring.ruleSet.${key}`, variables };
}
