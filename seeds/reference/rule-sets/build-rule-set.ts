import type {
  CategoryRules,
  ReferenceDates,
  RuleSet,
} from '../../../src/rules/scoring/rule-set.js';
import type { Calibration } from './calibration.js';
import { DEFENCE_SHEET } from './defence-sheet.js';
import { eligibility } from './eligibility.js';
import { hundredths, text } from './indicator-kit.js';
import { RATINGS } from './integrity-tables.js';
import { rubricG } from './rubric-g.js';
import { rubricN } from './rubric-n.js';
import { rubricY } from './rubric-y.js';
import { VETO_RULES } from './veto-rules.js';

/** One table for both presets; what differs comes in with the calibration. */
export function buildRuleSet(
  preset: string,
  reference: ReferenceDates,
  calibration: Calibration,
): RuleSet {
  return {
    preset,
    reference,
    totalQuota: 30,
    categories: categories(calibration),
    defenceSheet: DEFENCE_SHEET,
    ratings: RATINGS,
    vetoRules: VETO_RULES,
    trimTable: [
      { from: 3, to: 4, dropHighest: 0, dropLowest: 0 },
      { from: 5, to: 8, dropHighest: 1, dropLowest: 1 },
      { from: 9, to: null, dropHighest: 1, dropLowest: 1 },
    ],
    spread: { rangeLimit: hundredths(20), deviationMultiple: 2, addedJudges: 2 },
    adjustments: { bonusMost: hundredths(5), deductionMost: hundredths(10) },
    comment: { minimumCharacters: 10 },
    tieChain: [
      'exemplaryEffect',
      'integrity',
      'pairwiseMajority',
      'committeeBallot',
      'sharedStanding',
    ],
  };
}

function categories(calibration: Calibration): readonly CategoryRules[] {
  const conditions = eligibility(calibration);
  return [
    {
      ...COMMON,
      code: 'G',
      name: text('示范网商', 'Exemplary online merchant'),
      eligibility: conditions.G,
      composite: { material: 70, defence: 30 },
      rubric: rubricG(calibration),
    },
    {
      ...COMMON,
      code: 'Y',
      name: text('青年网商', 'Young online merchant'),
      eligibility: conditions.Y,
      composite: { material: 100, defence: 0 },
      rubric: rubricY(calibration),
    },
    {
      ...COMMON,
      code: 'N',
      name: text('农产品品牌/农村电商', 'Farm brand and rural commerce'),
      eligibility: conditions.N,
      composite: { material: 70, defence: 30 },
      rubric: rubricN(calibration),
    },
  ];
}

const COMMON = {
  quota: 10,
  passMark: hundredths(70),
  minimumField: { numerator: 3, denominator: 2, otherwise: 'cancel' },
  divisionFloor: null,
  divisionQuotas: null,
} as const;
