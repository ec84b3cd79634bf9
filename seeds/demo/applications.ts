import { Application } from '../../src/applications/application.entity.js';
import { Declaration } from '../../src/applications/declaration.entity.js';
import type { Figure } from '../../src/applications/figure.entity.js';
import { eligibilityConditions } from '../../src/rules/eligibility/eligibility-conditions.js';
import { DIVISION_CODES } from '../../src/rules/identifiers/divisions.js';
import { evaluateEligibility } from '../../src/rules/eligibility/eligibility-rules.js';
import type { ApplicationState } from '../../src/rules/lifecycle/application-states.js';
import { sha256Hex } from '../../src/rules/provenance/sha256-hex.js';
import { categoryRules, sheetIndicators } from '../../src/rules/scoring/category-sheets.js';
import { type City, at } from './city.js';
import { claimsOf, ratingDays } from './claims.js';
import type { Dice } from './dice.js';
import { expertTexts } from './expert-texts.js';
import { introOf } from './merchants.js';
import type { Register } from '../../src/applications/applicant/register.js';
import { type CategoryLetter, type DemoMerchant, shopsIn } from './merchant.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';
import { type Reading, addFigures } from './verdicts.js';
import { personName } from './words.js';

export interface DemoApplication {
  readonly id: string;
  readonly receiptNumber: string;
  readonly category: CategoryLetter;
  readonly merchant: DemoMerchant;
  readonly agentId: string;
  readonly submittedAt: string;
  readonly row: Partial<Application>;
  readonly figures: Partial<Figure>[];
}

export interface ApplicationSetting {
  readonly programme: DemoProgramme;
  readonly category: CategoryLetter;
  readonly merchant: DemoMerchant;
  /** Counts from 1 within the category, in order of receipt. */
  readonly serial: number;
  readonly state: ApplicationState;
  readonly stateSince: string;
  readonly agentId: string;
  /** Verification, or null when the application never came that far. */
  readonly reading: Reading | null;
}

/** One submitted application with its figures and declarations. */
export function addApplication(
  city: City,
  dice: Dice,
  setting: ApplicationSetting,
): DemoApplication {
  const { programme, category, merchant, serial, agentId } = setting;
  const { year, dataYear, rules } = programme;
  const id = dice.id();
  const open = programme.phase('Open');
  const submittedAt = at(open.to, -24 * 60 * dice.whole(0, 12) + dice.whole(0, 420));
  const receiptNumber = `${year}-${category}-${String(serial).padStart(4, '0')}`;
  const row = city.rows.add(Application, {
    id,
    programmeId: programme.id,
    categoryId: programme.categoryIds[category],
    merchantId: merchant.id,
    divisionCode: merchant.division.code,
    state: setting.state,
    stateSince: setting.stateSince,
    receiptNumber,
    judgingNumber: dice.id().slice(0, 8).toUpperCase(),
    snapshot: { ...snapshotOf(merchant, dataYear) },
    answers: {
      texts: expertTexts(expertCodes(programme, category), merchant, dataYear),
      rows: answerRows(dice, merchant, dataYear),
      penaltySelfReport: null,
    },
    eligibility: eligibilityOf(programme, category, merchant),
    eligibilityAt: at(open.from, 60),
    submittedAt,
    correctionCount: 0,
    createdBy: agentId,
    createdAt: at(open.from, 60 + serial),
  });
  const claims = claimsOf(dice, merchant, category, dataYear, rules.ratings);
  const figures = addFigures(city, dice, id, claims, setting.reading);
  // Some had to be corrected once, which the indicator of completeness counts.
  if (setting.reading && !dice.chance(0.85)) row.correctionCount = 1;
  // A stream of its own: one figure more leaves the rest of the city as it was.
  const days = dice.fork(`ratedOn-${id}`);
  const ratedOn = ratingDays(days, merchant, dataYear, rules.ratings, open.to);
  figures.push(...addFigures(city, days, id, ratedOn, setting.reading));
  addDeclarations(city, dice, id, agentId, submittedAt);
  return { id, receiptNumber, category, merchant, agentId, submittedAt, row, figures };
}

/** What the entry conditions say about the merchant, as the self-check before the form stores it. */
function eligibilityOf(
  { dataYear, rules }: DemoProgramme,
  category: CategoryLetter,
  merchant: DemoMerchant,
) {
  const filed = merchant.returns.get(dataYear);
  const { eligibility: own } = categoryRules(rules, category);
  return evaluateEligibility(eligibilityConditions(own, DIVISION_CODES), {
    category,
    year: dataYear,
    deadline: rules.reference.applicationDeadline,
    netSales: filed?.netWan ?? null,
    operatingSince: merchant.foundedOn,
    birthDate: merchant.birthDate,
    principalShare: merchant.principalSharePct,
    isRegisteredProprietor: merchant.merchantType === 'soleBusiness',
    farmGoodsShare: merchant.farmGoodsSharePct,
    localOriginShare: merchant.localOriginPct,
    registeredDivision: merchant.division.code,
    workingDivision: merchant.division.code,
    shops: shopsIn(merchant, dataYear).map(({ id, openedOn }) => ({
      openedOn,
      closedOn: null,
      orders: filed?.shops.find(({ shopId }) => shopId === id)?.orders ?? 0,
    })),
    titles: [],
  });
}

function expertCodes({ rules }: DemoProgramme, category: CategoryLetter): string[] {
  const own = categoryRules(rules, category);
  return (['material', 'insideDefence'] as const).flatMap((sheet) =>
    sheetIndicators(rules, own, sheet).map(({ code }) => code),
  );
}

function snapshotOf(merchant: DemoMerchant, dataYear: number): Register {
  const { id, name, merchantType, creditCode, headName, foundedOn, division, town, trade } =
    merchant;
  return {
    merchant: {
      id,
      name,
      merchantType,
      creditCode,
      headName,
      foundedOn,
      divisionCode: division.code,
      town,
      goodsCategories: [trade.goods],
      sector: trade.sector,
      businessType: trade.business,
      farmGoodsSharePct: merchant.farmGoodsSharePct,
      localOriginPct: merchant.localOriginPct,
      principalSharePct: merchant.principalSharePct,
      staff: merchant.staff,
      insured: merchant.insured,
      intro: introOf(merchant),
    },
    shops: shopsIn(merchant, dataYear).map((shop) => ({ ...shop, status: 'open' })),
    returns: [...merchant.returns]
      .filter(([year]) => year <= dataYear && year >= dataYear - 2)
      .toSorted(([a], [b]) => b - a)
      .map(([year, filed]) => ({ year, ...filed })),
    ties: [],
  };
}

function answerRows(dice: Dice, { brand, town }: DemoMerchant, year: number) {
  const starters = Array.from({ length: dice.whole(2, 8) }, () => ({
    name: personName(dice),
    shop: `${dice.pick(['小', '好', '新'])}${dice.pick(['禾', '溪', '岭'])}店`,
    since: `${year}-0${dice.whole(1, 9)}-10`,
    help: '提供货源、摄影和客服培训',
  }));
  const welfare = Array.from({ length: dice.whole(1, 3) }, () => ({
    date: `${year}-0${dice.whole(1, 9)}-18`,
    what: `${town}助农义卖`,
    amount: `${dice.whole(2, 30)}万元`,
    proof: '活动签到表与受益人确认',
  }));
  const ipRights = [
    { number: `DEMO${dice.whole(10_000, 99_999)}`, name: brand, class: '31', status: '有效' },
  ];
  return { starters, welfare, ipRights };
}

const DECLARATIONS = [
  'truth',
  'creditQuery',
  'publicity',
  'personalInformation',
  'noViolation',
  'recusalHelp',
];

function addDeclarations(
  city: City,
  dice: Dice,
  applicationId: string,
  accountId: string,
  acceptedAt: string,
): void {
  for (const kind of DECLARATIONS) {
    city.rows.add(Declaration, {
      id: dice.id(),
      applicationId,
      kind,
      textHash: sha256Hex(`demo ${kind}`),
      items: kind === 'publicity' ? ['merchantName', 'division', 'shops'] : [],
      accountId,
      acceptedAt,
    });
  }
}

/** Journal entries of an application's course, one a state, each on the day it happened; by default from its submission. */
export function recordSteps(
  city: City,
  cast: Cast,
  programme: DemoProgramme,
  application: DemoApplication,
  steps: readonly { event: string; at: string; actorId: string | null; role: string }[],
  fromSubmission = true,
): void {
  const { reviewer } = cast.divisions[application.merchant.division.code]!;
  const first = [
    { event: 'submit', at: application.submittedAt, actorId: application.agentId, role: 'Agent' },
    {
      event: 'startDivisionReview',
      at: at(programme.phase('DivisionReview').from, 30),
      actorId: reviewer,
      role: 'DivisionReviewer',
    },
  ];
  for (const step of fromSubmission ? [...first, ...steps] : steps) {
    city.journal.record({
      at: step.at,
      actorId: step.actorId,
      actorRole: step.role,
      event: `application.${step.event}`,
      subjectType: 'application',
      subjectId: application.id,
      programmeId: programme.id,
      details: { receiptNumber: application.receiptNumber },
    });
  }
}
