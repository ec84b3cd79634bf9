import { StandingLock } from '../../src/awards/standings/standing-lock.entity.js';
import { Standing } from '../../src/awards/standings/standing.entity.js';
import { figuresOf } from '../../src/applications/figures-of.js';
import { verifiedFigures } from '../../src/applications/verified-figures.js';
import { categoryRules } from '../../src/rules/scoring/category-sheets.js';
import { ScoreAdjustment } from '../../src/applications/score-adjustment.entity.js';
import type { Figure } from '../../src/applications/figure.entity.js';
import { inputHash } from '../../src/rules/provenance/build-bundle.js';
import { buildWorking } from '../../src/rules/provenance/build-working.js';
import { lockCategory } from '../../src/rules/provenance/lock-category.js';
import type {
  CategoryInputs,
  ListChange,
  ResultInputs,
} from '../../src/rules/provenance/results-bundle.js';
import type { Working } from '../../src/rules/provenance/working.js';
import { type RankedApplication, rankCategory } from '../../src/rules/ranking/rank-category.js';
import type { ApplicationRecord } from '../../src/rules/scoring/application-record.js';
import type { DemoApplication } from './applications.js';
import { type City, at } from './city.js';
import type { Dice } from './dice.js';
import type { SheetsByApplication } from './judging-2013.js';
import { shopsIn } from './merchant.js';
import { type Place, addList, inListOrder } from './past-lists.js';
import { handleObjections } from './past-objections.js';
import { publishAward } from './past-publication.js';
import type { Cast } from './people.js';
import type { DemoProgramme } from './programme-rows.js';

/** Lock, list, objections, publication and titles of 2013, all computed by the rules in force. */
export function addPastAward(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  applications: readonly DemoApplication[],
  sheets: SheetsByApplication,
): void {
  const records = new Map(
    applications.map((one) => [one.receiptNumber, recordOf(city, programme, one, sheets)]),
  );
  const categories = (['G', 'Y', 'N'] as const).map((category): CategoryInputs => {
    const own = applications.filter((one) => one.category === category);
    const ownRecords = own.map(({ receiptNumber }) => records.get(receiptNumber)!);
    return { category, applications: ownRecords, ballots: [] };
  });
  const inputs: ResultInputs = {
    programme: '2013',
    ruleVersion: programme.ruleHash,
    ruleSet: programme.rules,
    categories,
  };
  const places = categories.flatMap((category) =>
    lock(city, dice, cast, programme, applications, records, inputs, category),
  );
  const listed = inListOrder(places.filter(({ proposed }) => proposed));
  const proposedList = addList(city, dice, cast, programme, inputs, {
    kind: 'proposed',
    number: 1,
    state: 'Posted',
    places: listed,
    changes: [],
    on: programme.phase('Proposed').to,
    publishedOn: programme.phase('Publicity').from,
    minutes: '评审委员会审议，一致同意按名次和名额拟定入选名单。',
  });
  const removed = handleObjections(city, dice, cast, programme, listed, proposedList.id!);
  const changes: ListChange[] = [
    {
      category: removed.category,
      receiptNumber: removed.receiptNumber,
      change: 'removed',
      reason: 'cancelled',
    },
  ];
  const winners = listed.filter(({ application }) => application !== removed);
  publishAward(city, dice, cast, programme, {
    winners,
    places,
    removed,
    addVersion: (version) =>
      addList(city, dice, cast, programme, inputs, {
        kind: 'award',
        places: winners,
        changes,
        ...version,
      }),
  });
}

/** The register's record of one application, from the rows as they will stand in the database. */
function recordOf(
  city: City,
  programme: DemoProgramme,
  application: DemoApplication,
  sheets: SheetsByApplication,
): ApplicationRecord {
  const adjustments = city.rows
    .of(ScoreAdjustment)
    .filter(({ applicationId }) => applicationId === application.id);
  const of = (kind: 'bonus' | 'deduction') =>
    adjustments
      .filter((one) => one.kind === kind)
      .map(({ reason = '', points = 0 }) => ({ reason, evidence: '', points }));
  return {
    receiptNumber: application.receiptNumber,
    division: application.merchant.division.code,
    relatedGroup: null,
    figures: figuresIn(application, 'verified', programme),
    sheets: sheets.get(application.id)!,
    bonuses: of('bonus'),
    deductions: of('deduction'),
  };
}

function figuresIn(
  { figures, merchant, category, row }: DemoApplication,
  value: 'claimed' | 'verified',
  { rules }: DemoProgramme,
) {
  const rows = (figures as Figure[]).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const shops = shopsIn(merchant, 2012);
  return value === 'claimed'
    ? figuresOf(rows, shops, value)
    : verifiedFigures(categoryRules(rules, category), rows, shops, row.correctionCount ?? 0);
}

/** Standings of one category, proposed and confirmed by two people before the witness. */
function lock(
  city: City,
  dice: Dice,
  cast: Cast,
  programme: DemoProgramme,
  applications: readonly DemoApplication[],
  records: ReadonlyMap<string, ApplicationRecord>,
  inputs: ResultInputs,
  category: CategoryInputs,
): Place[] {
  const { from } = programme.phase('ScoresLocked');
  const id = dice.id();
  const own = { ...inputs, categories: [category] };
  const hash = inputHash(own);
  city.rows.add(StandingLock, {
    id,
    programmeId: programme.id,
    categoryId: programme.categoryIds[category.category],
    number: 1,
    state: 'Locked',
    inputHash: hash,
    input: category,
    result: lockCategory(programme.rules, category),
    firstBy: cast.tabulators[0],
    firstAt: at(from, 240),
    secondBy: cast.tabulators[1],
    secondAt: at(from, 270),
    witnessedBy: cast.supervisor,
    witnessedAt: at(from, 290),
  });
  const acts = [
    ['standings.compute', cast.tabulators[0], 'Tabulator', 240],
    ['standings.confirm', cast.tabulators[1], 'Tabulator', 270],
    ['standings.lock', cast.supervisor, 'Supervisor', 290],
  ] as const;
  for (const [event, actorId, actorRole, minutes] of acts) {
    city.journal.record({
      at: at(from, minutes),
      actorId,
      actorRole,
      event,
      subjectType: 'standings',
      subjectId: id,
      programmeId: programme.id,
      details: { number: 1, inputHash: hash },
    });
  }
  const { ranked } = rankCategory(programme.rules, category.category, category.applications, []);
  return ranked.map((one) => {
    const { receiptNumber, standing, sharedWith } = one.standing;
    const application = applications.find(
      (candidate) => candidate.receiptNumber === receiptNumber,
    )!;
    const record = records.get(receiptNumber)!;
    const claimed = figuresIn(application, 'claimed', programme);
    const working = buildWorking(programme.rules, category.category, record, claimed, one);
    const row = {
      id: dice.id(),
      lockId: id,
      applicationId: application.id,
      standing,
      shared: sharedWith.length > 1,
      compositeMillionths: one.score.compositeMillionths,
      outcome: one.outcome.result,
      working,
      summary: summaryOf(application, one, working),
    };
    city.rows.add(Standing, row);
    return { application, standing, proposed: one.outcome.result === 'proposed' };
  });
}

/** The short form of a working that the ranking page prints. */
function summaryOf(
  { merchant, receiptNumber }: DemoApplication,
  { standing, outcome }: RankedApplication,
  working: Working,
) {
  return {
    receipt: receiptNumber,
    merchant: merchant.name,
    division: merchant.division.code,
    verified: working.material.verifiedPoints,
    sheets: working.sheets.map(({ sheet, totals }) => ({
      sheet,
      totals: totals.map((one) => ({ ...one, dropped: one.dropped !== null })),
    })),
    composite: working.composite.shown,
    reason: outcome.reason,
    decidedBy: standing.decidedBy,
    ballotOpen: standing.ballotOpen,
  };
}
