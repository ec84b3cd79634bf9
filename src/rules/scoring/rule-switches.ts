import { ABSENT_RULES, DEFENCE_DAY } from '../hall/defence-day.js';
import { CONFLICT_GROUND_KINDS, GROUND_NUMBERS } from '../rounds/conflict-grounds.js';
import type { TieStep } from './rule-set.js';

export type SwitchGroup =
  'selection' | 'entry' | 'spread' | 'limits' | 'defence' | 'ties' | 'relations';
export type SwitchValue = number | string | boolean | null;

/**
 * One switch of the rules that the office sets, as data: its field, what may stand in it, and the
 * sentence for what may not. A new switch is a row here and its words in `locales/`.
 */
export interface RuleSwitch {
  /** Where it stands in the rule set, or in the rules of a category. */
  readonly path: string;
  readonly group: SwitchGroup;
  readonly kind: 'whole' | 'hundredths' | 'flag' | 'choice';
  /** Numbers only. */
  readonly least?: number;
  readonly most?: number;
  /** Key of the sentence for a number beyond the two, below `scoring.ruleSet.bounds`. */
  readonly bound?: string;
  /** Choices only; `options` is where their words stand. */
  readonly values?: readonly string[];
  readonly options?: string;
  /** Empty means that there is no such rule. */
  readonly optional?: true;
  /** The switch is a part of this member, which is there as a whole or not at all. */
  readonly whole?: string;
  /** What holds where the rule set says nothing. */
  readonly otherwise?: SwitchValue;
}

const TIE_STEPS: readonly TieStep[] = [
  'exemplaryEffect',
  'integrity',
  'pairwiseMajority',
  'committeeBallot',
  'sharedStanding',
];

const share = {
  kind: 'hundredths',
  least: 0,
  most: 10_000,
  bound: 'share',
  optional: true,
} as const;
const mark = { kind: 'hundredths', least: 0, most: 10_000 } as const;
const age = { kind: 'whole', least: 16, most: 100, bound: 'principalAge' } as const;

export const CATEGORY_SWITCHES: readonly RuleSwitch[] = [
  {
    path: 'minimumField.otherwise',
    group: 'selection',
    kind: 'choice',
    values: ['cancel', 'defer'],
    options: 'programmes.switch.otherwise',
  },
  {
    path: 'divisionFloor.places',
    group: 'selection',
    kind: 'whole',
    least: 1,
    most: 1000,
    bound: 'divisionPlaces',
    whole: 'divisionFloor',
  },
  {
    ...mark,
    path: 'divisionFloor.bestScore',
    group: 'selection',
    bound: 'divisionScore',
    whole: 'divisionFloor',
  },
  { path: 'eligibility.onePlacePerRelatedGroup', group: 'selection', kind: 'flag' },
  { path: 'severityCorrection', group: 'selection', kind: 'flag', otherwise: false },
  { path: 'anchors', group: 'selection', kind: 'flag', otherwise: false },
  {
    path: 'eligibility.salesFloor',
    group: 'entry',
    kind: 'hundredths',
    least: 0,
    most: 10_000_000_000,
    bound: 'salesFloor',
  },
  {
    path: 'eligibility.operatingYears',
    group: 'entry',
    kind: 'whole',
    least: 0,
    most: 50,
    bound: 'operatingYears',
  },
  {
    path: 'eligibility.coolDownYears',
    group: 'entry',
    kind: 'whole',
    least: 0,
    most: 20,
    bound: 'coolDownYears',
    optional: true,
  },
  {
    ...age,
    path: 'eligibility.principalAge.from',
    group: 'entry',
    whole: 'eligibility.principalAge',
  },
  {
    ...age,
    path: 'eligibility.principalAge.to',
    group: 'entry',
    whole: 'eligibility.principalAge',
  },
  { ...share, path: 'eligibility.principalShare', group: 'entry' },
  { ...share, path: 'eligibility.farmGoodsShare', group: 'entry' },
  { ...share, path: 'eligibility.localOrigin', group: 'entry' },
  {
    path: 'eligibility.activeShop.openDays',
    group: 'entry',
    kind: 'whole',
    least: 0,
    most: 366,
    bound: 'openDays',
  },
  {
    path: 'eligibility.activeShop.ordersPerMonth',
    group: 'entry',
    kind: 'whole',
    least: 0,
    most: 1_000_000,
    bound: 'ordersPerMonth',
  },
];

export const GENERAL_SWITCHES: readonly RuleSwitch[] = [
  {
    path: 'spread.rangeLimit',
    group: 'spread',
    kind: 'hundredths',
    least: 1,
    most: 10_000,
    bound: 'rangeLimit',
  },
  {
    path: 'spread.deviationMultiple',
    group: 'spread',
    kind: 'whole',
    least: 1,
    most: 10,
    bound: 'deviationMultiple',
  },
  {
    path: 'spread.addedJudges',
    group: 'spread',
    kind: 'whole',
    least: 1,
    most: 6,
    bound: 'addedJudges',
  },
  { ...mark, path: 'adjustments.bonusMost', group: 'limits', bound: 'adjustment' },
  { ...mark, path: 'adjustments.deductionMost', group: 'limits', bound: 'adjustment' },
  {
    path: 'comment.minimumCharacters',
    group: 'limits',
    kind: 'whole',
    least: 1,
    most: 500,
    bound: 'comment',
  },
  {
    path: 'defenceDay.minutes',
    group: 'defence',
    kind: 'whole',
    least: 1,
    most: 60,
    bound: 'defenceMinutes',
    otherwise: DEFENCE_DAY.minutes,
  },
  {
    path: 'defenceDay.absent',
    group: 'defence',
    kind: 'choice',
    values: ABSENT_RULES,
    options: 'programmes.switch.absentRule',
    otherwise: DEFENCE_DAY.absent,
  },
  {
    path: 'defenceDay.calledAgain',
    group: 'defence',
    kind: 'flag',
    otherwise: DEFENCE_DAY.calledAgain,
  },
  {
    path: 'defenceDay.reveal',
    group: 'defence',
    kind: 'flag',
    otherwise: DEFENCE_DAY.reveal,
  },
  ...TIE_STEPS.map((_, at): RuleSwitch => ({
    path: `tieChain.${at}`,
    group: 'ties',
    kind: 'choice',
    values: TIE_STEPS,
    options: 'programmes.switch.tieStep',
    optional: true,
  })),
  ...GROUND_NUMBERS.map((ground): RuleSwitch => ({
    path: `groundKinds.${ground}`,
    group: 'relations',
    kind: 'choice',
    values: ['hard', 'soft'],
    options: 'programmes.switch.groundKind',
    otherwise: CONFLICT_GROUND_KINDS[ground],
  })),
];
