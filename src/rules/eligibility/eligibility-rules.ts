import { addYears, completedYears } from '../calendar/beijing-time.js';
import { countActiveShops, type ShopYear } from './active-shop.js';

/** Conditions of one category in one programme: rows of the rule version, `null` switches one off. */
export interface EligibilityParameters {
  /** Hundredths of 万元. */
  readonly netSalesFloor: number;
  readonly operatingYears: number;
  /** Completed years on the last day of T, both ends included. */
  readonly age: { readonly from: number; readonly to: number } | null;
  /** Shares are hundredths of a percent point: 30 % is 3000. */
  readonly principalShareFloor: number | null;
  readonly farmGoodsShareFloor: number | null;
  readonly localOriginShareFloor: number | null;
  readonly divisionCodes: readonly string[];
  readonly activeShop: { readonly daysOpen: number; readonly ordersPerMonth: number };
  readonly coolDownYears: number | null;
}

/** What is known of one applicant; `null` is "not given" and never meets a condition. */
export interface EligibilityFacts {
  readonly category: string;
  /** T, the last full calendar year before the programme. */
  readonly year: number;
  /** Last day on which applications are taken. */
  readonly deadline: string;
  readonly netSales: number | null;
  readonly operatingSince: string | null;
  readonly birthDate: string | null;
  readonly principalShare: number | null;
  readonly isRegisteredProprietor: boolean;
  readonly farmGoodsShare: number | null;
  readonly localOriginShare: number | null;
  readonly registeredDivision: string | null;
  readonly workingDivision: string | null;
  readonly shops: readonly ShopYear[];
  readonly titles: readonly { readonly category: string; readonly publishedOn: string }[];
}

export type EligibilityRuleName =
  | 'netSales'
  | 'operatingTime'
  | 'age'
  | 'principalTie'
  | 'farmGoodsShare'
  | 'localOrigin'
  | 'place'
  | 'activeShop'
  | 'coolDown';

export interface EligibilityFinding {
  readonly rule: EligibilityRuleName;
  readonly met: boolean;
  /** Numbers keep the units of the facts. */
  readonly value: number | string | null;
  readonly needed: number | string;
  readonly messageKey: `eligibility.${EligibilityRuleName}.${'met' | 'unmet' | 'missing'}`;
}

/** Every condition of the category with the applicant's value beside it, in the order of the notice. */
export function evaluateEligibility(
  parameters: EligibilityParameters,
  facts: EligibilityFacts,
): readonly EligibilityFinding[] {
  return RULES.flatMap(([rule, evaluate]) => {
    const outcome = evaluate(parameters, facts);
    if (outcome === null) return [];
    const { met, value, needed } = outcome;
    const ending = met ? 'met' : value === null ? 'missing' : 'unmet';
    return [{ rule, met, value, needed, messageKey: `eligibility.${rule}.${ending}` as const }];
  });
}

export function isEligible(findings: readonly EligibilityFinding[]): boolean {
  return findings.every((finding) => finding.met);
}

type Outcome = Pick<EligibilityFinding, 'met' | 'value' | 'needed'>;
type Rule = (parameters: EligibilityParameters, facts: EligibilityFacts) => Outcome | null;

const RULES: readonly (readonly [EligibilityRuleName, Rule])[] = [
  ['netSales', ({ netSalesFloor }, { netSales }) => atLeast(netSales, netSalesFloor)],
  ['operatingTime', operatingTime],
  ['age', age],
  ['principalTie', principalTie],
  [
    'farmGoodsShare',
    ({ farmGoodsShareFloor }, { farmGoodsShare }) => atLeast(farmGoodsShare, farmGoodsShareFloor),
  ],
  [
    'localOrigin',
    ({ localOriginShareFloor }, { localOriginShare }) =>
      atLeast(localOriginShare, localOriginShareFloor),
  ],
  ['place', place],
  [
    'activeShop',
    ({ activeShop }, { shops, year }) => atLeast(countActiveShops(shops, year, activeShop), 1),
  ],
  ['coolDown', coolDown],
];

function atLeast(value: number | null, floor: number): Outcome;
function atLeast(value: number | null, floor: number | null): Outcome | null;
function atLeast(value: number | null, floor: number | null): Outcome | null {
  return floor === null ? null : { met: value !== null && value >= floor, value, needed: floor };
}

function operatingTime({ operatingYears }: EligibilityParameters, facts: EligibilityFacts) {
  const since = facts.operatingSince;
  return atLeast(since === null ? null : completedYears(since, lastDay(facts)), operatingYears);
}

function age({ age: limits }: EligibilityParameters, facts: EligibilityFacts): Outcome | null {
  if (limits === null) return null;
  const needed = `${limits.from}–${limits.to}`;
  if (facts.birthDate === null) return { met: false, value: null, needed };
  const value = completedYears(facts.birthDate, lastDay(facts));
  return { met: value >= limits.from && value <= limits.to, value, needed };
}

function principalTie(
  { principalShareFloor }: EligibilityParameters,
  { principalShare, isRegisteredProprietor }: EligibilityFacts,
): Outcome | null {
  const outcome = atLeast(principalShare, principalShareFloor);
  return outcome !== null && isRegisteredProprietor ? { ...outcome, met: true } : outcome;
}

function place(
  { divisionCodes }: EligibilityParameters,
  { registeredDivision, workingDivision }: EligibilityFacts,
): Outcome {
  const given = [registeredDivision, workingDivision].filter((code) => code !== null);
  const inside = given.find((code) => divisionCodes.includes(code));
  return {
    met: inside !== undefined,
    value: inside ?? given[0] ?? null,
    needed: divisionCodes.join(' '),
  };
}

function coolDown(
  { coolDownYears }: EligibilityParameters,
  { titles, category, deadline }: EligibilityFacts,
): Outcome | null {
  if (coolDownYears === null) return null;
  const latest = titles
    .filter((title) => title.category === category)
    .map((title) => title.publishedOn)
    .toSorted()
    .at(-1);
  return {
    met: latest === undefined || addYears(latest, coolDownYears) <= deadline,
    value: latest ?? '',
    needed: coolDownYears,
  };
}

function lastDay({ year }: EligibilityFacts): string {
  return `${year}-12-31`;
}
