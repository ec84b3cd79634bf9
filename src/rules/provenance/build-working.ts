import type { RankedApplication } from '../ranking/rank-category.js';
import type { ApplicationRecord } from '../scoring/application-record.js';
import { categoryRules, sheetMaximum } from '../scoring/category-sheets.js';
import type { Figures } from '../scoring/figures.js';
import {
  ZERO,
  add,
  compare,
  decimalText,
  fraction,
  fractionText,
  multiply,
} from '../scoring/fraction.js';
import { subtract, sum } from '../scoring/fraction.js';
import { displayPoints, hundredthsText, points, sixDecimals } from '../scoring/points.js';
import type { CategoryCode, CategoryRules, Dimension, RuleSet } from '../scoring/rule-set.js';
import type { ApplicationScore, DimensionScore } from '../scoring/score-application.js';
import type { SheetScore } from '../scoring/score-sheet.js';
import type {
  Working,
  WorkingComposite,
  WorkingDimension,
  WorkingMaterial,
  WorkingSheet,
} from './working.js';
import { workingIndicator } from './working-indicator.js';

/** Value → band → points → dimension → trim → composite → standing. `claimed` are the figures as filed. */
export function buildWorking(
  ruleSet: RuleSet,
  code: CategoryCode,
  record: ApplicationRecord,
  claimed: Figures,
  { score, standing, outcome }: RankedApplication,
): Working {
  const category = categoryRules(ruleSet, code);
  const dimensions = category.rubric.map((dimension, i) =>
    workingDimension(ruleSet, dimension, score.dimensions[i], { record, claimed, score }),
  );
  return {
    receiptNumber: record.receiptNumber,
    category: code,
    dimensions,
    sheets: score.sheets.map(workingSheet),
    material: workingMaterial(score),
    composite: workingComposite(category, score),
    standing: {
      standing: standing.standing,
      sharedWith: standing.sharedWith,
      decidedBy: standing.decidedBy,
      result: outcome.result,
      reason: outcome.reason,
    },
  };
}

interface Sources {
  readonly record: ApplicationRecord;
  readonly claimed: Figures;
  readonly score: ApplicationScore;
}

function workingDimension(
  ruleSet: RuleSet,
  dimension: Dimension,
  scored: DimensionScore | undefined,
  sources: Sources,
): WorkingDimension {
  const growth = scored?.growth ?? fraction(1);
  return {
    code: dimension.code,
    name: dimension.name,
    role: dimension.role ?? null,
    weight: hundredthsText(sheetMaximum(dimension.indicators)),
    total: displayPoints(scored?.total ?? ZERO),
    growth: compare(growth, fraction(1)) === 0 ? null : fractionText(growth),
    indicators: dimension.indicators.map((indicator) =>
      workingIndicator(ruleSet, indicator, sources.record, sources.claimed, sources.score),
    ),
  };
}

function workingSheet({ sheet, totals, mean }: SheetScore): WorkingSheet {
  return {
    sheet,
    totals: totals.map(({ seat, total, dropped, severity }) => ({
      seat,
      points: displayPoints(total),
      dropped,
      ...(severity ? { severity: decimalText(points(severity), 6) } : {}),
    })),
    kept: totals.filter(({ dropped }) => dropped === null).length,
    mean: displayPoints(mean),
    exact: fractionText(points(mean)),
  };
}

function workingMaterial(score: ApplicationScore): WorkingMaterial {
  const verified = sum(
    score.dimensions.map(({ growth, computed }) =>
      multiply(growth, fraction(computed.reduce((total, one) => total + one.points, 0))),
    ),
  );
  const judged = sum(
    score.sheets.filter(({ sheet }) => sheet !== 'defence').map(({ mean }) => mean),
  );
  const adjustment = fraction(score.bonus - score.deduction);
  const raw = add(add(verified, judged), adjustment);
  const cut = compare(subtract(raw, score.material), ZERO) !== 0;
  return {
    verifiedPoints: displayPoints(verified),
    judgedPoints: displayPoints(judged),
    bonus: hundredthsText(score.bonus),
    deduction: hundredthsText(score.deduction),
    total: displayPoints(score.material),
    exact: fractionText(points(score.material)),
    cutFrom: cut ? displayPoints(raw) : null,
  };
}

function workingComposite(category: CategoryRules, score: ApplicationScore): WorkingComposite {
  return {
    weights: category.composite,
    material: displayPoints(score.material),
    defence: score.defence && displayPoints(score.defence),
    exact: fractionText(points(score.composite)),
    compared: sixDecimals(score.compositeMillionths),
    shown: displayPoints(score.composite),
  };
}
