import type { Rating } from '../calibration/rating.js';
import type { CategoryInputs } from '../provenance/results-bundle.js';
import type { ApplicationRecord } from '../scoring/application-record.js';
import { categoryRules, sheetsOf } from '../scoring/category-sheets.js';
import type { SheetCode } from '../scoring/indicator.js';
import type { RuleSet, TrimRow } from '../scoring/rule-set.js';
import { scoreApplication } from '../scoring/score-application.js';

/**
 * What each seat alone would make of each application: the whole composite, in points, with the
 * seat's own sheets in the place of the panel's means. Computed points, bonuses, reweighting and the
 * clamp are those of the official score, so under one sheet the trimmed mean over the seats is the
 * official composite. On a sheet that the seat did not sign the panel's mean stays.
 */
export function compositeRatings(ruleSet: RuleSet, inputs: CategoryInputs): readonly Rating[] {
  const category = categoryRules(ruleSet, inputs.category);
  const rules = { ...ruleSet, trimTable: alsoForOne(ruleSet.trimTable) };
  const { applications } = inputs;
  return applications.flatMap((record) =>
    seatsOf(record).flatMap((seat) => {
      const score = scoreApplication(rules, category, seenBy(record, seat));
      if ('tooFewSheets' in score) return [];
      const { receiptNumber, compositeMillionths } = score;
      return [{ judge: String(seat), entry: receiptNumber, score: compositeMillionths / 1e6 }];
    }),
  );
}

/** A seat's total on one sheet of an application, in points. */
export function sheetRatings(inputs: CategoryInputs, code: SheetCode): readonly Rating[] {
  return inputs.applications.flatMap(({ receiptNumber, sheets }) =>
    sheets
      .filter(({ sheet }) => sheet === code)
      .map(({ seat, scores }) => ({
        judge: String(seat),
        entry: receiptNumber,
        score: Object.values(scores).reduce((sum, points) => sum + points, 0) / 100,
      })),
  );
}

/** The sheets of a category that carry ratings at all. */
export function ratedSheets(ruleSet: RuleSet, inputs: CategoryInputs): readonly SheetCode[] {
  return sheetsOf(ruleSet, categoryRules(ruleSet, inputs.category)).filter((code) =>
    inputs.applications.some(({ sheets }) => sheets.some(({ sheet }) => sheet === code)),
  );
}

function seenBy(record: ApplicationRecord, seat: number): ApplicationRecord {
  const own = new Set(record.sheets.filter((one) => one.seat === seat).map(({ sheet }) => sheet));
  return {
    ...record,
    sheets: record.sheets.filter((one) => one.seat === seat || !own.has(one.sheet)),
  };
}

function seatsOf({ sheets }: ApplicationRecord): readonly number[] {
  return [...new Set(sheets.map(({ seat }) => seat))].sort((a, b) => a - b);
}

function alsoForOne(table: readonly TrimRow[]): readonly TrimRow[] {
  const one = { from: 1, to: 1, dropHighest: 0, dropLowest: 0 };
  return [one, ...table.filter(({ from }) => from > 1)];
}
