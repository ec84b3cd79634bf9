import type { CategoryRules, RuleSet } from './rule-set.js';
import { computationOf, rangesOf } from './computations.js';
import { type BandUnit, isWhole } from './find-band.js';
import type { Indicator } from './indicator.js';
import type { Band, Scoring } from './scoring.js';

/** One number of a rule set that the office may change while the rules are not frozen. */
export interface EditableNumber {
  /** Where it stands in the plain JSON of the rule set; an edge shared by two bands stands twice. */
  readonly paths: readonly string[];
  /** What it is, a key under `programmes.rules.number`. */
  readonly role: string;
  readonly value: number;
  /** Hundredths are typed with two decimals. */
  readonly hundredths: boolean;
}

/** The numbers of one indicator in the order in which its table shows them: its weight comes first. */
export function indicatorNumbers(indicator: Indicator, path: string): readonly EditableNumber[] {
  return [
    one(`${path}.weight`, 'weight', indicator.weight, true),
    ...scoringNumbers(indicator.scoring, `${path}.scoring`),
  ];
}

/** Quota, pass mark, composite weights and minimum field of a category. */
export function categoryNumbers(category: CategoryRules, path: string): readonly EditableNumber[] {
  const { material, defence } = category.composite;
  return [
    one(`${path}.quota`, 'quota', category.quota, false),
    one(`${path}.passMark`, 'passMark', category.passMark, true),
    one(`${path}.composite.material`, 'material', material, false),
    one(`${path}.composite.defence`, 'defence', defence, false),
    one(
      `${path}.minimumField.numerator`,
      'minimumNumerator',
      category.minimumField.numerator,
      false,
    ),
    one(
      `${path}.minimumField.denominator`,
      'minimumDenominator',
      category.minimumField.denominator,
      false,
    ),
  ];
}

export function trimNumbers(ruleSet: RuleSet): readonly EditableNumber[] {
  return ruleSet.trimTable.flatMap((row, i) => [
    one(`trimTable.${i}.dropHighest`, 'dropHighest', row.dropHighest, false),
    one(`trimTable.${i}.dropLowest`, 'dropLowest', row.dropLowest, false),
  ]);
}

/** Every editable number of a rule set. */
export function editableNumbers(ruleSet: RuleSet): readonly EditableNumber[] {
  return [
    one('totalQuota', 'totalQuota', ruleSet.totalQuota, false),
    ...trimNumbers(ruleSet),
    ...ruleSet.categories.flatMap((category, c) => [
      ...categoryNumbers(category, `categories.${c}`),
      ...category.rubric.flatMap((dimension, d) =>
        dimension.indicators.flatMap((indicator, i) =>
          indicatorNumbers(indicator, `categories.${c}.rubric.${d}.indicators.${i}`),
        ),
      ),
    ]),
    ...ruleSet.defenceSheet.flatMap((indicator, i) =>
      indicatorNumbers(indicator, `defenceSheet.${i}`),
    ),
  ];
}

function scoringNumbers(scoring: Scoring, path: string): readonly EditableNumber[] {
  if (scoring.kind === 'anchors') return [];
  if (scoring.kind === 'sum') {
    return [
      one(`${path}.cap`, 'cap', scoring.cap, true),
      ...scoring.parts.flatMap((part, i) => scoringNumbers(part, `${path}.parts.${i}`)),
    ];
  }
  const ranges = rangesOf(scoring);
  const own = computationOf(scoring).numbers?.(scoring) ?? [];
  return [
    ...(ranges ? bandNumbers(ranges.bands, ranges.unit, `${path}.bands`) : []),
    ...own.map(({ member, role, value, hundredths }) =>
      one(`${path}.${member}`, role, value, hundredths),
    ),
  ];
}

function bandNumbers(bands: readonly Band[], unit: BandUnit, path: string): EditableNumber[] {
  const hundredths = !isWhole(unit);
  return bands.flatMap((band, i) => {
    const next = bands[i + 1];
    const points = one(`${path}.${i}.points`, 'points', band.points, true);
    if (!next) return [points];
    const [here, there] = next.high === band.low ? ['low', 'high'] : ['high', 'low'];
    const value = (here === 'low' ? band.low : band.high) ?? 0;
    const paths = [`${path}.${i}.${here}`, `${path}.${i + 1}.${there}`];
    return [{ paths, role: 'edge', value, hundredths }, points];
  });
}

function one(path: string, role: string, value: number, hundredths: boolean): EditableNumber {
  return { paths: [path], role, value, hundredths };
}
