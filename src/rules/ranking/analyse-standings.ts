import { type AgreementReport, agreementReport } from '../agreement/agreement-report.js';
import { type Calibration, calibrateScores } from '../calibration/calibrate-scores.js';
import {
  type CalibrationFinding,
  calibrationFindings,
} from '../calibration/calibration-findings.js';
import type { Rating } from '../calibration/rating.js';
import { type Progress, unheard } from '../progress.js';
import type { CategoryInputs } from '../provenance/results-bundle.js';
import { RuleError, type RuleErrorVariables } from '../rule-error.js';
import { categoryRules } from '../scoring/category-sheets.js';
import type { SheetCode } from '../scoring/indicator.js';
import type { RuleSet, TrimRow } from '../scoring/rule-set.js';
import type { RuleOptions } from './rule-scores.js';
import { type RankingRobustness, rankingRobustness } from './robustness.js';
import { compositeRatings, ratedSheets, sheetRatings } from './seat-ratings.js';

export interface AnalysisRequest {
  readonly ruleSet: RuleSet;
  readonly inputs: CategoryInputs;
  /** Integer from 0 to 4,294,967,295. */
  readonly seed: number;
}

/** What can be said about locked standings; plain JSON, computed once for a lock. */
export interface StandingsAnalysis {
  /** The composite by seat, in points. */
  readonly ratings: readonly Rating[];
  readonly drop: number;
  readonly robustness: RankingRobustness;
  readonly sheets: readonly SheetAnalysis[];
}

export interface SheetAnalysis {
  readonly sheet: SheetCode;
  /** Totals by seat, in points. */
  readonly ratings: readonly Rating[];
  readonly calibration: Calibration | Undefined;
  readonly findings: readonly CalibrationFinding[];
  /** At the interval level. */
  readonly agreement: AgreementReport | Undefined;
}

/** Why there is no value: a locale key with its variables. */
export interface Undefined {
  readonly reason: string;
  readonly variables: RuleErrorVariables;
}

/**
 * Sureness of a category's ranking, severity and agreement of its judges. The ranking is by the
 * programme's own trimming; its quota is the cut line.
 *
 * @throws RuleError as `rankingRobustness`.
 */
export function analyseStandings(
  { ruleSet, inputs, seed }: AnalysisRequest,
  report: Progress = unheard,
): StandingsAnalysis {
  const ratings = compositeRatings(ruleSet, inputs);
  const options = officialRule(ruleSet.trimTable, ratings);
  const { quota } = categoryRules(ruleSet, inputs.category);
  return {
    ratings,
    drop: options.drop,
    robustness: rankingRobustness(ratings, { ...options, quota, seed }, report),
    sheets: ratedSheets(ruleSet, inputs).map((sheet) =>
      analyseSheet(sheet, sheetRatings(inputs, sheet)),
    ),
  };
}

/** The row of the trimming table for the fullest panel; without a trim it is the plain mean. */
function officialRule(
  table: readonly TrimRow[],
  ratings: readonly Rating[],
): RuleOptions & { readonly drop: number } {
  const counts = new Map<string, number>();
  for (const { entry } of ratings) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const row = table.find(({ from, to }) => most >= from && (to === null || most <= to));
  const drop = Math.max(row?.dropHighest ?? 0, row?.dropLowest ?? 0);
  return drop === 0 ? { rule: 'mean', drop } : { rule: 'trimmed', drop };
}

function analyseSheet(sheet: SheetCode, ratings: readonly Rating[]): SheetAnalysis {
  const calibration = orReason(() => calibrateScores(ratings));
  return {
    sheet,
    ratings,
    calibration,
    findings: 'reason' in calibration ? [] : calibrationFindings(ratings, calibration),
    agreement: orReason(() => agreementReport(ratings, 'interval')),
  };
}

function orReason<T extends object>(work: () => T): T | Undefined {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    return { reason: error.code, variables: error.variables };
  }
}
