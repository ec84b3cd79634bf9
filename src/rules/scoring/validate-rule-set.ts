import { anchorPoints } from './anchor-points.js';
import { type RuleProblem, boundProblems } from './rule-set-bounds.js';
import { computationOf, partsOf, rangesOf } from './computations.js';
import { sheetMaximum } from './category-sheets.js';
import type { RuleNote } from './computed.js';
import type { Indicator } from './indicator.js';
import { hundredthsText } from './points.js';
import type { RuleText } from './rule-text.js';
import type { CategoryRules, RuleSet, TieStep, TrimRow } from './rule-set.js';
import type { AnchorScoring, Band, Scoring } from './scoring.js';

/** 100 points in hundredths. */
const FULL = 10_000;

/** Everything that keeps a rule set from being frozen; empty when it may be. */
export function validateRuleSet(ruleSet: RuleSet): readonly RuleProblem[] {
  return [
    ...boundProblems(ruleSet),
    ...ruleSet.categories.flatMap(categoryProblems),
    ...ruleSet.defenceSheet.flatMap(indicatorProblems),
    ...sumProblem('defenceSheetSum', '', sheetMaximum(ruleSet.defenceSheet)),
    ...quotaProblems(ruleSet),
    ...trimProblems(ruleSet.trimTable),
    ...tieProblems(ruleSet.tieChain),
    ...codeProblems(ruleSet),
    ...ruleSet.vetoRules
      .filter(({ basis }) => basis.zh.trim() === '')
      .map(({ code }) => problem('vetoWithoutBasis', { code })),
  ];
}

function categoryProblems(category: CategoryRules, at: number): readonly RuleProblem[] {
  const indicators = category.rubric.flatMap((dimension) => dimension.indicators);
  const { material, defence } = category.composite;
  return [
    ...sumProblem('rubricSum', category.code, sheetMaximum(indicators)),
    ...judgedProblems(category, indicators),
    ...sumProblem(
      'compositeSum',
      category.code,
      (material + defence) * 100,
      `categories.${at}.composite.material`,
    ),
    ...indicators.flatMap(indicatorProblems),
  ];
}

/** Judges are convened for the material sheet: with nothing on it the category could not be scored. */
function judgedProblems(
  { code, composite }: CategoryRules,
  indicators: readonly Indicator[],
): readonly RuleProblem[] {
  const judged = indicators.some(({ type, sheet }) => type === 'E' && sheet === 'material');
  return composite.material > 0 && !judged ? [problem('nothingJudged', { category: code })] : [];
}

function indicatorProblems(indicator: Indicator): readonly RuleProblem[] {
  const { code, name } = indicator;
  return [...(isBlank(name) ? [problem('unnamed', { code })] : []), ...scoringProblems(indicator)];
}

function scoringProblems({ code, weight, scoring }: Indicator): readonly RuleProblem[] {
  if (scoring.kind === 'anchors') {
    const off = scoring.anchors.filter(
      ({ percent, points }) => points !== anchorPoints(weight, percent),
    );
    const silent = scoring.anchors.filter(({ text }) => isBlank(text));
    return [
      ...off.map(({ percent }) => problem('anchorOffGrid', { code, percent })),
      ...silent.map(({ percent }) => problem('anchorWithoutText', { code, percent })),
    ];
  }
  const gaps = partsOf(scoring).some((part) => !contiguous(rangesOf(part)?.bands ?? []))
    ? [problem('bandGap', { code })]
    : [];
  const most = mostPoints(scoring);
  return most > weight
    ? [...gaps, problem('bandAboveWeight', { code, most: hundredthsText(most) })]
    : gaps;
}

function isBlank({ zh, en }: RuleText): boolean {
  return zh.trim() === '' || en.trim() === '';
}

/** The most that a computation can give. */
function mostPoints(scoring: Exclude<Scoring, AnchorScoring>): number {
  return scoring.kind === 'sum' ? scoring.cap : computationOf(scoring).most(scoring);
}

/** Sorted by edges, each band begins where its neighbour ends. */
function contiguous(bands: readonly Band[]): boolean {
  const sorted = [...bands].sort((a, b) => (a.high ?? Infinity) - (b.high ?? Infinity));
  return sorted.every((band, i) => {
    const next = sorted[i + 1];
    return next === undefined ? true : band.high !== undefined && band.high === next.low;
  });
}

function quotaProblems({ categories, totalQuota }: RuleSet): readonly RuleProblem[] {
  const sum = categories.reduce((total, { quota }) => total + quota, 0);
  return sum > totalQuota ? [problem('quotaSum', { sum, totalQuota }, 'totalQuota')] : [];
}

/** Never trim below five sheets, never keep nothing. */
function trimProblems(table: readonly TrimRow[]): readonly RuleProblem[] {
  return table.flatMap(({ from, dropHighest, dropLowest }, row) => {
    const dropped = dropHighest + dropLowest;
    const sound = (from >= 5 || dropped === 0) && dropped < from;
    return sound ? [] : [problem('trimTooEarly', { from }, `trimTable.${row}.dropHighest`)];
  });
}

/**
 * Without a step nobody knows what becomes of a tie. A step that stands twice decides nothing the second
 * time; after a shared place nothing is decided.
 */
function tieProblems(chain: readonly TieStep[]): readonly RuleProblem[] {
  const repeated = chain.some((step, at) => chain.indexOf(step) !== at);
  const shared = chain.indexOf('sharedStanding');
  return [
    ...(chain.length === 0 ? [problem('tieEmpty', {}, 'tieChain.0')] : []),
    ...(repeated ? [problem('tieRepeated', {}, 'tieChain.0')] : []),
    ...(shared >= 0 && shared < chain.length - 1
      ? [problem('tieAfterShared', {}, 'tieChain.0')]
      : []),
  ];
}

/** Scores are kept under the code of their indicator: it names one in the whole rule set. */
function codeProblems({ categories, defenceSheet }: RuleSet): readonly RuleProblem[] {
  const rubrics = categories.flatMap(({ rubric }) =>
    rubric.flatMap(({ indicators }) => indicators),
  );
  const codes = [...rubrics, ...defenceSheet].map(({ code }) => code);
  const repeated = codes.filter((code, at) => codes.indexOf(code) !== at);
  return [...new Set(repeated)].map((code) => problem('codeRepeated', { code }));
}

function sumProblem(
  key: string,
  category: string,
  total: number,
  field?: string,
): readonly RuleProblem[] {
  return total === FULL ? [] : [problem(key, { category, total: hundredthsText(total) }, field)];
}

function problem(key: string, variables: RuleNote['variables'], field?: string): RuleProblem {
  return { key: `scoring.ruleSet.${key}`, variables, ...(field ? { field } : {}) };
}
