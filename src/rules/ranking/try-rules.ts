import type { CategoryInputs } from '../provenance/results-bundle.js';
import { HALF_POINT } from '../scoring/anchor-points.js';
import type { ApplicationRecord } from '../scoring/application-record.js';
import { categoryRules, sheetIndicators, sheetsOf } from '../scoring/category-sheets.js';
import type { Indicator, SheetCode } from '../scoring/indicator.js';
import type { JudgeSheet } from '../scoring/judge-sheet.js';
import type { RuleSet } from '../scoring/rule-set.js';
import type { Outcome } from './outcomes.js';
import { type RankedApplication, rankCategory } from './rank-category.js';

export interface TriedPlace {
  readonly standing: number;
  readonly compositeMillionths: number;
  readonly result: Outcome['result'];
}

export interface TriedApplication {
  readonly receiptNumber: string;
  readonly before: TriedPlace | null;
  readonly after: TriedPlace | null;
}

/** What other rules would have made of locked scores. */
export interface RulesTrial {
  /** In the order of the tried rules. */
  readonly applications: readonly TriedApplication[];
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
  /** Indicators that judges did not score then; taken at each judge's share of the rest. */
  readonly estimated: readonly string[];
  /** Indicators whose figures may not have been asked for then; what is missing gives nothing. */
  readonly unasked: readonly string[];
  /** A sheet that nobody signed then: nothing can be tried. */
  readonly missingSheet: SheetCode | null;
}

/**
 * Ranks locked scores under other rules, beside the rules that they were locked with. Scores follow the
 * weight of their indicator on the half-point grid; years and deadlines stay those of then.
 */
export function tryRules(then: RuleSet, next: RuleSet, inputs: CategoryInputs): RulesTrial {
  const { category: code, applications, ballots } = inputs;
  const tried = { ...next, reference: then.reference };
  const [old, wanted] = [then, tried].map((rules) => indicatorsOf(rules, code));
  const added = [...wanted!.values()].filter((one) => old!.get(one.code)?.type !== one.type);
  const scored = new Set(applications.flatMap(({ sheets }) => sheets.map(({ sheet }) => sheet)));
  const missingSheet =
    sheetsOf(tried, categoryRules(tried, code)).find((sheet) => !scored.has(sheet)) ?? null;
  const base = {
    estimated: added.filter(({ type }) => type === 'E').map((one) => one.code),
    unasked: added.filter(({ type }) => type !== 'E').map((one) => one.code),
    missingSheet,
  };
  if (missingSheet) return { ...base, applications: [], entering: [], leaving: [] };
  const before = placesOf(rankCategory(then, code, applications, ballots).ranked);
  const records = applications.map((record) => adapted(record, then, tried, code));
  const after = placesOf(rankCategory(tried, code, records, ballots).ranked);
  const receipts = [...new Set([...after.keys(), ...before.keys()])];
  const is = (places: ReadonlyMap<string, TriedPlace>, receipt: string) =>
    places.get(receipt)?.result === 'proposed';
  return {
    ...base,
    applications: receipts.map((receiptNumber) => ({
      receiptNumber,
      before: before.get(receiptNumber) ?? null,
      after: after.get(receiptNumber) ?? null,
    })),
    entering: receipts.filter((one) => is(after, one) && !is(before, one)),
    leaving: receipts.filter((one) => is(before, one) && !is(after, one)),
  };
}

function placesOf(ranked: readonly RankedApplication[]): ReadonlyMap<string, TriedPlace> {
  return new Map(
    ranked.map(({ score, standing, outcome }) => [
      score.receiptNumber,
      {
        standing: standing.standing,
        compositeMillionths: score.compositeMillionths,
        result: outcome.result,
      },
    ]),
  );
}

function adapted(
  record: ApplicationRecord,
  then: RuleSet,
  next: RuleSet,
  code: CategoryInputs['category'],
): ApplicationRecord {
  const category = categoryRules(next, code);
  const old = indicatorsOf(then, code);
  const mayLeaveOut = new Set(
    category.rubric
      .flatMap(({ indicators }) => indicators)
      .filter(({ notApplicableAllowed }) => notApplicableAllowed)
      .map((one) => one.code),
  );
  const notApplicable = record.figures.notApplicable.filter((one) => mayLeaveOut.has(one));
  const sheets = sheetsOf(next, category).flatMap((sheet) => {
    const wanted = sheetIndicators(next, category, sheet).filter(
      (one) => !notApplicable.includes(one.code),
    );
    return record.sheets
      .filter((one) => one.sheet === sheet)
      .map((one) => ({ ...one, scores: scoresFor(one, wanted, old) }));
  });
  return { ...record, sheets, figures: { ...record.figures, notApplicable } };
}

function scoresFor(
  { scores }: JudgeSheet,
  wanted: readonly Indicator[],
  old: ReadonlyMap<string, Indicator>,
): JudgeSheet['scores'] {
  const given = Object.entries(scores).flatMap(([code, points]) => {
    const weight = old.get(code)?.weight;
    return weight ? [{ points, weight }] : [];
  });
  const sum = (part: 'points' | 'weight') => given.reduce((total, one) => total + one[part], 0);
  const share = sum('weight') ? sum('points') / sum('weight') : 0;
  return Object.fromEntries(
    wanted.map(({ code, weight }) => {
      const was = old.get(code)?.weight;
      const points = scores[code];
      return [code, onGrid(was && points !== undefined ? points / was : share, weight)];
    }),
  );
}

function onGrid(share: number, weight: number): number {
  const most = Math.floor(weight / HALF_POINT) * HALF_POINT;
  return Math.min(most, Math.round((share * weight) / HALF_POINT) * HALF_POINT);
}

function indicatorsOf(
  rules: RuleSet,
  code: CategoryInputs['category'],
): ReadonlyMap<string, Indicator> {
  const category = categoryRules(rules, code);
  const all = [...category.rubric.flatMap(({ indicators }) => indicators), ...rules.defenceSheet];
  return new Map(all.map((one) => [one.code, one]));
}
