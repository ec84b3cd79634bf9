import { RuleError } from '../rule-error.js';
import type { ScorableRecord } from '../scoring/application-record.js';
import { categoryRules } from '../scoring/category-sheets.js';
import type { CategoryCode, CategoryRules, RuleSet } from '../scoring/rule-set.js';
import {
  type ApplicationScore,
  type SheetSeverities,
  type TooFewSheets,
  expertIndicators,
  scoreApplication,
} from '../scoring/score-application.js';
import { sheetTotal } from '../scoring/score-sheet.js';
import { seatSeverities } from '../scoring/seat-severities.js';
import { type Candidate, candidateOf } from './candidate.js';
import { type MinimumField, minimumField } from './minimum-field.js';
import { type Outcome, outcomes } from './outcomes.js';
import { type CommitteeBallot, type Standing, standings } from './standings.js';

export interface RankedApplication {
  readonly score: ApplicationScore;
  readonly standing: Standing;
  readonly outcome: Outcome;
}

export interface CategoryRanking {
  readonly category: CategoryCode;
  /** In order of standing; those who share one in order of receipt number. */
  readonly ranked: readonly RankedApplication[];
  /** Not scored yet: judges must be added. */
  readonly incomplete: readonly TooFewSheets[];
  readonly minimumField: MinimumField;
  readonly cutLine: CutLine;
}

/** The border between proposed and not proposed; composites in millionths of a point. */
export interface CutLine {
  readonly lastProposed: number | null;
  readonly firstNotProposed: number | null;
}

/** Scores, standings and outcomes of a category. The order of records and of sheets never matters. */
export function rankCategory(
  ruleSet: RuleSet,
  code: CategoryCode,
  records: readonly ScorableRecord[],
  ballots: readonly CommitteeBallot[],
): CategoryRanking {
  const category = categoryRules(ruleSet, code);
  requireDistinct(records);
  const severities = category.severityCorrection ? severitiesOf(ruleSet, category, records) : {};
  const scores = new Map<string, ApplicationScore>();
  const incomplete: TooFewSheets[] = [];
  const candidates: Candidate[] = [];
  for (const record of records) {
    const score = scoreApplication(ruleSet, category, record, severities);
    if ('tooFewSheets' in score) {
      incomplete.push(score);
      continue;
    }
    scores.set(record.receiptNumber, score);
    candidates.push(candidateOf(record, score));
  }
  const order = standings(candidates, ruleSet.tieChain, ballots);
  const ranked = rankedOf(order, outcomes(candidates, order, selectionRules(category)), scores);
  return {
    category: code,
    ranked,
    incomplete,
    minimumField: minimumField(category.minimumField, category.quota, records.length),
    cutLine: cutLine(ranked),
  };
}

/** Of the material round only: who hears a defence hears all of it. */
function severitiesOf(
  ruleSet: RuleSet,
  category: CategoryRules,
  records: readonly ScorableRecord[],
): SheetSeverities {
  const entries = records.map((record) => {
    const weighted = expertIndicators(ruleSet, category, record, 'material');
    const signed = record.sheets.filter(({ sheet }) => sheet === 'material');
    const totals = signed.map((one) => ({ seat: one.seat, total: sheetTotal(weighted, one) }));
    return { totals };
  });
  return { material: seatSeverities(entries) };
}

function selectionRules(category: CategoryRules) {
  const { quota, passMark, divisionFloor, eligibility } = category;
  const { onePlacePerRelatedGroup } = eligibility;
  return { quota, passMark, divisionFloor, onePlacePerRelatedGroup };
}

function rankedOf(
  order: readonly Standing[],
  decided: readonly Outcome[],
  scores: ReadonlyMap<string, ApplicationScore>,
): readonly RankedApplication[] {
  const byReceipt = new Map(decided.map((outcome) => [outcome.receiptNumber, outcome]));
  return order.map((standing) => ({
    score: scores.get(standing.receiptNumber)!,
    standing,
    outcome: byReceipt.get(standing.receiptNumber)!,
  }));
}

function cutLine(ranked: readonly RankedApplication[]): CutLine {
  const composite = (result: Outcome['result']) => (one: RankedApplication) =>
    one.outcome.result === result;
  const last = ranked.findLast(composite('proposed'));
  const first = ranked.find(composite('notProposed'));
  return {
    lastProposed: last?.score.compositeMillionths ?? null,
    firstNotProposed: first?.score.compositeMillionths ?? null,
  };
}

function requireDistinct(records: readonly ScorableRecord[]): void {
  const seen = new Set<string>();
  for (const { receiptNumber } of records) {
    if (seen.has(receiptNumber))
      throw new RuleError('ranking.error.receiptTwice', { receiptNumber });
    seen.add(receiptNumber);
  }
}
