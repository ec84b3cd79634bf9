import type { CategoryRules, RuleSet } from './rule-set.js';
import { type BandUnit } from './find-band.js';
import { amountUnit } from './amounts.js';
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

/** Unit of a table's edges; whole for counts and years, hundredths for the rest. */
export function edgeUnit(scoring: Scoring): BandUnit {
  if (scoring.kind === 'bands') return amountUnit(scoring.figure);
  if (scoring.kind === 'operatingYears') return 'years';
  if (scoring.kind === 'insuredStaff') return 'count';
  if (scoring.kind === 'tax') return 'wan';
  return scoring.kind === 'complaints' ? 'ratio' : 'percent';
}

/** Members of each computation that are points, by kind; bands and lists are handled beside it. */
const POINT_MEMBERS: Readonly<Partial<Record<Scoring['kind'], readonly string[]>>> = {
  complaints: ['unansweredPenalty'],
  sampling: ['none', 'oneRemedied'],
  certifications: ['cap'],
  tick: ['points'],
  count: ['pointsEach', 'most'],
  penalties: ['start', 'stepPenalty', 'contradictionPenalty'],
  sum: ['cap'],
};

function scoringNumbers(scoring: Scoring, path: string): readonly EditableNumber[] {
  const plain = scoring as unknown as Readonly<Record<string, number>>;
  const members = (POINT_MEMBERS[scoring.kind] ?? []).map((member) =>
    one(`${path}.${member}`, member, plain[member] ?? 0, true),
  );
  return [
    ...('bands' in scoring ? bandNumbers(scoring.bands, edgeUnit(scoring), `${path}.bands`) : []),
    ...listNumbers(scoring, path),
    ...members,
    ...limitNumbers(scoring, path),
    ...(scoring.kind === 'sum'
      ? scoring.parts.flatMap((part, i) => scoringNumbers(part, `${path}.parts.${i}`))
      : []),
  ];
}

function bandNumbers(bands: readonly Band[], unit: BandUnit, path: string): EditableNumber[] {
  const hundredths = unit !== 'count' && unit !== 'years';
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

/** Numbers beside the tables: small bases, doubtful ratios, counts. */
function limitNumbers(scoring: Scoring, path: string): readonly EditableNumber[] {
  const at = (member: string, role: string, value: number, hundredths = true) =>
    one(`${path}.${member}`, role, value, hundredths);
  switch (scoring.kind) {
    case 'growth':
    case 'compoundGrowth': {
      const { smallBase } = scoring;
      return [
        ...(smallBase
          ? [
              at('smallBase.below', 'smallBaseBelow', smallBase.below),
              at('smallBase.most', 'smallBaseMost', smallBase.most),
            ]
          : []),
        ...(scoring.kind === 'compoundGrowth'
          ? [at('fallbackMost', 'fallbackMost', scoring.fallbackMost)]
          : []),
      ];
    }
    case 'bands':
      return scoring.ratioCheck
        ? [
            at('ratioCheck.low', 'ratioLow', scoring.ratioCheck.low),
            at('ratioCheck.high', 'ratioHigh', scoring.ratioCheck.high),
          ]
        : [];
    case 'complaints':
      return [at('perOrders', 'perOrders', scoring.perOrders, false)];
    case 'insuredStaff':
      return scoring.familyWorkersPoints === null
        ? []
        : [at('familyWorkersPoints', 'familyWorkersPoints', scoring.familyWorkersPoints)];
    case 'tax':
      return [at('declarationUpTo', 'declarationUpTo', scoring.declarationUpTo)];
    case 'certifications':
      return [at('best', 'best', scoring.best, false)];
    case 'penalties':
      return [at('secondsPerStep', 'secondsPerStep', scoring.secondsPerStep, false)];
    default:
      return [];
  }
}

function listNumbers(scoring: Scoring, path: string): readonly EditableNumber[] {
  if (scoring.kind === 'ratings') {
    return scoring.levelPoints.map((points, i) =>
      one(`${path}.levelPoints.${i}`, 'levelPoints', points, true),
    );
  }
  if (scoring.kind === 'tax') {
    return scoring.options.map(({ points }, i) =>
      one(`${path}.options.${i}.points`, 'optionPoints', points, true),
    );
  }
  return scoring.kind === 'certifications'
    ? scoring.types.map(({ points }, i) =>
        one(`${path}.types.${i}.points`, 'typePoints', points, true),
      )
    : [];
}

function one(path: string, role: string, value: number, hundredths: boolean): EditableNumber {
  return { paths: [path], role, value, hundredths };
}
