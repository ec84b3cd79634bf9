import { PRESET_2013 } from '../../seeds/reference/rule-sets/preset-2013.js';
import type { ApplicationRecord } from '../../src/rules/scoring/application-record.js';
import {
  categoryRules,
  sheetIndicators,
  sheetsOf,
} from '../../src/rules/scoring/category-sheets.js';
import type { CategoryCode } from '../../src/rules/scoring/rule-set.js';
import { NO_FIGURES, shop } from './support.js';

/** A merchant whose sales grow with `size`; each of five judges gives `share` of every weight. */
export function sampleRecord(
  category: CategoryCode,
  number: number,
  shares: readonly number[] = [0.5, 0.5, 0.5, 0.5, 0.5],
): ApplicationRecord {
  return {
    receiptNumber: `2013-${category}-${String(number).padStart(4, '0')}`,
    division: ['kecheng', 'qujiang', 'jiangshan'][number % 3] ?? 'kecheng',
    relatedGroup: null,
    figures: {
      ...NO_FIGURES,
      amounts: {
        netWan: 100_000 + number * 10_000,
        netWanYearBefore: 60_000,
        orders: 120_000,
        parcels: 118_000,
        insuredYearEnd: 25,
        insuredAverage: 22,
        complaintsAgainst: 2,
        complaintsUnanswered: 0,
        taxPaidWan: 2_500,
        registeredMarks: 1,
        furtherRights: 1,
        brandSalesSharePct: 6_000,
        overtimeSeconds: 0,
      },
      openedOn: '2006-03-01',
      shops: [
        shop({
          goodRatePct: 9_930,
          dispatch48hPct: 9_800,
          ratings: [{ metric: 'service', value: 486 }],
        }),
      ],
      samplingFailures: [],
      certifications: [],
      ticks: { 'G9.licence': true, 'G9.returns': true, 'G19.notReduced': true },
    },
    sheets: sampleSheets(category, shares),
    bonuses: [],
    deductions: [],
  };
}

export function sampleSheets(category: CategoryCode, shares: readonly number[]) {
  const rules = categoryRules(PRESET_2013, category);
  return sheetsOf(PRESET_2013, rules).flatMap((sheet) =>
    shares.map((share, i) => ({
      seat: i + 1,
      sheet,
      scores: Object.fromEntries(
        sheetIndicators(PRESET_2013, rules, sheet).map(({ code, weight }) => [
          code,
          Math.floor((weight * share) / 50) * 50,
        ]),
      ),
    })),
  );
}
